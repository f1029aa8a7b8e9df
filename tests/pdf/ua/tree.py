"""The structure tree: elements in reading order, with the type, language and page that each inherits or is mapped to."""
from dataclasses import dataclass, field

import pikepdf

GROUPING = set("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private".split())
BLOCK = set("P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot".split())
INLINE = set("Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP".split())
ILLUSTRATION = {"Figure", "Formula", "Form"}
STANDARD = GROUPING | BLOCK | INLINE | ILLUSTRATION


@dataclass(frozen=True)
class Mark:
    """Marked content on a page."""
    page: tuple  # objgen of the page, or None
    mcid: int


@dataclass
class Element:
    dictionary: pikepdf.Object
    parent: "Element"
    type: str               # standard, if the role map leads to one
    lang: str               # own or inherited; None: nobody says
    mode: str               # WritingMode, own or inherited
    kids: list = field(default_factory=list)    # Element, Mark, or the dictionary of an annotation

    @property
    def elements(self):
        return [kid for kid in self.kids if isinstance(kid, Element)]

    @property
    def marks(self):
        return [kid for kid in self.kids if isinstance(kid, Mark)]

    @property
    def annotations(self):
        return [kid for kid in self.kids if isinstance(kid, pikepdf.Object)]

    def __str__(self):
        own = self.dictionary.objgen
        return f"{self.type} ({own[0]} {own[1]} R)"

    def attributes(self, owner):
        """What the attribute dictionaries of @owner say, as one."""
        said, given = {}, self.dictionary.get("/A")
        for one in given if isinstance(given, pikepdf.Array) else [given]:
            if isinstance(one, pikepdf.Dictionary) and one.get("/O") == owner:
                said.update({key: one[key] for key in one.keys()})
        return said

    def text(self, name):
        """A text string such as /Alt, or ""."""
        value = self.dictionary.get(name)
        return str(value) if value is not None else ""


class Tree:
    def __init__(self, catalog):
        self.root = catalog.get("/StructTreeRoot")
        self.roles = dict(self.root.get("/RoleMap", {}).items()) if self.root is not None else {}
        self.elements, self.faults = [], []
        self._seen = set()
        self.lang = str(catalog.Lang) if "/Lang" in catalog else None
        self.tops = []
        for kid in _list(self.root.get("/K")) if self.root is not None else []:
            self._add(kid, None, None, self.tops)

    def standard(self, name):
        """The standard type that the role map leads @name to; @name itself when to none."""
        seen = set()
        while name not in STANDARD and "/" + name in self.roles and name not in seen:
            seen.add(name)
            name = str(self.roles["/" + name])[1:]
        return name

    def _add(self, kid, above, page, into):
        if isinstance(kid, int):
            into.append(Mark(page, kid))
        elif not isinstance(kid, pikepdf.Dictionary):
            self.faults.append(f"a kid of {above} is neither number nor dictionary")
        elif kid.get("/Type") == "/MCR":
            into.append(Mark(kid.Pg.objgen if "/Pg" in kid else page, int(kid.MCID)))
        elif kid.get("/Type") == "/OBJR":
            into.append(kid.Obj)
        else:
            self._add_element(kid, above, page, into)

    def _add_element(self, dictionary, above, page, into):
        if dictionary.objgen in self._seen and dictionary.is_indirect:
            self.faults.append(f"element {dictionary.objgen} stands in the tree twice")
            return
        self._seen.add(dictionary.objgen)
        if dictionary.get("/P", self.root).objgen != (above.dictionary if above else self.root).objgen:
            self.faults.append(f"/P of element {dictionary.objgen} is not the element that holds it")
        lang = str(dictionary.Lang) if "/Lang" in dictionary else above.lang if above else self.lang
        element = Element(dictionary, above, self.standard(str(dictionary.get("/S", "/?"))[1:]), lang, None)
        element.mode = str(element.attributes("/Layout").get("/WritingMode", above.mode if above else "/LrTb"))
        into.append(element)
        self.elements.append(element)
        page = dictionary.Pg.objgen if "/Pg" in dictionary else None  # not inherited
        for kid in _list(dictionary.get("/K")):
            self._add(kid, element, page, element.kids)


def _list(value):
    if value is None:
        return []
    return list(value) if isinstance(value, pikepdf.Array) else [value]


def number_tree(node):
    """The pairs of a number tree, in order."""
    pairs = list(node.get("/Nums", []))
    found = list(zip([int(key) for key in pairs[::2]], pairs[1::2]))
    for kid in node.get("/Kids", []):
        found += number_tree(kid)
    return found
