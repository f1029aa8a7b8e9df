"""What the scripts of this folder share. Each is run as

    SCRIPT PROGRAM FOLDER

where PROGRAM is rightspack and FOLDER holds the default leaflets and the same in every other language of locales/, which
make_defaults.py has made there.
"""
import json
import os
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
PROGRAM, FOLDER = (Path(argument).resolve() for argument in sys.argv[1:3])
# A small pack in scripts that the default leaflets have not, and where make_scripts.py makes it.
SCRIPTS, SCRIPTS_FOLDER = SOURCE / "tests/pdf/scripts", FOLDER.parent / "scripts"
_failures = []


def start(arguments, cwd=None, **environment):
    """The program, running, in a process group of its own. Its messages are English, whatever the tester's language."""
    return subprocess.Popen([PROGRAM, *map(str, arguments)], cwd=cwd, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
                            env={**os.environ, "LC_ALL": "C.UTF-8", **environment})


def run(arguments, cwd=None, **environment):
    """(exit status, standard output, standard error) of the program."""
    process = start(arguments, cwd, **environment)
    said = process.communicate(timeout=120)
    return (process.returncode, *said)


def made(folder, ending):
    """The leaflets in @folder with this ending: what manifest.json says of each, and its path."""
    manifest = folder / "manifest.json"
    entries = json.loads(manifest.read_text())["files"] if manifest.exists() else []
    return [{**entry, "path": folder / entry["file"]} for entry in entries if entry["file"].endswith(ending)]


def defaults(ending=".pdf"):
    return made(FOLDER, ending)


def in_turn(entries):
    """Of tri-folds and A4 pages all; of formats that say the same in another shape one audience a language, in turn. For
    what takes long to look at and hardly differs from audience to audience."""
    groups = {}
    for entry in entries:
        kind = entry["format"], entry["locale"], entry["state"]
        alone = entry["audience"] if entry["format"] in ("trifold", "a4") else ""
        groups.setdefault((*kind, alone), []).append(entry)
    return [group[index % len(group)] for index, (_, group) in enumerate(sorted(groups.items()))]


def scripts(ending=".pdf"):
    """The leaflets of SCRIPTS."""
    return made(SCRIPTS_FOLDER, ending)


def is_in_scripts(entry):
    return entry["path"].parent == SCRIPTS_FOLDER


def in_processes(function, items):
    """As each(), for what is computed here and not by another program."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(function, items, chunksize=1))


def tool(*words):
    """What another tool prints; it must succeed."""
    done = subprocess.run([str(word) for word in words], capture_output=True)
    if done.returncode != 0:
        said = (done.stdout + done.stderr).decode(errors="replace")
        fail(f"{' '.join(map(str, words))}: status {done.returncode}: {said}")
    return done.stdout


def each(function, items):
    """Calls @function with every item, some at a time."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, items))


def fail(message):
    _failures.append(message)


def expect(truth, message):
    if not truth:
        fail(message)


def finish(count):
    """Ends the script. @count: what was looked at; nothing is a failure, too."""
    expect(count > 0, "there was nothing to look at")
    for message in _failures[:40]:
        print(message)
    print(f"{count} looked at, {len(_failures)} faults")
    sys.exit(1 if _failures else 0)
