"""Makes every leaflet of every language, as PDF and as tree, for the other scripts of this folder: the default leaflets,
and those in languages that are no default."""
import shutil

from _leaflets import FOLDER, SOURCE, defaults, expect, finish, run

LOCALES = sorted(path.parent.name for path in (SOURCE / "locales").glob("*/locale.yaml"))

shutil.rmtree(FOLDER, ignore_errors=True)
status, _, said = run(["build", "--project", SOURCE, "--out", FOLDER, "--locale", ",".join(LOCALES), "--output", "pdf,tree",
                       "-q"])
expect(status == 0, f"build ended with {status}:\n{said}")
finish(len(defaults()))
