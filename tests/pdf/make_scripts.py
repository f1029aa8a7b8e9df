"""Makes the leaflets of scripts/, a small pack in scripts and languages that the default leaflets have not, for the
other scripts of this folder. All are read as tri-fold and A4, some in the formats that come out smaller, larger or turned;
in every other format each only has to fit: no letter missing, nothing outside."""
import json
import shutil

from _leaflets import SCRIPTS, SCRIPTS_FOLDER, expect, finish, run, scripts

# A script each: what is taller, wider, without spaces, from right to left.
SOME = "fa,ur,hi,bn,am,th,zh_CN,ru,vi,de"
SMALLER_OR_LARGER = "card,a5,zfold,large,palm"


def build(*arguments):
    status, _, said = run(["build", "--project", SCRIPTS, "--out", SCRIPTS_FOLDER, "--output", "pdf,tree", "-q",
                           *arguments])
    expect(status == 0, f"build {' '.join(arguments)} ended with {status}:\n{said}")


shutil.rmtree(SCRIPTS_FOLDER, ignore_errors=True)
build()
build("--locale", SOME, "--format", SMALLER_OR_LARGER)
status, listed, said = run(["list", "formats", "--json", "--project", SCRIPTS])
formats = [json.loads(line)["id"] for line in listed.splitlines()]
status, _, said = run(["check", "--project", SCRIPTS, "--format", ",".join(formats), "-q"])
expect(status == 0 and len(formats) > 2, f"check of {formats} ended with {status}:\n{said}")
finish(len(scripts()))
