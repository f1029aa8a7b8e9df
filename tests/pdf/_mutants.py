"""Files made wrong, each in one thing. A row of MUTANTS is what was done, the rule that must find it, and the function
that does it: to an open pikepdf.Pdf, or to the bytes of the file when it gives bytes back. VARIANTS are right still.
The leaflet they start from is a small tri-fold in Persian: lists, figures, phrases in another language and direction."""
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

MUTANTS, VARIANTS = [], []


def mutant(rule, what):
    def add(function):
        MUTANTS.append((what, rule, function))
        return function

    return add


def variant(what):
    def add(function):
        VARIANTS.append((what, None, function))
        return function

    return add


# --- finding and changing

def elements(pdf, kind):
    """Elements of a type, in reading order."""
    def walk(node):
        if isinstance(node, Array):
            for one in node:
                yield from walk(one)
        elif isinstance(node, Dictionary) and "/S" in node:
            if node.S == "/" + kind:
                yield node
            yield from walk(node.get("/K"))

    return list(walk(pdf.Root.StructTreeRoot.K))


def first(pdf, kind):
    return elements(pdf, kind)[0]


def set_key(holder, key, value):
    """As a mutant: sets a key, or deletes it when @value is None. @holder gives the dictionary."""
    def change(pdf):
        thing = holder(pdf)
        if value is None:
            del thing[key]
        else:
            thing[key] = value(pdf) if callable(value) else value

    return change


def row(rule, what, holder, key, value=None):
    MUTANTS.append((what, rule, set_key(holder, key, value)))


def edit(pdf, change, page=0):
    """Gives the instructions of a page's content to @change and takes what it gives back."""
    thing = pdf.pages[page].obj
    instructions = [(list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(thing)]
    thing.Contents = pdf.make_stream(pikepdf.unparse_content_stream(
        [(operands, Operator(operator)) for operands, operator in change(instructions)]))


def draw(text):
    """Instructions put at the end of a page."""
    def change(instructions):
        return instructions + _parsed(text)

    return change


def _parsed(text):
    with pikepdf.new() as empty:
        return [(list(one.operands), str(one.operator))
                for one in pikepdf.parse_content_stream(empty.make_stream(text.encode()))]


def content(rule, what, change):
    MUTANTS.append((what, rule, lambda pdf: edit(pdf, change)))


def cut(array, length):
    """Leaves the first @length of an array."""
    while len(array) > length:
        del array[len(array) - 1]


def index_of(instructions, operator, start=0):
    return next(i for i, (_, name) in enumerate(instructions) if i >= start and name == operator)


def catalog(pdf):
    return pdf.Root


def page(pdf):
    return pdf.pages[0].obj


def fonts(pdf, kind):
    return [font for sheet in pdf.pages for font in sheet.obj.Resources.Font.as_dict().values()
            if font.Subtype == "/" + kind]


def composite(pdf):
    return fonts(pdf, "Type0")[0]


def simple(pdf):
    return fonts(pdf, "TrueType")[0]


def descendant(pdf):
    return composite(pdf).DescendantFonts[0]


def xmp(old, new):
    def change(pdf):
        said = bytes(pdf.Root.Metadata.read_bytes())
        changed = re.sub(old, new, said, count=1, flags=re.S)
        assert changed != said, old
        pdf.Root.Metadata.write(changed)

    return change


def described(rule, what, old, new):
    MUTANTS.append((what, rule, xmp(old, new)))


def add_element(pdf, kind, parent=None, **keys):
    """A new element at the end of @parent, or of the document."""
    parent = parent if parent is not None else pdf.Root.StructTreeRoot.K
    one = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + kind), P=parent, K=Array(), **keys))
    parent.K.append(one)
    return one


def add_words(pdf, parent, kind, text="192"):
    """A new element with words of its own on the first page."""
    one = add_element(pdf, kind, parent)
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    mcid = len(parents)
    parents.append(one)
    one.Pg, one.K = page(pdf), Array([mcid])
    font = next(name for name, font in page(pdf).Resources.Font.items() if font.Subtype == "/TrueType")
    codes = bytes(sorted(set(range(256)) & used_codes(pdf, font))[:1]).hex()
    edit(pdf, draw(f"/{kind} <</MCID {mcid}>> BDC BT {font} 9 Tf 20 20 Td <{codes}> Tj ET EMC"))
    return one


def used_codes(pdf, font):
    """Codes of a simple font that the first page shows and that are letters or figures."""
    shown, now = set(), None
    for one in pikepdf.parse_content_stream(page(pdf)):
        if str(one.operator) == "Tf":
            now = one.operands[0]
        elif str(one.operator) in ("Tj", "TJ") and now == font:
            pieces = one.operands[0] if isinstance(one.operands[0], Array) else [one.operands[0]]
            shown |= {code for piece in pieces if isinstance(piece, String) for code in bytes(piece)}
    return {code for code in shown if code > 0x2F}


def add_link(pdf, **keys):
    """A link as it should be: in the tree, told in words, printed."""
    root = pdf.Root.StructTreeRoot
    paragraph = add_element(pdf, "P")
    link = add_words(pdf, paragraph, "Link")
    note = pdf.make_indirect(Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10, 90, 30]), F=4, Border=Array([0, 0, 0]),
        Contents=String("astra.rs"), StructParent=int(root.ParentTreeNextKey), P=page(pdf),
        QuadPoints=Array([10, 30, 90, 30, 10, 10, 90, 10]),
        A=Dictionary(S=Name.URI, URI=String("https://astra.rs"))))
    for key, value in keys.items():
        note["/" + key] = value
    link.K.append(Dictionary(Type=Name.OBJR, Obj=note, Pg=page(pdf)))
    page(pdf).Annots = Array([note])
    root.ParentTree.Nums.extend(Array([root.ParentTreeNextKey, link]))
    root.ParentTreeNextKey = int(root.ParentTreeNextKey) + 1
    return note


def linked(rule, what, change):
    MUTANTS.append((what, rule, lambda pdf: change(pdf, add_link(pdf))))


def add_image(pdf, space=Name.DeviceRGB, **keys):
    """A picture that is an artifact."""
    image = pdf.make_stream(b"\x7f" * 4)
    for key, value in dict(Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
                           ColorSpace=space, **keys).items():
        image["/" + key] = value
    add_resource(pdf, "XObject", image)
    edit(pdf, draw("/Artifact BMC q 9 0 0 9 20 20 cm /New Do Q EMC"))
    return image


def add_form(pdf, text, **keys):
    """A form that is an artifact."""
    form = pdf.make_stream(text.encode())
    for key, value in {**dict(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]),
                              Resources=Dictionary()), **keys}.items():
        form["/" + key] = value
    add_resource(pdf, "XObject", form)
    edit(pdf, draw("/Artifact BMC /New Do EMC"))
    return form


def add_resource(pdf, category, thing):
    resources = page(pdf).Resources
    if "/" + category not in resources:
        resources["/" + category] = Dictionary()
    resources["/" + category]["/New"] = thing


def add_state(pdf, **keys):
    add_resource(pdf, "ExtGState", Dictionary(Type=Name.ExtGState, **keys))
    edit(pdf, draw("/Artifact BMC q /New gs 0.5 g 20 20 9 9 re f Q EMC"))


def add_table(pdf, header="TH", row="TR", scope=True):
    """A table of one header cell and one other."""
    table = add_element(pdf, "Table")
    for kind in header, "TD":
        cell = add_words(pdf, add_element(pdf, row, table), kind)
        if kind == "TH" and scope:
            cell.A = Dictionary(O=Name.Table, Scope=Name.Column)
