"""A leaflet whose process aborts, one that never ends, one that eats memory: each costs itself alone. The run ends, names
them with the command that makes each, and says so by its status; no half file is left, and the next run makes just these."""
import json
import os
import shlex
import signal
import sys
import tempfile
import time
from pathlib import Path

from _runs import SOURCE, entries_in, expect, files_in, finish, run, stamps_in, start

SHIM = Path(sys.argv[2]).resolve()
SECONDS, MEBIBYTES = 8, 320  # a leaflet needs a small part of either, also on a busy machine
CHOICE = ["build", "--project", SOURCE, "--locale", "sr,ar", "--format", "trifold,card,a4", "--audience", "adult"]
LIMITS = ["-j", 2, "--limit", SECONDS, "--memory", MEBIBYTES]
FAULTS = {"abort": "DRAFT_a_0.1_ar_adult_card", "loop": "DRAFT_a_0.1_sr_adult_card", "eat": "DRAFT_a_0.1_sr_adult_a4"}
SAYS = {"abort": "its process crashed", "loop": f"it took longer than {SECONDS} seconds",
        "eat": f"its process needed more than {MEBIBYTES} MiB of memory"}
CODES = {"abort": "worker-lost", "loop": "time-limit", "eat": "worker-lost"}
BAD = {f"{name}.pdf" for name in FAULTS.values()}


def leaflets_in(out):
    return {name: data for name, data in files_in(out).items() if name != "manifest.json"}


def misbehave(out, *more):
    return run([*CHOICE, *LIMITS, "--out", out, *more], LD_PRELOAD=str(SHIM),
               MISBEHAVE=" ".join(f"{way}={name}" for way, name in FAULTS.items()))


def alone(said, name):
    """The command that the summary gives for this leaflet, as words."""
    lines = said.splitlines()
    at = [i for i, line in enumerate(lines) if line.startswith(f"not made: {name} (")]
    expect(len(at) == 1, f"{name} is named {len(at)} times: {said}")
    return (lines[at[0]], shlex.split(lines[at[0] + 1])) if at else ("", [])


def costs_itself_alone(out, whole):
    status, results, said = misbehave(out)
    expect(status == 4, f"the run ends with {status}: {said}")
    expect("made 3, failed 3" in results, f"the summary counts otherwise: {results}")
    for way, name in FAULTS.items():
        line, _ = alone(said, name)
        expect(f"{name} was not made: {SAYS[way]}" in said and CODES[way] in line, f"{way}: {said}")
    good = {name: data for name, data in whole.items() if name not in BAD}
    expect(leaflets_in(out) == good, f"files: {sorted(leaflets_in(out))}")
    expect(set(entries_in(out)) == set(good), f"the manifest names {sorted(entries_in(out))}")
    expect(os.listdir(out / ".rightspack/new") == [], "half a file was left")
    return said


def made_by_command(said, whole):
    """Each command makes its leaflet, the one and with the same bytes."""
    for name in FAULTS.values():
        _, words = alone(said, name)
        expect(words[:1] == ["rightspack"], f"no command: {words}")
        with tempfile.TemporaryDirectory() as elsewhere:
            status, _, faults = run([*words[1:], "--out", elsewhere])
            expect(status == 0 and leaflets_in(Path(elsewhere)) == {f"{name}.pdf": whole[f"{name}.pdf"]}, f"{words}: {faults}")


def rest_is_made(out, whole):
    before = stamps_in(out)
    status, results, said = run([*CHOICE, "--out", out])
    expect(status == 0 and "made 3, unchanged 3" in results, f"the next run: {status}: {results} {said}")
    touched = {name for name, stamp in stamps_in(out).items() if before.get(name) != stamp and name.endswith(".pdf")}
    expect(touched == BAD, f"the next run makes {sorted(touched)}")
    expect(leaflets_in(out) == whole, "they are not as if nothing had happened")


def older_file_is_named(out, whole):
    """Everything is there, and is to be made again: what fails must not be taken for new."""
    status, results, said = misbehave(out, "--all")
    for name in FAULTS.values():
        expect(f"do not hand it out: {out}/{name}.pdf" in said, f"nothing of the older {name}: {said}")
    expect(said.count("do not hand it out") == len(FAULTS), f"more is called old than is: {said}")
    expect(status == 4 and leaflets_in(out) == whole, f"older files are not as they were: {status}")


def told_to_programs(out):
    status, results, _ = misbehave(out, "--json", "--all", "--quiet")
    lines = [json.loads(line) for line in results.splitlines()]
    leaflets = {line["leaflet"]: line for line in lines if "leaflet" in line}
    for way, name in FAULTS.items():
        line = leaflets[name]
        expect(line["failed"] == [CODES[way]] and not line["made"], f"{name}: {line}")
        expect(line["outdated"] == [f"{out}/{name}.pdf"], f"{name}: {line}")
        expect(shlex.split(line["command"])[:2] == ["rightspack", "build"], f"{name}: {line}")
    expect(lines[-1] == {"summary": {"leaflets": 6, "made": 3, "unchanged": 0, "failed": 3, "undone": 0, "status": status}},
           f"the last line: {lines[-1]}")
    expect(all("failed" not in line for name, line in leaflets.items() if name not in FAULTS.values()), "too many failed")


def stopped_on_the_way(out):
    """Ctrl-C while the first of them hangs: nobody has tried the others, so nothing is said of each. Meanwhile a second run has
    no business in the folder."""
    build = start([*CHOICE, "-j", 1, "--out", out], LD_PRELOAD=str(SHIM), MISBEHAVE="loop=DRAFT_a_0.1_sr_adult_trifold")
    until = time.monotonic() + 60
    while not list(out.glob(".rightspack/new/DRAFT_a_0.1_sr_adult_trifold*")) and time.monotonic() < until:
        time.sleep(0.1)
    status, _, said = run([*CHOICE, "--out", out])
    expect(status == 4 and "[folder-busy]" in said, f"two runs at once: {status}: {said}")
    build.send_signal(signal.SIGINT)
    results, said = build.communicate(timeout=60)
    expect(build.returncode == 130 and "Leaflets: left undone 6" in results and "[interrupted]" in said and "not made:" not in said,
           f"stopped: {build.returncode}: {results} {said}")
    expect(leaflets_in(out) == {} and os.listdir(out / ".rightspack/new") == [], "stopped: something was left")


with tempfile.TemporaryDirectory() as temporary:
    undisturbed, out = Path(temporary, "undisturbed"), Path(temporary, "a folder's")
    status, _, faults = run([*CHOICE, "--out", undisturbed])
    expect(status == 0, f"build ended with {status}: {faults}")
    whole = leaflets_in(undisturbed)
    expect(len(whole) == 6 and BAD < set(whole), f"made: {sorted(whole)}")
    said = costs_itself_alone(out, whole)
    made_by_command(said, whole)
    rest_is_made(out, whole)
    older_file_is_named(out, whole)
    told_to_programs(out)
    stopped_on_the_way(Path(temporary, "stopped"))
    finish(len(whole))
