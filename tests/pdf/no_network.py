"""No command opens a connection, nor does any program it starts: not to check a number, not to look for an update, not to
find a font. Every command of `rightspack --help` is run with a watcher; one that has no row in RUNS fails the test.

Watchers are strace, and where a container lets nobody be traced a seccomp filter, which ends a process that asks for a
socket of a network. Each that works here is used, and has to catch a program that does open a socket; one must work.
"""
import ctypes
import os
import platform
import re
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

from _leaflets import PROGRAM, SOURCE, expect, fail, finish

# A row a run, in this order; PROJECT is a copy of the project, which they may change. To add a command: its rows here.
RUNS = [
    ("build", "--project PROJECT --locale sr,ar --format trifold,bilingual --audience adult --output pdf,png --verify "
              "--timings --limit 200 --memory 2000"),
    ("jobs", "--project PROJECT --locale sr,ar --shard 1/2"),
    ("build", "--project PROJECT --locale sr --format card --audience adult --shard 1/1 --out part"),
    ("manifest", "merge merged part"),
    ("check", "--project PROJECT --locale sr --format card"),
    ("fit", "--project PROJECT --locale ar --format card --budgets"),
    ("preview", "ar --project PROJECT --audience adult --format trifold"),
    ("watch", "--project PROJECT --locale sr --format card --audience adult --out watched"),
    ("handoff", "sr --project PROJECT --no-preview --zip --out parcels"),
    ("receive", "parcels/handoff-sr.zip --project PROJECT"),
    ("recall", "out --contact astra --project PROJECT"),
    ("verify", "out --project PROJECT"),
    ("sheet", "--project PROJECT --locale ar --audience adult"),
    ("extract", "--project PROJECT"),
    ("update", "--project PROJECT sr"),
    ("update", "--project PROJECT --new pl"),
    ("status", "--project PROJECT"),
    ("contacts", "due --project PROJECT"),
    ("contacts", "due --project PROJECT --csv"),
    ("contacts", "verified astra ideas --on 2026-01-05 --by Office --project PROJECT"),
    ("review", "status rs-trafficking --project PROJECT"),
    ("review", "sheet rs-trafficking --role legal --locale sr --project PROJECT"),
    ("list", "contacts --project PROJECT"),
    ("explain", "contact-unverified"),
    ("doctor", "--project PROJECT"),
]
# Those that end when somebody ends them.
ENDED = {"watch": ["timeout", "--foreground", "--preserve-status", "-s", "INT", "10"]}
CALLER = "import socket; socket.socket(socket.AF_{}, socket.SOCK_DGRAM)"
# A leak checker traces, too, and only one can.
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8",
               "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}


def commands():
    """The names that `rightspack --help` lists."""
    said = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, env=ENVIRONMENT).stdout
    return re.findall(r"^  (\w+)  ", said, re.M)


def run(words, cwd, **how):
    return subprocess.run(words, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=240,
                          env=ENVIRONMENT, **how)


# --- by strace ---------------------------------------------------------------------------------

def traced(words, cwd):
    """(exit status, what it said, lines that name a family of addresses but that of this machine's own sockets)."""
    with tempfile.NamedTemporaryFile("r", prefix="calls-") as calls:
        done = run(["strace", "-f", "-qq", "-e", "trace=network", "-o", calls.name, *words], cwd)
        lines = calls.read().splitlines()
    return done.returncode, done.stderr, [line for line in lines if re.search(r"\b[AP]F_(?!UNIX\b|LOCAL\b)\w+", line)]


# --- by seccomp --------------------------------------------------------------------------------

SYSTEMS = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # AUDIT_ARCH_..., the number of socket()
PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
LOAD, IF_EQUAL, ANSWER = 0x20, 0x15, 0x06
ALLOW, KILL_PROCESS = 0x7FFF0000, 0x80000000
NUMBER_AT, ARCHITECTURE_AT, FAMILY_AT = 0, 4, 16  # in struct seccomp_data


def forbid_networks():
    """In the process that becomes the program: socket() of another family than AF_UNIX (1) ends it."""
    architecture, socket_number = SYSTEMS[platform.machine()]
    rows = [(LOAD, 0, 0, ARCHITECTURE_AT), (IF_EQUAL, 0, 5, architecture),
            (LOAD, 0, 0, NUMBER_AT), (IF_EQUAL, 0, 2, socket_number),
            (LOAD, 0, 0, FAMILY_AT), (IF_EQUAL, 0, 1, 1),
            (ANSWER, 0, 0, ALLOW), (ANSWER, 0, 0, KILL_PROCESS)]
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *row) for row in rows))
    program = struct.pack("HP", len(rows), ctypes.addressof(code))
    system = ctypes.CDLL(None, use_errno=True)
    if (system.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
            or system.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, program, 0, 0) != 0):
        raise OSError(ctypes.get_errno(), "seccomp")


def forbidden(words, cwd):
    done = run(words, cwd, preexec_fn=forbid_networks)
    died = done.returncode < 0 or "Bad system call" in done.stderr + done.stdout
    return done.returncode, done.stderr, [f"ended by the filter: {done.returncode}"] if died else []


# --- all of them -------------------------------------------------------------------------------

def works(watcher):
    """It lets a program be that opens no network, and catches one that does."""
    try:
        quiet, loud = (watcher([sys.executable, "-c", CALLER.format(family)], "/") for family in ("UNIX", "INET"))
    except (OSError, KeyError, subprocess.SubprocessError) as reason:
        print(f"{watcher.__name__}: {reason}")
        return False
    return quiet[0] == 0 and quiet[2] == [] and loud[2] != []


def watch(watcher):
    with tempfile.TemporaryDirectory(prefix="network-") as temporary:
        project = Path(temporary, "project")
        for folder in ("content", "locales"):
            shutil.copytree(SOURCE / folder, project / folder)
        for command, arguments in RUNS:
            words = [*ENDED.get(command, []), PROGRAM, command, *arguments.replace("PROJECT", str(project)).split()]
            status, said, calls = watcher(words, temporary)
            expect(status == 0, f"{watcher.__name__} {command} {arguments}: status {status}: {said[-600:]}")
            expect(calls == [], f"{watcher.__name__} {command} {arguments}: opens a connection: {calls[:3]}")


listed = commands()
expect(listed != [], "--help lists no commands")
for name in listed:
    expect(name in (row[0] for row in RUNS), f"'{name}' is a command that nobody has watched; add it to RUNS")
watchers = [watcher for watcher in (traced, forbidden) if works(watcher)]
if not watchers:
    fail("neither strace nor seccomp catches a program that opens a socket")
for each_watcher in watchers:
    watch(each_watcher)
print(", ".join(watcher.__name__ for watcher in watchers))
finish(len(watchers) * len(RUNS))
