"""rightspack watch: what is saved is made again, and nothing else; what is half written never replaces a good leaflet.
Nothing here measures time: lines are waited for, as long as a slow machine needs."""
import os
import queue
import shutil
import signal
import tempfile
import threading
import time
from pathlib import Path

from _leaflets import SOURCE, expect, finish, start

LINE_SECONDS = 120
steps = 0


class Watch:
    """The program, watching a copy of the content."""

    def __init__(self, folder):
        self.project, self.out = folder / "project", folder / "out"
        for name in ("content", "locales"):
            shutil.copytree(SOURCE / name, self.project / name)
        self.lines, self.faults = queue.Queue(), []
        self.process = start(["watch", "--project", self.project, "--out", self.out, "--locale", "en,ar,sr@latin", "--format",
                              "card,a5,bilingual,handover", "--audience", "adult", "--output", "pdf,png", "--dpi", "40"])
        threading.Thread(target=self.read, args=(self.process.stdout, self.lines.put), daemon=True).start()
        threading.Thread(target=self.read, args=(self.process.stderr, self.faults.append), daemon=True).start()

    @staticmethod
    def read(stream, put):
        for line in stream:
            put(line)

    def line(self, *wanted):
        """Waits for a line with all of @wanted in it."""
        global steps
        steps += 1
        seen = []
        while True:
            try:
                seen.append(self.lines.get(timeout=LINE_SECONDS))
            except queue.Empty:
                expect(False, f"no line with {wanted}, but {seen}; errors: {self.faults}")
                finish(steps)
            if all(word in seen[-1] for word in wanted):
                return seen[-1]

    def leaflets(self):
        """Name to (bytes, inode) of what there is: a leaflet made again is another file, with the same bytes or not."""
        return {path.name: (path.read_bytes(), path.stat().st_ino) for path in self.out.iterdir() if path.is_file() and path.name != "manifest.json"}

    def expect_made(self, before, holds, what):
        """Those whose name @holds are others now, and no more than those."""
        after = self.leaflets()
        made = {name for name in after if after[name] != before.get(name)}
        wanted = {name for name in after if holds(name)}
        expect(made == wanted, f"{what}: made {sorted(made)}, not {sorted(wanted)}")
        return after

    def expect_same(self, before, what):
        expect(self.leaflets() == before, f"{what}: leaflets are not what they were")

    def expect_fault(self, word, what):
        until = time.monotonic() + LINE_SECONDS  # another stream than that of lines: it may come later
        while not any(word in line for line in self.faults) and time.monotonic() < until:
            time.sleep(0.01)
        expect(any(word in line for line in self.faults), f"{what}: no '{word}' in {self.faults}")
        self.faults.clear()


def of_locale(tag):
    return lambda name: f"_{tag}_" in name or f"+{tag}_" in name


def replace(path, text):
    """As careful editors save."""
    other = path.with_name(path.name + ".new")
    other.write_text(text)
    os.replace(other, path)


def translations(watch):
    po = watch.project / "locales/ar/common.po"
    text = po.read_text()
    before = watch.leaflets()

    po.write_text(text)
    watch.line("ar/common.po", "made")
    before = watch.expect_made(before, of_locale("ar"), "a PO file written over")

    replace(po, text.replace("مسودة", "مسودةة"))
    watch.line("ar/common.po", "made")
    after = watch.expect_made(before, of_locale("ar"), "a PO file renamed over")
    card = next(name for name in after if "_ar_" in name and name.endswith("card.pdf"))
    expect(after[card][0] != before[card][0], "a reworded card has the same bytes")

    for what, half, code in (("half a file", text[:len(text) // 2], "messages are there"), ("no file", "", "[po-header]"),
                             ("garbage", "garbage \1", "[po-syntax]")):
        po.write_text(half)
        watch.line("ar/common.po")
        watch.expect_same(after, what)
        watch.expect_fault(code, what)
    po.unlink()
    watch.line("ar/common.po")
    watch.expect_same(after, "a file that has gone")
    other = po.with_name("contacts-rs.po")
    other.write_text(other.read_text())
    watch.line("ar/contacts-rs.po")
    watch.expect_same(after, "another file of the language")
    po.write_text(text)
    watch.line("ar/common.po", "made")
    after = watch.expect_made(after, of_locale("ar"), "a file that is back")
    expect(after[card][0] == before[card][0], "the same words give other bytes")


def copies(watch):
    """What editors leave beside a file is none of ours; the file saved last tells that the rest has been seen."""
    before = watch.leaflets()
    folder = watch.project / "locales/ar"
    for name in (".common.po.swp", "common.po~", "#common.po#", ".#common.po", "4913", "common.po.bak"):
        (folder / name).write_text("x")
    (folder / "rightspack.po").write_text("x")
    watch.line("ar/rightspack.po", "nothing to make")
    watch.expect_same(before, "copies of editors")


def content(watch):
    before = watch.leaflets()
    rights = watch.project / "content/packs/rs-trafficking/rights.yaml"
    text = rights.read_text()

    rights.write_text(text + "- {id: broken\n")
    watch.line("rights.yaml", "nothing made")
    watch.expect_same(before, "YAML that cannot be read")
    watch.expect_fault(f"rights.yaml:{text.count(chr(10)) + 2}:1: error", "YAML that cannot be read")
    po = watch.project / "locales/ar/common.po"
    po.write_text(po.read_text())
    watch.line("ar/common.po", "nothing made")
    watch.expect_same(before, "a PO file beside it")
    rights.write_text(text)
    watch.line("rights.yaml", "made")
    before = watch.expect_made(before, lambda name: True, "YAML repaired")

    card = watch.project / "content/formats/card.yaml"
    card.write_text(card.read_text())
    watch.line("card.yaml", "made")
    before = watch.expect_made(before, lambda name: "_card" in name, "a format")

    sr = watch.project / "locales/sr/contacts-rs.po"
    sr.write_text(sr.read_text())  # of the staff: in all of them, and sr@latin is made from it
    watch.line("sr/contacts-rs.po", "made")
    before = watch.expect_made(before, lambda name: True, "the language of the staff")

    folder = watch.project / "locales"
    os.rename(folder, watch.project / "elsewhere")
    watch.line("locales/", "nothing to make")
    watch.expect_same(before, "a folder that has gone")
    os.rename(watch.project / "elsewhere", folder)
    watch.line("locales/", "made")
    before = watch.expect_made(before, lambda name: True, "a folder that is back")

    new = folder / "xx"  # in none of these leaflets, but seen: its folder is new
    new.mkdir()
    profile = (folder / "en/locale.yaml").read_text()
    (new / "locale.yaml").write_text(profile.replace("tag: en", "tag: xx").replace("lang: en", "lang: xx"))
    watch.line("xx/locale.yaml")
    watch.expect_same(before, "a new language")
    (new / "locale.yaml").write_text(profile)
    watch.line("xx/locale.yaml", "nothing made")
    watch.expect_fault("[bad-id]", "a second file in a new folder")
    shutil.rmtree(new)
    watch.line("xx/locale.yaml", "nothing to make")


with tempfile.TemporaryDirectory() as temporary:
    watch = Watch(Path(temporary))
    watch.line("Waiting")
    names = set(watch.leaflets())
    try:
        translations(watch)
        copies(watch)
        content(watch)
        expect(set(watch.leaflets()) == names, "leaflets came or went")
        os.killpg(watch.process.pid, signal.SIGINT)
        expect(watch.process.wait(LINE_SECONDS) == 0, f"status {watch.process.returncode}")
    finally:
        if watch.process.poll() is None:
            watch.process.kill()
    finish(steps)
