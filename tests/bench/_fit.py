"""What `fit` spends on the content in every language there is."""
import json
import os
import shutil
import statistics

from _measure import Profile, SOURCE, Watched, compared, finds, reported, run, trees

# What `fit` spends; its own shaping stands against the floor's.
FIT_STAGES = [
    ("reading the project", "project_load_with"),
    ("reading translations", "catalog_load"),
    ("composing", "compose_document"),
    ("fonts", "fonts_new"),
    ("shaping", "shape_document"),
    ("  of it in Pango", "pango_shape_full"),
    ("trying sizes", "fitting_choose"),
    ("filling columns in full", "columns_fill"),
]


def fit_project(scratch):
    """The content in every language there is: the shipped ones and those of the tests."""
    folder = os.path.join(scratch, "fit-project")
    shutil.copytree(os.path.join(SOURCE, "content"), os.path.join(folder, "content"))
    for locales in (os.path.join(SOURCE, "tests/pdf/scripts/locales"), os.path.join(SOURCE, "locales")):
        shutil.copytree(locales, os.path.join(folder, "locales"), dirs_exist_ok=True)
    return folder


def shaped(command, scratch, counter):
    """(phrases shaped, different ones) of one run."""
    out = os.path.join(scratch, "shaped.txt")
    finds(command, env=dict(os.environ, LD_PRELOAD=counter, SHAPED_OUT=out))
    return tuple(int(number) for number in open(out).read().split())


def shaped_once(command, locales, scratch):
    counter = os.path.join(scratch, "shaped.so")
    flags = run(["pkg-config", "--cflags", "--libs", "pango"]).stdout.split()
    run(["cc", "-O2", "-std=gnu17", "-shared", "-fPIC", os.path.join(SOURCE, "tests/bench/shaped.c"),
         "-o", counter] + flags)
    for locale in locales:
        calls, different = shaped(command + ["--locale", locale], scratch, counter)
        print("  %-34s %9d phrases shaped, %d different" % (locale, calls, different))
    print("  %-34s %9d phrases shaped, %d different" % (("all languages",) + shaped(command, scratch, counter)))


def floor_shaping(bench):
    """Millions of instructions the floor shapes one leaflet of the shipped languages with."""
    out = os.path.join(bench.scratch, "fit-trees")
    formats = ",".join(name[:-5] for name in sorted(os.listdir(os.path.join(SOURCE, "content/formats"))))
    lines = trees(bench.program, SOURCE, out, "--format", formats, "--audience", "adult")
    found = Profile([bench.floor, bench.fonts] + lines, bench.scratch)
    return found.share("pango_itemize_with_base_dir pango_shape_full") / len(lines)


def fit(bench):
    """Every leaflet there is measured at every size."""
    project = fit_project(bench.scratch)
    command = [bench.program, "fit", "--project", project, "--json"]
    leaflets = [json.loads(line) for line in finds(command).splitlines()]
    locales = sorted(entry.name for entry in os.scandir(os.path.join(project, "locales")) if entry.is_dir())
    count = len(leaflets)
    reported("leaflets", "%d, %d languages, %d formats; %d do not fit"
             % (count, len(locales), len({leaflet["format"] for leaflet in leaflets}),
                sum(not leaflet["fits"] for leaflet in leaflets)))
    times = [Watched(command, statuses=(0, 1)).cpu for _ in range(5)]
    reported("time", "%.2f ms a leaflet, %.0f ms in all" % (statistics.median(times) * 1000 / count,
                                                            statistics.median(times) * 1000))
    found = Profile(command, bench.scratch)
    compared("instructions, floor's shaping only", found.total / count, floor_shaping(bench), "M")
    for stage, function in FIT_STAGES:
        cost = found.share(function)
        print("      %-34s %7.2f M, %4.1f %%" % (stage, cost / count, 100 * cost / found.total))
    shaped_once(command, locales, bench.scratch)
