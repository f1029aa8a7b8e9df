"""Files for a press that claim PDF/X-4 keep to every rule of _pdfx.py, and files without an output intent claim nothing.
The checker is proved: a file made wrong in one thing is found by the rule meant. docs/press.md names all rules."""
import re
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import _pdfx
from _leaflets import SCRIPTS, SOURCE, expect, finish, run
from _mutants import draw, edit

PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
RGB = "/usr/share/color/icc/ghostscript/default_rgb.icc"
MUTANTS = []


def mutant(rule, what):
    def add(function):
        MUTANTS.append((what, rule, function))
        return function

    return add


def row(rule, what, holder, key, value=None):
    def change(pdf):
        thing = holder(pdf)
        if value is None:
            del thing[key]
        else:
            thing[key] = value(pdf) if callable(value) else value

    MUTANTS.append((what, rule, change))


def in_bytes(rule, what, old, new):
    """Of the saved file; of one length, so that it stays whole."""
    def change(data):
        assert re.search(old, data), what
        return re.sub(old, new, data, count=1)

    change.takes_bytes = True
    MUTANTS.append((what, rule, change))


def root(pdf):
    return pdf.Root


def page(pdf):
    return pdf.pages[0].obj


def info(pdf):
    return pdf.trailer.Info


def intent(pdf):
    return pdf.Root.OutputIntents[0]


def state(pdf):
    return next(iter(page(pdf).Resources.ExtGState.as_dict().values()))


def picture(pdf):
    return next(one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image")


def font(pdf):
    return next(iter(page(pdf).Resources.Font.as_dict().values())).DescendantFonts[0]


def descriptor(pdf):
    return font(pdf).FontDescriptor


def drawing(pdf, **entries):
    """A new one on the first page."""
    form = pdf.make_stream(b"", Type=Name.XObject, **entries)
    page(pdf).Resources.XObject = Dictionary(Own=form)


def profile(pdf, data, count):
    return pdf.make_stream(data, N=count)


in_bytes("version", "PDF 1.7", rb"%PDF-1\.6", b"%PDF-1.7")
row("version", "a version in the catalog", root, "/Version", Name("/2.0"))
in_bytes("whole", "a content that cannot be inflated", rb"(?s)(/FlateDecode.{0,40}?stream\r?\n)..", rb"\1\0\0")
in_bytes("id", "no identifier", rb"/ID \[", b"/XX [")
row("streams", "a stream in another file", picture, "/F", String("logo.jpg"))
row("keys", "an action on opening", root, "/OpenAction", Array([]))
row("keys", "layers", root, "/OCProperties", Dictionary())
row("keys", "attachments", root, "/Names", Dictionary())
row("keys", "annotations", page, "/Annots", Array([]))
row("keys", "an action of a page", page, "/AA", Dictionary())
row("boxes", "no trim box", page, "/TrimBox")
row("boxes", "a bleed box outside the media box", page, "/BleedBox", Array([-9, 0, 9999, 9999]))
row("boxes", "a trim box outside the bleed box", page, "/TrimBox", lambda pdf: page(pdf).MediaBox)
row("identified", "a dictionary that claims nothing", info, "/GTS_PDFXVersion")
row("agrees", "another title", info, "/Title", String("x"))
row("agrees", "another date", info, "/ModDate", String("D:20000101000000Z"))
row("trapped", "nobody knows whether it is trapped", info, "/Trapped", Name.Unknown)
row("intent", "no output intent", root, "/OutputIntents")
row("intent", "two of them", root, "/OutputIntents", lambda pdf: Array([intent(pdf), intent(pdf)]))
row("intent", "a condition without a name", intent, "/OutputConditionIdentifier")
row("intent", "no profile", intent, "/DestOutputProfile")
row("intent", "a profile of a screen", intent, "/DestOutputProfile",
    lambda pdf: profile(pdf, Path(RGB).read_bytes(), 3))
row("intent", "a profile cut off", intent, "/DestOutputProfile",
    lambda pdf: profile(pdf, Path(PROFILE).read_bytes()[:-4], 4))
row("fonts", "a font that is not embedded", descriptor, "/FontFile2")
row("glyphs", "all glyphs equally wide", font, "/W", Array([0, 999, 500]))
row("glyphs", "no word on which glyph a code means", font, "/CIDToGIDMap")
row("colours", "a picture in RGB of no profile", picture, "/ColorSpace", Name.DeviceRGB)
row("colours", "a picture in a profile of four inks", picture, "/ColorSpace",
    lambda pdf: Array([Name.ICCBased, profile(pdf, Path(PROFILE).read_bytes(), 4)]))
MUTANTS.append(("grey of a screen", "colours", lambda pdf: edit(pdf, draw("0.5 g"))))
MUTANTS.append(("an operator that no PDF has", "operators", lambda pdf: edit(pdf, draw("BX EX"))))
row("states", "a transfer function", state, "/TR2", Name.Default)
row("states", "a halftone", state, "/HT", Name.Default)
row("transparency", "half transparent", state, "/ca", 0.5)
row("transparency", "another mode of blending", state, "/BM", Name.Multiply)
row("pictures", "another picture instead", picture, "/Alternates", Array([]))
MUTANTS.append(("a drawing in PostScript", "drawings", lambda pdf: drawing(pdf, Subtype=Name.PS)))
MUTANTS.append(("a drawing of another file", "drawings",
                lambda pdf: drawing(pdf, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Ref=Dictionary())))


@mutant("transparency", "a page with a group")
def group(pdf):
    drawing(pdf, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]), Group=Dictionary(S=Name.Transparency))


@mutant("separations", "marks in another ink by the same name")
def other_ink(pdf):
    spaces = pdf.pages[1].obj.Resources.ColorSpace
    spaces.AllPlates = Array([*list(spaces.AllPlates)[:3], Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 0, 0, 1]), N=1)])


@mutant("open", "a password")
def encrypted(_):
    return {"encryption": pikepdf.Encryption(owner="x", user="y")}


def packet(rule, what, old, new):
    def change(pdf):
        said = bytes(pdf.Root.Metadata.read_raw_bytes())
        assert re.search(old, said), what
        pdf.Root.Metadata = pdf.make_stream(re.sub(old, new, said), Type=Name.Metadata, Subtype=Name.XML)

    MUTANTS.append((what, rule, change))


packet("identified", "a packet that claims nothing", rb"<pdfxid:GTS.*?\n", b"")
packet("metadata", "a broken packet", b"</rdf:RDF>", b"")
packet("metadata", "no title", rb"<dc:title>.*?\n", b"")
packet("metadata", "a day without its time", rb"<xmp:MetadataDate>(.{10}).{10}", rb"<xmp:MetadataDate>\1")
packet("metadata", "no identifier of the document", rb"<xmpMM:DocumentID>.*?\n", b"")
packet("metadata", "no version", rb"<xmpMM:VersionID>.*?\n", b"")
packet("trapped", "a packet that does not say whether it is trapped", rb"<pdf:Trapped>.*?\n", b"")


def save(good, function, path):
    plain = {"compress_streams": False, "object_stream_mode": pikepdf.ObjectStreamMode.disable,
             "stream_decode_level": pikepdf.StreamDecodeLevel.none, "fix_metadata_version": False}
    with pikepdf.open(good) as pdf:
        changed = {} if hasattr(function, "takes_bytes") else function(pdf) or {}
        pdf.save(path, **(changed if "encryption" in changed else plain))
    if hasattr(function, "takes_bytes"):
        path.write_bytes(function(path.read_bytes()))


def prove(good, folder):
    """@good has two pages and a picture."""
    path = folder / "mutant.pdf"
    for what, wanted, function in MUTANTS:
        save(good, function, path)
        found = {name for name, _ in _pdfx.check(path)}
        expect(wanted in found, f"{what}: not {wanted} but {found}")
    save(good, lambda pdf: {}, path)
    expect(_pdfx.check(path) == [], f"the same, saved again: {_pdfx.check(path)}")
    proved = {wanted for _, wanted, _ in MUTANTS}
    expect(proved == set(_pdfx.RULES), f"not proved, or no rule: {proved ^ set(_pdfx.RULES)}")


def build(out, *arguments):
    status, _, errors = run(["build", "--out", out, "-q", *arguments])
    expect(status == 0, f"not made: {errors}")
    return sorted(out.glob("*-press*.pdf"))


def check_table():
    """docs/press.md has a row for every rule, and for nothing else."""
    text = (SOURCE / "docs/press.md").read_text()
    named = re.findall(r"^\| .* \| `([a-z]+)` \|$", text, re.MULTILINE)
    expect(sorted(named) == sorted(_pdfx.RULES), f"docs/press.md: {set(named) ^ set(_pdfx.RULES)}, {len(named)} rows")


def identifier(path):
    with pikepdf.open(path) as pdf:
        return re.search(rb"DocumentID>(.*?)<", bytes(pdf.Root.Metadata.read_raw_bytes()))[1]


with tempfile.TemporaryDirectory() as spare:
    folder = Path(spare)
    icc = "--icc", PROFILE, "--output", "press,press-k"
    files = build(folder / "a", "--project", SOURCE, "--locale", "en,ar", "--audience", "adult",
                  "--format", "trifold,card,a4,booklet,zfold,bilingual,slip,handover", *icc)
    # letters that Cairo writes, and scripts with many glyphs
    files += build(folder / "b", "--project", SCRIPTS, "--locale", "zh_CN,th,hi,ur", "--format", "trifold", *icc)
    # a photograph in colour
    pictured = build(folder / "c", "--project", SOURCE / "tests/golden/logo/project", "--locale", "en", *icc)
    for file in [*files, *pictured]:
        expect(_pdfx.check(file) == [], f"{file.name}: {_pdfx.check(file)}")
    expect(len({identifier(file) for file in files}) == len(files), "two files are one document")
    good = next(file for file in pictured if "trifold-press.pdf" in file.name)
    prove(good, folder)
    for file in build(folder / "d", "--project", SOURCE, "--locale", "en", "--format", "card", "--audience", "adult",
                      "--output", "press,press-k"):
        rules = {name for name, _ in _pdfx.check(file)}
        expect(rules == {"identified", "agrees", "trapped", "intent"}, f"{file.name}: without a profile {rules}")
        with pikepdf.open(file) as pdf:
            said = bytes(pdf.Root.Metadata.read_raw_bytes())
        expect(b"PDFX" not in said and b"GTS_PDFX" not in file.read_bytes(), f"{file.name} claims a standard")
    check_table()
finish(len(files) + len(MUTANTS))
