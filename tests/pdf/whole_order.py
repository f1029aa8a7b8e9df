"""An order of the whole project: every pack, language, format and audience, for screens, office printers and a press, from one
command that is killed ten times on the way. What lies there in the end is what an undisturbed run makes, and all of it
agrees: checksums, boxes, the order of pages on sheets (by impose.py, which folds and cuts them), job sheets, catalogue."""
import csv
import hashlib
import html.parser
import json
import random
import re
import signal
import tempfile
import time
from pathlib import Path

import pikepdf
import yaml

import impose
from _leaflets import SOURCE, expect, finish, in_processes, run, start, tool

KILLS = 10
ORDER = {"order": "whole", "packs": "all", "locales": "all", "formats": "all", "audiences": "all",
         "outputs": ["pdf", "print", "press"], "copies": 100, "paper": "white, 100 g/m²"}
MM, NEAR = 72 / 25.4, 0.01  # points
FORMATS = {path.stem: yaml.safe_load(path.read_text()) for path in (SOURCE / "content/formats").glob("*.yaml")}
TOGETHER = {"booklet": "fold", "card": "cut", "trifold": "cut"}
UP = {"card": 4, "trifold": 2}
# The edge that a sheet is turned on; a leaflet's own is the format's.
EDGES = {"booklet": "short", "card": "long", "trifold": "long"}


def files_in(folder):
    return {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file() and
            ".rightspack" not in path.parts}


def make(out, order):
    status, _, said = run(["build", "--project", SOURCE, "--order", order, "--out", out, "-q", "-j", 2])
    expect(status == 0, f"build ended with {status}: {said}")
    return out / ORDER["order"]


def make_in_spite(out, order, seconds):
    """With all its processes killed at moments that chance chooses. Gives the folder and how often it was at work then."""
    chance, hit = random.Random(KILLS), 0
    for _ in range(KILLS):
        build = start(["build", "--project", SOURCE, "--order", order, "--out", out, "-q", "-j", 2])
        time.sleep(chance.uniform(seconds / 30, seconds / 8))
        hit += build.poll() is None
        build.send_signal(signal.SIGKILL)
        build.communicate()
    return make(out, order), hit


def boxes_of(page):
    return {name: [float(value) for value in page.get(f"/{name}", page.MediaBox)] for name in ("MediaBox", "BleedBox", "TrimBox")}


def near(box, wanted):
    return all(abs(a - b) <= NEAR for a, b in zip(box, wanted))


def check_boxes(item):
    """Messages about a file whose boxes are not those of its format."""
    path, row = item
    sheet, bleed = FORMATS[row["format"]]["sheet"], FORMATS[row["format"]].get("bleed", 3) * MM
    width, height = sheet["width"] * MM, sheet["height"] * MM
    wrong = []
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages, 1):
            boxes = boxes_of(page)
            left, bottom, right, top = boxes["TrimBox"]
            if row["output"] == "press":
                good = (near([right - left, top - bottom], [width, height]) and
                        near(boxes["BleedBox"], [left - bleed, bottom - bleed, right + bleed, top + bleed]))
            elif row["output"] == "print" and row["format"] in TOGETHER:
                good = boxes["MediaBox"][2] >= width - NEAR and near(boxes["TrimBox"], boxes["MediaBox"])
            else:
                good = near(boxes["MediaBox"], [0, 0, width, height]) and near(boxes["TrimBox"], boxes["MediaBox"])
            if not good:
                wrong.append(f"{row['file']}, page {number}: boxes {boxes}")
    return wrong


def check_sheets(item):
    """Messages about sheets that do not give the pages in their order when they are folded or cut."""
    path, row = item
    sides, pages = impose.read(path), impose.read(Path(str(path).replace("-print.pdf", ".pdf")))
    places = [impose.places_of(side, pages) for side in sides]
    name, rtl = row["format"], row["locale"].startswith("ar")
    thickness = FORMATS[name]["impose"].get("thickness", 0) * MM
    faults = impose.faults_of(sides, places, pages, TOGETHER[name], (FORMATS[name]["flip"], EDGES[name]), rtl, UP.get(name),
                              thickness)
    return [f"{row['file']}: {fault}" for fault in faults]


class Page(html.parser.HTMLParser):
    """The links and pictures of the catalogue."""

    def __init__(self, text):
        super().__init__()
        self.links, self.pictures = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        about = dict(attributes)
        if tag == "a" and not about["href"].startswith("#"):
            self.links.append(about["href"])
        if tag == "img":
            self.pictures.append(about["src"])


def check_papers(folder, rows):
    page = Page((folder / "index.html").read_text())
    readable = [name for name, row in rows.items() if row["output"] in ("pdf", "print")]
    expect(sorted(page.links) == sorted(readable), "the catalogue leads to other files")
    expect(set(page.pictures) == {name for name, row in rows.items() if row["output"] == "picture"}, "pictures of the catalogue")
    text = "\n".join(tool("pdftotext", "-raw", sheet, "-").decode() for sheet in sorted(folder.glob("JOBSHEET*.pdf")))
    packed = re.sub(r"\s", "", text)
    on_paper = {name: row for name, row in rows.items() if row["sheets"] != "0"}
    expect(set(re.findall(r"^DRAFT_\S+\.pdf$", text, re.M)) == set(on_paper), "job sheets are about other files")
    for name, row in on_paper.items():
        expect(row["sha256"] in packed, f"{name}: its checksum is on no job sheet")
        expect(f"{row['copies']} copies" in text and row["copies"] == str(ORDER["copies"]), f"{name}: copies")


def check_lists(folder):
    """Gives the rows of the table: they, the manifest and the folder say the same."""
    rows = {row["file"]: row for row in csv.DictReader((folder / "manifest.csv").open(newline=""))}
    entries = {entry["file"]: entry for entry in json.loads((folder / "manifest.json").read_text())["files"]}
    found = {name: path for name, path in files_in(folder).items() if path.name.startswith("DRAFT_")}
    expect(set(rows) == set(entries) == set(found), "table, manifest and folder name different files")
    for name, path in found.items():
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        expect(digest == entries[name]["sha256"] == rows[name]["sha256"], f"{name}: checksum")
    return rows


def main():
    with tempfile.TemporaryDirectory() as place:
        order = Path(place, "order.yaml")
        order.write_text(json.dumps(ORDER, ensure_ascii=False))
        begun = time.monotonic()
        undisturbed = make(Path(place, "undisturbed"), order)
        folder, hit = make_in_spite(Path(place, "killed"), order, time.monotonic() - begun)
        expect(hit >= KILLS // 2, f"only {hit} of {KILLS} kills met a run that was at work")
        mine, its = files_in(folder), files_in(undisturbed)
        expect(set(mine) == set(its), "other files than an undisturbed run makes")
        for name in mine:
            expect(name not in its or mine[name].read_bytes() == its[name].read_bytes(), f"{name}: other bytes")
        rows = check_lists(folder)
        for part in "format", "locale", "audience":
            expect(len({row[part] for row in rows.values()}) > 3, f"hardly any {part}")
        pdfs = [(folder / name, row) for name, row in rows.items() if name.endswith(".pdf")]
        imposed = [(path, row) for path, row in pdfs if row["output"] == "print" and row["format"] in TOGETHER]
        expect(imposed, "nothing stands on sheets")
        for message in sum(in_processes(check_boxes, pdfs) + in_processes(check_sheets, imposed), []):
            expect(False, message)
        check_papers(folder, rows)
    finish(len(pdfs))


main()
