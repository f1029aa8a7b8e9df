"""A simulator of folded paper. A format's file says where panels and folds are; this folds the sheet, panel by panel,
and says which faces lie outside, and which come to be seen as it is opened again."""
from itertools import pairwise

SLACK_MM = 1  # a panel that is folded in must be shorter than the room it lies in


class Cell:
    """A piece of the sheet between folds, and where it lies now. Its sides mirror when it is folded over."""

    def __init__(self, x0, x1, y0, y1):
        self.edges = {"x": (x0, x1), "y": (y0, y1)}
        self.sign, self.shift = {"x": 1, "y": 1}, {"x": 0, "y": 0}

    def now(self, axis, at):
        return self.sign[axis] * at + self.shift[axis]

    def extent(self, axis):
        return sorted(self.now(axis, at) for at in self.edges[axis])

    def middle(self, axis):
        return sum(self.extent(axis)) / 2

    def reflect(self, axis, line):
        self.sign[axis] *= -1
        self.shift[axis] = 2 * line - self.shift[axis]

    @property
    def upper_side(self):
        return 1 if self.sign["x"] * self.sign["y"] > 0 else 2

    def covers(self, other):
        return all(min(mine[1], theirs[1]) - max(mine[0], theirs[0]) > 0.5
                   for mine, theirs in ((self.extent(axis), other.extent(axis)) for axis in "xy"))


class Paper:
    """A sheet of @form (a format's file, read), mirrored where @rtl says so, with the first @count folds made."""

    def __init__(self, form, rtl, count=None):
        self.form, self.mirrored = form, rtl and form["mirror"] == "rtl"
        self.width, self.height = form["sheet"]["width"], form["sheet"]["height"]
        folds = form["folds"]
        cuts = {axis: [0, *sorted(self.place(axis, fold[axis]) for fold in folds if axis in fold), length]
                for axis, length in (("x", self.width), ("y", self.height))}
        self.stack = [Cell(*x, *y) for y in pairwise(cuts["y"]) for x in pairwise(cuts["x"])]  # the lowest first
        self.faults = []
        first = form["panels"][0]  # the paper is held so that it is upright
        self.held = next(cell for cell in self.stack if self.panel_on(first["side"], cell) == first["id"])
        for fold in folds[:count]:
            axis = "x" if "x" in fold else "y"
            self.fold(axis, self.place(axis, fold[axis]), fold["way"] == "mountain")

    def place(self, axis, at):
        return self.width - at if axis == "x" and self.mirrored else at

    # --- folding

    def fold(self, axis, at, mountain):
        """Turns the smaller part beyond the fold over, to the back of the paper or to its front. Which way is seen on the
        row of the first panel."""
        other = "y" if axis == "x" else "x"
        hinged = [cell for cell in self.stack if at in cell.edges[axis]]
        line = hinged[-1].now(axis, at)
        beyond = [cell for cell in self.stack if cell.middle(axis) > line]
        rest = [cell for cell in self.stack if cell not in beyond]
        if (len(beyond), self.held in beyond) > (len(rest), self.held in rest):
            beyond, rest = rest, beyond
        hinge = next(cell for cell in rest if cell in hinged and cell.edges[other] == self.held.edges[other])
        below = mountain == (hinge.upper_side == 1)
        self.look_for_obstacles(axis, line, hinged, hinge, rest, below)
        for cell in beyond:
            cell.reflect(axis, line)
        beyond.reverse()
        self.stack = beyond + rest if below else rest + beyond

    def look_for_obstacles(self, axis, line, hinged, hinge, rest, below):
        at = self.stack.index(hinge)
        enclosed = self.stack[:at] if below else self.stack[at + 1:]
        for cell in self.stack:
            low, high = cell.extent(axis)
            if cell in hinged:
                continue
            if low < line - 0.01 and high > line + 0.01:
                self.faults.append(f"a panel lies across the fold at {axis} {line:g}")
            elif cell in enclosed and cell in rest and min(abs(line - low), abs(line - high)) < SLACK_MM:
                self.faults.append(f"a panel that is folded in is not shorter than its room, at {axis} {line:g}")

    # --- what can be seen

    def faces(self):
        """(side, cell, seen from above) of every face with nothing on it."""
        for index, cell in enumerate(self.stack):
            if not any(other.covers(cell) for other in self.stack[index + 1:]):
                yield cell.upper_side, cell, True
            if not any(other.covers(cell) for other in self.stack[:index]):
                yield 3 - cell.upper_side, cell, False

    def on_side(self, side, x, y):
        """A point of side 1 as the printed side sees it."""
        landscape = self.width >= self.height
        left_to_right = self.form["flip"] == ("short" if landscape else "long")
        if side == 1:
            return x, y
        return (self.width - x, y) if left_to_right else (x, self.height - y)

    def panel_at(self, side, x, y):
        """The panel at a point of a printed side, or None."""
        for panel in self.form["panels"]:
            left = self.place("x", panel["x"]) - (panel["width"] if self.mirrored else 0)
            top, height = panel.get("y", 0), panel.get("height", self.height - panel.get("y", 0))
            if panel["side"] == side and left <= x <= left + panel["width"] and top <= y <= top + height:
                return panel["id"]
        return None

    def panel_on(self, side, cell):
        return self.panel_at(side, *self.on_side(side, *(sum(cell.edges[axis]) / 2 for axis in "xy")))

    def creases(self, side):
        """(axis, where) of every fold, as the printed side sees it."""
        for fold in self.form["folds"]:
            axis = "x" if "x" in fold else "y"
            at = self.place(axis, fold[axis])
            x, y = self.on_side(side, *((at, 0) if axis == "x" else (0, at)))
            yield axis, x if axis == "x" else y

    def seen(self):
        """Panel to (where it stands for who looks at it, the cell it is on, its side), of all that can be seen."""
        found = {}
        for side, cell, above in self.faces():
            panel = self.panel_on(side, cell)
            if panel is not None:
                found[panel] = (cell.middle("x") * (1 if above else -1), cell, side)
        return found

    def up(self, side, cell, direction):
        """Which way a direction of the printed side points now: (right, down)."""
        x, y = self.on_side(side, *direction)
        zero_x, zero_y = self.on_side(side, 0, 0)
        return (x - zero_x) * cell.sign["x"], (y - zero_y) * cell.sign["y"]


def faults_of(form, rtl, read, ups):
    """What is wrong with a folded leaflet whose panels are @read in this order, their text upright as @ups says (panel to
    (right, down) on its printed side)."""
    closed = Paper(form, rtl)
    faults, stages = list(closed.faults), {}
    outside = set(closed.seen())
    for stage, count in enumerate(range(len(form["folds"]), -1, -1)):
        paper = Paper(form, rtl, count)
        for panel, (x, cell, side) in paper.seen().items():
            if panel not in stages:
                stages[panel] = (stage, side, x)
                if panel in ups and paper.up(side, cell, ups[panel])[1] > -0.5:
                    faults.append(f"'{panel}' is upside down when it is first seen")
    if len(set(read)) < len(read):
        faults.append(f"a panel is read, left, and read again: {read}")
    if not read or read[0] not in outside:
        faults.append(f"reading begins on '{read[:1]}', which is not outside")
    inside = [panel for panel in read if panel not in outside]
    if [panel for panel in read[1:] if panel in outside] != read[1 + len(inside):]:
        faults.append(f"a face that lies outside is read before one inside: {read}, outside {sorted(outside)}")
    for one, next_one in pairwise(inside):
        first, then = stages[one], stages[next_one]
        if then[0] < first[0]:
            faults.append(f"'{next_one}' is seen before '{one}', but read after it")
        elif then[:2] == first[:2] and (then[2] < first[2]) != rtl:
            faults.append(f"'{one}' and '{next_one}' are seen together, but read against the direction of reading")
    return faults, outside
