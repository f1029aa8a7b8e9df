"""Where the program finds its project: --project, then RIGHTSPACK_PROJECT, then the working folder and those above it,
then the data beside the program. Bare, it says what to do first."""
import os
import shutil
import tempfile
from pathlib import Path

from _leaflets import SOURCE, expect, finish, run

CASE = SOURCE / "tests/golden/project-of-ones-own/shelter"
looked_at = 0


def packs(what, cwd, *words, **environment):
    """The ids of `list packs` must be @what."""
    global looked_at
    looked_at += 1
    status, said, wrong = run(["list", "packs", *words], cwd, **environment)
    ids = [line.split()[0] for line in said.splitlines()[1:]]
    expect(status == 0 and ids == what,
           f"list packs {words} {environment} in {cwd}: {status} {ids} {wrong}, not {what}")


os.environ.pop("RIGHTSPACK_PROJECT", None)
with tempfile.TemporaryDirectory() as temporary:
    own, empty = Path(temporary, "own"), Path(temporary, "empty")
    empty.mkdir()
    shutil.copytree(CASE, own)
    deep = own / "content/packs/shelter"
    sample, both = ["rs-trafficking"], ["rs-trafficking", "shelter"]

    packs(sample, empty)
    packs(both, own)
    packs(both, deep)
    packs(both, empty, "--project", own)
    packs(both, empty, "--project", "../own")
    packs(both, empty, RIGHTSPACK_PROJECT=str(own))
    packs(sample, own, "--project", SOURCE, RIGHTSPACK_PROJECT=str(own))
    packs(sample, own, RIGHTSPACK_PROJECT=str(SOURCE))
    packs(both, own, RIGHTSPACK_PROJECT="")

    # Files are made in the working folder, wherever the project is.
    status, _, said = run(
        ["build", "shelter", "--audience", "guest", "--locale", "en", "--format", "trifold", "-q"], deep)
    made = deep / "out/DRAFT_s_2.1_en_guest_trifold.pdf"
    expect(status == 0 and made.is_file(), f"from a sub-folder: {status} {said}")

    # A folder that is named and is no project is not passed over.
    status, _, said = run(["list", "packs"], own, RIGHTSPACK_PROJECT=str(empty))
    expect(status == 2 and "[no-project]" in said, f"an empty folder is taken for a project: {status} {said}")

    status, said, wrong = run([], empty)
    expect(status == 0 and said.startswith("rightspack build") and wrong == "", f"bare: {status} {said} {wrong}")
    finish(looked_at)
