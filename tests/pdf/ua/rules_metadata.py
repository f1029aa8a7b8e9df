"""What the file says about itself: XMP, and the old Info dictionary."""
import re
import xml.etree.ElementTree as XML
from datetime import datetime

from .table import rule

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/", "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/", "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#", "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
BAG, SEQ, ALT = RDF + "Bag", RDF + "Seq", RDF + "Alt"
# The properties that PDF/A knows of itself, and how each is built; None: a simple value.
PREDEFINED = {
    "dc": dict(contributor=BAG, coverage=None, creator=SEQ, date=SEQ, description=ALT, format=None, identifier=None,
               language=BAG, publisher=BAG, relation=BAG, rights=ALT, source=None, subject=BAG, title=ALT, type=BAG),
    "xmp": dict(Advisory=BAG, BaseURL=None, CreateDate=None, CreatorTool=None, Identifier=BAG, Label=None,
                MetadataDate=None, ModifyDate=None, Nickname=None, Rating=None),
    "xmpMM": dict(DocumentID=None, InstanceID=None, OriginalDocumentID=None, RenditionClass=None, VersionID=None),
    "xmpRights": dict(Certificate=None, Marked=None, Owner=BAG, UsageTerms=ALT, WebStatement=None),
    "pdf": dict(Keywords=None, PDFVersion=None, Producer=None),
    "pdfaid": dict(part=None, conformance=None, amd=None, corr=None),
    "pdfaExtension": dict(schemas=BAG),
}
PREFIXES = {uri: prefix for prefix, uri in SPACES.items()}


def _packet(file):
    return bytes(file.root.Metadata.read_bytes())


def _properties(file):
    """(prefix or URI, name) to the element that holds the value; {} when there is no XMP that can be read."""
    try:
        root = XML.fromstring(_packet(file))
    except Exception:
        return {}
    found = {}
    for description in root.iter(RDF + "Description"):
        for key, value in description.attrib.items():
            if not key.startswith(RDF):
                one = XML.Element(key)
                one.text = value
                found[_name(key)] = one
        if not any(description in list(parent) for parent in root.iter() if parent.tag != RDF + "RDF"):
            found.update({_name(one.tag): one for one in description})
    return found


def _name(tag):
    uri, _, name = tag[1:].rpartition("}")
    return PREFIXES.get(uri, uri), name


def _say(file, prefix, name):
    """The value of a simple property, the first of a list, or the default of alternatives; or ""."""
    element = _properties(file).get((prefix, name))
    if element is None:
        return ""
    items = list(element.iter(RDF + "li"))
    return ((items[0] if items else element).text or "").strip()


@rule("xmp", "A 6.6.2.1", "the description is well-formed, and not hidden behind a filter")
def metadata_is_there(file):
    stream = file.root.get("/Metadata")
    if stream is None:
        yield "there is no metadata"
        return
    if stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML" or "/Filter" in stream:
        yield "its stream is not plain XML"
    begin = re.match(rb"<\?xpacket begin=.*?\?>", _packet(file))
    if begin is None or b"bytes=" in begin[0] or b"encoding=" in begin[0]:
        yield "it does not begin as a packet"
    try:
        _packet(file).decode("utf-8")
        XML.fromstring(_packet(file))
    except Exception as error:
        yield f"it cannot be read: {error}"


@rule("xmp-pdfua", "UA 5", "the file says that it keeps to PDF/UA-1")
def it_says_it_is_pdfua(file):
    if _say(file, "pdfuaid", "part") != "1":
        yield f"pdfuaid:part is '{_say(file, 'pdfuaid', 'part')}'"


@rule("xmp-pdfa", "A 6.6.4", "the file says that it keeps to PDF/A-2a")
def it_says_it_is_pdfa(file):
    said = _say(file, "pdfaid", "part"), _say(file, "pdfaid", "conformance")
    if said != ("2", "A"):
        yield f"pdfaid says {said}"


@rule("xmp-extension", "A 6.6.2.3", "PDF/A wants described what it does not know, such as pdfuaid")
def what_pdfa_does_not_know_is_described(file):
    described = {}
    properties = _properties(file)
    for schema in properties.get(("pdfaExtension", "schemas"), []):
        for item in schema:
            said = {_name(one.tag)[1]: one for one in item.iter() if _name(one.tag)[0] == "pdfaSchema"}
            if set(said) < {"schema", "namespaceURI", "prefix"}:
                yield f"a schema says only {sorted(said)}"
                continue
            names = described.setdefault(said["namespaceURI"].text, set())
            for one in said["property"].iter(RDF + "li") if "property" in said else []:
                told = {_name(part.tag)[1]: part.text for part in one}
                names.add(told.get("name"))
                if set(told) != {"name", "valueType", "category", "description"} or \
                        told.get("category") not in ("internal", "external"):
                    yield f"property {told.get('name')} is described by {sorted(told)}"
    for prefix, name in properties:
        known = name in PREDEFINED.get(prefix, ()) or name in described.get(SPACES.get(prefix, prefix), ())
        if not known and prefix != "xml":
            yield f"{prefix}:{name} is not described"


@rule("xmp-values", "A 6.6.2.3", "each value is built as its property wants")
def values_are_built_right(file):
    for (prefix, name), element in _properties(file).items():
        wanted = PREDEFINED.get(prefix, {}).get(name)
        if wanted is not None and [one.tag for one in element] != [wanted]:
            yield f"{prefix}:{name} is no {wanted[len(RDF):]}"
        if name.endswith("Date") and prefix == "xmp":
            try:
                datetime.fromisoformat((element.text or "").replace("Z", "+00:00"))
            except ValueError:
                yield f"{prefix}:{name} is no date: {element.text}"


@rule("title", "UA 7.1", "a window without a title is one among many")
def there_is_a_title(file):
    if _say(file, "dc", "title") == "":
        yield "there is no dc:title"


@rule("edition", "ours", "the edition code is in the file, to tell old copies from new")
def the_edition_is_said(file):
    if _say(file, "dc", "identifier") == "":
        yield "there is no dc:identifier"


@rule("xmp-language", "ours", "the description and the catalog say the same language")
def languages_agree(file):
    said = _say(file, "dc", "language")
    if "/Lang" in file.root and said != str(file.root.Lang):
        yield f"dc:language is '{said}', the catalog says '{file.root.Lang}'"


INFO = {"/Title": ("dc", "title"), "/Author": ("dc", "creator"), "/Subject": ("dc", "description"),
        "/Keywords": ("pdf", "Keywords"), "/Creator": ("xmp", "CreatorTool"), "/Producer": ("pdf", "Producer"),
        "/CreationDate": ("xmp", "CreateDate"), "/ModDate": ("xmp", "ModifyDate")}


@rule("info-agrees", "A 6.6.3", "Info, where there is one, says what XMP says")
def info_agrees_with_xmp(file):
    for key, value in dict(file.pdf.trailer.get("/Info", {}).items()).items():
        said = _say(file, *INFO[key]) if key in INFO else None
        same = re.sub(r"\D", "", str(value))[:8] == re.sub(r"\D", "", said or "")[:8] if key.endswith("Date") \
            else str(value) == said
        if said is not None and not same:
            yield f"Info has {key} '{value}', XMP '{said}'"


@rule("nobody-named", "ours", "a found leaflet leads to nobody: no author, program, machine")
def nobody_is_named(file):
    for prefix, name in _properties(file):
        if (prefix, name) in {("dc", "creator"), ("dc", "contributor"), ("dc", "publisher"), ("pdf", "Producer"),
                              ("xmp", "CreatorTool")} or prefix == "xmpMM":
            yield f"XMP has {prefix}:{name}"
    for key in file.pdf.trailer.get("/Info", {}).keys():
        if key in ("/Author", "/Creator", "/Producer"):
            yield f"Info has {key}"
    if any("/PieceInfo" in thing for thing in [file.root, *file.pages]):
        yield "there is private data of a program"
