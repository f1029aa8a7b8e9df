"""Many leaflets: whether time grows with their number and memory does not, what a second core gives, what a run costs
that has nothing to do, and planning alone."""
import csv
import os
import statistics

from _measure import Watched, reported
from _projects import new_project, pack_names

FORMATS = ["a4", "a5", "card"]
AUDIENCES = ["adult", "adult-citizen", "adult-foreign", "child"]
PACKS = 23  # 9,936 leaflets in 36 languages


class Many:
    """The project, made once for all rows that need it."""

    def __init__(self, bench):
        self.bench = bench
        self.project = os.path.join(bench.scratch, "many")
        self.out = os.path.join(bench.scratch, "many-out")
        self.locales = new_project(self.project, PACKS, every_language=True)

    def command(self, packs, locales, workers, *options):
        return [self.bench.program, "build", "--project", self.project, "--out", self.out, "-q", "-j", str(workers),
                "--format", ",".join(FORMATS), "--locale", ",".join(locales), *options, *pack_names(packs)]

    def count(self, packs, locales):
        return packs * len(locales) * len(FORMATS) * len(AUDIENCES)


def linear(many):
    """Time a leaflet and memory, from 12 leaflets to 9,936."""
    for packs, locales in [(1, 1), (1, 9), (3, 36), (PACKS, 36)]:
        count = many.count(packs, many.locales[:locales])
        seen = Watched(many.command(packs, many.locales[:locales], 2, "--all"), statuses=(0, 4))  # a card may not fit
        reported("%d leaflets" % count, "%.1f ms CPU each, of it %.2f in the parent; %.1f s; worker %.0f MiB, parent %.0f MiB"
                 % (seen.cpu * 1000 / count, seen.own * 1000 / count, seen.wall, seen.worker, seen.parent))


def unchanged(many):
    """The same command again, when nothing has changed."""
    command = many.command(12, many.locales, 2)
    Watched(command)
    runs = [Watched(command) for _ in range(5)]
    reported("%d leaflets, nothing to do" % many.count(12, many.locales), "%.2f s, %.2f s CPU, %.0f MiB"
             % (statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs), runs[0].parent))


def cores(many):
    """Two workers against one, taking turns."""
    locales = many.locales[:20]
    count, rounds = many.count(2, locales), []
    for _ in range(5):
        rounds.append([Watched(many.command(2, locales, workers, "--all")) for workers in (1, 2)])
    one, two = zip(*rounds)
    reported("%d leaflets, -j 2 against -j 1" % count, "%.2f times as fast (%s); %.1f %% of the CPU is the parent's"
             % (statistics.median(a.wall / b.wall for a, b in rounds),
                ", ".join("%.2f" % (a.wall / b.wall) for a, b in rounds),
                100 * statistics.median(run.own / run.cpu for run in two)))
    reported("  CPU, -j 2 against -j 1", "%.2f" % (statistics.median(run.cpu for run in two) /
                                                    statistics.median(run.cpu for run in one)))


def planning(many):
    """19,872 leaflets up to the first worker: by names on the command line, and by an order with a line for each."""
    formats = FORMATS + ["booklet", "large", "zfold"]
    order = os.path.join(many.bench.scratch, "order.csv")
    with open(order, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["packs", "locales", "formats", "audiences", "copies"])
        rows.writerows([pack, locale, name, audience, 20] for pack in pack_names(PACKS) for locale in many.locales
                       for audience in AUDIENCES for name in formats)
    count = PACKS * len(many.locales) * len(AUDIENCES) * len(formats)
    begin = [many.bench.program, "build", "--project", many.project, "-q", "-j", "1", "--out",
             os.path.join(many.bench.scratch, "planned")]
    for what, choice in [("names", ["--format", ",".join(formats), "--locale", ",".join(many.locales)]),
                         ("an order", ["--order", order])]:
        runs = [Watched(begin + choice, until_worker=True) for _ in range(3)]
        reported("%d leaflets planned, by %s" % (count, what), "%.2f s CPU, %.1f s, %.0f MiB"
                 % (statistics.median(run.own for run in runs), statistics.median(run.wall for run in runs),
                    max(run.parent for run in runs)))
