"""The PDF, whose text and shapes the program writes itself, shows what the PNG shows, which Cairo paints: in every script,
to the edges of letters that two renderers draw with other greys. A mark that slips by half a letter is found out."""
import tempfile
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from _leaflets import SCRIPTS, each, expect, finish, run, tool

DPI = 150
FAR = 150      # of 255: no two greys of one edge differ so much, but for a few
MOST = 0.0005  # of a page's dots


def far_dots(first, second):
    """How many dots differ by far."""
    width, height = (min(a, b) for a, b in zip(first.size, second.size))
    area = (0, 0, width, height)
    return sum(ImageChops.difference(first.crop(area), second.crop(area)).histogram()[FAR:])


def slipped(picture):
    """The same with a piece of its text a little lower."""
    ink = picture.point(lambda grey: 255 * (grey < 128)).getbbox()
    box = (ink[0], ink[1] + (ink[3] - ink[1]) // 3, ink[2], ink[1] + 2 * (ink[3] - ink[1]) // 3)
    moved = picture.copy()
    ImageDraw.Draw(moved).rectangle(box, fill=255)
    moved.paste(picture.crop(box), (box[0], box[1] + 3))
    return moved


def pictures_of(pdf, folder):
    """Of each page: as poppler draws the PDF, and as Cairo painted it."""
    stem = folder / f"poppler-{pdf.stem}"
    tool("pdftocairo", "-gray", "-png", "-r", DPI, pdf, stem)
    drawn = sorted(folder.glob(f"{stem.name}-*.png"))
    for number, page in enumerate(drawn, 1):
        own = pdf.with_name(f"{pdf.stem}-p{number}.png")
        yield own.name, Image.open(page).convert("L"), Image.open(own).convert("L")


with tempfile.TemporaryDirectory() as made:
    folder = Path(made)
    status, _, said = run(["build", "--project", SCRIPTS, "--format", "trifold,card", "--output", "pdf,png", "--dpi", DPI,
                           "--out", folder, "-q"])
    expect(status == 0, said)

    def look_at(pdf):
        for name, drawn, painted in pictures_of(pdf, folder):
            most = MOST * drawn.width * drawn.height
            expect(far_dots(drawn, painted) <= most, f"{name}: {far_dots(drawn, painted)} dots differ by far")
            expect(far_dots(slipped(drawn), painted) > most, f"{name}: lines that slipped are not found out")

    finish(len(each(look_at, sorted(folder.glob("*.pdf")))))
