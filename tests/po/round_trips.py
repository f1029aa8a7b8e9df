"""What the program reads of a translation is the same after it went through other programs, as translators use them."""
import shutil

import polib
from translate.storage import pypo

from _desk import expect, finish, project, rightspack, rows, tool, translations


def through(*words):
    """A program that reads the file and writes it to standard output."""
    def rewrite(path):
        done = tool(*words, path)
        expect(done.returncode == 0, f"{words}: {done.stderr.decode()}")
        path.write_bytes(done.stdout)
    return rewrite


def as_polib_saves_it(path):
    polib.pofile(str(path), wrapwidth=60).save()


def as_weblate_saves_it(path):
    store = pypo.pofile.parsefile(str(path))
    store.updateheader(add=True, X_Generator="Weblate", PO_Revision_Date="2026-11-26 12:00+0000")
    store.save()


def with_windows_line_ends(path):
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def with_traces_of_earlier_work(path):
    """Obsolete entries, one of them fuzzy, and an earlier wording of one that is sound."""
    text = path.read_text().replace("\nmsgctxt ", '\n#| msgid "an earlier wording"\nmsgctxt ', 1)
    path.write_text(text + '\n#~ msgctxt "rights/gone/title"\n#~ msgid "Gone"\n#~ msgstr "X"\n'
                    '\n#, fuzzy\n#~| msgid "Earlier"\n#~ msgid "Gone, too"\n#~ msgstr "Y"\n')


REWRITES = {
    "msgcat": through("msgcat"),
    "msgcat, narrow": through("msgcat", "--width=40"),
    "msgcat, never wrapped": through("msgcat", "--no-wrap"),
    "msgcat, sorted": through("msgcat", "--sort-output"),
    "msgcat, without comments on places": through("msgcat", "--no-location"),
    "msgcat, escaped": through("msgcat", "--escape"),
    "msgattrib": through("msgattrib"),
    "polib": as_polib_saves_it,
    "Weblate": as_weblate_saves_it,
    "Windows": with_windows_line_ends,
    "earlier work": with_traces_of_earlier_work,
}


def leaflets(folder):
    """Words of leaflets, with the spans and sizes that come of them."""
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    rightspack("build", "--project", folder, "--out", out, "--locale", "sr,sr@latin,ar", "--format", "a4,slip",
               "--audience", "adult", "--output", "tree", "-q")
    return {path.name: path.read_text() for path in sorted(out.glob("*.tree"))}


def counts(folder):
    return rows("status", "--project", folder)


def look_at(name, rewrite):
    with project() as folder:
        for path in translations(folder):
            rewrite(path)
        expect(counts(folder) == STATUS, f"{name}: other numbers than before")
        expect(leaflets(folder) == LEAFLETS, f"{name}: other leaflets than before")


def update_changes_no_word(name, rewrite):
    """Whatever the other program made of the files, bringing them up to date loses nothing."""
    with project() as folder:
        for path in translations(folder):
            rewrite(path)
        rightspack("update", "--project", folder)
        expect(counts(folder) == STATUS, f"{name}, then update: other numbers than before")
        again = {path: path.read_bytes() for path in translations(folder)}
        rightspack("update", "--project", folder)
        expect(again == {path: path.read_bytes() for path in translations(folder)},
               f"{name}: a second update changes something")
        for path in translations(folder):
            done = tool("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path)
            expect(done.returncode == 0, f"{name}, then update: msgfmt: {done.stderr.decode()}")


with project() as untouched:
    STATUS, LEAFLETS = counts(untouched), leaflets(untouched)
expect(len(LEAFLETS) >= 4, f"too few leaflets to compare: {list(LEAFLETS)}")
for name, rewrite in REWRITES.items():
    look_at(name, rewrite)
    update_changes_no_word(name, rewrite)
finish(len(REWRITES))
