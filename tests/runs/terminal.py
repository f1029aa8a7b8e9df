"""On a terminal a run shows how far it is, how fast, and how much longer it takes, of what is made only, and wipes that away
in the end; anywhere else, and in what is written, there is no clock."""
import os
import pty
import re
import subprocess
import tempfile
from pathlib import Path

from _runs import PROGRAM, SOURCE, expect, files_in, finish, run

CHOICE = ["build", "--project", SOURCE, "--locale", "sr", "--format", "trifold,card,a4", "--audience", "adult", "--output", "png",
          "--dpi", 100, "-j", 1]
LINE = r"(?:\[[#.]{30}\] )?(\d+)/(\d+)(?:  \d+\.\d/s, \d+:\d\d left)?"


def on_terminal(*words, **environment):
    """What it draws on standard error, a terminal of 80 columns."""
    ours, theirs = pty.openpty()
    os.set_blocking(ours, True)
    process = subprocess.Popen([PROGRAM, *map(str, CHOICE), *map(str, words)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=theirs, env={**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm", **environment})
    os.close(theirs)
    drawn = b""
    try:
        while part := os.read(ours, 4096):
            drawn += part
    except OSError:  # Linux says so when nobody has the other end any more
        pass
    os.close(ours)
    expect(process.wait() == 0, f"build ended with {process.returncode}: {drawn}")
    return drawn.decode()


def steps(drawn):
    """(done, of how many) of each line that was shown; the last of them must be wiped away."""
    shown, rest = drawn.rsplit("\r\x1b[K", 1) if "\r\x1b[K" in drawn else ("", drawn)
    lines = [re.fullmatch(LINE, line.removesuffix("\x1b[K")) for line in shown.split("\r")[1:]]
    expect("\r" not in rest.replace("\r\n", "") and all(lines), f"not only lines: {drawn!r}")
    return [(int(line[1]), int(line[2])) for line in lines if line]


with tempfile.TemporaryDirectory() as temporary:
    out, plain = Path(temporary, "out"), Path(temporary, "plain")
    drawn = on_terminal("--out", out)
    seen = steps(drawn)
    expect(seen[:1] == [(0, 3)] and len(seen) > 1 and seen == sorted(set(seen)), f"it shows {seen}")
    expect("/s, " in drawn and " left" in drawn, f"no rate: {drawn!r}")
    for name in "a4", "card":
        (out / f"DRAFT_a_0.1_sr_adult_{name}-p1.png").unlink()
    expect(steps(on_terminal("--out", out))[:1] == [(0, 2)], "what stays as it was is counted")
    expect("\r\x1b[K" not in on_terminal("--out", out), "there is a line, and nothing to do")
    for words, environment in (["--quiet"], {}), (["--json"], {}), ([], {"TERM": "dumb"}):
        drawn = on_terminal("--all", "--out", out, *words, **environment)
        expect("left" not in drawn and "\x1b[K" not in drawn, f"{words} {environment}: {drawn!r}")
    status, said, errors = run([*CHOICE, "--out", plain])
    expect(status == 0 and "left" not in said + errors and "\r" not in said + errors, f"a clock in a file: {errors}")
    expect(files_in(plain) == files_in(out), "other bytes on a terminal")
    finish(len(seen))
