"""`rightspack status` for people, for spreadsheets and for programs: the same figures, in columns that line up."""
import csv
import io
import os
import pty
import re
import subprocess
import unicodedata
from pathlib import Path

import polib

from _desk import PROGRAM, expect, finish, project, rightspack, rows, translations

LANGUAGES = ["pl", "zh_CN", "fa_AF", "th", "ckb", "hi"]
FIGURES = ["translated", "fuzzy", "missing", "faults", "words_translated", "words"]


def cells(text):
    """Of a terminal: marks stand on their letter, Chinese takes two."""
    return sum(0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def columns_line_up(table):
    """The third column begins in the same cell of every line."""
    lines = table.splitlines()
    begins = {cells(re.match(r"\S+ +\S+(?: \S+)* {2,}(?=\S)", line)[0]) for line in lines if line}
    expect(len(begins) == 1, f"the third column begins in cells {begins}\n{table}")
    ends = {cells(line) for line in lines}
    expect(len(ends) == 1, f"lines end in cells {ends}\n{table}")


def says_the_same_everywhere(folder):
    found = rows("status", "--project", folder)
    sheet = list(csv.DictReader(io.StringIO(rightspack("status", "--csv", "--project", folder))))
    expect(len(sheet) == len(found) > 50, f"{len(sheet)} rows and {len(found)} objects")
    for cell, row in zip(sheet, found):
        kind = "file" if "file" in row else "format"
        expect((cell["locale"], cell["kind"], cell["name"]) == (row["locale"], kind, row[kind]), f"{cell} {row}")
        expect([int(cell[name]) for name in FIGURES] == [row[name] for name in FIGURES], f"{cell} {row}")
        expect((cell["complete"] == "yes") == row["complete"], f"{cell} {row}")
    return found


def names_what_is_in_the_way(folder, found):
    card = next(row for row in found if row["locale"] == "pl" and row.get("format") == "card")
    sheet = next(row for row in found if row["locale"] == "pl" and row.get("format") == "a4")
    contexts = {text["context"] for text in card["in_the_way"]}
    expect(len(contexts) > 10 and "rights/safety/ask" in contexts, f"card: {contexts}")
    expect("rights/school/title" not in contexts, "the card does not print that")
    expect("rights/school/title" in {text["context"] for text in sheet["in_the_way"]}, "a4 prints that")
    expect("draft" not in {text["context"] for text in sheet["in_the_way"]}, "no release prints the mark of drafts")
    said = rightspack("status", "pl", "-v", "--project", folder)
    expect(f"pl card: {len(card['in_the_way'])} texts stand in the way" in said, "the card is not told about")
    expect(all(context in said for context in contexts), "not everything is named")


def shipped_languages_are_complete(folder):
    """By the program's word, and by polib's."""
    shipped = {path.parent.name for path in translations(folder)}
    found = rows("status", "--project", folder)
    expect(shipped <= {row["locale"] for row in found} and shipped >= {"ar", "hu", "sr"}, f"shipped: {shipped}")
    for row in found:
        expect(row["complete"], f"{row['locale']} {row.get('file') or row['format']} is not complete: {row}")
    for path in translations(folder):
        po = polib.pofile(str(path))
        expect(len(po.translated_entries()) == len(po) > 40, f"{path}: {po.percent_translated()} of a hundred")


def prints(entry, name):
    """The comment above the entry says where it is printed; what only drafts or discreet leaflets print is no matter."""
    printed = re.search(r"^Printed in(?: every format|: ([^.]*))\.$", entry.comment, re.M)
    return printed is not None and (printed[1] is None or name in printed[1].split(", "))


def only_the_card_is_translated(folder):
    """Of what a translator has left for later the tri-fold's texts are named, each at its line and no other."""
    wanted = set()
    for path in translations(folder):
        if path.parent.name != "hu":
            continue
        po = polib.pofile(str(path), wrapwidth=0)
        for entry in po:
            if not prints(entry, "card"):
                entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
        po.save()
        wanted |= {(str(path), re.sub(r"\s+", " ", entry.msgid)[:30]) for entry in polib.pofile(str(path))
                   if not entry.translated() and prints(entry, "trifold") and not entry.msgctxt.startswith("draft")
                   and entry.msgctxt != "untranslated"}
    found = {row["format"]: row for row in rows("status", "hu", "--format", "card,trifold", "--project", folder)
             if "format" in row}
    expect(set(found) == {"card", "trifold"} and found["card"]["complete"], f"{set(found)}: the card is not complete")
    missing = found["trifold"]["in_the_way"]
    named = {(text["path"], text["msgid"][:30]) for text in missing}
    expect(len(wanted) > 40 and named == wanted, f"not the tri-fold's texts: {named ^ wanted}")
    for text in missing:
        lines = Path(text["path"]).read_text().splitlines()
        expect(lines[text["line"] - 1].startswith("msgstr"), f"{text['path']}:{text['line']} is no msgstr")
    said = rightspack("status", "hu", "--format", "trifold", "--project", folder)
    expect(f"hu trifold: {len(missing)} texts stand in the way" in said and "-v names" not in said, said)


def on_a_terminal(folder):
    """Nothing left to do is green; through a pipe there are no colours."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": ""}
    subprocess.run([PROGRAM, "status", "sr", "--project", folder], stdout=theirs, env=environment, timeout=60)
    os.close(theirs)
    said = os.read(ours, 100000).decode(errors="replace")
    expect("\x1b[32msr " in said, f"no green on a terminal:\n{said}")
    expect("\x1b" not in rightspack("status", "sr", "--project", folder), "colours in a pipe")


with project() as folder:
    shipped_languages_are_complete(folder)
    only_the_card_is_translated(folder)
with project() as folder:
    rightspack("update", "--project", folder, "--new", *LANGUAGES)
    for table in rightspack("status", "--project", folder).split("\n\n")[:2]:
        columns_line_up(table)
    names_what_is_in_the_way(folder, says_the_same_everywhere(folder))
    on_a_terminal(folder)
finish(len(LANGUAGES))
