"""--timings says into which stages the time of all processes has gone: every stage is there, the sums are right, no more than
the clock on the wall has room for; and what is made is the same."""
import json
import re
import tempfile
import time
from pathlib import Path

from _runs import SOURCE, expect, files_in, finish, run

CHOICE = ["build", "--project", SOURCE, "--locale", "sr,ar", "--format", "trifold,card", "--audience", "adult", "--dpi", 60,
          "--output", "pdf,png", "-j", 2]
STAGES = ["reading", "planning", "fonts", "translations", "composing", "shaping", "fitting", "placing", "checking", "drawing",
          "drawing", "finishing", "writing", "noting", "other", "waiting"]
USED = set(STAGES) - {"waiting"}  # each takes some time, where leaflets are made


def near(a, b):
    return abs(a - b) < 1e-6


def timings(said):
    found = [json.loads(line)["timings"] for line in said.splitlines() if '"timings"' in line]
    expect(len(found) == 1, f"{len(found)} lines of timings")
    return found[0]


def look(times, seconds):
    rows = times["stages"]
    expect([row["stage"] for row in rows] == STAGES, f"stages: {rows}")
    expect([row.get("output") for row in rows if row["stage"] == "drawing"] == ["pdf", "png"], f"drawing: {rows}")
    for what in "wall", "processor":
        expect(near(sum(row[what] for row in rows), times[what]), f"{what} is not the sum: {times}")
        expect(all(row[what] >= 0 for row in rows), f"time goes back: {times}")
        expect(all(row[what] > 0 for row in rows if row["stage"] in USED), f"a stage takes no time: {times}")
    expect(near(sum(row["share"] for row in rows), 1), f"shares: {rows}")
    expect(0 < times["elapsed"] <= seconds, f"{times['elapsed']} s in {seconds} s")
    expect(times["elapsed"] <= times["wall"] <= times["elapsed"] * (times["workers"] + 1), f"wall clock: {times}")
    expect(times["processor"] <= times["wall"] * 1.05 + 0.05, f"more than one processor a process: {times}")
    expect(times["made"] == 4 and times["workers"] == 2, f"made: {times}")
    expect(near(times["made_per_second"], times["made"] / times["elapsed"]), f"rate: {times}")


with tempfile.TemporaryDirectory() as temporary:
    out, timed = Path(temporary, "out"), Path(temporary, "timed")
    status, plain, errors = run([*CHOICE, "--out", out])
    expect(status == 0 and "seconds" not in errors, f"build ended with {status}: {errors}")
    begun = time.monotonic()
    status, said, _ = run([*CHOICE, "--out", timed, "--timings", "--json"])
    look(timings(said), time.monotonic() - begun)
    expect(files_in(timed) == files_in(out), "other bytes when time is measured")
    status, said, _ = run([*CHOICE, "--out", timed, "--timings", "--json"])
    times = timings(said)
    expect(times["made"] == 0 and times["workers"] == 0 and times["elapsed"] > 0, f"nothing to do: {times}")
    status, said, errors = run([*CHOICE, "--out", out, "--timings", "--all"])
    rows = re.findall(r"^  \S.*? +\d+\.\d{3} +\d+\.\d{3} +\d+\.\d %$", errors, re.M)
    expect(said == plain and len(rows) == len(STAGES) + 1, f"the table: {said} {errors}")
    finish(len(rows))
