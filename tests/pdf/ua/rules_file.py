"""The file as it lies on the disk: header, trailer, objects, streams, filters, limits."""
import re

import pikepdf

from .table import rule

FILTERS = {"/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode", "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode",
           "/DCTDecode", "/JPXDecode", "/AHx", "/A85", "/Fl", "/RL", "/CCF", "/DCT"}


@rule("header", "A 6.1.2", "the header says PDF, and that the file is not text")
def the_header_is_right(file):
    if not re.match(rb"%PDF-1\.[0-7](\r\n|\r|\n)%[\x80-\xff]{4}", file.bytes):
        yield f"it begins with {file.bytes[:20]!r}"


@rule("end", "A 6.1.3", "nothing comes after the end")
def nothing_comes_after_the_end(file):
    if not re.search(rb"%%EOF(\r\n|\r|\n)?\Z", file.bytes):
        yield f"it ends with {file.bytes[-20:]!r}"


@rule("id", "A 6.1.3", "two copies of a file can be told to be the same")
def there_is_an_id(file):
    parts = [bytes(part) for part in file.pdf.trailer.get("/ID", [])]
    if len(parts) != 2 or not all(parts):
        yield f"the trailer has the ID {parts}"


@rule("not-encrypted", "A 6.1.3", "what is locked now cannot be opened later")
def it_is_not_encrypted(file):
    if "/Encrypt" in file.pdf.trailer:
        yield "it is encrypted"


@rule("sound", "A 6.1.4", "qpdf finds no fault: references, lengths, keys once each")
def qpdf_finds_no_fault(file):
    status, said = file.qpdf
    if status != 0 or "No syntax or stream encoding errors found" not in said or "WARNING" in said:
        yield "; ".join(line for line in said.splitlines() if "offset =" not in line and "stream =" not in line)


def _plain(file):
    """(number, offset of "N G obj", offset of what follows "obj") of every object that stands plainly."""
    for number, offset in file.offsets.items():
        found = re.compile(rb"(\d+) (\d+) obj(\r\n|\r|\n)").match(file.bytes, offset)
        yield number, offset, found.end() if found and int(found[1]) == number else None


_STREAM = re.compile(rb"(?:(?!endobj).)*?>>\s*stream(\r\n|\n)", re.S)


def _length(file, found):
    """What the dictionary before a stream says of its length, or None."""
    said = re.search(rb"/Length (\d+)( \d+ R)?", found[0])
    length = file.pdf.get_object(int(said[1]), 0) if said and said[2] else said and int(said[1])
    return length if isinstance(length, int) else None


def _body(file, start):
    """From where on an object's endobj is to be looked for: behind its stream, if it has one."""
    found = _STREAM.match(file.bytes, start)
    return start if found is None else found.end() + (_length(file, found) or 0)


@rule("objects", "A 6.1.9", "each object begins and ends as every reader expects")
def objects_are_framed(file):
    for number, offset, start in _plain(file):
        if start is None or file.bytes[offset - 1:offset] not in b"\r\n":
            yield f"object {number} does not begin a line at {offset}: {file.bytes[offset:offset + 20]!r}"
        elif not re.compile(rb"[\r\n]endobj[\r\n]").match(file.bytes, file.bytes.find(b"endobj", _body(
                file, start)) - 1):
            yield f"object {number} is not ended by endobj on a line of its own"


@rule("lengths", "A 6.1.7.1", "a stream is as long as it says")
def streams_are_as_long_as_they_say(file):
    for number, offset, start in _plain(file):
        found = _STREAM.match(file.bytes, start or offset)
        length = _length(file, found) if found else 0
        if found and (length is None or not re.compile(rb"(\r\n|\r|\n)endstream").match(
                file.bytes, found.end() + length)):
            yield f"object {number}: after {length} bytes comes no endstream"


@rule("filters", "A 6.1.7.2", "LZW and encryption of single streams are not allowed; unknown filters cannot be read")
def filters_are_allowed(file):
    inline = [image for content in file.contents for image in content.images
              if not isinstance(image, pikepdf.Stream)]
    for thing in [*file.streams, *inline]:
        given = thing.get("/Filter", thing.get("/F"))
        for name in given if isinstance(given, pikepdf.Array) else [] if given is None else [given]:
            if str(name) not in FILTERS:
                yield f"a stream has the filter {name}"


@rule("no-outside", "A 6.1.7.1", "nothing lies outside the file")
def nothing_lies_outside(file):
    for thing in file.streams:
        for key in ("/F", "/FFilter", "/FDecodeParms"):
            if key in thing:
                yield f"stream {thing.objgen} has {key}"


# A string in brackets, two more pairs of them inside at most; a hexadecimal one.
_FLAT = rb"(?:[^\\()]|\\.)*"
_STRING = re.compile(rb"%[^\r\n]*|\(" + rb"(?:" + _FLAT + rb"\((?:" + _FLAT + rb"\(" + _FLAT + rb"\))*" + _FLAT +
                     rb"\))*" + _FLAT + rb"\)|<<|>>|<([^<>]*)>", re.S)


@rule("hex-strings", "A 6.1.6", "a hexadecimal string has an even number of digits and nothing else")
def hex_strings_are_even(file):
    texts = [bytes(thing.read_bytes()) for thing in file.streams if thing.get("/Type") == "/ObjStm"]
    for page in file.pages:
        contents = page.get("/Contents", [])
        texts += [bytes(one.read_bytes()) for one in ([contents] if isinstance(contents, pikepdf.Stream) else contents)]
    texts.append(file.bytes[file.bytes.rfind(b"\ntrailer"):] if b"\ntrailer" in file.bytes else b"")
    for _, offset, start in _plain(file):
        end = re.compile(rb"endobj|stream").search(file.bytes, start or offset)
        texts.append(file.bytes[start or offset:end.start() if end else offset])
    for text in texts:
        for found in _STRING.finditer(text):
            if found[1] is not None and not re.fullmatch(rb"(?:\s*[0-9A-Fa-f]\s*[0-9A-Fa-f])*\s*", found[1]):
                yield f"<{found[1].decode(errors='replace')[:40]}>"


def _values(thing):
    """Names, strings and numbers of an object, without those it refers to."""
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in thing.keys():
            yield key
            value = thing.get(key)
            if not getattr(value, "is_indirect", False):
                yield from _values(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _values(value)
    else:
        yield thing


@rule("limits", "A 6.1.13", "names, strings and numbers are no larger than every reader can hold")
def nothing_is_too_large(file):
    if len(file.objects) > 8388607:
        yield "too many objects"
    for thing in file.objects:
        for value in _values(thing):
            if isinstance(value, (str, pikepdf.Name)) and len(str(value).encode()) > 128:
                yield f"a name of {len(str(value))} letters: {str(value)[:20]}"
            elif isinstance(value, pikepdf.String) and len(bytes(value)) > 32767:
                yield f"a string of {len(bytes(value))} bytes"
            elif isinstance(value, int) and not -2 ** 31 <= value < 2 ** 31:
                yield f"the number {value}"
