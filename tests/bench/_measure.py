"""Ways to measure a run: instructions (valgrind's callgrind, repeatable) and user + system time (noisy: medians)."""
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def run(command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options)


def cpu_seconds(commands):
    """User + system time of commands run one after the other, children and all."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def inclusive(file):
    """Millions of instructions of every function of one process, with what it calls."""
    found = {}
    for line in run(["callgrind_annotate", "--inclusive=yes", "--threshold=100", file]).stdout.splitlines():
        match = re.match(r"\s*([\d,]+) \(.*?\)\s+\S*:(\w+) ", line)
        if match:
            cost = int(match.group(1).replace(",", "")) / 1e6
            found[match.group(2)] = max(found.get(match.group(2), 0), cost)
    return found


class Profile:
    """Instructions of a command and all its processes, in millions: `total`, and `of` every function."""

    def __init__(self, command, folder):
        folder = tempfile.mkdtemp(dir=folder)
        pattern = os.path.join(folder, "%p")
        finds(["valgrind", "--tool=callgrind", "--trace-children=yes", "--callgrind-out-file=" + pattern] + command)
        files = [os.path.join(folder, name) for name in sorted(os.listdir(folder), key=int)]
        processes = [inclusive(file) for file in files]
        # What a parent did before it forked is in the profiles of its workers, too.
        self.total = total_of(files[0]) + sum(worker.get("make_in_worker", 0) for worker in processes[1:])
        self.of = {}
        for function in set().union(*processes):
            costs = [process.get(function, 0) for process in processes]
            self.of[function] = sum(costs) - (len(costs) - 1) * min(costs)

    def share(self, functions):
        return sum(self.of.get(function, 0) for function in functions.split())


def total_of(file):
    for line in open(file, errors="replace"):
        if line.startswith(("summary:", "totals:")):
            return int(line.split()[1]) / 1e6
    sys.exit(file + ": no total")


def finds(command, statuses=(0, 1), **options):
    """As run(), for a command whose status 1 means that it found something."""
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode not in statuses:
        sys.exit("%s: status %d\n%s" % (" ".join(command), done.returncode, done.stderr))
    return done.stdout


def trees(program, project, out, *options):
    subprocess.run([program, "build", "--project", project, "--out", out, "--output", "tree", "-q",
                    *options], check=False, capture_output=True)
    return sorted(os.path.join(out, name) for name in os.listdir(out) if name.endswith(".tree"))


def reported(what, figures):
    print("  %-34s %s" % (what, figures), flush=True)


def compared(what, ours, floor, unit):
    reported(what, "%8.1f %s, floor %8.1f %s, ratio %.2f" % (ours, unit, floor, unit, ours / floor))


class Watched:
    """A run whose processes are looked at on the way. `parent` and `worker` are the largest resident sizes in MiB,
    `cpu` is user + system time of all, `own` that of the parent alone, in seconds."""

    def __init__(self, command, until_worker=False, statuses=(0,)):
        """@until_worker: it is stopped when its first worker starts, so that only what comes before is measured."""
        self.parent = self.worker = self.own = 0
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and not (self.look(process.pid) and until_worker):
            time.sleep(0.005)
        if until_worker and process.poll() is not None:
            sys.exit("%s: ended before its first worker" % " ".join(command))
        self.wall = time.monotonic() - begun
        process.terminate()
        if process.wait() not in statuses and not until_worker:
            sys.exit("%s: status %d" % (" ".join(command), process.returncode))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    def look(self, parent):
        """True when there is a worker."""
        try:
            stat = open(f"/proc/{parent}/stat").read().rsplit(")", 1)[1].split()
            workers = open(f"/proc/{parent}/task/{parent}/children").read().split()
            self.own = (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")
            self.parent = max(self.parent, peak_of(parent))
            self.worker = max([self.worker] + [peak_of(worker) for worker in workers])
        except (OSError, IndexError):  # it is gone
            return False
        return workers != []


def peak_of(process):
    match = re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{process}/status").read())
    return int(match.group(1)) / 1024 if match else 0
