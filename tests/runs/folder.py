"""Folders that give trouble: two runs at once, a disk that fills, a disk that fails, one that can only be read, a folder
or a file in the way. Each costs what it must and no more, and is told in a line."""
import fcntl
import os
import subprocess
import tempfile
from pathlib import Path

from _runs import PROGRAM, SOURCE, entries_in, expect, files_in, finish, run, sha256

CHOICE = ["build", "--project", SOURCE, "--locale", "sr", "--format", "trifold,card,a4", "-j", 1, "-q", "--out"]
looked_at = 0


def sound(out, whole, when):
    """Whatever is there is whole and stands in the list, or in the journal that the list is made from."""
    global looked_at
    noted = (out / ".rightspack/journal").read_text() if (out / ".rightspack/journal").exists() else ""
    entries = entries_in(out)
    for name, data in files_in(out).items():
        if name == "manifest.json":
            continue
        looked_at += 1
        expect(data == whole[name], f"{when}: {name} is not whole")
        expect(name in entries or f'"{name}"' in noted, f"{when}: {name} is in no list")
    for name in entries:
        expect(entries[name]["sha256"] == sha256(whole[name]), f"{when}: the list has another {name}")


def goes_on(out, whole, when):
    status, _, said = run([*CHOICE, out])
    expect(status == 0 and files_in(out) == whole, f"{when}: the next run does not make the rest: {said}")


def full_disk(folder, whole):
    """A file system of 400 KiB, in a namespace of its own; what is made there is copied out. Where that is refused
    failing_disk() alone has to do."""
    out, copy = folder / "small", folder / "copy"
    out.mkdir()
    script = ('mount -t tmpfs -o size=400k none "$1" || exit 99; out=$1; copy=$2; shift 2; "$@" 2>"$copy.said"; '
              'echo $? >"$copy.status"; cp -a "$out" "$copy"')
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", out, copy, PROGRAM, *map(str, CHOICE), out],
                          capture_output=True, text=True)
    if done.returncode != 0:
        return
    said = Path(f"{copy}.said").read_text()
    expect(Path(f"{copy}.status").read_text() == "4\n" and "[cannot-write]" in said, f"full disk: {said}")
    expect(0 < len(files_in(copy)) < len(whole), f"full disk: {len(files_in(copy))} files")
    sound(copy, whole, "full disk")
    goes_on(copy, whole, "full disk")


def failing_disk(folder, whole):
    """Every third fsync fails, as a disk does that breaks or a network that stops."""
    out = folder / "failing"
    done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=ENOSPC:when=3+3",
                           PROGRAM, *map(str, CHOICE), out], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"})
    expect(done.returncode == 4 and "[cannot-write]" in done.stderr, f"failing disk: {done.returncode}: {done.stderr}")
    sound(out, whole, "failing disk")
    goes_on(out, whole, "failing disk")


def read_only(folder):
    out = folder / "readonly"
    out.mkdir()
    script = 'mount -t tmpfs -o ro none "$1" || exit 99; shift; exec "$@"'
    words = [PROGRAM, *map(str, CHOICE), out]
    done = subprocess.run(["unshare", "-rm", "sh", "-c", script, "sh", out, *words], capture_output=True, text=True)
    if done.returncode == 99 or "unshare:" in done.stderr:
        done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "trace=mkdir", "-e", "inject=mkdir:error=EROFS",
                               *words], capture_output=True, text=True)
    expect(done.returncode == 4 and done.stderr.count("[cannot-write]") == 1, f"read only: {done.returncode}: {done.stderr}")


def in_the_way(folder, whole):
    status, _, said = run([*CHOICE, SOURCE / "LICENSE"])
    expect(status == 4 and said.count("[cannot-write]") == 1, f"a file for a folder: {status}: {said}")
    out, name = folder / "way", sorted(whole)[0]
    (out / name).mkdir(parents=True)
    status, _, said = run([*CHOICE, out])
    expect(status == 4 and said.count("[cannot-write]") == 1 and name in said, f"a folder for a file: {status}: {said}")
    expect(len(files_in(out)) == len(whole) - 1, "a folder for a file costs more than that file")
    sound(out, whole, "a folder for a file")
    (out / name).rmdir()
    goes_on(out, whole, "a folder for a file")


def a_paper_in_the_way(folder):
    """An order's table and page are noted together: what one of them cost is made good by the next run."""
    order = folder / "order.yaml"
    order.write_text("{order: way, locales: sr, formats: card, audiences: adult}")
    out = folder / "orders/way"
    words = ["build", "--project", SOURCE, "--order", order, "--out", out.parent, "-q"]
    (out / "index.html").mkdir(parents=True)
    status, _, said = run(words)
    expect(status == 4 and said.count("[cannot-write]") == 1 and "index.html" in said, f"a folder for a page: {status}: {said}")
    (out / "index.html").rmdir()
    status, _, said = run(words)
    expect(status == 0 and {"index.html", "manifest.csv"} <= files_in(out).keys(), f"the next run makes no page: {status}: {said}")


def no_locks(folder):
    """Some network file systems have none: that is not another run."""
    done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "trace=flock", "-e", "inject=flock:error=ENOLCK",
                           PROGRAM, *map(str, CHOICE), folder / "unlocked"], capture_output=True, text=True,
                          env={**os.environ, "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"})
    expect(done.returncode == 4 and "[cannot-write]" in done.stderr and "No locks" in done.stderr, f"no locks: {done.stderr}")


def two_at_once(out, whole):
    before = files_in(out)
    with open(out / ".rightspack/lock") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        status, _, said = run([*CHOICE, out, "--all"])
        expect(status == 4 and "[folder-busy]" in said and "--out" in said, f"two at once: {status}: {said}")
    expect(files_in(out) == before, "two at once: the second touches something")
    goes_on(out, whole, "two at once")


with tempfile.TemporaryDirectory() as temporary:
    folder = Path(temporary)
    status, _, said = run([*CHOICE, folder / "whole"])
    expect(status == 0, f"build ended with {status}: {said}")
    whole = files_in(folder / "whole")
    full_disk(folder, whole)
    failing_disk(folder, whole)
    read_only(folder)
    in_the_way(folder, whole)
    a_paper_in_the_way(folder)
    no_locks(folder)
    two_at_once(folder / "whole", whole)
    finish(looked_at)
