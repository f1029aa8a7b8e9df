"""The logo of tests/golden/logo, whose file tells of a camera, a place and a name: in the PDF stand its pixels alone, byte
for byte, as a figure with words; the file keeps all rules of ua/; and the picture of the page shows the same colours."""
import io
import re
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image

import ua
from _leaflets import SOURCE, expect, finish, run, tool

PROJECT = SOURCE / "tests/golden/logo/project"
PLAIN = (SOURCE / "tests/fuzz/corpus/jpeg/baseline.jpg").read_bytes()
ALTS = {"en": "Helping Hands", "ar": "أيدٍ مساعدة"}


def figures(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from [kid] if kid.S == "/Figure" else figures(kid)


def look_at_file(path, locale):
    name = path.name
    expect(ua.check(path) == [], f"{name}: {ua.check(path)}")
    with pikepdf.open(path) as pdf:
        images = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == "/Image"]
        expect(len(images) == 1, f"{name}: {len(images)} images")
        for image in images:
            kept = bytes(image.read_raw_bytes())
            expect(kept[20:] == PLAIN[20:] and kept[:11] == PLAIN[:11], f"{name}: the picture is not the one of the file")
            expect("/Interpolate" not in image, f"{name}: viewers may smooth the picture")
        first = pdf.Root.StructTreeRoot.K.K[0].S
        expect(first == "/P", f"{name}: not the draft is said first, but a {first}")
        alts = [str(figure.Alt) for figure in figures(pdf.Root.StructTreeRoot)]
        expect(ALTS[locale] in alts, f"{name}: no figure says '{ALTS[locale]}' but {alts}")
    data = path.read_bytes()
    for telling in (b"Exif", b"Nobody", b"ICC_PROFILE", b"adobe.com/xap/1.0/\0"):
        expect(telling not in data, f"{name} holds {telling}")


def blue_part(picture, box):
    """How much of a box is of the wave's colour."""
    pixels = list(picture.crop(box).convert("RGB").getdata())
    return sum(abs(r - 19) < 30 and abs(g - 75) < 30 and abs(b - 80) < 30 for r, g, b in pixels) / len(pixels)


def look_at_picture(folder):
    """The lower third of the logo on the first page."""
    tree = (folder / "DRAFT_s_1_en_all_a4.tree").read_text()
    x, y, width, height = map(float, re.search(r"picture page (\S+) (\S+) (\S+)x(\S+) logo", tree).groups())
    ours = Image.open(folder / "DRAFT_s_1_en_all_a4-p1.png")
    theirs = Image.open(io.BytesIO(tool("pdftoppm", "-r", "150", "-png", folder / "DRAFT_s_1_en_all_a4.pdf")))
    dot = 150 / 25.4
    box = [round(side * dot) for side in (x + 1, y + 0.75 * height, x + width - 1, y + 0.95 * height)]
    for what, picture in ("our own", ours), ("poppler's", theirs):
        expect(blue_part(picture, box) > 0.9, f"{what} picture of the page does not show the logo")


with tempfile.TemporaryDirectory() as place:
    folder = Path(place)
    status, _, said = run(["build", "--project", PROJECT, "--out", folder, "--output", "pdf,png,tree", "--verify", "-q"])
    expect(status == 0, f"build ended with {status}: {said}")
    files = sorted(folder.glob("*.pdf"))
    for path in files:
        look_at_file(path, path.name.split("_")[3])
    look_at_picture(folder)
    status, _, said = run(["sheet", "--project", PROJECT, "--out", folder / "sheets", "--output", "pdf", "-q"])
    expect(status == 0, f"sheet ended with {status}: {said}")
    for path in (folder / "sheets").glob("*.pdf"):  # a page that shows pages, each with the logo
        expect(ua.check(path) == [], f"{path.name}: {ua.check(path)}")
        files.append(path)
finish(len(files))
