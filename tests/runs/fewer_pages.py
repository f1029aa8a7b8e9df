"""A leaflet that needs fewer pages than before leaves no old page behind, neither in the folder nor in the list, however the
run ends. What the program has not made, or not again, stays."""
import shutil
import sys
import tempfile
from pathlib import Path

from _runs import SOURCE, entries_in, expect, files_in, finish, run

SHIM = Path(sys.argv[2]).resolve()
LONG = SOURCE / "tests/golden/one-overflow-costs-one-leaflet/project"
NAME = "DRAFT_l_1_en_all_a4"
PAGES = [f"{NAME}-p{page}.png" for page in (1, 2, 3)]

with tempfile.TemporaryDirectory() as temporary:
    project, out = Path(temporary, "project"), Path(temporary, "out")
    shutil.copytree(LONG, project)
    rights = project / "content/packs/long/rights.yaml"
    long = rights.read_text()
    short = long.rsplit("- id:", 2)[0]

    def build(words, *more, faults=0, **environment):
        rights.write_text(words)
        status, said, errors = run(["build", "long", "--project", project, "--out", out, "--format", "a4", "--dpi", 40, *more],
                                   **environment)
        expect(status == faults, f"{more}: status {status}: {said} {errors}")
        return {name for name in files_in(out) if name.endswith(".png")}

    def listed():
        return {name for name in entries_in(out) if name.endswith(".png")}

    def is_two_pages(when):
        made = build(short, "--output", "png,pdf")
        expect(made == {*PAGES[:2], *others} and listed() == set(PAGES[:2]), f"{when}: {sorted(made)}, listed {sorted(listed())}")

    others = set()
    expect(build(long, "--output", "png,pdf") == set(PAGES) and listed() == set(PAGES), "it has not three pages")
    others = {f"{NAME}-p5.png", f"{NAME}-discreet-p3.png"}
    for name in others:
        (out / name).write_bytes(b"somebody's own")
    expect(build(short, "--output", "pdf") == {*PAGES, *others}, "pictures went that nobody has made again")
    is_two_pages("two pages")
    expect(build(long, "--output", "png,pdf") >= set(PAGES) and listed() == set(PAGES), "it has not three pages again")
    build(short, "--output", "png,pdf", faults=-6, LD_PRELOAD=str(SHIM), MISBEHAVE="abort=manifest")
    is_two_pages("after a run that died on its list")
    finish(len(PAGES))
