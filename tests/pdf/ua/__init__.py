"""An independent checker of finished leaflets: PDF/UA-1 (ISO 14289-1), PDF/A-2a (ISO 19005-2), and what this project
asks beyond them. It reads the file with pikepdf, fontTools and qpdf and knows nothing of the program.

    faults = check(path)        # [] or [(id of a rule, what is wrong)]

Every rule is a function in one of the rules_*.py, with an id, the clause and a one-line reason: see table.py.
tests/pdf/mutations.py proves that each file made wrong is rejected by the rule meant, and by no other.
"""
from . import rules_annotations, rules_colours, rules_content, rules_file, rules_fonts  # noqa: F401
from . import rules_metadata, rules_pages, rules_structure  # noqa: F401
from .reading import File
from .table import RULES


def check(path):
    try:
        file = File(path)
    except Exception as error:  # whatever a broken file makes the reader say
        return [("opens", f"it cannot be read: {error}")]
    faults = []
    for rule in RULES.values():
        try:
            faults += [(rule.id, message) for message in rule.look(file)]
        except Exception as error:
            faults.append((rule.id, f"cannot be looked at: {type(error).__name__}: {error}"))
    return faults
