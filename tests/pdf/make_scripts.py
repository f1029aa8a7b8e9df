"""Makes the leaflets of scripts/, a small pack in scripts and languages that the default leaflets have not, for the
other scripts of this folder."""
import shutil

from _leaflets import SCRIPTS, SCRIPTS_FOLDER, expect, finish, run, scripts

shutil.rmtree(SCRIPTS_FOLDER, ignore_errors=True)
status, _, said = run(["build", "--project", SCRIPTS, "--out", SCRIPTS_FOLDER, "--output", "pdf,tree", "-q"])
expect(status == 0, f"build ended with {status}:\n{said}")
finish(len(scripts()))
