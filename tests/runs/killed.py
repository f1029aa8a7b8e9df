"""SIGKILL at 50 random moments: no half file under a final name, a manifest that can be read, no finished leaflet made
twice, and in the end the bytes of a run that nobody disturbed."""
import os
import random
import tempfile
import time
from pathlib import Path

from _runs import SOURCE, entries_in, expect, files_in, finish, run, sha256, start

KILLS, ROUND = 50, 10  # after so many kills a run is left to end, and the folder is emptied
CHOICE = ["build", "--project", SOURCE, "--locale", "sr,ar", "--format", "trifold,card,a4", "--output", "pdf,png",
          "--dpi", 100, "-j", 2, "-q", "--out"]


def look(out, whole, when):
    for name, data in files_in(out).items():
        if name != "manifest.json":
            expect(data == whole.get(name), f"{when}: {name} is not whole")
    for name, entry in entries_in(out).items():
        expect(entry["sha256"] == sha256(whole[name]), f"{when}: the manifest has another {name}")


with tempfile.TemporaryDirectory() as temporary:
    undisturbed = Path(temporary, "undisturbed")
    begun = time.monotonic()
    status, _, said = run([*CHOICE, undisturbed])
    seconds = time.monotonic() - begun
    expect(status == 0, f"build ended with {status}: {said}")
    whole = files_in(undisturbed)
    chance = random.Random(KILLS)
    for number in range(KILLS):
        out = Path(temporary, f"out{number // ROUND}")
        build = start([*CHOICE, out])
        time.sleep(chance.uniform(0, seconds / 3))
        build.kill()
        build.communicate()
        look(out, whole, f"kill {number}") if out.is_dir() else None
        if number % ROUND == ROUND - 1:
            status, _, said = run([*CHOICE, out])
            expect(status == 0, f"after kill {number}: status {status}: {said}")
            expect(files_in(out) == whole, f"after kill {number}: not the bytes of an undisturbed run")
            expect(os.listdir(out / ".rightspack/new") == [], f"after kill {number}: something was left")
    finish(len(whole))
