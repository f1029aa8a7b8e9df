"""Files for a press, in the hands of Ghostscript and pikepdf: boxes to the hundredth of a point, marks on every plate and
outside the bleed, text on the black plate alone, no colour of screens anywhere."""
import re
import subprocess
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image

from _leaflets import SOURCE, expect, finish, run

MM = 72 / 25.4
# What presses of the test: formats, languages that mirror them, and a pack whose logo is a photograph in colour.
CHOSEN = "--format", "trifold,a4,card", "--locale", "en,ar,sr", "--audience", "adult"
PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
# Of a plate: the inks of `tint` and `wash` are up to 14 of a hundred.
PALEST = 255 * 0.85
SCREEN = {"g", "G", "rg", "RG", "cs", "sc", "scn", "sh"}


def near(box, wanted):
    return all(abs(float(a) - b) <= 0.01 for a, b in zip(box, wanted))


def check_boxes(page, reader, bleed, name):
    """The trim box is the page that readers get, the bleed around it, and the sheet around that."""
    _, _, width, height = (float(value) for value in reader.MediaBox)
    trim = [float(value) for value in page.TrimBox]
    expect(near([trim[2] - trim[0], trim[3] - trim[1]], [width, height]), f"{name}: trim {trim}, page {width} x {height}")
    expect(near(page.BleedBox, [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed]), f"{name}: bleed")
    expect(float(page.MediaBox[2]) > trim[2] + bleed + 5 * MM, f"{name}: no room for marks")
    return trim


def operators(stream):
    return [str(item.operator) for item in pikepdf.parse_content_stream(stream)]


def check_colours(page, name):
    used = operators(page)
    screen = SCREEN & set(used)
    expect(not screen, f"{name}: colours of screens {screen}")
    expect("BDC" not in used and used.count("CS") == 1, f"{name}: marked content, or marks in {used.count('CS')} colours")
    space = page.Resources.ColorSpace.AllPlates
    expect(str(space[0]) == "/Separation" and str(space[1]) == "/All", f"{name}: marks are not on all plates")
    for key, image in page.images.items():
        space = image.get("/ColorSpace")
        expect(str(space) == "/DeviceGray" or str(space[0]) == "/ICCBased", f"{name}: picture {key} in {space}")


def check_marks(page, name):
    """Every line after the page's own content stands outside the bleed."""
    left, bottom, right, top = (float(value) for value in page.BleedBox)
    points, inside, marks = [], 0, False
    for item in pikepdf.parse_content_stream(page):
        operator = str(item.operator)
        marks |= operator == "CS"
        if marks and operator in ("m", "l"):
            x, y = (float(value) for value in item.operands)
            points.append((x, y))
            inside += left < x < right and bottom < y < top
    expect(len(points) >= 16 and inside == 0, f"{name}: {len(points)} ends of marks, {inside} inside the bleed")


def plates(path, folder):
    """Page number and ink to its plate, white paper 255."""
    subprocess.run(["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72",
                    f"-sOutputFile={folder}/p%d.tif", path], check=True, capture_output=True)
    found = {}
    for file in Path(folder).glob("p*(*).tif"):
        number, ink = re.match(r"p(\d+).*\((\w+)\)", file.name).groups()
        found[int(number), ink] = Image.open(file).convert("L")
        found[int(number), ink].load()
        file.unlink()
    return found


def inside(plate, page, box):
    """What lies within @box (PDF points, at 72 dpi), a point away from its sides."""
    height = float(page.MediaBox[3])
    left, bottom, right, top = (float(value) for value in box)
    area = int(left) + 1, int(height - top) + 1, int(right) - 1, int(height - bottom) - 1
    return plate.crop(area)


def darkest(plate, page, box):
    return inside(plate, page, box).getextrema()[0]


def check_black(path, pdf):
    """Black ink alone within the trim, and something is printed."""
    with tempfile.TemporaryDirectory() as folder:
        found = plates(path, folder)
    for number, page in enumerate(pdf.pages, 1):
        for ink in ("Cyan", "Magenta", "Yellow"):
            expect(darkest(found[number, ink], page, page.BleedBox) == 255, f"{path.name}: {ink} on page {number}")
        expect(darkest(found[number, "Black"], page, page.TrimBox) < 30, f"{path.name}: page {number} is white")


def check_text_plate(path, pdf):
    """Where black is full no other ink is but the pale tint of a bubble that it is printed over: no letter is a raster of four."""
    with tempfile.TemporaryDirectory() as folder:
        found = plates(path, folder)
    for number, page in enumerate(pdf.pages, 1):
        black = inside(found[number, "Black"], page, page.TrimBox).getdata()
        others = [inside(found[number, ink], page, page.TrimBox).getdata() for ink in ("Cyan", "Magenta", "Yellow")]
        mixed = sum(value == 0 and min(other[at] for other in others) < PALEST for at, value in enumerate(black))
        full = sum(value == 0 for value in black)
        expect(full > 50 and mixed == 0, f"{path.name}: of {full} black points on page {number} {mixed} have other inks")


def check_safe(pdf, path, safe):
    """Nothing is printed near the trim: that is cut by a millimetre more or less."""
    with tempfile.TemporaryDirectory() as folder:
        found = plates(path, folder)
    for number, page in enumerate(pdf.pages, 1):
        left, bottom, right, top = (float(value) for value in page.TrimBox)
        edge = safe - 1
        for strip in ((left, bottom, left + edge, top), (right - edge, bottom, right, top),
                      (left, bottom, right, bottom + edge), (left, top - edge, right, top)):
            for ink in ("Cyan", "Magenta", "Yellow", "Black"):
                expect(darkest(found[number, ink], page, strip) == 255, f"{path.name}: {ink} near the edge of page {number}")


def check_file(folder, path):
    reader_path = folder / re.sub(r"-press(-k)?", "", path.name)
    with pikepdf.open(path) as pdf, pikepdf.open(reader_path) as reader:
        expect(len(pdf.pages) == len(reader.pages), f"{path.name}: {len(pdf.pages)} pages")
        for page, other in zip(pdf.pages, reader.pages):
            # a4 has no bleed: what office printers print is not cut
            bleed = 0 if "_a4" in path.name else 3 * MM
            check_boxes(page, other, bleed, path.name)
            check_colours(page, path.name)
            check_marks(page, path.name)
        if path.name.endswith("-k.pdf"):
            check_black(path, pdf)
        else:
            check_text_plate(path, pdf)
        check_safe(pdf, path, 5 * MM)
        intents = pdf.Root.get("/OutputIntents")
        expect(intents is not None and intents[0].DestOutputProfile.N == 4, f"{path.name}: no output intent")
        expect("/StructTreeRoot" not in pdf.Root and pdf.docinfo == {}, f"{path.name}: more than a press needs")


def refuses_other_profiles(folder):
    for profile, word in (("/usr/share/color/icc/ghostscript/default_rgb.icc", "bad-profile"), ("none.icc", "unreadable")):
        status, _, errors = run(["build", "--project", SOURCE, "--out", folder / "x", *CHOSEN, "--output", "press",
                                 "--icc", profile])
        expect(status != 0 and word in errors and not (folder / "x").exists(), f"{profile}: {errors[:300]}")


with tempfile.TemporaryDirectory() as spare:
    out = Path(spare)
    status, _, errors = run(["build", "--project", SOURCE, "--out", out, *CHOSEN, "--output", "pdf,press,press-k", "--icc",
                             PROFILE, "-q"])
    expect(status == 0, f"not made: {errors}")
    made = sorted(out.glob("*-press*.pdf"))
    expect(len(made) == 18, f"{len(made)} files")
    for press_file in made:
        check_file(out, press_file)
    refuses_other_profiles(out)
finish(len(made))
