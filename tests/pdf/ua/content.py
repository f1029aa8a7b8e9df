"""What the content of a page does: which marks hold what, what is painted outside all marks, which codes of which fonts
are shown, which colours are used. Forms, patterns, soft masks and Type 3 glyphs are looked into where they are used."""
from collections import defaultdict

import pikepdf

PATHS = set("S s f F f* B B* b b*".split())
SHOWS = {"Tj", "TJ", "'", '"'}
PAINTS = PATHS | SHOWS | {"sh", "Do", "INLINE IMAGE"}
KNOWN = PAINTS | set(
    "n w J j M d ri i gs q Q cm m l c v y h re W W* BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm T* d0 d1 CS cs SC SCN sc scn "
    "G g RG rg K k MP DP BMC BDC EMC BX EX".split())
DEVICE = {"g": "/DeviceGray", "G": "/DeviceGray", "rg": "/DeviceRGB", "RG": "/DeviceRGB",
          "k": "/DeviceCMYK", "K": "/DeviceCMYK"}
# Operators that name a resource, and its category.
NAMED = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState", "sh": "/Shading"}
INVISIBLE = 3


class Mark:
    def __init__(self, tag, properties, above):
        self.tag = tag
        self.properties = properties
        self.mcid = properties.get("/MCID") if properties is not None else None
        self.in_mcid = self.mcid is not None or (above is not None and above.in_mcid)
        self.in_artifact = tag == "/Artifact" or (above is not None and above.in_artifact)
        self.owner = self.mcid if self.mcid is not None else above.owner if above else None
        self.actual = properties.get("/ActualText") if properties is not None else None
        self.is_replaced = above is not None and (above.is_replaced or above.actual is not None)


class Content:
    """Of one page. @font gives the Font of a font dictionary, the same for the same."""

    def __init__(self, page, font):
        self._font_of = font
        self.faults = defaultdict(list)     # kind to messages
        self.mcids = []                     # in the order they are begun
        self.tags = set()                   # of marks that have an MCID
        self.artifacts = []                 # properties of artifacts, None where they have none
        self.words = defaultdict(list)      # MCID to pieces of text
        self.replaced = set()               # MCIDs in which ActualText stands for glyphs
        self.colours = defaultdict(set)     # colour space (its name or object) to operators that use it
        self.blacks = 0                     # black in three inks
        self.used = []                      # (category, dictionary) of every resource used
        self.images = []                    # XObjects and inline images
        self.depth = 0                      # of q, the greatest
        self._seen = set()
        self.page = page
        self._run(page, page.get("/Resources", pikepdf.Dictionary()), None, "the page")

    def text(self, mcid):
        return "".join(self.words[mcid])

    def _fault(self, kind, message):
        self.faults[kind].append(message)

    # --- one stream

    def _run(self, stream, resources, above, where):
        """@above: the mark in force where the stream is used; None on the page itself."""
        _Run(self, resources, above, where).all(pikepdf.parse_content_stream(stream))

    def look_into(self, stream, above, where):
        """Content of its own that is used under the mark @above."""
        key = stream.objgen, above.in_mcid if above else None, above.owner if above else None
        if key in self._seen:
            return
        self._seen.add(key)
        self._run(stream, stream.get("/Resources", pikepdf.Dictionary()), above or Mark("", None, None),
                  f"{where} {stream.objgen}")


class _Run:
    """One content stream, operator by operator."""

    def __init__(self, content, resources, above, where):
        self.content, self.resources, self.above, self.where = content, resources, above, where
        self.marks, self.states = [], []
        self.font, self.mode = None, 0
        self.text_marks = None  # how many marks were open at BT

    def fault(self, kind, message):
        self.content._fault(kind, f"{self.where}: {message}")

    @property
    def mark(self):
        return self.marks[-1] if self.marks else self.above

    def all(self, instructions):
        for instruction in instructions:
            operands, operator = instruction.operands, str(instruction.operator)
            if operator not in KNOWN:
                self.fault("operators", f"{operator} is no operator")
            self.step(operands, operator)
        if self.marks:
            self.fault("balance", f"{len(self.marks)} marks are not ended")
        if self.states:
            self.fault("states", f"{len(self.states)} q without Q")
        if self.text_marks is not None:
            self.fault("states", "BT without ET")

    def step(self, operands, operator):
        if operator in ("BMC", "BDC"):
            self.begin(operands, operator)
        elif operator == "EMC":
            self.end()
        elif operator in ("q", "Q"):
            self.save(operator)
        elif operator in ("BT", "ET"):
            self.text_object(operator)
        elif operator in PAINTS:
            self.paint(operands, operator)
        self.colour(operands, operator)
        self.named(operands, operator)

    # --- marks

    def begin(self, operands, operator):
        properties = operands[1] if operator == "BDC" else None
        if isinstance(properties, pikepdf.Name):
            properties = self.resource("/Properties", properties)
        mark = Mark(str(operands[0]), properties, self.mark)
        above, content = self.mark, self.content
        if mark.mcid is not None:
            content.tags.add(mark.tag[1:])
            if self.above is None:
                content.mcids.append(int(mark.mcid))
            if above is not None:
                self.fault("nesting", f"MCID {mark.mcid} is begun inside another mark, a form or a pattern")
        if mark.tag == "/Artifact":
            content.artifacts.append(properties)
            if above is not None and above.in_mcid:
                self.fault("nesting", f"an artifact is begun inside MCID {above.owner}")
        if mark.actual is not None and mark.owner is not None and not mark.is_replaced:
            content.words[mark.owner].append(str(mark.actual))
            content.replaced.add(mark.owner)
        self.marks.append(mark)

    def end(self):
        if not self.marks:
            self.fault("balance", "EMC ends nothing")
            return
        self.marks.pop()
        if self.text_marks is not None and len(self.marks) < self.text_marks:
            self.fault("balance", "a mark begun before BT ends before ET")
            self.text_marks = len(self.marks)

    def text_object(self, operator):
        if (operator == "BT") == (self.text_marks is not None):
            self.fault("states", f"{operator} where it must not stand")
        if operator == "ET" and self.text_marks is not None and len(self.marks) > self.text_marks:
            self.fault("balance", "a mark begun after BT goes on after ET")
        self.text_marks = len(self.marks) if operator == "BT" else None

    def save(self, operator):
        if operator == "q":
            self.states.append((self.font, self.mode))
            self.content.depth = max(self.content.depth, len(self.states))
        elif self.states:
            self.font, self.mode = self.states.pop()
        else:
            self.fault("states", "Q without q")

    # --- painting

    def paint(self, operands, operator):
        mark = self.mark
        if mark is None or not (mark.in_artifact or mark.in_mcid or self.above is not None):
            self.fault("unmarked", f"{operator} outside all marks")
        if operator in SHOWS:
            self.show(operands[-1])
        elif operator == "INLINE IMAGE":
            self.image(operands[0].obj if hasattr(operands[0], "obj") else operands[0])

    def show(self, shown):
        if self.font is None:
            self.fault("resources", "text is shown in no font")
            return
        for piece in shown if isinstance(shown, pikepdf.Array) else [shown]:
            if not isinstance(piece, (pikepdf.String, str, bytes)):
                continue
            codes = self.font.split(piece)
            self.font.codes.update(codes)
            self.font.drawn |= self.mode != INVISIBLE
            mark = self.mark
            if mark is None or (not mark.is_replaced and mark.actual is None):
                self.font.bare.update(codes)
            if mark is not None and mark.owner is not None and not mark.is_replaced and mark.actual is None:
                self.content.words[mark.owner] += [self.font.unicode.get(code, "\ufffd") for code in codes]

    def image(self, dictionary):
        self.content.images.append(dictionary)
        if "/ColorSpace" in dictionary:
            self.space(dictionary.ColorSpace, "an image")
        elif "/CS" in dictionary:
            self.space(dictionary.CS, "an image")

    # --- colours

    def space(self, space, operator):
        """A colour space by its name or its object."""
        if isinstance(space, pikepdf.Name):
            known = self.resources.get("/ColorSpace", {})
            default = str(space).replace("/Device", "/Default")
            space = known.get(default if str(space) in DEVICE.values() and default in known else str(space), space)
        key = str(space) if isinstance(space, pikepdf.Name) else space.unparse(resolved=True)
        self.content.colours[key].add(operator)
        self.content.used.append(("/ColorSpace", space))

    def colour(self, operands, operator):
        if operator in DEVICE:
            self.space(pikepdf.Name(DEVICE[operator]), operator)
            self.content.blacks += operator in ("rg", "RG") and all(float(part) == 0 for part in operands)
        elif operator in ("cs", "CS"):
            self.space(operands[0], operator)
        elif operator in ("scn", "SCN") and operands and isinstance(operands[-1], pikepdf.Name):
            pattern = self.resource("/Pattern", operands[-1])
            if isinstance(pattern, pikepdf.Stream):
                self.content.look_into(pattern, self.mark, "pattern")
            elif pattern is not None:
                self.shading(pattern.get("/Shading"))

    def shading(self, shading):
        if shading is not None and "/ColorSpace" in shading:
            self.space(shading.ColorSpace, "a shading")

    # --- resources

    def resource(self, category, name):
        found = self.resources.get(category, {}).get(str(name))
        if found is None:
            self.fault("resources", f"{category[1:]} {name} is not defined")
        elif isinstance(found, (pikepdf.Dictionary, pikepdf.Stream)):
            self.content.used.append((category, found))
        return found

    def named(self, operands, operator):
        if operator not in NAMED or not isinstance(operands[0], pikepdf.Name):
            self.mode = int(operands[0]) if operator == "Tr" else self.mode
            return
        found = self.resource(NAMED[operator], operands[0])
        if found is None:
            return
        if operator == "Tf":
            self.font = self.content._font_of(found)
            for glyph in dict(found.get("/CharProcs", {}).items()).values():
                self.content.look_into(glyph, self.mark, "glyph")
        elif operator == "sh":
            self.shading(found)
        elif operator == "gs":
            self.state(found)
        elif found.get("/Subtype") == "/Form":
            self.content.look_into(found, self.mark, "form")
        else:
            self.image(found)

    def state(self, state):
        if "/Font" in state:
            self.font = self.content._font_of(state.Font[0])
        if isinstance(state.get("/SMask"), pikepdf.Dictionary):
            self.content.look_into(state.SMask.G, self.mark, "soft mask")
