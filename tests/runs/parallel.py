"""One order on several machines, as README.md shows it with GNU parallel: four workers in folders of their own, one killed
half way and started again; merged, the folder has the bytes of one run, and the next build makes only the papers. What
was damaged, lost or made of other content on the way is told and not taken. Each line of `jobs` makes its leaflet."""
import json
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from _runs import PROGRAM, entries_in, expect, finish, project_in, run, stamps_in, start

WORKERS = 4
ORDER = """order: march
paper: white
packs: rs-trafficking
lines:
  - {locales: [sr, ar, hu], formats: [trifold, card, a4], audiences: [adult, child], copies: 500}
  - {locales: sr+ar, formats: slip, outputs: [pdf, png], paper: "yellow, it's thick", copies: 20}
  - {locales: ar, formats: trifold, audiences: adult, discreet: true}
"""


def parallel(folder, lines, *words):
    """GNU parallel, without the notice that it waits with; it finds the program as any shell does."""
    return subprocess.Popen(["parallel", "--will-cite", *map(str, words)], stdin=lines, cwd=folder, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, text=True, env={**os.environ, "LC_ALL": "C.UTF-8", "HOME": str(folder),
                                                                    "PATH": f"{PROGRAM.parent}:{os.environ['PATH']}"})


def everything_in(out):
    return {str(path.relative_to(out)): path.read_bytes() for path in sorted(out.rglob("*"))
            if path.is_file() and ".rightspack" not in path.parts}


def shards(folder):
    return [folder / f"w{number}/march" for number in range(1, WORKERS + 1)]


def worker_of(out):
    """The process id of the build whose --out is this folder; those that it started look the same."""
    parents = {}
    for about in Path("/proc").glob("[0-9]*"):
        try:
            words = (about / "cmdline").read_bytes().split(b"\0")
            if words[0].endswith(PROGRAM.name.encode()) and str(out).encode() in words:
                parents[int(about.name)] = int((about / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    return next((process for process, parent in parents.items() if parent not in parents), None)


def kill_one(folder, engine):
    """The second worker, when it has finished something and not all."""
    journal, out = folder / "w2/march/.rightspack/journal", folder / "w2"
    while engine.poll() is None and not (journal.exists() and journal.read_bytes().count(b"\n") >= 2):
        time.sleep(0.001)
    worker = worker_of(out)
    expect(worker is not None, "the worker that was to be killed has ended before")
    if worker is not None:
        os.kill(worker, signal.SIGKILL)
    noted = [json.loads(line) for line in journal.read_text().splitlines()] if journal.exists() else []
    return {name: stamps_in(folder / "w2/march").get(name) for line in noted for name in (file["file"] for file in line["files"])}


def make_all(folder, choice):
    """What README.md says, in its words. GNU parallel starts the worker again that was killed, which goes on where it was."""
    command = shlex.join([PROGRAM.name, *map(str, choice), "-q", "-j", "1"])
    engine = parallel(folder, subprocess.DEVNULL, "-j", 2, "--retries", 3,
                      f"{command} --shard {{}}/{WORKERS} --out {shlex.quote(str(folder))}/w{{}}", ":::",
                      *range(1, WORKERS + 1))
    before = kill_one(folder, engine)
    _, said = engine.communicate(timeout=300)
    expect(engine.returncode == 0, f"parallel: {engine.returncode}: {said}")
    after = stamps_in(folder / "w2/march")
    again = [name for name, stamp in before.items() if after.get(name) != stamp]
    expect(len(before) >= 2 and again == [], f"of {list(before)}, finished before the kill, were made again: {again}")


def merge(out, *folders, more=()):
    status, said, faults = run(["manifest", "merge", out, *folders, *more])
    return status, said, faults


def merged(folder, choice, whole):
    """Nothing is left to make but the papers, and the bytes are those of one run."""
    out = folder / "out/march"
    parts = shards(folder)
    names = [set(entries_in(part)) for part in parts]
    expect(all(names) and sum(map(len, names)) == len(set().union(*names)), "a leaflet is in two shards, or a shard has none")
    expect(not any((part / "manifest.csv").exists() for part in parts), "a shard has papers")
    status, said, faults = merge(out, *parts, more=["--dry-run"])
    expect(status == 0 and not out.exists(), f"--dry-run: {status}: {faults}")
    status, said, faults = merge(out, *parts)
    expect(status == 0, f"merge: {status}: {faults}")
    before = stamps_in(out)
    status, said, faults = run([*choice, "--out", folder / "out"])
    expect(status == 0 and "unchanged 20" in said, f"build: {status}: {said}{faults}")
    after = stamps_in(out)
    made = {name for name in after if before.get(name) != after[name] and not name.startswith(".rightspack")}
    expect(made == {"JOBSHEET.pdf", "manifest.csv", "index.html"}, f"after the merge {made} were made")
    expect(everything_in(out) == whole, "the merged folder has not the bytes of one run")
    status, said, faults = merge(out, *parts)
    expect(status == 0 and "taken: 0" in said and stamps_in(out) == after, f"merged again, something is touched: {said}{faults}")


def killed_merge(folder, whole):
    """At any moment every file is whole and noted; the same command does the rest."""
    for number in range(12):
        out = folder / f"killed{number // 4}/march"
        process = start(["manifest", "merge", out, *shards(folder)])
        time.sleep(0.004 * (number % 4 + 1))
        process.kill()
        process.communicate()
        for name, data in everything_in(out).items() if out.is_dir() else ():
            expect(name == "manifest.json" or data == whole[name], f"killed merge: {name} is not whole")
        if number % 4 == 3:
            status, _, faults = merge(out, *shards(folder))
            expect(status == 0 and set(entries_in(out)) == set(entries_in(folder / "out/march")), f"killed merge: {faults}")


def faults_on_the_way(folder, choice, whole):
    """A damaged file, a lost one, one of other content, a busy folder, one that is not there: each is told, once, and not
    taken; the rest is; and what is missing the next build makes."""
    copy, out = folder / "copy", folder / "sound/march"
    for part in shards(folder):
        shutil.copytree(part, copy / part.parent.name / "march")
    parts = shards(copy)
    damaged, lost = (sorted(name for name in entries_in(parts[number]) if name.endswith(".pdf"))[0] for number in (0, 1))
    data = bytearray((parts[0] / damaged).read_bytes())
    data[len(data) // 2] ^= 1
    (parts[0] / damaged).write_bytes(data)
    (parts[1] / lost).unlink()
    status, said, faults = merge(out, *parts, copy / "nowhere")
    expect(status == 3 and faults.count("error:") == 3, f"faults: {status}: {faults}")
    for name, code in (damaged, "merge-damaged"), (lost, "merge-gone"), ("nowhere", "merge-unreadable"):
        expect(any(name in line and f"[{code}]" in line for line in faults.splitlines()), f"no [{code}] of {name}: {faults}")
    expect(not (out / damaged).exists() and not (out / lost).exists(), "what is not sound was taken")
    sound = {name for name in entries_in(folder / "out/march") if not any(Path(one).stem in name for one in (damaged, lost))}
    expect(set(entries_in(out)) == sound, "what is sound was not taken")
    status, _, said = run([*choice, "--out", folder / "sound"])
    expect(status == 0 and everything_in(out) == whole, f"the next build does not make the rest: {said}")

    (out / damaged).write_bytes(data)
    status, _, said = merge(out, *shards(folder))
    expect(status == 0 and everything_in(out) == whole, f"a file that is damaged where it was merged is not put right: {said}")


def strange_lists(folder):
    """Manifests that no program of ours writes cost at most what they name, and lead nowhere else."""
    part, out = folder / "strange/part", folder / "strange/out"
    shutil.copytree(folder / "w1/march", part)
    sound = json.loads((part / "manifest.json").read_text())
    for member in sound["files"][0]:
        for value in 5, {}, "../../strange.pdf", "/etc/passwd":
            sound["files"][0][member], kept = value, sound["files"][0][member]
            (part / "manifest.json").write_text(json.dumps(sound))
            sound["files"][0][member] = kept
            status, _, said = merge(out, part)
            expect(status in (0, 4) and "CRITICAL" not in said, f"{member} is {value!r}: {status}: {said}")
            expect(set(everything_in(out)) <= set(everything_in(part)), f"{member} is {value!r}: {set(everything_in(out))}")
            shutil.rmtree(out, ignore_errors=True)
    for text in "", "[]", '{"files": 5}', '{"files": [':
        (part / "manifest.json").write_text(text)
        status, _, said = merge(out, part)
        expect(status == 3 and "[merge-unreadable]" in said and not out.exists(), f"manifest {text!r}: {status}: {said}")


def other_content(folder, whole):
    """The same names with other bytes: of two folders neither is taken, and what was there stays."""
    project = folder / "project"
    pack = project / "content/packs/rs-trafficking/pack.yaml"
    pack.write_text(pack.read_text().replace("Useful numbers", "Handy numbers").replace("What you can", "What you may"))
    choice = ["build", "--project", project, "--locale", "sr", "--format", "card", "--audience", "adult", "--output",
              "pdf,picture", "--copies", 500, "-q", "--out"]
    status, _, said = run([*choice, folder / "other"])
    expect(status == 0, f"build: {status}: {said}")
    [pdf] = [name for name in entries_in(folder / "other") if name.endswith(".pdf")]
    status, _, said = merge(folder / "out/march", folder / "other")
    expect(status == 4 and "[merge-conflict]" in said and pdf in said, f"conflict with what is there: {status}: {said}")
    now = everything_in(folder / "out/march")
    expect(now == whole, f"conflict: touched: {[name for name in whole if now.get(name) != whole[name]]}: {said}")
    status, _, said = merge(folder / "fresh", *shards(folder), folder / "other")
    expect(status == 4 and "[merge-conflict]" in said and not (folder / "fresh" / pdf).exists(),
           f"conflict of two folders: {status}: {said}")


def lines_alone(folder, choice, whole):
    """`jobs` by GNU parallel: as many folders as there are leaflets at a time."""
    status, lines, said = run(["jobs", *choice[1:]])
    expect(status == 0 and len(lines.splitlines()) == 20, f"jobs: {status}: {said}{lines}")
    (folder / "lines").write_text(lines)
    with open(folder / "lines") as plan:
        engine = parallel(folder, plan, "-j", 2, "--colsep", "\t", "eval {2} -q --out alone/{%}")
        _, said = engine.communicate(timeout=300)
    expect(engine.returncode == 0, f"parallel jobs: {engine.returncode}: {said}")
    status, _, said = merge(folder / "joined/march", *sorted((folder / "alone").iterdir()))
    expect(status == 0, f"merge of lines: {status}: {said}")
    status, said, faults = run([*choice, "--out", folder / "joined"])
    expect(status == 0 and "unchanged 20" in said, f"lines make other leaflets: {said}{faults}")
    expect(everything_in(folder / "joined/march") == whole, "lines make other bytes")
    status, objects, _ = run(["jobs", "--json", *choice[1:]])
    for line, plain in zip(objects.splitlines(), lines.splitlines()):
        expect(shlex.split(plain.split("\t")[1])[1:] == json.loads(line)["arguments"], f"--json says another command: {plain}")


with tempfile.TemporaryDirectory(prefix="it's parallel ") as temporary:
    folder = Path(temporary)
    project = project_in(folder / "project")
    (folder / "march.yaml").write_text(ORDER)
    choice = ["build", "--project", project, "--order", folder / "march.yaml"]
    status, _, said = run([*choice, "--out", folder / "whole"])
    expect(status == 0, f"build ended with {status}: {said}")
    whole = everything_in(folder / "whole/march")
    make_all(folder, choice)
    merged(folder, choice, whole)
    killed_merge(folder, whole)
    faults_on_the_way(folder, choice, whole)
    lines_alone(folder, choice, whole)
    strange_lists(folder)
    other_content(folder, whole)
    finish(len(whole))
