"""Contact sheets: pages and pictures of the size of A3, captions that are read back in their own script, every rule of
ua/, no word of a sheet in the place of a leaflet's, and the same bytes for any number of processes. Also of leaflets
whose words are three times too long."""
import re
import shutil
import struct
import tempfile
from pathlib import Path

import ua
from _leaflets import SCRIPTS, SOURCE, expect, finish, run, tool

A3_AT_50_DPI = (827, 585)
DATED = dict(SOURCE_DATE_EPOCH="1790000000")


def lengthen(match):
    return f'msgstr "{" ".join([match.group(1)] * 3)}"'


def long_project(folder):
    """A copy of the content whose Serbian and Arabic says everything three times, but for what has placeholders."""
    project = Path(folder, "long")
    for part in "content", "locales":
        shutil.copytree(SOURCE / part, project / part)
    for path in project.glob("locales/*/rs-trafficking.po"):
        entries = path.read_text().split("\n\n")
        path.write_text("\n\n".join(
            entry if "{" in entry or "msgctxt" not in entry or "msgid_plural" in entry
            else re.sub(r'^msgstr "(.+)"$', lengthen, entry, flags=re.M) for entry in entries))
    return project


def make(project, out, status, *choice):
    """The sheets by name; made with one process and with three, which must not differ."""
    for folder, workers in (out / "one", 1), (out / "three", 3):
        got, _, said = run(["sheet", "--project", project, "--out", folder, "--dpi", "50", "-j", workers, *choice],
                           **DATED)
        expect(got == status, f"sheet {choice} ended with {got}, not {status}:\n{said}")
    names = sorted(path.name for path in (out / "one").iterdir())
    expect(names == sorted(path.name for path in (out / "three").iterdir()), f"{choice}: other names")
    for name in names:
        expect((out / "one" / name).read_bytes() == (out / "three" / name).read_bytes(), f"{name} differs")
    return out / "one"


def check_pdf(path):
    said = tool("pdfinfo", path).decode()
    pages = int(re.search(r"^Pages: +(\d+)", said, re.M).group(1))
    pictures = sorted(path.parent.glob(f"{path.stem}-p*.png"))
    expect(re.search(r"^Page size: +1190\.55 x 841\.89 pts \(A3\)", said, re.M), f"{path.name} is not on A3:\n{said}")
    expect(len(pictures) == pages, f"{path.name}: {pages} pages, {len(pictures)} pictures")
    for picture in pictures:
        size = struct.unpack(">II", picture.read_bytes()[16:24])
        expect(size == A3_AT_50_DPI, f"{picture.name} has {size} dots")
    expect(b"No syntax or stream encoding errors" in tool("qpdf", "--check", path), f"{path.name}: qpdf --check")
    for rule, message in ua.check(path):
        expect(False, f"{path.name}: {rule}: {message}")


def text_of(path):
    return tool("pdftotext", "-raw", path, "-").decode()


def check_words(path, *words):
    text = text_of(path)
    for word in words:
        expect(word in text, f"{path.name} does not say '{word}'")
    expect("To look at, not to hand out" in text, f"{path.name} does not say what it is for")


with tempfile.TemporaryDirectory() as temporary:
    out = Path(temporary)
    formats = make(SOURCE, out / "formats", 0, "--locale", "en,ar")
    locales = make(SCRIPTS, out / "locales", 0, "words", "--format", "trifold")
    too_long = make(long_project(temporary), out / "long", 1, "--locale", "sr")
    looked_at = [path for folder in (formats, locales, too_long) for path in sorted(folder.glob("*.pdf"))]
    for path in looked_at:
        check_pdf(path)
    check_words(formats / "sheet_a_0.1_en.pdf", "Contact sheet", "trifold", "a4", " pt · 2 pages")
    check_words(locales / "sheet_t_0.1_trifold.pdf", "हिन्दी", "ไทย", "中文", "Tiếng Việt", "zh_CN · ")
    check_words(too_long / "sheet_a_0.1_sr.pdf", "Српски", "does not fit: ", " mm too much")
    expect("does not fit" not in text_of(formats / "sheet_a_0.1_en.pdf"), "what fits is said not to fit")
    finish(len(looked_at))
