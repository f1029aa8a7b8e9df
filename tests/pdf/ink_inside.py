"""Nothing is printed within 5 mm of a sheet's edge, nor near its folds: looked at as pixels."""
from _folding import Paper
from _leaflets import defaults, each, expect, finish, in_turn, scripts
from _pack import form_of, is_rtl
from _pixels import pages_of

DOTS_PER_MM = 100 / 25.4
WHITE = 250  # of 255; paler than the palest tint
EDGE_MM = 5
FOLD_SHARE = 0.75  # of the margin at a fold: the tails of bubbles and marks may stand in the rest


def is_white(page, axis, first, end):
    """Whether nothing stands in these columns (x) or rows (y)."""
    width, height, pixels = page
    if axis == "y":
        return min(pixels[first * width:end * width]) >= WHITE
    return all(min(pixels[row * width + first:row * width + end]) >= WHITE for row in range(height))


def look_at(leaflet):
    form = form_of(leaflet)
    margin = FOLD_SHARE * form["margins"]["fold"]
    for number, page in enumerate(pages_of(leaflet["path"]), 1):
        width, height, pixels = page
        edge = int(EDGE_MM * DOTS_PER_MM)
        name = f"{leaflet['file']} page {number}"

        expect(min(pixels) < 128, f"{name} is empty")
        for axis, length in ("x", width), ("y", height):
            expect(is_white(page, axis, 0, edge), f"{name}: ink at the {axis} edge")
            expect(is_white(page, axis, length - edge, length), f"{name}: ink at the far {axis} edge")
        for axis, fold in Paper(form, is_rtl(leaflet)).creases(number) if "folds" in form else []:
            first, end = (round((fold + side * margin) * DOTS_PER_MM) for side in (-1, 1))
            expect(is_white(page, axis, first, end), f"{name}: ink on the fold at {axis} {fold} mm")


leaflets = [*in_turn(defaults()), *(entry for entry in scripts() if "folds" in form_of(entry))]
finish(len(each(look_at, leaflets)))
