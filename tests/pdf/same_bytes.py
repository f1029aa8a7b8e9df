"""The same content gives the same bytes in every folder, time zone, language, user and number of processes, and
nothing of these stands in any file."""
import shutil
import tempfile
from pathlib import Path

from _leaflets import SOURCE, expect, finish, run, tool

DATED = "1790000000"  # SOURCE_DATE_EPOCH of both
HERE = dict(TZ="Pacific/Kiritimati", LANG="C", LC_ALL="C", USER="marker-ana", LOGNAME="marker-ana",
            HOSTNAME="marker-host")
THERE = dict(TZ="America/Lima", LANG="sr_RS.UTF-8", LC_ALL="ar_EG.UTF-8", USER="marker-b", LOGNAME="marker-b",
             HOSTNAME="marker-other", LANGUAGE="de:fr")


def make(folder, workers, environment):
    """name to bytes of two leaflets, made in @folder of a copy of the content."""
    project, home, out = folder / "marker-project", folder / "marker-home", folder / "marker-out"
    home.mkdir(parents=True)
    for part in "content", "locales":
        shutil.copytree(SOURCE / part, project / part)
    for locale, form in ("en", "trifold"), ("ar", "a4"):
        status, _, said = run(
            ["build", "--project", project, "--locale", locale, "--format", form, "--audience", "adult", "--output",
             "pdf,png,tree", "-j", workers, "--out", out, "-q"],
            cwd=home, HOME=str(home), SOURCE_DATE_EPOCH=DATED, **environment)
        expect(status == 0, f"build ended with {status}:\n{said}")
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}, out


def unpacked(path):
    return tool("qpdf", "--qdf", "--object-streams=disable", path, "-") if path.suffix == ".pdf" else path.read_bytes()


with tempfile.TemporaryDirectory(prefix="marker-") as temporary:
    first, out = make(Path(temporary, "marker-one"), 1, HERE)
    second, _ = make(Path(temporary, "marker-two", "deeper"), 3, THERE)
    expect(first.keys() == second.keys(), f"different files: {set(first) ^ set(second)}")
    for name in first.keys() & second.keys():
        expect(first[name] == second[name], f"{name} differs")
        expect(b"marker-" not in unpacked(out / name), f"{name} tells a folder, user or host")
    expect(any(name.endswith(".png") for name in first), "no picture was made")
    finish(len(first))
