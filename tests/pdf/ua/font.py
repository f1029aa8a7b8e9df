"""A font as the page shows it: its codes, what each means, and the program that draws it."""
import io
import re
from functools import cached_property

import pikepdf
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from fontTools.ttLib import TTFont

PLAIN = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


class Font:
    def __init__(self, dictionary):
        self.dictionary = dictionary
        self.kind = str(dictionary.get("/Subtype", ""))[1:]
        self.name = str(dictionary.get("/BaseFont", "?"))[1:]
        self.codes = set()      # shown anywhere
        self.bare = set()       # shown where no ActualText stands for them
        self.drawn = False      # shown so that it is seen

    @cached_property
    def is_composite(self):
        return self.kind == "Type0"

    @cached_property
    def descendant(self):
        """The dictionary that has the widths and the descriptor."""
        return self.dictionary.DescendantFonts[0] if self.is_composite else self.dictionary

    @cached_property
    def descriptor(self):
        return self.descendant.get("/FontDescriptor")

    @property
    def program_key(self):
        return next((key for key in ("/FontFile", "/FontFile2", "/FontFile3")
                     if self.descriptor is not None and key in self.descriptor), None)

    @cached_property
    def program(self):
        """The font's program, or None: a TrueType font or a CFF table."""
        if self.program_key is None or self.program_key == "/FontFile":
            return None
        data = bytes(self.descriptor[self.program_key].read_bytes())
        if data[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
            font = TTFont(io.BytesIO(data), lazy=True)
            return font["CFF "].cff if "CFF " in font else font
        table = CFFFontSet()
        table.decompile(io.BytesIO(data), None)
        return table

    def split(self, string):
        """The codes of a shown string."""
        data = bytes(string)
        if not self.is_composite:
            return list(data)
        return [int.from_bytes(data[i:i + 2], "big") for i in range(0, len(data), 2)]

    @cached_property
    def unicode(self):
        """Code to text, from /ToUnicode alone."""
        stream = self.dictionary.get("/ToUnicode")
        return parse_cmap(bytes(stream.read_bytes())) if isinstance(stream, pikepdf.Stream) else {}

    @cached_property
    def encoding(self):
        """Of a simple font: the code page that says what its codes are, or None."""
        encoding = self.dictionary.get("/Encoding")
        if isinstance(encoding, pikepdf.Dictionary):
            encoding = encoding.get("/BaseEncoding")
        return PLAIN.get(str(encoding)[1:])

    # --- widths and glyphs

    @cached_property
    def said_widths(self):
        """Code to the width that the dictionary says, in thousandths."""
        if not self.is_composite:
            first = int(self.dictionary.get("/FirstChar", 0))
            return {first + i: float(width) for i, width in enumerate(self.dictionary.get("/Widths", []))}
        widths, entries = {}, list(self.descendant.get("/W", []))
        while entries:
            first, then = int(entries.pop(0)), entries.pop(0)
            if isinstance(then, pikepdf.Array):
                widths.update({first + i: float(width) for i, width in enumerate(then)})
            else:
                widths.update(dict.fromkeys(range(first, int(then) + 1), float(entries.pop(0))))
        return widths

    def said_width(self, code):
        missing = self.descendant.get("/DW", 1000) if self.is_composite else self.descriptor.get("/MissingWidth", 0)
        return self.said_widths.get(code, float(missing))

    def glyph(self, code):
        """The name of the glyph that @code shows, or None when the program has none."""
        if isinstance(self.program, TTFont):
            order = self.program.getGlyphOrder()
            if not self.is_composite:
                return self._glyph_by_cmap(code)
            index = self._gid(code)
            return order[index] if index < len(order) else None
        top = self.program[0]
        if not self.is_composite:
            return self._glyph_by_encoding(top, code)
        name = f"cid{code:05d}" if hasattr(top, "ROS") else None
        if name is None:
            return top.charset[code] if code < len(top.charset) else None
        return ".notdef" if code == 0 else name if name in top.CharStrings.charStrings else None

    def _gid(self, cid):
        gids = self.descendant.get("/CIDToGIDMap")
        if not isinstance(gids, pikepdf.Stream):
            return cid
        data = bytes(gids.read_bytes())
        return int.from_bytes(data[2 * cid:2 * cid + 2], "big")

    @cached_property
    def tables(self):
        """Of a TrueType program: (platform, encoding) to its table of characters."""
        return {(table.platformID, table.platEncID): table.cmap for table in self.program["cmap"].tables}

    def _glyph_by_cmap(self, code):
        if self.encoding is not None and (3, 1) in self.tables:
            letter = bytes([code]).decode(self.encoding, errors="replace")
            return self.tables[3, 1].get(ord(letter))
        if (3, 0) in self.tables:
            known = self.tables[3, 0]
            return next((known[base + code] for base in (0, 0xF000, 0xF100, 0xF200) if base + code in known), None)
        return self.tables.get((1, 0), {}).get(code)

    def _glyph_by_encoding(self, top, code):
        names = top.Encoding if isinstance(top.Encoding, list) else []
        encoding = self.dictionary.get("/Encoding")
        if isinstance(encoding, pikepdf.Dictionary) and "/Differences" in encoding:
            at, names = 0, list(names) or [".notdef"] * 256
            for one in encoding.Differences:
                if isinstance(one, pikepdf.Name):
                    names[at], at = str(one)[1:], at + 1
                else:
                    at = int(one)
        return names[code] if code < len(names) and names[code] in top.CharStrings.charStrings else None

    def program_width(self, glyph):
        """In thousandths of an em."""
        if isinstance(self.program, TTFont):
            return self.program["hmtx"][glyph][0] * 1000 / self.program["head"].unitsPerEm
        top = self.program[0]
        string = top.CharStrings[glyph]
        string.draw(NullPen())
        return string.width * 1000 * getattr(top, "FontMatrix", [0.001])[0]


def parse_cmap(data):
    """Code to text of a ToUnicode map."""
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.S):
        codes = re.findall(rb"<([0-9A-Fa-f\s]*)>", block)
        found.update({int(code, 16): text_of(text) for code, text in zip(codes[::2], codes[1::2])})
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.S):
        for first, last, one, many in re.findall(
                rb"<(\w+)>\s*<(\w+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", block, re.S):
            _add_range(found, int(first, 16), int(last, 16), one, re.findall(rb"<([0-9A-Fa-f\s]*)>", many))
    return found


def _add_range(found, first, last, one, many):
    for code in range(first, last + 1):
        if many:
            found[code] = text_of(many[code - first]) if code - first < len(many) else ""
        else:
            text = text_of(one)
            found[code] = text[:-1] + chr(ord(text[-1]) + code - first) if text else ""


def text_of(digits):
    return bytes.fromhex(digits.decode()).decode("utf-16-be", errors="replace")
