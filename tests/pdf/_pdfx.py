"""What PDF/X-4 (ISO 15930-7) asks of a file, as far as a program can tell. RULES has a function for each demand, under the
name that docs/press.md gives it; it yields a message for every fault. What the files of this project never hold (actions,
annotations, layers, transparency, PostScript) is refused altogether, which is more than the standard asks."""
import re
import xml.etree.ElementTree as Tree

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

import ua

RULES = {}
# What ua/ asks of fonts for any press, too: whole programs, and glyphs as wide as is said of them.
GLYPHS = ("font-said", "font-cidtogid", "font-cmap", "font-encoding", "font-glyphs", "font-notdef", "font-widths", "font-sets")
SPACES = {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
          "xmp": "http://ns.adobe.com/xap/1.0/", "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
          "pdf": "http://ns.adobe.com/pdf/1.3/", "pdfxid": "http://www.npes.org/pdfx/ns/id/"}
# Of content: PDF Reference 1.6, appendix A, without BX and EX.
OPERATORS = set("b B b* B* BDC BI BMC BT c cm CS cs d d0 d1 Do DP EI EMC ET f F f* G g gs h i ID j J K k l m M MP n q Q re RG "
                "rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \" INLINE IMAGE".split())
SCREENS = {"g", "G", "rg", "RG"}
CATALOG = {"/Type", "/Pages", "/Metadata", "/OutputIntents"}
PAGE = {"/Type", "/Parent", "/MediaBox", "/TrimBox", "/BleedBox", "/Contents", "/Resources"}
STATE = {"/Type", "/OP", "/op", "/OPM", "/CA", "/ca", "/BM", "/SMask"}
IMAGE = {"/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/Filter", "/DecodeParms", "/Length"}
FORM = {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Filter", "/Length"}


class File:
    def __init__(self, path):
        self.path = path
        self.bytes = path.read_bytes()
        self.pdf = pikepdf.open(path)
        self.objects = [thing for thing in self.pdf.objects if isinstance(thing, (Dictionary, Stream))]
        self.packet = self._packet()

    def _packet(self):
        try:
            return Tree.fromstring(bytes(self.pdf.Root.Metadata.read_raw_bytes()))
        except (AttributeError, KeyError, Tree.ParseError):
            return None

    def told(self, name):
        """The text of a property in the XMP packet; None: there is none."""
        found = None if self.packet is None else self.packet.find(f".//rdf:Description/{name}", SPACES)
        return None if found is None else "".join(found.itertext()).strip()

    def contents(self):
        """What is painted: of pages, and of drawings."""
        return [*(page.obj for page in self.pdf.pages), *self.streams("/Form")]

    def streams(self, kind):
        return [thing for thing in self.objects if isinstance(thing, Stream) and thing.get("/Subtype") == kind]

    def resources(self, kind):
        """(name, thing) of every entry of a kind in every dictionary of resources."""
        for holder in self.contents():
            yield from holder.get("/Resources", Dictionary()).get(kind, Dictionary()).items()

    def states(self):
        return [state for _, state in self.resources("/ExtGState")]

    def spaces(self):
        yield from (space for _, space in self.resources("/ColorSpace"))
        yield from (image.get("/ColorSpace") for image in self.streams("/Image"))


def rule(name):
    def add(function):
        assert name not in RULES, name
        RULES[name] = function
        return function

    return add


def only(what, keys, known):
    more = set(keys) - known
    if more:
        yield f"{what} has {sorted(more)}"


# --- the file

@rule("version")
def is_of_pdf_1_6(file):
    if not re.match(rb"%PDF-1\.6\r?\n%[\x80-\xff]{4}", file.bytes):
        yield f"it begins {file.bytes[:16]}"
    if "/Version" in file.pdf.Root:
        yield f"its catalog says version {file.pdf.Root.Version}"


@rule("whole")
def is_whole(file):
    yield from file.pdf.check()


@rule("id")
def has_an_identifier(file):
    parts = file.pdf.trailer.get("/ID", [])
    if len(parts) != 2 or not all(len(bytes(part)) >= 16 for part in parts):
        yield "no identifier"


@rule("open")
def is_not_encrypted(file):
    if file.pdf.is_encrypted:
        yield "encrypted"


@rule("streams")
def streams_are_inside(file):
    for thing in file.objects:
        if isinstance(thing, Stream):
            yield from (f"a stream has {key}" for key in ("/F", "/FFilter", "/FDecodeParms") if key in thing)
            filters = thing.get("/Filter", Array())
            names = {str(one) for one in (filters if isinstance(filters, Array) else [filters])}
            yield from only("a stream", names, {"/FlateDecode", "/DCTDecode"})


@rule("keys")
def holds_nothing_that_acts(file):
    """No actions, scripts, forms, layers, attachments, other presentations, thumbnails, links."""
    yield from only("the catalog", file.pdf.Root.keys(), CATALOG)
    for page in file.pdf.pages:
        yield from only("a page", page.obj.keys(), PAGE)


# --- what it says of itself

@rule("identified")
def says_which_standard(file):
    if file.told("pdfxid:GTS_PDFXVersion") != "PDF/X-4":
        yield f"XMP says {file.told('pdfxid:GTS_PDFXVersion')}"
    if str(file.pdf.docinfo.get("/GTS_PDFXVersion", "")) != "PDF/X-4":
        yield "the dictionary does not say so"


@rule("metadata")
def metadata_is_complete(file):
    stream = file.pdf.Root.get("/Metadata", Dictionary())
    if file.packet is None or stream.get("/Type") != "/Metadata" or stream.get("/Subtype") != "/XML" or "/Filter" in stream:
        yield "no plain packet of XMP"
        return
    moment = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
    wanted = {"dc:title": ".+", "xmp:CreateDate": moment, "xmp:ModifyDate": moment, "xmp:MetadataDate": moment,
              "xmpMM:DocumentID": r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "xmpMM:VersionID": r"\S+",
              "xmpMM:RenditionClass": "default"}
    for name, pattern in wanted.items():
        if not re.fullmatch(pattern, file.told(name) or ""):
            yield f"{name} is {file.told(name)}"


@rule("agrees")
def both_say_the_same(file):
    said = file.pdf.docinfo
    for key, name in ("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate"):
        if "D:" + re.sub(r"[-T:]", "", file.told(name) or "") != str(said.get(key, "")):
            yield f"{key} {said.get(key)}, {name} {file.told(name)}"
    if str(said.get("/Title", "")) != file.told("dc:title"):
        yield f"/Title {said.get('/Title')}"
    yield from only("the dictionary", said.keys(), {"/Title", "/CreationDate", "/ModDate", "/Trapped", "/GTS_PDFXVersion"})


@rule("trapped")
def says_whether_trapped(file):
    told = file.told("pdf:Trapped")
    if told not in ("True", "False") or file.pdf.docinfo.get("/Trapped") != "/" + told:
        yield f"XMP {told}, dictionary {file.pdf.docinfo.get('/Trapped')}"


@rule("intent")
def says_for_which_press(file):
    intents = [one for one in file.pdf.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield f"{len(intents)} output intents"
        return
    intent = intents[0]
    for key in "/OutputConditionIdentifier", "/Info":
        if not str(intent.get(key, "")).strip():
            yield f"no {key}"
    profile = intent.get("/DestOutputProfile")
    if profile is None or "/DestOutputProfileRef" in intent:
        yield "the profile is not in the file"
        return
    data = bytes(profile.read_bytes())
    if profile.get("/N") != 4 or data[12:20] != b"prtrCMYK" or data[36:40] != b"acsp" or data[8] not in (2, 4):
        yield f"profile of {data[8:20]}, {profile.get('/N')} inks"
    if int.from_bytes(data[:4], "big") != len(data):
        yield "the profile is cut off"


# --- pages

def within(inner, outer):
    hair = 0.001
    return (float(outer[0]) <= float(inner[0]) + hair and float(outer[1]) <= float(inner[1]) + hair and
            float(inner[2]) <= float(outer[2]) + hair and float(inner[3]) <= float(outer[3]) + hair)


@rule("boxes")
def boxes_lie_in_each_other(file):
    for number, page in enumerate(file.pdf.pages, 1):
        boxes = [page.obj.get(key) for key in ("/TrimBox", "/BleedBox", "/MediaBox")]
        if None in boxes or "/ArtBox" in page.obj:
            yield f"page {number} has not the boxes it should have"
        elif not within(boxes[0], boxes[1]) or not within(boxes[1], boxes[2]):
            yield f"page {number}: boxes do not lie in each other"


@rule("operators")
def operators_are_known(file):
    for content in file.contents():
        used = {str(one.operator) for one in pikepdf.parse_content_stream(content)}
        yield from only("content", used, OPERATORS)


@rule("fonts")
def fonts_are_embedded(file):
    """As they are shown: a Type 0 font by its descendant; Type 3 is no font of ours."""
    for name, font in file.resources("/Font"):
        shown = font.DescendantFonts[0] if font.get("/Subtype") == "/Type0" else font
        descriptor = shown.get("/FontDescriptor", Dictionary())
        programs = [descriptor[key] for key in ("/FontFile", "/FontFile2", "/FontFile3") if key in descriptor]
        if len(programs) != 1 or len(programs[0].read_bytes()) == 0:
            yield f"font {name} is not embedded"


@rule("glyphs")
def glyphs_are_as_said(file):
    shown = ua.File(file.path)
    for name in GLYPHS:
        yield from ua.RULES[name].look(shown)


# --- colours

def icc_fault(profile):
    data = bytes(profile.read_bytes())
    return profile.get("/N") != 3 or data[16:20] != b"RGB " or data[36:40] != b"acsp" or data[8:10] > b"\x04\x10"


@rule("colours")
def colours_are_of_the_press(file):
    """CMYK and grey of the output intent, or RGB by a profile that PDF 1.6 knows (ICC.1:2003-09, version 4.1); no profile
    of four inks, so that the modes of overprinting have nothing to differ in."""
    for space in file.spaces():
        kind = str(space[0]) if isinstance(space, Array) else str(space)
        if kind == "/ICCBased" and icc_fault(space[1]):
            yield "a profile of colours that a press file has not"
        elif kind not in ("/DeviceGray", "/DeviceCMYK", "/Separation", "/ICCBased"):
            yield f"colours in {kind}"
    for content in file.contents():
        used = {str(one.operator) for one in pikepdf.parse_content_stream(content)}
        yield from (f"a colour of screens: {name}" for name in sorted(used & SCREENS))


@rule("separations")
def separations_agree(file):
    """Those of one name are one and the same, and stand for inks of the output intent."""
    seen = {}
    for space in file.spaces():
        if isinstance(space, Array) and space[0] == "/Separation":
            said = space[2].unparse(resolved=True), space[3].unparse(resolved=True)
            if space[2] != "/DeviceCMYK" or seen.setdefault(str(space[1]), said) != said:
                yield f"separation {space[1]}"


@rule("states")
def states_are_plain(file):
    """No transfer functions, halftones, black generation."""
    for state in file.states():
        yield from only("a state", state.keys(), STATE)


@rule("transparency")
def nothing_is_transparent(file):
    """So nothing depends on a space in which colours are blended."""
    for state in file.states():
        opaque = (float(state.get("/CA", 1)) == 1 and float(state.get("/ca", 1)) == 1 and
                  state.get("/BM", Name.Normal) == Name.Normal and state.get("/SMask", Name("/None")) == Name("/None"))
        if not opaque:
            yield "a state is transparent"
    for thing in file.objects:
        if "/Group" in thing or (thing.get("/Subtype") == "/Image" and ("/SMask" in thing or "/Mask" in thing)):
            yield "a group, or a picture with a mask"


@rule("pictures")
def pictures_are_plain(file):
    """No alternates, no pictures that stand elsewhere (OPI)."""
    for image in file.streams("/Image"):
        yield from only("a picture", set(image.keys()) - {"/SMask", "/Mask"}, IMAGE)


@rule("drawings")
def drawings_are_plain(file):
    """Nothing in PostScript, nothing of other files (Ref)."""
    for _, thing in file.resources("/XObject"):
        if thing.get("/Subtype") not in ("/Image", "/Form"):
            yield f"a drawing in {thing.get('/Subtype')}"
    for form in file.streams("/Form"):
        yield from only("a drawing", set(form.keys()) - {"/Group"}, FORM)


def faults_of(file):
    for name, look in RULES.items():
        try:
            yield from ((name, message) for message in look(file))
        except pikepdf.PdfError as error:
            yield "whole", str(error)


def check(path):
    """(rule, message) of every fault of the file."""
    try:
        file = File(path)
    except pikepdf.PasswordError:
        return [("open", "it cannot be opened")]
    with file.pdf:
        return list(faults_of(file))
