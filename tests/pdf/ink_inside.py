"""Nothing is printed within 5 mm of a sheet's edge, nor within 5 mm of a tri-fold's folds: looked at as pixels."""
from _leaflets import SCRIPTS, SOURCE, defaults, each, expect, finish, is_in_scripts, scripts, tool
from _pack import read

DOTS_PER_MM = 100 / 25.4
WHITE = 250  # of 255; paler than the palest tint
EDGE_MM, FOLD_MM = 5, 5  # the margins at a fold are 6.5 mm
# Where the paper is folded, from its left edge: outside and inside; right to left the sheet is mirrored.
FOLDS_MM = {"ltr": [[97, 197], [100, 200]], "rtl": [[100, 200], [97, 197]]}


def header(stream):
    """A PGM begins with "P5", width, height and 255, each on its line or not, then one byte of white space."""
    words, at = [], 0
    while len(words) < 4:
        end = at
        while not stream[end:end + 1].isspace():
            end += 1
        words.append(stream[at:end])
        at = end + 1
    return words[0], int(words[1]), int(words[2]), int(words[3]), stream[at:]


def pages_of(pdf):
    """(width, height, one byte a pixel) of every page."""
    stream = tool("pdftoppm", "-r", "100", "-gray", pdf)
    while stream:
        magic, width, height, most, stream = header(stream)
        assert magic == b"P5" and most == 255
        yield width, height, stream[:width * height]
        stream = stream[width * height:]


def is_white(page, left, right):
    width, height, pixels = page
    return all(min(pixels[row * width + left:row * width + right]) >= WHITE for row in range(height))


def look_at(leaflet):
    root = SCRIPTS if is_in_scripts(leaflet) else SOURCE
    direction = read(f"locales/{leaflet['locale'].split('+')[0]}/locale.yaml", root)["direction"]
    for number, page in enumerate(pages_of(leaflet["path"])):
        width, height, pixels = page
        edge = int(EDGE_MM * DOTS_PER_MM)
        name = f"{leaflet['file']} page {number + 1}"

        expect(min(pixels) < 128, f"{name} is empty")
        expect(is_white(page, 0, edge), f"{name}: ink at the left edge")
        expect(is_white(page, width - edge, width), f"{name}: ink at the right edge")
        expect(min(pixels[:edge * width]) >= WHITE, f"{name}: ink at the upper edge")
        expect(min(pixels[-edge * width:]) >= WHITE, f"{name}: ink at the lower edge")
        for fold in FOLDS_MM[direction][number] if leaflet["format"] == "trifold" else []:
            left, right = (round((fold + side * FOLD_MM) * DOTS_PER_MM) for side in (-1, 1))
            expect(is_white(page, left, right), f"{name}: ink on the fold at {fold} mm")


finish(len(each(look_at, [*defaults(), *(entry for entry in scripts() if entry["format"] == "trifold")])))
