"""Against the floor: floor.c, a bare Pango+Cairo program that sets the same lines of text, at the same sizes and places,
with the same font files, and does nothing else."""
import os
import re
import shutil
import statistics
import sys
import tempfile

from _measure import Profile, SOURCE, compared, cpu_seconds, reported, run, trees
from _projects import new_project, pack_names

ROUNDS = 15
# Functions whose inclusive cost is a stage's share of one leaflet; of several the sum.
STAGES = [
    ("reading the project", "project_load_with"),
    ("reading translations", "catalog_load"),
    ("composing", "compose_document"),
    ("fonts", "fonts_new"),
    ("layout", "layout_document"),
    ("  of it shaping", "shape_document"),
    ("  of it trying sizes", "fitting_choose"),
    ("checking it", "check_document check_pages"),
    ("making the PDF", "pdf_make"),
    ("  letters to codes", "words_write"),
    ("  pictograms, each once", "stamp_new"),
    ("  finishing", "finish_pdf"),
    ("    reading cairo's file", "source_read"),
    ("    content", "content_rewrite"),
    ("    structure, bookmarks", "structure_new structure_write outline_write"),
    ("    metadata", "metadata_write metadata_write_intent"),
    ("    fonts", "scribe_write_objects"),
    ("    the end of the file", "writer_finish"),
    ("    deflating, in all of these", "libdeflate_zlib_compress"),
    ("writing the file, its SHA-256", "pipeline_write"),
    ("to the parent", "made_to_variant made_from_variant worker_read_answer"),
    ("noting it", "store_add store_settle"),
    ("keys of sources", "sources_new sources_key"),
]


def built(program, project, out, *options):
    """The command that makes leaflets where there are none yet."""
    shutil.rmtree(out, ignore_errors=True)
    return [program, "build", "--project", project, "--out", out, "-q", "-j", "1", *options]


def cold(bench):
    """One tri-fold in a process of its own, into an empty folder."""
    for locale in ("en", "ar"):
        out = os.path.join(bench.scratch, "cold-" + locale)
        choice = ["--locale", locale, "--format", "trifold", "--audience", "adult"]
        bare = [bench.floor, bench.fonts] + trees(bench.program, SOURCE, out + "-trees", *choice)
        rounds = [(cpu_seconds([built(bench.program, SOURCE, out, *choice)]) * 1000, cpu_seconds([bare]) * 1000)
                  for _ in range(ROUNDS)]
        ours, theirs = zip(*rounds)
        compared(locale + ", time", statistics.median(ours), statistics.median(theirs), "ms")
        ours = Profile(built(bench.program, SOURCE, out, *choice), bench.scratch)
        theirs = Profile(bare, bench.scratch)
        compared(locale + ", instructions", ours.total, theirs.total, "M")
        compared("  without reading YAML and PO", ours.total - ours.share("project_load_with catalog_load"), theirs.total,
                 "M")
        print_stages(ours.of, 1)


def print_stages(costs, count):
    for stage, functions in STAGES:
        print("      %-34s %7.2f M" % (stage, sum(costs.get(function, 0) for function in functions.split()) / count))


class Texts:
    """A project of packs with different words. What one leaflet more costs is the difference between two runs, so that
    reading, fonts and everything else that a run does once is left out."""
    FEW, MANY = 2, 8

    def __init__(self, bench):
        self.bench = bench
        self.project = os.path.join(bench.scratch, "texts")
        new_project(self.project, self.MANY)

    def run(self, packs, *options):
        out = os.path.join(self.bench.scratch, "texts-out")
        return Profile(built(self.bench.program, self.project, out, "--audience", "adult-citizen", *options, *pack_names(packs)),
                       self.bench.scratch)

    def ours(self, *options):
        """Millions of instructions of one leaflet more, and the same of every function."""
        few, many = self.run(self.FEW, *options), self.run(self.MANY, *options)
        count = self.MANY - self.FEW
        return ((many.total - few.total) / count,
                {name: (cost - few.of.get(name, 0)) / count for name, cost in many.of.items()})

    def floor(self, *options):
        totals = []
        for packs in (self.FEW, self.MANY):
            out = tempfile.mkdtemp(dir=self.bench.scratch)
            lines = trees(self.bench.program, self.project, out, "--audience", "adult-citizen", *options, *pack_names(packs))
            if len(lines) != packs:
                sys.exit("not all leaflets fit: %s" % " ".join(options))
            totals.append(Profile([self.bench.floor, self.bench.fonts] + lines, self.bench.scratch).total)
        return (totals[1] - totals[0]) / (self.MANY - self.FEW)


def batch(texts):
    """One leaflet more, tagged, finished and fitted, by locale and format."""
    for name in ("trifold", "a4", "card", "booklet"):
        for locale in ("en", "sr", "ar"):
            choice = ["--locale", locale, "--format", name]
            total, costs = texts.ours(*choice)
            compared("%s, %s, instructions" % (name, locale), total, texts.floor(*choice), "M")
            if (name, locale) == ("trifold", "en"):
                print_stages(costs, 1)


def press(texts):
    """PDF and press together against each alone."""
    for name, locale in (("trifold", "en"), ("trifold", "ar"), ("a4", "en")):
        choice = ["--locale", locale, "--format", name]
        floor = texts.floor(*choice)
        alone = [texts.ours(*choice, "--output", output)[0] for output in ("pdf", "press")]
        both = texts.ours(*choice, "--output", "pdf,press")[0]
        compared("%s, %s, pdf and press" % (name, locale), both, floor, "M")
        reported("  alone", "pdf %.1f M, press %.1f M: together %.2f of their sum, %.2f of the pdf"
                 % (*alone, both / sum(alone), both / alone[0]))


def sizes(bench):
    """Files of 25 leaflets."""
    project, out = os.path.join(bench.scratch, "sizes"), os.path.join(bench.scratch, "sizes-out")
    new_project(project, 25)
    choice = ["--locale", "en", "--format", "trifold", "--audience", "adult"]
    run(built(bench.program, project, out, *choice))
    lines = trees(bench.program, project, out, *choice)  # beside the PDFs
    ours = sum(os.path.getsize(path[:-5] + ".pdf") for path in lines)
    for what, folder in [("packaged, hinted", bench.hinted), ("the same", bench.fonts)]:
        pdfs = tempfile.mkdtemp(dir=bench.scratch)
        run([bench.floor, folder] + lines, env=dict(os.environ, FLOOR_OUT=pdfs))
        theirs = sum(os.path.getsize(os.path.join(pdfs, name)) for name in os.listdir(pdfs))
        compared("floor with %s fonts" % what, ours / 1024 / len(lines), theirs / 1024 / len(lines), "KiB")


def font_folder(scratch, name, place):
    """A folder with the font files that every run loads: the floor gets no others either. @place gives the path of
    a file of fonts.yaml."""
    folder = os.path.join(scratch, name)
    os.mkdir(folder)
    for row in open(os.path.join(SOURCE, "fonts/fonts.yaml")):
        match = re.search(r"file: ([^,}]*)", row)
        if match and "on_demand" not in row:
            os.symlink(place(match.group(1)), os.path.join(folder, os.path.basename(match.group(1))))
    return folder
