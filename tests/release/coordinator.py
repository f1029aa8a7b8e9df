"""A coordinator's week: a council's comments come in, two sentences are changed, exactly those are unsigned; they are signed
again, numbers are called, a release is made; then a hotline changes, and the papers that carry it are called back."""
import csv
import json
from pathlib import Path

from _office import LOCALES, PACK, ROLES, TODAY, edit, expect, finish, office, run, sign

COMMENTS = {"rights/health/title": "Say it shorter.", "rights/lawyer/title": "Who pays?"}
CHANGES = {"You can see a doctor": "You can go to a doctor", "You can ask for a free lawyer": "You can ask for a lawyer, free"}


def states(project, *options):
    _, said, _ = run(project, "review", "status", "--json", *options)
    return {(row["review"], row["context"], row["msgid"]): row["state"] for row in map(json.loads, said.splitlines())}


def take_in_comments(project):
    """The council writes into the table of its sheet."""
    status, said, errors = run(project, "review", "sheet", "--role", "survivor", "--locale", "sr", "--out", project)
    expect(status == 0, f"no sheet: {errors}")
    table = next(Path(project).glob("REVIEW_*.csv"))
    expect(next(Path(project).glob("REVIEW_*.pdf")).stat().st_size > 20000, "the sheet is empty")
    rows = list(csv.DictReader(table.open(newline="")))
    expect(all(row["translation"] for row in rows), "the sheet lacks translations")
    for row in rows:
        row["comment"] = COMMENTS.get(row["context"], "")
    with table.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    for said_again in ("2 comments taken in", "0 comments taken in"):
        status, said, errors = run(project, "review", "comments", table)
        expect(status == 0 and said_again in said, f"comments: {said} {errors}")
    return table


def sign_by_sheet(project, table):
    """Of a sheet with two comments two texts stay unsigned."""
    run(project, "review", "sign", "--role", "survivor", "--by", "council, made up", "--sheet", table)
    open_texts = {key[1] for key, state in states(project, "--role", "survivor").items() if state != "signed"}
    expect(open_texts == set(COMMENTS), f"unsigned by the sheet: {open_texts}")
    sign(project, "survivor")


def change_two_sentences(project):
    before = states(project)
    expect(set(before.values()) == {"signed"}, "not everything is signed")
    for path in (PACK / "rights.yaml", *(Path("locales") / tag / "rs-trafficking.po" for tag in ("sr", "ar", "hu"))):
        edit(project / path, *CHANGES.items())
    after = states(project)
    changed = {key[1] for key, state in after.items() if state != "signed"}
    expect(changed == set(COMMENTS), f"unsigned after the change: {changed}")
    expect(all(after[key] == "changed" for key in after if key[1] in COMMENTS), "not told as changed")
    _, said, _ = run(project, "review", "diff", "--role", "legal")
    expect(all(f"- {old}" in said and f"+ {new}" in said for old, new in CHANGES.items()), f"diff: {said}")
    _, said, _ = run(project, "review", "comments")
    expect(said.count("the text has changed since") == 2, f"comments after the change: {said}")
    status, _, errors = run(project, "build", "--release", "--out", project / "early", "--locale", "en")
    expect(status != 0 and "unsigned-text" in errors, "released although two texts are unsigned")


def sign_again(project):
    for role in ROLES:
        said = sign(project, role)
        expect(": 2 texts signed" in said, f"{role}: {said}")
    for locale in LOCALES:
        sign(project, "language", "--locale", locale)
    expect(set(states(project).values()) == {"signed"}, "still not everything is signed")


def call_numbers(project):
    contacts = project / "content/contacts/rs.yaml"
    edit(contacts, (rf"verified_on: {TODAY}", "verified_on: null"))
    status, _, errors = run(project, "build", "--release", "--out", project / "early", "--locale", "en")
    expect(status != 0 and "contact-unverified" in errors, "released although nobody has called")
    _, said, _ = run(project, "contacts", "due", "--json")
    ids = [json.loads(line)["contact"] for line in said.splitlines()]
    status, said, errors = run(project, "contacts", "verified", *ids, "--on", TODAY, "--by", "desk, made up")
    expect(len(ids) > 5 and status == 0, f"calls: {ids} {errors}")


def release_and_recall(project):
    out = project / "printed"
    status, _, errors = run(project, "build", "--release", "--out", out)
    expect(status == 0, f"no release: {errors[:1000]}")
    files = {entry["file"]: entry for entry in json.loads((out / "manifest.json").read_text())["files"]}
    edit(project / "content/contacts/rs.yaml", (r"\+381117850000", "+381117850001"), (r"011 785 00 00", "011 785 00 01"))
    _, said, _ = run(project, "recall", out, "--contact", "astra", "--json")
    void = {Path(row["file"]).name for row in map(json.loads, said.splitlines())}
    carry = {name for name, entry in files.items() if "011 785 00 00" in entry["contacts"].values()}
    expect(void == carry and 0 < len(void) < len(files), f"{len(void)} are void, {len(carry)} carry the number")
    edition = next(iter(files.values()))["edition"]
    _, said, _ = run(project, "recall", out, "--edition", edition)
    expect("1 file is void" in said, f"edition: {said}")
    _, said, _ = run(project, "recall", out, "--string", "rights/health", "--json")
    expect(0 < said.count("\n") < len(files), "the string is in no file, or in all")
    return len(files)


with office() as project:
    sheet = take_in_comments(project)
    (project / PACK / "reviews/survivor.yaml").unlink()
    sign_by_sheet(project, sheet)
    change_two_sentences(project)
    sign_again(project)
    call_numbers(project)
    count = release_and_recall(project)
finish(count)
