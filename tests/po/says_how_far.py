"""`rightspack status` for people, for spreadsheets and for programs: the same figures, in columns that line up."""
import csv
import io
import os
import pty
import re
import subprocess
import unicodedata

from _desk import PROGRAM, expect, finish, project, rightspack, rows

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
    rightspack("update", "--project", folder, "--new", *LANGUAGES)
    for table in rightspack("status", "--project", folder).split("\n\n")[:2]:
        columns_line_up(table)
    names_what_is_in_the_way(folder, says_the_same_everywhere(folder))
    on_a_terminal(folder)
finish(len(LANGUAGES))
