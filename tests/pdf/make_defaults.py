"""Makes every default leaflet, as PDF and as tree, for the other scripts of this folder."""
import shutil

from _leaflets import FOLDER, SOURCE, defaults, expect, finish, run

shutil.rmtree(FOLDER, ignore_errors=True)
status, _, said = run(["build", "--project", SOURCE, "--out", FOLDER, "--output", "pdf,tree", "-q"])
expect(status == 0, f"build ended with {status}:\n{said}")
finish(len(defaults()))
