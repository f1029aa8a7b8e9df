"""Large print is large: 18 points or what --size says, nothing but the draft's band under 14, numbers half as large again
as the text or more, at most 60 letters a line, and no bold or pale tricks with more pages than the text needs."""
import re
import tempfile
from pathlib import Path

from _leaflets import SOURCE, defaults, expect, finish, made, run

LEAST_PT, MOST_LETTERS = 14, 60
# A line of Arabic has more letters for the same length: they are narrow.
NARROW = {"ar": 1.35}


def items(tree):
    """(role, size, lines) of every text."""
    for head, lines in re.findall(r"^  text \S+ (.*)\n((?:    .*\n)*)", tree, re.M):
        role = re.search(r"x[\d.]+(?: turned \d+)? ([a-z-]+)", head)
        yield role[1] if role else "", float(re.search(r"([\d.]+)pt", head)[1]), re.findall(r'"(.*)"$', lines, re.M)


def look_at(entry, size):
    tree, name = entry["path"].read_text(), entry["file"]
    most = MOST_LETTERS * NARROW.get(entry["locale"], 1)
    expect(f"body {size:g} pt" in tree, f"{name}: not {size} points")
    for role, points, lines in items(tree):
        expect(points >= LEAST_PT or role == "draft", f"{name}: {role} of {points} points")
        expect(role != "contact-number" or points >= 1.5 * size, f"{name}: a number of {points} points")
        for line in lines:
            letters = re.sub(r"[\u2066-\u2069]", "", line.rstrip())
            expect(role in ("colophon", "marks") or len(letters) <= most, f"{name}: {len(letters)} letters: {line}")


leaflets = [entry for entry in defaults(".tree") if entry["format"] == "large"]
for entry in leaflets:
    look_at(entry, 18)
with tempfile.TemporaryDirectory() as folder:
    status, _, said = run(["build", "--project", SOURCE, "--locale", "en,ar", "--audience", "child", "--format", "large",
                           "--size", "24", "--output", "pdf,tree", "--out", folder, "-q"])
    expect(status == 0, f"build ended with {status}: {said}")
    larger = made(Path(folder), ".tree")
    for entry in larger:
        expect(entry["file"].endswith("_child_large-24.tree"), f"called {entry['file']}")
        look_at(entry, 24)
    status, said, _ = run(["verify", folder, "--project", SOURCE])
    expect(status == 0, f"verify ended with {status}: {said}")
    finish(len(leaflets) + len(larger))
