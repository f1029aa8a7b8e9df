"""What the scripts of this folder share. Each is run as SCRIPT PROGRAM, and makes its leaflets in folders of its own."""
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
PROGRAM = Path(sys.argv[1]).resolve()
_failures = []


def start(arguments, **environment):
    return subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8", **environment})


def run(arguments, **environment):
    """(exit status, standard output, standard error) of the program."""
    process = start(arguments, **environment)
    said = process.communicate(timeout=120)
    return (process.returncode, *said)


def project_in(folder):
    """A copy of the content, to change."""
    for part in "content", "locales":
        shutil.copytree(SOURCE / part, folder / part)
    return folder


def files_in(out):
    """Name to bytes of what lies in the folder, but for the program's own notes."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def stamps_in(out):
    """Name to what changes when a file is written or put in another's place."""
    return {str(path.relative_to(out)): (path.stat().st_ino, path.stat().st_mtime_ns, path.stat().st_ctime_ns)
            for path in sorted(out.rglob("*")) if path.is_file()}


def entries_in(out):
    """File name to entry of the manifest, which can be read whole."""
    path = out / "manifest.json"
    return {entry["file"]: entry for entry in json.loads(path.read_text())["files"]} if path.exists() else {}


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def expect(truth, message):
    if not truth:
        _failures.append(message)


def finish(count):
    expect(count > 0, "there was nothing to look at")
    for message in _failures[:40]:
        print(message)
    print(f"{count} looked at, {len(_failures)} faults")
    sys.exit(1 if _failures else 0)
