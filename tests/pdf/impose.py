"""Sheets for an office printer, printed on both sides, turned over on the edge that `build` names, folded, nested, cut and
stacked: what comes out are the pages of the PDF in reading order, each leaf with its own back, nothing is printed
within 5 mm of a sheet's edge, and nothing that is for who prints it stays on what is handed out. Read from finished files
by where their words stand. Sheets made wrong in one thing prove that this can fail."""
import re
import tempfile
from pathlib import Path
from xml.etree import ElementTree

import pikepdf

from _leaflets import SOURCE, expect, finish, made, run, tool
from _pixels import pages_of

MM = 72 / 25.4
NEAR = 0.7  # points
EDGE_DOTS = int(5 * 100 / 25.4)
DOT = 72 / 100  # points
THICKNESS = 0.4 * MM  # much, so that creep can be seen
# Format, papers that it is imposed on, how it is put together.
JOBS = [("booklet", ["A4", "SRA4"], "fold"), ("card", ["A4", "SRA3"], "cut"), ("trifold", ["SRA3", "A3"], "cut")]


class Page:
    """Words of one page, or of one side of a sheet, with their places."""

    def __init__(self, node):
        self.width, self.height = float(node.get("width")), float(node.get("height"))
        words = [word for word in node.iter() if word.tag.endswith("word")]
        self.words = [(word.text, float(word.get("xMin")), float(word.get("yMin"))) for word in words]
        self.sizes = [(float(word.get("xMax")) - x, float(word.get("yMax")) - y)
                      for word, (_, x, y) in zip(words, self.words)]


def read(path):
    text = tool("pdftotext", "-bbox", path, "-").decode()
    text = re.sub(r"<meta [^>]*>|<!DOCTYPE[^>]*>|&nbsp;", "", text)
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text)
    return [Page(node) for node in ElementTree.fromstring(text).iter() if node.tag.endswith("}page")]


class Placed:
    """Page @number (from 0) with its top left corner at x, y of a side."""

    def __init__(self, number, x, y, page):
        self.number, self.x, self.y, self.width, self.height = number, x, y, page.width, page.height

    def through(self, side, left_to_right):
        """Where it stands, seen through the paper from the other side."""
        if left_to_right:
            return side.width - self.x - self.width, self.y
        return self.x, side.height - self.y - self.height


def places_of(side, pages):
    """All pages that stand on @side: those whose every word is there, moved by the same length."""
    by_text, found = {}, []
    for text, x, y in side.words:
        by_text.setdefault(text, []).append((x, y))
    for number, page in enumerate(pages):
        if not page.words or any(text not in by_text for text, _, _ in page.words):
            continue
        anchor = min(page.words, key=lambda word: len(by_text[word[0]]))
        for x, y in by_text[anchor[0]]:
            dx, dy = x - anchor[1], y - anchor[2]
            whole = all(any(abs(there[0] - wx - dx) < NEAR and abs(there[1] - wy - dy) < NEAR for there in by_text[text])
                        for text, wx, wy in page.words)
            near = any(one.number == number and abs(one.x - dx) < NEAR and abs(one.y - dy) < NEAR for one in found)
            if whole and not near:
                found.append(Placed(number, dx, dy, page))
    return found


def notes_on(side, found, pages):
    """(text, x, y, width, height) of every word of @side that is no page's."""
    of_pages = {}
    for one in found:
        for text, x, y in pages[one.number].words:
            of_pages.setdefault(text, []).append((one.x + x, one.y + y))
    return [(text, x, y, *size) for (text, x, y), size in zip(side.words, side.sizes)
            if not any(abs(px - x) < NEAR and abs(py - y) < NEAR for px, py in of_pages.get(text, []))]


def stay_on_leaflets(notes, found):
    return [text for text, x, y, width, height in notes
            if any(x < one.x + one.width and x + width > one.x and y < one.y + one.height and y + height > one.y
                   for one in found)]


def ink_at_edges(picture, found):
    """Pages that have ink in the outermost millimetre of theirs, but for a mark on the cut itself."""
    width, _, pixels = picture

    def dark(x0, y0, x1, y1):
        rows = range(round(y0 / DOT), max(round(y1 / DOT), round(y0 / DOT) + 1))
        return any(min(pixels[row * width + round(x0 / DOT):row * width + max(round(x1 / DOT), round(x0 / DOT) + 1)]) < 250
                   for row in rows)

    near, far = 0.6 * MM, 1.4 * MM
    return [one.number for one in found if
            dark(one.x + near, one.y + near, one.x + far, one.y + one.height - near) or
            dark(one.x + one.width - far, one.y + near, one.x + one.width - near, one.y + one.height - near) or
            dark(one.x + near, one.y + near, one.x + one.width - near, one.y + far) or
            dark(one.x + near, one.y + one.height - far, one.x + one.width - near, one.y + one.height - near)]


def is_left_to_right(side, edge):
    """Whether turning over on this edge swaps left and right: the edge that stands upright is the one turned on."""
    return (edge == "long") == (side.height > side.width)


def behind(front, back_side, backs, left_to_right):
    """The page on the back of @front."""
    hits = [back.number for back in backs if
            all(abs(a - b) < NEAR for a, b in zip(back.through(back_side, left_to_right), (front.x, front.y)))]
    return hits[0] if len(hits) == 1 else None


def fold(sides, places, edge, rtl, thickness):
    """The pages of a booklet as they are read, and how far each is from where it should be in the pile, in points."""
    leaves = []
    for sheet, (front, back) in enumerate(zip(places[::2], places[1::2])):
        middle = sides[2 * sheet].width / 2
        turned = is_left_to_right(sides[2 * sheet], edge)
        for one in front:
            on_right = one.x + one.width / 2 > middle
            from_fold = one.x - middle if on_right else middle - one.x - one.width
            leaves.append((on_right, sheet, one.number, behind(one, sides[2 * sheet + 1], back, turned),
                           abs(from_fold + sheet * thickness)))
    first = sorted(leaf for leaf in leaves if leaf[0] != rtl)
    last = sorted((leaf for leaf in leaves if leaf[0] == rtl), key=lambda leaf: -leaf[1])
    order = [number for leaf in first for number in leaf[2:4]] + [number for leaf in last for number in leaf[3:1:-1]]
    return order, max((leaf[4] for leaf in leaves), default=1000)


def cut(sides, places, edge, leaf_turned):
    """What is read of every pile. A sheet turned otherwise than its reader turns a leaf has its backs upside down."""
    turned = is_left_to_right(sides[0], edge)
    if turned != leaf_turned:
        return [["upside down"] for _ in places[0]]
    return [[number for front, back, side in zip(places[::2], places[1::2], sides[1::2])
             for one in front if abs(one.x - pile.x) < NEAR and abs(one.y - pile.y) < NEAR
             for number in (one.number, behind(one, side, back, turned))] for pile in places[0]]


def faults_of(sides, places, pages, how, edges, rtl, copies, thickness=THICKNESS):
    leaf_edge, edge = edges
    wanted = list(range(len(pages)))
    if how == "fold":
        order, off = fold(sides, places, edge, rtl, thickness)
        return [f"it reads {order}"] * (order != wanted) + [f"a page is {off:.1f} pt off in the pile"] * (off >= NEAR)
    piles = cut(sides, places, edge, is_left_to_right(pages[0], leaf_edge))
    return ([f"{len(piles)} leaflets on a sheet, not {copies}"] * (len(piles) != copies) +
            [f"a pile reads {pile}" for pile in piles if pile != wanted])


def mutants(sides, places, edge, how):
    """(name, places, edge) of sheets that are wrong in one thing."""
    other = "short" if edge == "long" else "long"
    yield "turned on the other edge", places, other

    def moved(one, dx, number=None):
        page = type("Size", (), {"width": one.width, "height": one.height})
        return Placed(one.number if number is None else number, one.x + dx, one.y, page)

    yield "a back moved", [places[0], [moved(one, 2 * MM) for one in places[1]], *places[2:]], edge
    yield "a front left out", [places[0][1:], *places[1:]], edge
    yield "backs swapped", [places[0], [moved(one, 0, other.number) for one, other in
                                        zip(places[1], places[1][1:] + places[1][:1])], *places[2:]], edge
    if how == "fold":
        yield "sheets in the other order", [side for pair in list(zip(places[::2], places[1::2]))[::-1] for side in pair], edge
        yield "no creep", [[moved(one, (1 if one.x + one.width / 2 > side.width / 2 else -1) * (index // 2) * THICKNESS)
                            for one in found] for index, (side, found) in enumerate(zip(sides, places))], edge


def edge_said(said, name):
    found = re.search(rf"^{name}: .* flip on the (\w+) edge$", said, re.MULTILINE)
    return found and found[1]


def keeps_the_edge_white(pdf):
    for width, height, pixels in pages_of(pdf):
        rows = [pixels[row * width:(row + 1) * width] for row in range(height)]
        if min(map(min, rows[:EDGE_DOTS] + rows[-EDGE_DOTS:])) < 250:
            return False
        if min(min(row[:EDGE_DOTS] + row[-EDGE_DOTS:]) for row in rows) < 250:
            return False
    return True


def nothing_stays(called, pictures, sides, places, pages, roomy):
    """What is for who prints: outside of all pages, on every side where there is room, and else nowhere."""
    for number, (picture, side, found) in enumerate(zip(pictures, sides, places), 1):
        notes = notes_on(side, found, pages)
        words = " ".join(note[0] for note in notes)
        stays, inked = stay_on_leaflets(notes, found), ink_at_edges(picture, found)
        expect(not stays, f"{called}, side {number}: {stays} would be handed out")
        expect(not inked, f"{called}, side {number}: marks on pages {inked}")
        expect(("100" in words) == roomy, f"{called}, side {number}: it says '{words}' of how it is printed")
        if not found or not roomy:
            continue
        # mutants: the note 20 mm farther in; pages farther out, where the marks are
        inside = [(text, x + (20 * MM if height > width else 0), y - (20 * MM if width > height else 0), width, height)
                  for text, x, y, width, height in notes]
        outside = [Placed(one.number, one.x - 4 * MM, one.y - 2 * MM, one) for one in found]
        expect(stay_on_leaflets(inside, found), f"{called}, side {number}: a note on a page, and nothing was noticed")
        expect(ink_at_edges(picture, outside), f"{called}, side {number}: marks on a page, and nothing was noticed")


def printing_window(path):
    """What a program that prints the file proposes: (whether at its size, edge to flip on)."""
    edges = {"/DuplexFlipShortEdge": "short", "/DuplexFlipLongEdge": "long"}
    with pikepdf.open(path) as file:
        proposed = file.Root.ViewerPreferences
        return proposed.get("/PrintScaling") == "/None", edges.get(str(proposed.get("/Duplex")))


COPIES = {("card", "A4"): 4, ("card", "SRA3"): 8, ("trifold", "SRA3"): 2, ("trifold", "A3"): 2}
# Papers larger than the pages on them. The others are filled.
ROOMY = {("booklet", "SRA4"), ("card", "SRA3"), ("trifold", "SRA3")}


def look(folder, name, paper, how, locales, discreet):
    status, said, wrong = run(["build", "--project", SOURCE, "--out", folder, "--format", name, "--locale", locales,
                               "--audience", "adult", "--output", "pdf,print", "--paper", paper, "--thickness", "0.4",
                               *(["--discreet"] if discreet else [])])
    expect(status == 0, f"{name} on {paper}: status {status}: {wrong}")
    leaf_edge, edge = edge_said(said, name), edge_said(said, f"{name}-print")
    expect(edge and leaf_edge, f"{name} on {paper}: build does not say which edge to flip on: {said}")
    count = 0
    for entry in made(folder, "-print.pdf"):
        called = f"{entry['file']} on {paper}"
        in_order = Path(str(entry["path"]).replace("-print.pdf", ".pdf"))
        sides, pages = read(entry["path"]), read(in_order)
        places = [places_of(side, pages) for side in sides]
        rtl, copies = entry["locale"] == "ar", COPIES.get((name, paper))
        for fault in faults_of(sides, places, pages, how, (leaf_edge, edge), rtl, copies):
            expect(False, f"{called}: {fault}")
        for wrong_in, worse, worse_edge in mutants(sides, places, edge, how):
            # where all leaflets of a sheet are alike, it does not matter which back lies behind which front
            if wrong_in == "backs swapped" and how == "cut":
                continue
            expect(faults_of(sides, worse, pages, how, (leaf_edge, worse_edge), rtl, copies),
                   f"{called}: {wrong_in}, and nothing was noticed")
        if how == "fold":
            expect(faults_of(sides, places, pages, how, (leaf_edge, edge), not rtl, copies),
                   f"{called}: bound on the other side, and nothing was noticed")
        expect(keeps_the_edge_white(entry["path"]), f"{called}: ink within 5 mm of the sheet's edge")
        nothing_stays(called, pages_of(entry["path"]), sides, places, pages, (name, paper) in ROOMY)
        expect(printing_window(entry["path"]) == (True, edge), f"{called}: a printing window proposes something else")
        expect(printing_window(in_order) == (True, leaf_edge), f"{in_order}: a printing window proposes something else")
        count += 1
    return count


if __name__ == "__main__":
    looked_at = 0
    for format_name, papers, put_together in JOBS:
        for discreet in (False, True):
            for sheet in papers if not discreet else papers[:1]:
                with tempfile.TemporaryDirectory() as place:
                    looked_at += look(Path(place), format_name, sheet, put_together, "en,sr,ar", discreet)
    finish(looked_at)
