"""Makes the leaflets of scripts/, a small pack in scripts and languages that the default leaflets have not, for the
other scripts of this folder. In the other formats they only have to fit: no letter missing, nothing outside."""
import json
import shutil

from _leaflets import SCRIPTS, SCRIPTS_FOLDER, expect, finish, run, scripts

shutil.rmtree(SCRIPTS_FOLDER, ignore_errors=True)
status, _, said = run(["build", "--project", SCRIPTS, "--out", SCRIPTS_FOLDER, "--output", "pdf,tree", "-q"])
expect(status == 0, f"build ended with {status}:\n{said}")
status, listed, said = run(["list", "formats", "--json", "--project", SCRIPTS])
formats = [json.loads(line)["id"] for line in listed.splitlines()]
status, _, said = run(["check", "--project", SCRIPTS, "--format", ",".join(formats), "-q"])
expect(status == 0 and len(formats) > 2, f"check of {formats} ended with {status}:\n{said}")
finish(len(scripts()))
