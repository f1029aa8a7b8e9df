"""Mutants of fonts, colours, images, and of the file as it lies on the disk."""
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from _mutants import (MUTANTS, add_form, add_image, add_resource, add_state, catalog, composite, content, descendant,
                      draw, edit, fonts, mutant, page, row, simple)

# --- fonts

row("font-unicode", "no ToUnicode", composite, "/ToUnicode")
row("font-embedded", "a font that is not in the file", lambda pdf: descendant(pdf).FontDescriptor, "/FontFile2")
row("font-embedded", "a simple font that is not in the file", lambda pdf: simple(pdf).FontDescriptor, "/FontFile2")
row("font-cidtogid", "no CIDToGIDMap", descendant, "/CIDToGIDMap")
row("font-cmap", "text written downwards", composite, "/Encoding", Name("/Identity-V"))
row("font-cmap", "a CMap nobody knows", composite, "/Encoding", Name("/Own-H"))
row("font-cmap", "no CIDSystemInfo", descendant, "/CIDSystemInfo")
row("font-encoding", "a font symbolic and not", lambda pdf: simple(pdf).FontDescriptor, "/Flags", 36)
row("font-said", "Widths more than codes", simple, "/Widths", lambda pdf: Array([*simple(pdf).Widths, 500]))
row("font-widths", "all glyphs equally wide", descendant, "/W", Array([0, 999, 500]))
row("font-sets", "a CIDSet without the glyphs shown", lambda pdf: descendant(pdf).FontDescriptor, "/CIDSet",
    lambda pdf: pdf.make_stream(b"\x80"))


def _letters(old, new):
    """ToUnicode of a composite font with its first letter changed."""
    def change(pdf):
        said = bytes(composite(pdf).ToUnicode.read_bytes())
        at = re.search(rb"beginbf(char|range).*?\n", said).end()
        changed = said[:at] + re.sub(old, new, said[at:], count=1)
        assert changed != said
        composite(pdf).ToUnicode.write(changed)

    return change


_FIRST = rb"(<\w+>\s*(?:<\w+>\s*)??)<[0-9A-Fa-f]{4,}>(?=\s*\n)"
MUTANTS.append(("a letter that is none", "font-unicode", _letters(_FIRST, rb"\1<FEFF>")))
MUTANTS.append(("a letter that is not known", "font-told", _letters(_FIRST, rb"\1<FFFD>")))
MUTANTS.append(("a private letter", "font-private", _letters(_FIRST, rb"\1<E000>")))


@mutant("font-notdef", "a box shown in place of a letter")
def notdef_shown(pdf):
    name = next(name for name, font in page(pdf).Resources.Font.items() if font.Subtype == "/Type0")
    font = page(pdf).Resources.Font[name]
    font.ToUnicode.write(bytes(font.ToUnicode.read_bytes()).replace(
        b"endcmap", b"1 beginbfchar\n<0000> <0020>\nendbfchar\nendcmap"))
    font.DescendantFonts[0].W = Array([0, Array([0]), *font.DescendantFonts[0].W])
    edit(pdf, draw(f"/Artifact BMC BT {name} 9 Tf <0000> Tj ET EMC"))


@mutant("font-glyphs", "a glyph that the program has not")
def glyph_missing(pdf):
    name = next(name for name, font in page(pdf).Resources.Font.items() if font.Subtype == "/Type0")
    font = page(pdf).Resources.Font[name]
    font.ToUnicode.write(bytes(font.ToUnicode.read_bytes()).replace(
        b"endcmap", b"1 beginbfchar\n<FFF0> <0020>\nendbfchar\nendcmap"))
    edit(pdf, draw(f"/Artifact BMC BT {name} 9 Tf <FFF0> Tj ET EMC"))


# --- colours and pictures

row("intent", "no output intent", catalog, "/OutputIntents")
row("intent", "an output intent without a profile", lambda pdf: pdf.Root.OutputIntents[0], "/DestOutputProfile")
row("intent", "a profile for four inks called three", lambda pdf: pdf.Root.OutputIntents[0].DestOutputProfile, "/N", 1)
row("group-colours", "transparency mixed in four inks", page, "/Group",
    Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK))
content("device-colours", "a colour in four inks", draw("/Artifact BMC 0 0 1 0 k 20 20 9 9 re f EMC"))
content("black", "black in three inks", draw("/Artifact BMC 0 0 0 rg 20 20 9 9 re f EMC"))


def _profile(change):
    def mutate(pdf):
        stream = pdf.Root.OutputIntents[0].DestOutputProfile
        stream.write(change(bytes(stream.read_bytes())))

    return mutate


MUTANTS.append(("a profile that is cut off", "intent", _profile(lambda data: data[:-40])))
MUTANTS.append(("a profile without its mark", "intent", _profile(lambda data: data[:36] + b"none" + data[40:])))


@mutant("images", "an image smoothed by the viewer")
def interpolated(pdf):
    add_image(pdf).Interpolate = True


@mutant("images", "an image smoothed by the viewer, in the content itself")
def interpolated_inline(pdf):
    page(pdf).Contents.write(
        bytes(page(pdf).Contents.read_bytes()) +
        b"\n/Artifact BMC q 9 0 0 9 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /G /I true ID \x7f EI Q EMC\n")


@mutant("device-colours", "an image in four inks")
def image_in_four_inks(pdf):
    add_image(pdf, space=Name.DeviceCMYK)


@mutant("icc", "an image whose profile is none")
def image_with_a_broken_profile(pdf):
    profile = pdf.make_stream(b"no profile")
    profile.N = 3
    add_image(pdf, space=Array([Name.ICCBased, profile]))


@mutant("forms", "a form taken from another file")
def form_from_elsewhere(pdf):
    add_form(pdf, "0.5 g 0 0 9 9 re f").Ref = Dictionary(F=String("other.pdf"), Page=0)


@mutant("device-colours", "a colour in four inks inside a form")
def four_inks_in_a_form(pdf):
    add_form(pdf, "0 0 1 0 k 0 0 9 9 re f")


@mutant("device-colours", "a colour in four inks inside a pattern")
def four_inks_in_a_pattern(pdf):
    pattern = pdf.make_stream(b"0 0 1 0 k 0 0 9 9 re f")
    for key, value in dict(Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=9, YStep=9,
                           BBox=Array([0, 0, 9, 9]), Resources=Dictionary()).items():
        pattern["/" + key] = value
    add_resource(pdf, "Pattern", pattern)
    edit(pdf, draw("/Artifact BMC /Pattern cs /New scn 20 20 9 9 re f EMC"))


@mutant("states-plain", "a transfer function")
def transfer(pdf):
    add_state(pdf, TR=Name.Identity)


@mutant("states-plain", "a halftone's origin")
def origin(pdf):
    add_state(pdf, HTP=Array([0, 0]))


@mutant("blends", "a way of mixing nobody knows")
def blend(pdf):
    add_state(pdf, BM=Name.Sprinkle)


# --- streams

def _lzw(data):
    """As LZW with nine bits a code, for which the table is emptied before it grows."""
    codes = []
    for i, byte in enumerate(data):
        codes += [256] * (i % 200 == 0) + [byte]
    bits = "".join(f"{code:09b}" for code in [*codes, 257])
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


@mutant("filters", "a stream packed by LZW")
def packed_by_lzw(pdf):
    contents = page(pdf).Contents
    contents.write(_lzw(bytes(contents.read_bytes())), filter=Name.LZWDecode)


@mutant("no-outside", "a stream that lies in another file")
def stream_elsewhere(pdf):
    pdf.Root.OutputIntents[0].DestOutputProfile.F = String("other.icc")


@mutant("limits", "a name of two hundred letters")
def long_name(pdf):
    pdf.Root[Name("/" + "x" * 200)] = 1


@mutant("limits", "a number that is too large")
def large_number(pdf):
    pdf.Root["/Large"] = 2 ** 40


# --- bytes

def of_bytes(rule, what, change):
    MUTANTS.append((what, rule, lambda data: change(data)))
    MUTANTS[-1][2].takes_bytes = True


def _replace(old, new):
    def change(data):
        assert old in data, old
        return data.replace(old, new, 1)

    return change


of_bytes("header", "a header that looks like text", lambda data: re.sub(
    rb"\n%[\x80-\xff]{4}", b"\n%abcd", data, count=1))
of_bytes("end", "something after the end", lambda data: data + b"\n% and more\n")
of_bytes("objects", "endobj on the line of endstream", _replace(b"endstream\nendobj", b"endstream endobj"))
of_bytes("lengths", "no line end before endstream", lambda data: re.sub(
    rb"/Length (\d+) >>", lambda found: b"/Length %d >>" % (int(found[1]) + 1), data, count=1))
of_bytes("sound", "a key that stands twice", lambda data: _twice(data))
of_bytes("hex-strings", "a hexadecimal string with an odd number of digits", lambda data: _odd(data))


def _twice(data):
    """In a file without streams of objects, as qpdf writes it."""
    return re.sub(rb"/DisplayDocTitle true", rb"/DisplayDocTitle true /DisplayDocTitle true", data, count=1)


def _odd(data):
    return re.sub(rb"/ID ?\[ ?<([0-9a-f]{32})>", lambda found: found[0][:-2] + b">", data, count=1)


# --- trailer

@mutant("not-encrypted", "encryption")
def encrypted(pdf):
    return dict(encryption=pikepdf.Encryption(owner="x", user="", R=6))


@mutant("id", "no ID")
def no_id(pdf):
    return dict(without_id=True)
