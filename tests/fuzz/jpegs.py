#!/usr/bin/python3
"""Writes tests/fuzz/corpus/jpeg/: small pictures drawn here, good ones and damaged ones. Run by hand, with python3-pil,
when a kind is added; what it has written is kept with the source, for encoders differ.

`told.jpg` holds what a camera and an editor leave behind: a place, a name, a comment, a profile, a thumbnail."""
import io
import struct
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).parent / "corpus/jpeg"
GPS, ORIENTATION, ARTIST = 0x8825, 0x0112, 0x013B


def drawing(mode="RGB", size=(60, 24)):
    """A wave and a disc."""
    white, blue, sand = {"RGB": ("white", (19, 75, 80), (227, 204, 183)), "L": (255, 70, 200),
                         "CMYK": ((0, 0, 0, 0), (230, 90, 110, 150), (15, 45, 60, 10))}[mode]
    picture = Image.new(mode, size, white)
    pen = ImageDraw.Draw(picture)
    pen.rectangle([0, size[1] * 2 // 3, size[0], size[1]], fill=blue)
    pen.ellipse([size[0] // 2, 2, size[0] // 2 + 16, 18], fill=sand)
    return picture


def packed(picture, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=60, **options)
    return out.getvalue()


def segment(marker, body):
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def exif(turned=1, order=">"):
    """A camera's: how the picture lies, who made it, and a place (made up, in the sea)."""
    name = b"Nobody At All\0\0\0"
    place = struct.pack(order + "6L", 12, 1, 34, 1, 56, 1)
    def field(tag, kind, count, value):
        return struct.pack(order + "HHL", tag, kind, count) + value
    at_name, at_list = 8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + 16
    at_place = at_list + 2 + 2 * 12 + 4
    first = struct.pack(order + "H", 3) + field(
        ORIENTATION, 3, 1, struct.pack(order + "HH", turned, 0)) + field(
        ARTIST, 2, 14, struct.pack(order + "L", at_name)) + field(
        GPS, 4, 1, struct.pack(order + "L", at_list)) + bytes(4)
    second = struct.pack(order + "H", 2) + field(1, 2, 2, b"N\0\0\0") + field(
        2, 5, 3, struct.pack(order + "L", at_place)) + bytes(4)
    mark = b"MM" if order == ">" else b"II"
    return b"Exif\0\0" + mark + struct.pack(order + "HL", 42, 8) + first + name + second + place


def with_segments(data, *segments):
    return data[:2] + b"".join(segments) + data[2:]


def at(data, marker):
    return data.index(bytes([0xFF, marker]))


def changed(data, place, byte):
    return data[:place] + bytes([byte]) + data[place + 1:]


good, tiny = packed(drawing()), packed(drawing("L", (8, 8)))
told = with_segments(
    good, segment(0xE1, exif()), segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Nobody</x:xmpmeta>"),
    segment(0xE2, b"ICC_PROFILE\0\1\1" + b"profile of Nobody's screen"), segment(0xED, b"Photoshop 3.0\0Nobody"),
    segment(0xFE, b"made by Nobody on a desk")) + b"a second picture, of Nobody"
files = {
    "baseline": good,
    "progressive": packed(drawing(), progressive=True),
    "gray": packed(drawing("L")),
    "adobe": with_segments(good, segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01")),
    "told": told,
    "upright": with_segments(good, segment(0xE1, exif(1, "<"))),
    "turned": with_segments(good, segment(0xE1, exif(6))),
    "turned-little": with_segments(good, segment(0xE1, exif(3, "<"))),
    "four-inks": packed(drawing("CMYK")),
    "half": good[:len(good) // 2],
    "cut-in-tables": good[:at(good, 0xDB) + 40],
    "no-end": good[:-2],
    "no-pixels": good[:at(good, 0xDA)] + b"\xff\xd9",
    "pixels-lost": good[:at(good, 0xDA) + 60] + b"\xff\xd9",
    "wrong-size": changed(good, at(good, 0xC0) + 6, 0xFF),
    "no-height": changed(changed(good, at(good, 0xC0) + 5, 0), at(good, 0xC0) + 6, 0),
    "no-table": changed(good, at(good, 0xC4) + 4, 0x17),
    "lossless": changed(good, at(good, 0xC0) + 1, 0xC3),
    "size-0": changed(changed(good, at(good, 0xDB) + 2, 0), at(good, 0xDB) + 3, 0),
    "exif-loop": with_segments(good, segment(0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff")),
    "exif-short": with_segments(good, segment(0xE1, b"Exif\0\0")),
    "many-scans": tiny[:-2] + tiny[at(tiny, 0xDA):-2] * 70 + b"\xff\xd9",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
    "empty": b"",
    "start": b"\xff\xd8",
    "fill": b"\xff\xd8" + b"\xff" * 40,
}
for name, data in files.items():
    (FOLDER / (name if "." in name or not data[2:] else name + ".jpg")).write_bytes(data)
print({name: len(data) for name, data in files.items()})
