"""Every file of a project is changed, one after the other, and put back: what is made again is all that has changed. A
leaflet that stays as it was has the bytes that a run which knows of nothing gives it."""
import re
import shutil
import tempfile
from pathlib import Path

from _runs import entries_in, expect, finish, project_in, run

CHOICE = ["--locale", "all", "--format", "all", "--audience", "adult", "--output", "pdf", "-q"]
AIM = 50  # files of which a change shows in some leaflet


def add(amount):
    return lambda match: f"{match[1]}: {float(match[2]) + amount:g}"


# Kind of file to what is changed in it: a pattern, by what, and how often at most (0: everywhere).
CHANGES = [
    ("locales/*/*.po", r'(?<=[^\\"])(?<!\\n)"\n(?=\n|\Z)', ' ·"\n', 0),
    ("locales/*/locale.yaml", r"^(autonym: .*?)( *#.*)?$", r"\1·\2", 1),
    ("content/formats/*.yaml", r"\b(hang|head|foot|inner|gap): ([\d.]+)", add(0.25), 1),
    ("content/styles/*.yaml", r"#([0-9a-f]{5})[0-9a-f]\b", r"#\g<1>7", 0),
    ("content/styles/*.yaml", r"\b(lead|size|gap|title|above|below|factor): ([\d.]+)", add(0.25), 1),
    ("content/icons/*.svg", r"</svg>", '<path d="M1 1h2v2h-2z"/></svg>', 1),
    ("content/*.yaml", r"(: |- |\[|: \")([A-Z][a-z]+)", r"\1\2\2", 0),
]


def change(path, name):
    """Changes the file as its kind says; false when nothing in it can be."""
    text = before = path.read_text()
    for kind, pattern, by, most in CHANGES:
        if Path(name).match(kind) or kind == "content/*.yaml" and re.match(r"content/(?!formats|styles).*\.yaml$", name):
            text = re.sub(pattern, by, text, count=most, flags=re.M)
    path.write_text(text)
    return text != before


def build(project, out, *more):
    """File name to checksum; what failed is not in it, for its older file stays."""
    status, said, faults = run(["build", "--project", project, "--out", out, *CHOICE, *more])
    return status, {name: entry["sha256"] for name, entry in entries_in(out).items()}, faults


with tempfile.TemporaryDirectory() as temporary:
    project, out = project_in(Path(temporary, "project")), Path(temporary, "out")
    status, plain, said = build(project, out)
    expect(status == 0 and len(plain) > 40, f"{len(plain)} files, status {status}: {said}")
    seen, showing = 0, set()
    for path in sorted(path for path in project.rglob("*") if path.is_file()):
        name = str(path.relative_to(project))
        original = path.read_bytes()
        if not change(path, name):
            continue
        _, mended, _ = build(project, out)
        whole = Path(temporary, "whole")
        status, made, said = build(project, whole)
        for file in made:
            expect(mended.get(file) == made[file], f"{name} was changed, and {file} stayed as it was")
        seen += 1
        if any(plain.get(file) != made[file] for file in made):
            showing.add(name)
        shutil.rmtree(whole, ignore_errors=True)
        path.write_bytes(original)
    _, mended, _ = build(project, out)
    expect(mended == plain, "with all as it was, not all is as it was")
    expect(len(showing) >= AIM, f"of {seen} changed files {len(showing)} show: {sorted(showing)}")
    finish(seen)
