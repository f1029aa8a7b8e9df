"""Who keeps contacts with a spreadsheet gets whole rows; who notes a call finds two lines of the file changed and nothing
else, not even who may read it; and the number of a confidential contact is in nothing that the program says or makes."""
import csv
import io
import json
import os
import shutil
import tempfile
from pathlib import Path

from _leaflets import SOURCE, expect, finish, run, tool

TODAY = ["--today", "2099-01-31"]
SECRET = "0789"  # how the number of the house ends, and no other


def said(*words):
    status, out, wrong = run([*words, "--project", project])
    expect(status == 0, f"{words}: status {status}: {wrong}")
    return out


with tempfile.TemporaryDirectory() as temporary:
    project, out = Path(temporary, "project"), Path(temporary, "out")
    shutil.copytree(SOURCE / "tests/golden/contacts-made-safe/project", project)

    rows = list(csv.DictReader(io.StringIO(said("contacts", "due", *TODAY, "--csv"), newline="")))
    calls = [json.loads(line) for line in said("contacts", "due", *TODAY, "--json").splitlines()]
    expect(all(None not in row and None not in row.values() for row in rows), "a row has too many or too few cells")
    asked = [(row["id"], row["ask"], row["known"] or None, row["enter"]) for row in rows]
    expect(asked == [(call["contact"], question["ask"], question["known"], call["enter"])
                     for call in calls for question in call["questions"]], "CSV and JSON do not say the same")
    expect({call["contact"]: call["phone"] for call in calls}["safe_house"] is None, "the house has a number")

    said("build", *TODAY, "-q", "--out", out, "--output", "pdf")
    texts = [tool("pdftotext", path, "-").decode() for path in out.glob("*.pdf")]
    texts += [said(*words) for words in (["contacts", "due", *TODAY], ["list", "contacts"], ["list", "contacts", "--json"],
                                         ["check", *TODAY, "--json"], ["extract"])]
    texts += [path.read_text() for path in [*out.glob("*.json"), *project.glob("locales/*.pot")]] + [str(rows), str(calls)]
    expect(any("authorities" in text for text in texts[:2]), "nothing was read")
    for text in texts:
        expect(SECRET not in "".join(text.split()).replace("-", ""), f"the number of the house: {text[:200]}")

    # A link to a file that others may not read.
    contacts = project / "content/contacts/rs.yaml"
    real = Path(temporary, "kept.yaml")
    real.write_bytes(contacts.read_bytes().replace(b"\n", b"\r\n"))
    real.chmod(0o600)
    contacts.unlink()
    contacts.symlink_to(real)
    before = real.read_bytes().split(b"\r\n")
    said("contacts", "verified", "twin", "--on", "2026-01-05", "--by", "Desk")
    after = real.read_bytes().split(b"\r\n")
    expect(after[:len(before) - 2] == before[:-2] and after[-3:] == [b"  verified_on: 2026-01-05", b'  verified_by: "Desk"', b""],
           f"more than two lines changed: {after[-4:]}")
    expect(contacts.is_symlink() and os.stat(real).st_mode & 0o777 == 0o600, "the link or its mode has changed")
    finish(len(rows) + len(texts))
