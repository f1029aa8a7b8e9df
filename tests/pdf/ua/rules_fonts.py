"""Fonts: in the file, whole, and every code means a letter."""
import unicodedata

import pikepdf
from fontTools.ttLib import TTFont

from .table import rule

PREDEFINED = set("Identity-H Identity-V UniGB-UTF16-H UniGB-UTF16-V UniCNS-UTF16-H UniCNS-UTF16-V UniJIS-UTF16-H "
                 "UniJIS-UTF16-V UniKS-UTF16-H UniKS-UTF16-V".split())
PROGRAMS = {("/FontFile", None): {"Type1"}, ("/FontFile2", None): {"TrueType", "CIDFontType2"},
            ("/FontFile3", "/Type1C"): {"Type1"}, ("/FontFile3", "/CIDFontType0C"): {"CIDFontType0"},
            ("/FontFile3", "/OpenType"): {"Type1", "TrueType", "CIDFontType0", "CIDFontType2"}}
SYMBOLIC, NONSYMBOLIC = 4, 32


def _drawn(file):
    """Fonts that are seen and drawn by a program of their own."""
    return [font for font in file.fonts if font.drawn and font.kind != "Type3"]


def _kind(font):
    return str(font.descendant.get("/Subtype", ""))[1:]


@rule("font-embedded", "A 6.2.11.4.1", "a font that is not in the file is another one elsewhere, or none")
def fonts_are_embedded(file):
    for font in _drawn(file):
        key = font.program_key
        if key is None:
            yield f"{font.name} is not in the file"
        elif _kind(font) not in PROGRAMS.get((key, font.descriptor[key].get("/Subtype")), ()):
            yield f"{font.name} is a {_kind(font)} with {key}"


@rule("font-said", "A 6.2.11.2", "a font's dictionary has what every reader needs of it")
def fonts_say_what_is_needed(file):
    for font in file.fonts:
        if font.kind not in ("Type0", "TrueType", "Type1", "Type3", "MMType1"):
            yield f"{font.name} is of kind {font.kind}"
        if font.kind in ("TrueType", "Type1"):
            first, last = font.dictionary.get("/FirstChar"), font.dictionary.get("/LastChar")
            if not isinstance(first, int) or len(font.dictionary.get("/Widths", [])) != last - first + 1:
                yield f"{font.name}: Widths are not as many as codes"
        if font.descriptor is not None and str(font.descriptor.get("/FontName", ""))[1:] != \
                str(font.descendant.get("/BaseFont", ""))[1:]:
            yield f"{font.name} has another name in its descriptor"


@rule("font-cidtogid", "A 6.2.11.3.2", "which glyph a code means is said, not guessed")
def glyphs_of_codes_are_said(file):
    for font in file.fonts:
        if _kind(font) == "CIDFontType2":
            gids = font.descendant.get("/CIDToGIDMap")
            if gids != "/Identity" and not isinstance(gids, pikepdf.Stream):
                yield f"{font.name} has no CIDToGIDMap"


@rule("font-cmap", "A 6.2.11.3.3", "which codes a string has is said by a map that is known or in the file")
def cmaps_are_known(file):
    for font in file.fonts:
        if not font.is_composite:
            continue
        encoding = font.dictionary.get("/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            data = bytes(encoding.read_bytes())
            if b"/WMode 1" in data and encoding.get("/WMode", 0) != 1:
                yield f"{font.name}: WMode differs inside its CMap"
            if "/UseCMap" in encoding and str(encoding.UseCMap)[1:] not in PREDEFINED:
                yield f"{font.name}: its CMap uses another that is not known"
        elif str(encoding)[1:] not in PREDEFINED:
            yield f"{font.name} has the CMap {encoding}"
        if str(encoding).endswith("-V"):
            yield f"{font.name} is written downwards"
        system = font.descendant.get("/CIDSystemInfo")
        if system is None or not {"/Registry", "/Ordering", "/Supplement"} <= set(system.keys()):
            yield f"{font.name} has no CIDSystemInfo"


@rule("font-encoding", "A 6.2.11.6", "a TrueType font of single bytes says which letters they are")
def simple_fonts_say_their_letters(file):
    for font in _drawn(file):
        if font.kind != "TrueType" or not isinstance(font.program, TTFont):
            continue
        flags = int(font.descriptor.get("/Flags", 0))
        if bool(flags & SYMBOLIC) == bool(flags & NONSYMBOLIC):
            yield f"{font.name} is both symbolic and not, or neither"
        elif flags & NONSYMBOLIC and (font.encoding is None or not font.tables):
            yield f"{font.name} is not symbolic and has no known encoding, or no table of characters"
        elif flags & SYMBOLIC and ("/Encoding" in font.dictionary or
                                   (len(font.tables) != 1 and (3, 0) not in font.tables)):
            yield f"{font.name} is symbolic and has an Encoding, or several tables of characters"


@rule("font-unicode", "UA 7.21.7", "a code without its letter cannot be searched, copied or spoken")
def codes_mean_letters(file):
    for font in file.fonts:
        lacking = [code for code in sorted(font.codes) if not _is_text(font.unicode.get(code, ""))]
        if lacking:
            yield f"{font.name}: no letter for {[hex(code) for code in lacking[:8]]}"


def _is_text(text):
    return text != "" and not any(ord(letter) in (0, 0xFEFF, 0xFFFE) for letter in text)


@rule("font-told", "ours", "a glyph that is no letter by itself stands in a cluster that ActualText tells")
def parts_of_letters_are_told(file):
    for font in file.fonts:
        untold = [code for code in sorted(font.bare) if "\ufffd" in font.unicode.get(code, "")]
        if untold:
            yield f"{font.name}: U+FFFD for {[hex(code) for code in untold[:8]]}"


@rule("font-private", "A 6.2.11.7.3", "a private letter means nothing to others")
def letters_are_not_private(file):
    for font in file.fonts:
        private = [code for code in font.codes
                   if any(unicodedata.category(letter) == "Co" for letter in font.unicode.get(code, ""))]
        if private:
            yield f"{font.name}: private letters for {[hex(code) for code in private[:8]]}"


def _glyphs(file):
    """(font, code, name of its glyph or None) of every code shown of the fonts that have a program."""
    for font in _drawn(file):
        if font.program is not None:
            for code in sorted(font.codes):
                yield font, code, font.glyph(code)


@rule("font-glyphs", "A 6.2.11.4.1", "every glyph that is shown is in the program")
def glyphs_are_there(file):
    for font, code, glyph in _glyphs(file):
        if glyph is None:
            yield f"{font.name} has no glyph for {hex(code)}"


@rule("font-notdef", "A 6.2.11.8", "a box in place of a letter is not shown")
def no_boxes_are_shown(file):
    for font, code, glyph in _glyphs(file):
        if glyph == ".notdef":
            yield f"{font.name} shows .notdef for {hex(code)}"


@rule("font-widths", "A 6.2.11.5", "a glyph is as wide as the dictionary says, or lines shift elsewhere")
def widths_agree(file):
    for font, code, glyph in _glyphs(file):
        if glyph is None:
            continue
        said, drawn = font.said_width(code), font.program_width(glyph)
        if abs(said - drawn) > 1:
            yield f"{font.name}: {hex(code)} is said to be {said:g} wide and is {drawn:g}"


@rule("font-sets", "A 6.2.11.4.2", "a list of the glyphs in the program, where there is one, is whole")
def sets_are_whole(file):
    for font in _drawn(file):
        if font.descriptor is None or "/CIDSet" not in font.descriptor:
            continue
        data = bytes(font.descriptor.CIDSet.read_bytes())
        lacking = [code for code in font.codes if code // 8 >= len(data) or not data[code // 8] >> (7 - code % 8) & 1]
        if lacking:
            yield f"{font.name}: CIDSet lacks {lacking[:8]}"
