"""Ctrl-C leaves whole files only, and ends with status 130."""
import os
import signal
import tempfile
import time
from pathlib import Path

from _leaflets import SOURCE, expect, finish, start

ENDS = {".pdf": b"%%EOF\n", ".png": b"IEND\xaeB`\x82", ".tree": b"\n", ".json": b"}\n"}


def interrupt(out, wait_seconds):
    """Stops a long build some time after its first file is there; the number of files it leaves."""
    build = start(["build", "--project", SOURCE, "--out", out, "--output", "pdf,png,tree", "--dpi", 200, "-j", 2, "-q"])
    while build.poll() is None and not (out.is_dir() and any(path.is_file() for path in out.iterdir())):
        time.sleep(0.001)
    time.sleep(wait_seconds)
    os.killpg(build.pid, signal.SIGINT)  # Ctrl-C goes to the workers, too
    _, said = build.communicate(timeout=60)

    expect(build.returncode == 130, f"status {build.returncode}, not 130: {said}")
    expect("[interrupted]" in said, f"does not say that it was interrupted: {said}")
    files = [path for path in out.iterdir() if path.is_file()]
    for path in files:
        end = ENDS.get(path.suffix)
        expect(end is not None, f"{path.name} was left")
        expect(end is None or path.read_bytes().endswith(end), f"{path.name} is not whole")
    return len(files)


with tempfile.TemporaryDirectory() as temporary:
    finish(sum(interrupt(Path(temporary, str(i)), 0.04 * i) for i in range(5)))
