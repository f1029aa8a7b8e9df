"""What the scripts of this folder share: the program, projects in temporary folders, and a count of faults."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

PROGRAM = Path(sys.argv[1]).resolve()
SOURCE = Path(__file__).resolve().parents[2]
faults = []


def expect(right, message):
    if not right:
        faults.append(message)


def finish(looked_at):
    """Ends the script. Whoever looked at nothing has proved nothing."""
    for fault in faults:
        print(fault)
    print(f"{looked_at} looked at, {len(faults)} faults")
    sys.exit(1 if faults or not looked_at else 0)


def tool(*words, **options):
    """One of gettext's or translate-toolkit's programs; its messages in English."""
    return subprocess.run([str(word) for word in words], capture_output=True, timeout=120,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""}, **options)


def rightspack(*words, status=0):
    done = tool(PROGRAM, *words)
    expect(done.returncode == status, f"{words}: status {done.returncode}\n{done.stderr.decode()}")
    return done.stdout.decode()


def rows(*words, status=0):
    return [json.loads(line) for line in rightspack(*words, "--json", status=status).splitlines()]


@contextmanager
def project():
    """A copy of the checkout's content and translations."""
    with tempfile.TemporaryDirectory(prefix="desk-") as folder:
        for name in ("content", "locales"):
            shutil.copytree(SOURCE / name, Path(folder) / name)
        yield Path(folder)


def translations(folder):
    """PO files of the content; rightspack.po is the program's own."""
    return sorted(path for path in (folder / "locales").glob("*/*.po") if path.stem != "rightspack")
