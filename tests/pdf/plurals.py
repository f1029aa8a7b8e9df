"""The days of the reflection period take the form that each language wants for that number."""
import re
import shutil
import tempfile
from pathlib import Path

from _leaflets import SOURCE, expect, finish, run

# The noun behind the number, written down by hand: not taken from the PO files.
WANTED = {
    "en": {1: "day", 2: "days", 3: "days", 11: "days", 21: "days", 90: "days", 100: "days"},
    "sr": {1: "дана", 2: "дана", 3: "дана", 11: "дана", 21: "дана", 90: "дана", 100: "дана"},
    "ar": {1: "يوم", 2: "يومين", 3: "أيام", 11: "يومًا", 21: "يومًا", 90: "يومًا", 100: "يوم"},
    "hu": dict.fromkeys((1, 2, 3, 11, 21, 90, 100), "nap"),
}


def words_of(tree):
    lines = re.findall(r'^    -?[\d.]+ -?[\d.]+ "(.*)"$', tree.read_text(), re.M)
    return re.sub(r"\s+", " ", re.sub("[\u2066-\u2069]", "", "".join(line + " " for line in lines)))


def look_at(days):
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        shutil.copytree(SOURCE / "content", project / "content")
        shutil.copytree(SOURCE / "locales", project / "locales")
        pack = project / "content/packs/rs-trafficking/pack.yaml"
        pack.write_text(pack.read_text().replace("reflection_days: 90", f"reflection_days: {days}"))
        run(["build", "--project", project, "--out", project / "out", "--locale", ",".join(WANTED), "--format", "a4",
             "--audience", "adult-foreign", "--output", "tree", "-q"])
        for locale, nouns in WANTED.items():
            words = words_of(next((project / "out").glob(f"*_{locale}_*.tree")))
            found = re.findall(rf"(?<!\d){days} ([^\s.,،]+)", words)
            expect(nouns[days] in found, f"{locale}: {days} stands before {found}, not before {nouns[days]}")
    return len(WANTED)


finish(sum(look_at(days) for days in WANTED["en"]))
