"""Changing one string voids exactly that string's signatures: tried with every string that a role has to sign, in the
content and in a translation."""
import json
import os
import re
import tempfile
from concurrent.futures import ThreadPoolExecutor

import polib

from _office import copy_of, expect, finish, office, run

SOURCE_ROLES, OWN = {"legal", "survivor", "practitioner", "data-protection", "child-protection"}, "language-sr"
# What a text may begin with where it stands in YAML: a quote, or nothing.
QUOTE = re.compile(r"[\"']?")
PLURAL = re.compile(r"\{?(count|one): ")


def standing(project, *options):
    """(review, domain, context, msgid) to its state."""
    _, said, _ = run(project, "review", "status", "rs-trafficking", "--json", *options)
    rows = map(json.loads, said.splitlines())
    return {(row["review"], row["domain"], row["context"], row["msgid"]): row["state"] for row in rows}


def places(project):
    """Every text that is to be signed, as (context, file, line, column): the gate says so when nobody has signed."""
    for path in (project / "content/packs/rs-trafficking/reviews").iterdir():
        path.unlink()
    _, said, errors = run(project, "build", "--release", "--json", "--out", project / "o", "--locale", "en")
    found = set()
    for finding in map(json.loads, errors.splitlines()):
        if finding["code"] == "unsigned-text" and finding["file"].endswith(".yaml"):
            context = re.match(r"'(.*?)'", finding["message"])[1]
            found.add((context, finding["file"], finding["line"], finding["column"]))
    return sorted(found)


def change_source(project, original, place):
    _, file, line, column = place
    path = project / os.path.relpath(file, original)
    lines = path.read_text().splitlines(keepends=True)
    if PLURAL.match(lines[line - 1][column - 1:]):
        line = next(number for number in range(line, len(lines)) if lines[number - 1].strip().startswith("other: "))
        column = lines[line - 1].index("other: ") + len("other: ") + 1
    text = lines[line - 1]
    at = column - 1 + QUOTE.match(text[column - 1:]).end()
    lines[line - 1] = text[:at] + "Now " + text[at:]
    path.write_text("".join(lines))


def check_source(project, before, place):
    """All reviewers of the source see one change, and only there."""
    context = place[0]
    after = standing(project)
    unsigned = {key for key, state in after.items() if state != "signed"}
    expect(unsigned and {key[2] for key in unsigned} == {context}, f"{place}: {sorted(unsigned)[:5]} are unsigned")
    roles = {key[0] for key in unsigned if after[key] == "changed"}
    expect(roles >= {key[0] for key in before if key[2] == context} & SOURCE_ROLES, f"{place}: only {roles} see it")
    for role in SOURCE_ROLES & roles:
        count = sum(key[0] == role for key in unsigned)
        expect(count == 1, f"{place}: {count} texts of {role} are unsigned")


def try_source(original, before, place):
    with tempfile.TemporaryDirectory() as folder:
        project = copy_of(original, folder)
        change_source(project, original, place)
        check_source(project, before, place)


def check_translations(project):
    """One msgstr after another, all in one project: each adds one to what is unsigned."""
    count = 0
    for path in sorted((project / "locales/sr").glob("*.po")):
        po = polib.pofile(str(path))
        for entry in po:
            key = ("language-sr", path.stem, entry.msgctxt, entry.msgid)
            if key not in BEFORE or not entry.msgstr and not entry.msgstr_plural:
                continue
            saved = path.read_text()
            if entry.msgstr_plural:
                entry.msgstr_plural[1] += " сада"
            else:
                entry.msgstr += " сада"
            po.save()
            after = standing(project, "--role", "language", "--locale", "sr")
            unsigned = [other for other, state in after.items() if state != "signed"]
            expect(unsigned == [key], f"{key}: {unsigned[:5]} are unsigned")
            path.write_text(saved)
            if entry.msgstr_plural:
                entry.msgstr_plural[1] = entry.msgstr_plural[1].removesuffix(" сада")
            else:
                entry.msgstr = entry.msgstr.removesuffix(" сада")
            count += 1
    return count


with office() as complete, tempfile.TemporaryDirectory() as spare:
    BEFORE = standing(complete)
    expect(set(BEFORE.values()) == {"signed"}, "not everything was signed")
    texts = places(copy_of(complete, spare))
    source = copy_of(complete, spare)
    expect(len(texts) > 150, f"only {len(texts)} places of texts")
    texts = [(context, os.path.relpath(file, source), line, column) for context, file, line, column in texts]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda place: try_source(complete, BEFORE, (place[0], complete / place[1], *place[2:])), texts))
    translated = check_translations(source)
    expect(translated > 250, f"only {translated} translations")
finish(len(texts) + translated)
