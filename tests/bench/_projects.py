"""Projects as large as a bench needs them."""
import os
import re
import shutil

import yaml

from _measure import SOURCE


# Languages of the tests in which some format has no room for the pack.
TOO_LONG = ("hu", "km", "my", "ur")


def new_project(folder, packs, every_language=False):
    """A project with so many packs, each with other words, in the shipped languages or all that the tests have.
    Gives the languages."""
    shutil.copytree(os.path.join(SOURCE, "content"), os.path.join(folder, "content"))
    for locales in ["tests/pdf/scripts/locales"] * every_language + ["locales"]:
        shutil.copytree(os.path.join(SOURCE, locales), os.path.join(folder, "locales"), dirs_exist_ok=True,
                        ignore=shutil.ignore_patterns(*TOO_LONG, "*.pot"))
    original = os.path.join(folder, "content", "packs", "rs-trafficking")
    locales = sorted(os.listdir(os.path.join(folder, "locales")))
    for number in range(1, packs + 1):
        make_pack(folder, original, number)
        for locale in locales:
            make_translation(os.path.join(folder, "locales", locale), number)
    shutil.rmtree(original)
    for locale in locales:
        path = os.path.join(folder, "locales", locale, "rs-trafficking.po")
        if os.path.exists(path):
            os.remove(path)
    path = os.path.join(folder, "content", "project.yaml")
    text = re.sub(r"packs: \[.*?\]", "packs: [%s]" % ", ".join(pack_names(packs)), open(path).read())
    open(path, "w").write(text)
    return locales


def pack_names(count):
    return ["p%04d" % number for number in range(1, count + 1)]


# What is reworded; all else is names and numbers.
KEYS = {"title", "subtitle", "text", "text_after", "more", "ask", "who", "limits", "how_long", "you_may_refuse",
        "you_may_not_refuse", "one", "other", "discreet_title", "discreet_subtitle"}


def turn_vowels(text, number):
    """Other words of the same length, for Latin text; what stands in braces stays."""
    vowels = "aeiou"
    turn = number % len(vowels)
    table = str.maketrans(vowels, vowels[turn:] + vowels[:turn])
    return re.sub(r"\{[^}]*\}|[^{]+", lambda m: m[0] if m[0][0] == "{" else m[0].translate(table), text)


def reword(text, number):
    """Hardly longer than it was, so that it fits where it did."""
    return turn_vowels(text, number) + ending(text, number)


def ending(text, number):
    """A figure in Latin letters: numbers are compared with those of the source."""
    return "" if text == "" else " " + "".join(chr(ord("a") + int(figure)) for figure in str(number))


def reword_entry(entry, number):
    """The same in an entry of a PO file, whose texts may go over several lines."""
    key = re.search(r'^msgctxt ".*?([^/"]*)"$', entry, re.M)
    if key is None or key.group(1) not in KEYS:
        return entry

    def text(match):
        lines = [turn_vowels(line, number) for line in match.group(2).splitlines()]
        if "".join(lines) != '""':
            lines[-1] = lines[-1][:-1] + ending("".join(lines), number) + '"'
        return match.group(1) + "\n".join(lines) + "\n"
    return re.sub(r'^(msg(?:id|id_plural|str|str\[\d\]) )((?:"[^\n]*"\n?)+)', text, entry, flags=re.M)


def make_translation(folder, number):
    path = os.path.join(folder, "rs-trafficking.po")
    if os.path.exists(path):
        entries = open(path).read().split("\n\n")
        with open(os.path.join(folder, "p%04d.po" % number), "w") as file:
            file.write("\n\n".join(reword_entry(entry + "\n", number).rstrip() for entry in entries) + "\n")


class Dumper(yaml.SafeDumper):
    """Quotes what begins with a figure, as rightspack wants it."""


Dumper.add_representer(str, lambda dumper, text: dumper.represent_scalar(
    "tag:yaml.org,2002:str", text, style='"' if re.match(r"[+\d]", text) else None))


def make_pack(folder, original, number):
    name = "p%04d" % number
    target = os.path.join(folder, "content", "packs", name)
    shutil.copytree(original, target, ignore=shutil.ignore_patterns("reviews"))

    def walk(value, wanted):
        if isinstance(value, dict):
            return {key: walk(item, key in KEYS) for key, item in value.items()}
        if isinstance(value, list):
            return [walk(item, wanted) for item in value]
        return reword(value, number) if wanted and isinstance(value, str) else value

    for file in ("pack.yaml", "rights.yaml", "procedure.yaml"):
        content = walk(yaml.safe_load(open(os.path.join(original, file))), False)
        if file == "pack.yaml":
            content.update(id=name, code=name)
        with open(os.path.join(target, file), "w") as out:
            yaml.dump(content, out, Dumper, allow_unicode=True, sort_keys=False)
