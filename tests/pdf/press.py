"""Files for a press, in the hands of Ghostscript, poppler and pikepdf: boxes to the hundredth of a point, marks on every plate
and outside the bleed, a slug below them, text on the black plate alone, no colour of screens anywhere, and no ink near the
trim. That the last is found is proved by pages that are moved."""
import re
import tempfile
from pathlib import Path

import pikepdf
from PIL import Image, ImageChops

from _leaflets import SOURCE, expect, finish, made, run, tool

MM = 72 / 25.4
DPI = 144
# What presses of the test: formats, and languages that mirror them; then formats that differ in paper alone.
CHOSEN = "--format", "trifold,a4,card", "--locale", "en,ar,sr", "--audience", "adult"
OTHERS = "--format", "zfold,palm,booklet,slip,bilingual", "--locale", "ar", "--audience", "adult"
PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
INKS = "Cyan", "Magenta", "Yellow", "Black"
# Of a plate: the inks of `tint` and `wash` are up to 14 of a hundred.
PALEST = round(255 * 0.85)
SCREEN = {"g", "G", "rg", "RG", "cs", "sc", "scn", "sh"}
# The staff's words, and the edge that the file of the format names.
SIDES = {1: ["једна страна"], 2: ["предња страна", "задња страна"]}
FLIPS = {"long": "окретање по дужој ивици", "short": "окретање по краћој ивици"}


def format_says(name, key):
    """What a format of this project says in one line; None: nothing."""
    text = (SOURCE / "content/formats" / f"{name}.yaml").read_text()
    found = re.search(rf"^ *{key}: (\S+)", text, re.MULTILINE)
    return found and found[1]


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


def plates(path):
    """Page number and ink to its plate, white paper 255."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        tool("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{DPI}", f"-sOutputFile={folder}/p%d.tif",
             path)
        for file in Path(folder).glob("p*(*).tif"):
            number, ink = re.match(r"p(\d+).*\((\w+)\)", file.name).groups()
            found[int(number), ink] = Image.open(file).convert("L")
    return found


def dots(page, box, inset=0.0):
    """Where @box (PDF points), made smaller by @inset, lies on a plate."""
    height = float(page.MediaBox[3])
    left, bottom, right, top = (float(value) for value in box)
    corners = left + inset, height - top + inset, right - inset, height - bottom - inset
    return tuple(round(value * DPI / 72) for value in corners)


def darkest(plate, page, box, inset=0.0):
    return plate.crop(dots(page, box, inset)).getextrema()[0]


def check_black(found, pdf, name):
    """Black ink alone within the bleed, and something is printed."""
    for number, page in enumerate(pdf.pages, 1):
        for ink in INKS[:3]:
            expect(darkest(found[number, ink], page, page.BleedBox) == 255, f"{name}: {ink} on page {number}")
        expect(darkest(found[number, "Black"], page, page.TrimBox) < 30, f"{name}: page {number} is white")


def check_text_plate(found, pdf, name):
    """Where black is full no other ink is but the pale tint of a bubble that it is printed over: no letter is a raster of four."""
    for number, page in enumerate(pdf.pages, 1):
        part = {ink: found[number, ink].crop(dots(page, page.TrimBox, 1)) for ink in INKS}
        full = part["Black"].point(lambda value: 255 if value == 0 else 0)
        others = ImageChops.darker(ImageChops.darker(part["Cyan"], part["Magenta"]), part["Yellow"])
        mixed = ImageChops.multiply(full, others.point(lambda value: 255 if value < PALEST else 0)).histogram()[255]
        count = full.histogram()[255]
        expect(count > 50 and mixed == 0, f"{name}: of {count} black points on page {number} {mixed} have other inks")


# --- the safe zone

def ink_near_trim(found, number, page, safe):
    """Where ink stands nearer than @safe to the trim, inside it or in the bleed: a box of dots, or None. A dot that the
    line runs through counts as inside: half a point at most."""
    whole = Image.new("L", found[number, "Black"].size, 255)
    for ink in INKS:
        whole = ImageChops.darker(whole, found[number, ink])
    whole = whole.crop(dots(page, page.BleedBox, -0.5))
    left, top = dots(page, page.BleedBox, -0.5)[:2]
    inner = dots(page, page.TrimBox, safe - 0.5)
    whole.paste(255, (inner[0] - left, inner[1] - top, inner[2] - left, inner[3] - top))
    return ImageChops.invert(whole).getbbox()


def check_safe(found, pdf, name, safe):
    for number, page in enumerate(pdf.pages, 1):
        where = ink_near_trim(found, number, page, safe)
        expect(where is None, f"{name}: ink near the trim of page {number}: {where}")


def spoil(path, change, folder):
    """Ink near the trim of the first page when @change has been made to its content, which is given what is no mark."""
    spoilt = folder / "spoilt.pdf"
    with pikepdf.open(path) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        marks = content.rindex(b"q /Knockout gs /AllPlates CS")
        trim = [float(value) for value in page.TrimBox]
        page.Contents = pdf.make_stream(change(content[:marks], trim) + content[marks:])
        pdf.save(spoilt)
    with pikepdf.open(spoilt) as pdf:
        return ink_near_trim(plates(spoilt), 1, pdf.pages[0], 5 * MM)


def moved(x, y):
    """What stands within the trim: no slug."""
    def change(content, trim):
        clip = f"q 1 0 0 1 {x} {y} cm {trim[0]} {trim[1]} {trim[2] - trim[0]} {trim[3] - trim[1]} re W n\n"
        return clip.encode() + content + b"Q\n"

    return change


def dot(x, y, ink):
    """A tenth of a millimetre wide, @x and @y millimetres inside the lower left corner of the trim."""
    def change(content, trim):
        return content + f"q {ink} k {trim[0] + x * MM} {trim[1] + y * MM} {0.1 * MM} {0.1 * MM} re f Q\n".encode()

    return change


def prove_safe(path, folder):
    """The page moved by a centimetre to either side, and the smallest dots of a pale ink, are found; what stands within the
    safe zone is not."""
    for x, y in (30, 0), (-30, 0), (0, 30), (0, -30):
        expect(spoil(path, moved(x, y), folder) is not None, f"{path.name} moved by {x}, {y} points is not found")
    expect(spoil(path, moved(0, 0), folder) is None, f"{path.name} not moved is found")
    for x, y, near in (4.5, 60, True), (60, 4.5, True), (-1, 60, True), (0, 0, True), (5.5, 60, False), (60, 5.5, False):
        where = spoil(path, dot(x, y, "0 0 0.3 0"), folder)
        expect((where is not None) == near, f"{path.name}: a dot at {x}, {y} mm: {where}")


# --- the slug

def slug_of(entry, number):
    """What the slug of a page has to say."""
    name, pages = entry["format"], entry["pages"]
    flip = FLIPS.get(format_says(name, "flip")) if pages > 1 and format_says(name, "scheme") != "saddle" else None
    side = SIDES[pages][number - 1] if pages in SIDES else f"страна {number} од {pages}"
    words = f"{entry['pack']} {entry['version']} {entry['edition']}", entry["locale"], name, side, flip
    return " · ".join(word for word in words if word)


def check_slug(found, page, number, entry):
    """One line of black ink, two millimetres or more outside the bleed, the same from the sheet's edge, meeting no mark."""
    name = f"{entry['file']}, page {number}"
    height, width = float(page.MediaBox[3]), float(page.MediaBox[2])
    top = height - float(page.BleedBox[1]) + 2 * MM
    row = 0, 0, width, float(page.BleedBox[1]) - (1 + 5 + 0.5) * MM
    text = tool("pdftotext", "-f", number, "-l", number, "-x", 0, "-y", round(top), "-W", round(width), "-H", round(height - top),
                entry["path"], "-").decode()
    expect(" ".join(text.split()) == slug_of(entry, number), f"{name}: {text!r}, not {slug_of(entry, number)!r}")
    ink = {ink: found[number, ink].crop(dots(page, row)) for ink in INKS}
    for other in INKS[:3]:
        expect(ink[other].getextrema()[0] == 255, f"{name}: {other} in the slug")
    left, above, right, below = (value * 72 / DPI for value in ImageChops.invert(ink["Black"]).getbbox())
    trim = [float(value) for value in page.TrimBox]
    expect(abs(left - trim[0]) < 1 and right < trim[2] + 1, f"{name}: a slug from {left} to {right}, trim {trim}")
    expect(above > 0.2 * MM and below < row[3] - 2 * MM + 0.5, f"{name}: a slug from {above} to {below} of {row[3]}")
    expect(3.5 < below - above < 8, f"{name}: a slug {below - above} points high")


# --- the whole

def check_file(folder, entry):
    path, name = entry["path"], entry["file"]
    reader_path = folder / re.sub(r"-press(-k)?", "", name)
    bleed, safe = (float(format_says(entry["format"], key)) * MM for key in ("bleed", "safe"))
    found = plates(path)
    with pikepdf.open(path) as pdf, pikepdf.open(reader_path) as reader:
        expect(len(pdf.pages) == len(reader.pages), f"{name}: {len(pdf.pages)} pages")
        for number, (page, other) in enumerate(zip(pdf.pages, reader.pages), 1):
            check_boxes(page, other, bleed, name)
            check_colours(page, name)
            check_marks(page, name)
            check_slug(found, page, number, entry)
        if entry["output"] == "press-k":
            check_black(found, pdf, name)
        else:
            check_text_plate(found, pdf, name)
        check_safe(found, pdf, name, safe)
        expect("/StructTreeRoot" not in pdf.Root, f"{name}: more than a press needs")


def refuses_other_profiles(folder):
    data = Path(PROFILE).read_bytes()
    (folder / "cut.icc").write_bytes(data[:-1])
    (folder / "newer.icc").write_bytes(data[:8] + b"\x05" + data[9:])
    (folder / "tables.icc").write_bytes(data.replace(b"A2B0", b"A2BX"))
    for profile, word in (("/usr/share/color/icc/ghostscript/default_rgb.icc", "bad-profile"), ("none.icc", "unreadable"),
                          (folder / "cut.icc", "cut off"), (folder / "newer.icc", "newer than version 4"),
                          (folder / "tables.icc", "lacks the tables")):
        status, _, errors = run(["build", "--project", SOURCE, "--out", folder / "x", *CHOSEN, "--output", "press",
                                 "--icc", profile])
        expect(status != 0 and word in errors and not (folder / "x").exists(), f"{profile}: {errors[:300]}")


def build(folder, *arguments):
    status, _, errors = run(["build", "--project", SOURCE, "--out", folder, "--icc", PROFILE, "-q", *arguments])
    expect(status == 0, f"not made: {errors}")


with tempfile.TemporaryDirectory() as spare:
    out = Path(spare)
    build(out, *CHOSEN, "--output", "pdf,press,press-k")
    build(out, *OTHERS, "--output", "pdf,press")
    files = made(out, "-press.pdf") + made(out, "-press-k.pdf")
    expect(len(files) == 23, f"{len(files)} files")
    for press_file in files:
        check_file(out, press_file)
    for one in files:
        if one["output"] == "press" and one["locale"] == "ar" and one["format"] in ("trifold", "card"):
            prove_safe(one["path"], out)
    refuses_other_profiles(out)
finish(len(files))
