"""The table of rules. To add one: write a function that yields a message for every fault, under

    @rule("figure-alt", "UA 7.3", "a picture without words says nothing to who does not see it")
    def figures_have_words(file): ...

and a mutation in tests/pdf/mutations.py that it alone finds. Clauses: UA is ISO 14289-1, A is ISO 19005-2, PDF is
ISO 32000-1; "ours" is asked by this project only."""
from dataclasses import dataclass
from typing import Callable

RULES = {}


@dataclass(frozen=True)
class Rule:
    id: str
    clause: str
    why: str
    look: Callable


def rule(name, clause, why):
    def add(function):
        assert name not in RULES, name
        RULES[name] = Rule(name, clause, why, function)
        return function

    return add
