"""Mutants of the structure tree, of marked content and of what describes the file."""
import pikepdf
from pikepdf import Array, Dictionary, Name, String

from _mutants import (MUTANTS, add_element, add_form, add_image, add_link, add_state, add_table, add_words, catalog,
                      content, cut, described, draw, edit, elements, first, index_of, linked, mutant, page, row, variant)


# --- right still

@variant("saved by another program")
def nothing(pdf):
    pass


@variant("a link")
def good_link(pdf):
    add_link(pdf)


def _lead_to(note, destination):
    del note["/A"]
    note.Dest = destination


@variant("a link to a page of the leaflet")
def good_link_within(pdf):
    _lead_to(add_link(pdf), Array([page(pdf), Name.XYZ, 10, 30, None]))


@variant("a table")
def good_table(pdf):
    add_table(pdf)


@variant("a picture")
def good_picture(pdf):
    add_image(pdf)


@variant("a form")
def good_form(pdf):
    add_form(pdf, "0.5 g 0 0 9 9 re f")


@variant("a graphics state")
def good_state(pdf):
    add_state(pdf, ca=0.5, BM=Name.Multiply)


@variant("a type of its own, mapped")
def good_role(pdf):
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(Number=Name.P)
    first(pdf, "P").S = Name.Number


@variant("Info that says what XMP says")
def good_info(pdf):
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
        title = said["dc:title"]
    pdf.docinfo["/Title"] = String(title)


@variant("a paragraph with a span inside")
def good_span(pdf):
    add_words(pdf, add_element(pdf, "P"), "Span")


# --- the tree

row("root-document", "two things under the root", lambda pdf: pdf.Root.StructTreeRoot, "/K",
    lambda pdf: Array([pdf.Root.StructTreeRoot.K, *_second(pdf)]))
row("root-document", "the root is a Sect", lambda pdf: pdf.Root.StructTreeRoot.K, "/S", Name.Sect)
row("types-standard", "a type nobody knows", lambda pdf: first(pdf, "Sect"), "/S", Name.Panel)
row("types-standard", "a standard type mapped to another", lambda pdf: pdf.Root.StructTreeRoot, "/RoleMap",
    Dictionary(P=Name.Span))
row("headings", "a heading level skipped", lambda pdf: first(pdf, "H2"), "/S", Name.H4)
row("headings", "the first heading is an H2", lambda pdf: first(pdf, "H1"), "/S", Name.H2)
row("headings-one-kind", "H among numbered headings", lambda pdf: elements(pdf, "H3")[-1], "/S", Name.H)
row("lists", "an L is a Sect: its LI are orphans", lambda pdf: first(pdf, "L"), "/S", Name.Sect)
row("lists", "an LI is a Sect", lambda pdf: first(pdf, "LI"), "/S", Name.Sect)
row("lists", "an LBody is a Sect", lambda pdf: elements(pdf, "LBody")[-1], "/S", Name.Sect)
row("lists", "a label outside a list", lambda pdf: first(pdf, "P"), "/S", Name.Lbl)
row("list-numbering", "labels without ListNumbering", _numbered := lambda pdf: first(pdf, "Lbl").P.P, "/A")
row("figure-alt", "a figure without Alt", lambda pdf: first(pdf, "Figure"), "/Alt")
row("figure-alt", "a figure with an empty Alt", lambda pdf: first(pdf, "Figure"), "/Alt", String(""))
row("figure-box", "a figure without BBox", lambda pdf: first(pdf, "Figure"), "/A",
    Dictionary(O=Name.Layout, Placement=Name.Block))
row("figure-box", "a figure with a BBox outside its page", lambda pdf: first(pdf, "Figure"), "/A",
    Dictionary(O=Name.Layout, BBox=Array([9000, 10, 9010, 20])))
row("lang-form", "a language that is no tag", lambda pdf: first(pdf, "H2"), "/Lang", String("arabic language"))
row("lang-form", "an empty language", lambda pdf: first(pdf, "H2"), "/Lang", String(""))
row("lang-script", "an English voice for Arabic", lambda pdf: first(pdf, "H2"), "/Lang", String("en"))
row("lang-script", "an English sentence without its language", lambda pdf: _foreign(pdf), "/Lang")
row("writing-mode", "right-to-left not said", lambda pdf: pdf.Root.StructTreeRoot.K, "/A")
row("notes", "a note without an ID", lambda pdf: first(pdf, "P"), "/S", Name.Note)


def _second(pdf):
    inside = pdf.Root.StructTreeRoot.K.K
    last = inside[-1]
    cut(inside, len(inside) - 1)
    last.P = pdf.Root.StructTreeRoot
    last.A = Dictionary(O=Name.Layout, WritingMode=Name.RlTb)
    return [last]


def _foreign(pdf):
    """A sentence of the staff's, long enough to tell its language by its letters."""
    return [one for one in elements(pdf, "P") if one.get("/Lang") == "en"][-1]


@mutant("nesting", "a paragraph inside a paragraph")
def paragraph_in_paragraph(pdf):
    add_words(pdf, first(pdf, "P"), "P")


@mutant("nesting", "words in a section, without a paragraph")
def words_in_a_section(pdf):
    first(pdf, "BlockQuote").K[0].S = Name.Sect


@mutant("tables", "cells without a row")
def cells_without_a_row(pdf):
    add_table(pdf, row="Div")


@mutant("table-scope", "a header cell without Scope")
def header_without_scope(pdf):
    add_table(pdf, scope=False)


@mutant("tables", "a row without a table")
def row_without_a_table(pdf):
    add_table(pdf)
    first(pdf, "Table").S = Name.Sect


@mutant("table-scope", "a Scope that is none")
def scope_that_is_none(pdf):
    add_table(pdf)
    first(pdf, "TH").A.Scope = Name.Page


@mutant("table-rows", "a row with a cell more")
def row_with_a_cell_more(pdf):
    add_table(pdf)
    add_words(pdf, elements(pdf, "TR")[1], "TD")


@mutant("table-rows", "a table without a header")
def table_without_a_header(pdf):
    add_table(pdf, header="TD")


@mutant("tree-no-empty", "an element that holds nothing")
def empty_element(pdf):
    add_element(pdf, "P")


@mutant("tree-strong", "an element that holds content and elements")
def mixed_element(pdf):
    add_words(pdf, first(pdf, "H2"), "Span")


@mutant("tree-whole", "an element that names another parent")
def wrong_parent(pdf):
    first(pdf, "H2").P = pdf.Root.StructTreeRoot.K


@mutant("tree-whole", "an element that stands in the tree twice")
def element_twice(pdf):
    section = first(pdf, "Sect")
    section.K.append(section.K[0])


@mutant("words", "a paragraph of white space")
def white_space(pdf):
    one = add_words(pdf, add_element(pdf, "P"), "Span")
    mcid = int(one.K[0])
    edit(pdf, lambda instructions: [
        *instructions[:-7], ([Name.Span, Dictionary(MCID=mcid, ActualText=String(" "))], "BDC"), *instructions[-6:]])


# --- marks

def _without(begin, tag=None):
    """The instructions without the first mark begun by @begin, and without the EMC that ends it."""
    def change(instructions):
        start = next(i for i, (operands, operator) in enumerate(instructions)
                     if operator == begin and (tag is None or operands[0] == tag) and _paints(instructions, i))
        end = _end(instructions, start)
        return instructions[:start] + instructions[start + 1:end] + instructions[end + 1:]

    return change


def _end(instructions, start):
    depth = 0
    for i in range(start, len(instructions)):
        depth += (instructions[i][1] in ("BMC", "BDC")) - (instructions[i][1] == "EMC")
        if depth == 0:
            return i


def _paints(instructions, start):
    return any(operator in ("f", "S", "Tj", "TJ", "Do")
               for _, operator in instructions[start:_end(instructions, start)])


def _insert(operator, new, after=False):
    """Puts instructions before the first @operator, or after it."""
    def change(instructions):
        at = index_of(instructions, operator) + after
        return instructions[:at] + new + instructions[at:]

    return change


content("marks-all", "an artifact's mark removed", _without("BMC", "/Artifact"))
content("marks-all", "a rectangle painted after all marks", draw("0.5 g 20 20 9 9 re f"))
content("marks-all", "a shape in a mark that is neither", draw("/P BMC 0.5 g 20 20 9 9 re f EMC"))
content("marks-balanced", "an EMC too many", draw("EMC"))
content("marks-balanced", "an EMC too few", draw("/Artifact BMC 0.5 g 20 20 9 9 re f"))
content("marks-balanced", "a mark begun outside BT and ended inside", draw("/Artifact BMC BT EMC ET"))
content("marks-nested", "an artifact inside what is said", _insert("BT", [([Name.Artifact], "BMC"), ([], "EMC")]))
content("marks-artifacts", "an artifact of a type nobody knows", draw("/Artifact <</Type /Decoration>> BDC EMC"))
content("states-balanced", "a Q too many", draw("Q"))
content("states-balanced", "a q too few", draw("q"))
content("states-balanced", "BT in BT", draw("BT BT ET"))
content("states-deep", "q nested thirty deep", draw("q " * 30 + "Q " * 30))
content("operators", "an operator nobody knows", draw("1 2 dance"))
content("resources", "a graphics state that is not defined", draw("/Nowhere gs"))


def _tagged(instructions, number):
    """Where the mark with the @number-th MCID begins."""
    return [i for i, (operands, operator) in enumerate(instructions)
            if operator == "BDC" and "/MCID" in operands[1]][number]


@mutant("mcid-once", "an MCID that stands twice")
def mcid_twice(pdf):
    def change(instructions):
        at = _tagged(instructions, 3)
        return instructions[:at] + [instructions[at], ([], "EMC")] + instructions[at:]

    edit(pdf, change)


@mutant("mcid-said", "marked content that no element holds")
def mcid_in_no_element(pdf):
    edit(pdf, draw("/P <</MCID 9999>> BDC EMC"))


@mutant("mcid-there", "an element that holds what the page has not")
def mcid_nowhere(pdf):
    edit(pdf, lambda instructions: _drop_last_mark(instructions))


def _drop_last_mark(instructions):
    at = _tagged(instructions, -1)
    return instructions[:at] + [([Name.Artifact], "BMC")] + instructions[at + 1:]


@mutant("marks-tags", "a tag nobody knows")
def unknown_tag(pdf):
    def change(instructions):
        at = _tagged(instructions, 0)
        return instructions[:at] + [([Name.Panel, instructions[at][0][1]], "BDC")] + instructions[at + 1:]

    edit(pdf, change)


@mutant("marks-all", "a form painted outside all marks")
def form_outside_marks(pdf):
    add_form(pdf, "0.5 g 0 0 9 9 re f")
    edit(pdf, draw("/New Do"))


@mutant("marks-balanced", "an EMC too many inside a form")
def emc_in_a_form(pdf):
    add_form(pdf, "EMC")


@mutant("resources", "a form without resources of its own")
def form_without_resources(pdf):
    del add_form(pdf, "/Own gs 0.5 g 0 0 9 9 re f", Resources=Dictionary(
        ExtGState=Dictionary(Own=Dictionary())))["/Resources"]


@mutant("marks-nested", "marked content inside a form")
def mcid_in_a_form(pdf):
    add_form(pdf, "/P <</MCID 0>> BDC EMC")


@mutant("struct-parents", "the second page has the key of the first")
def key_twice(pdf):
    pdf.pages[1].obj.StructParents = 0
    cut(pdf.Root.StructTreeRoot.ParentTree.Nums, 2)


@mutant("struct-parents", "a page without StructParents")
def no_struct_parents(pdf):
    del pdf.pages[1].obj["/StructParents"]
    cut(pdf.Root.StructTreeRoot.ParentTree.Nums, 2)


@mutant("parent-tree", "two entries of the ParentTree exchanged")
def entries_exchanged(pdf):
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    entries[4], entries[8] = entries[8], entries[4]


@mutant("parent-tree", "an entry of the ParentTree missing")
def entry_missing(pdf):
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    cut(entries, len(entries) - 1)


row("parent-tree", "ParentTreeNextKey in use", lambda pdf: pdf.Root.StructTreeRoot, "/ParentTreeNextKey", 0)

# --- links

linked("annot-contents", "a link without words", lambda pdf, note: note.__delitem__("/Contents"))
linked("annot-parent", "a link without StructParent", lambda pdf, note: _forget_key(pdf, note))
linked("annot-place", "a link without a place", lambda pdf, note: note.__delitem__("/Rect"))
linked("annot-place", "a link beside its page", lambda pdf, note: note.__setitem__("/Rect", Array([9000, 10, 9080, 30])))
linked("annot-place", "quads beside the Rect", lambda pdf, note: note.__setitem__("/QuadPoints", Array(
    [10, 90, 90, 90, 10, 70, 90, 70])))
linked("annot-place", "half a quad", lambda pdf, note: note.__setitem__("/QuadPoints", Array([10, 30, 90, 30])))
linked("annot-place", "a link that names another page", lambda pdf, note: note.__setitem__("/P", pdf.pages[1].obj))
linked("annot-place", "a link on another page than its words", lambda pdf, note: _move(pdf, note))
linked("link-whole", "a link without words", lambda pdf, note: _hide_words(pdf))
linked("link-web", "a link to a file of this machine", lambda pdf, note: note.A.__setitem__("/URI", String("file:///etc")))
linked("link-web", "a link with a space", lambda pdf, note: note.A.__setitem__("/URI", String("https://astra.rs/a b")))
linked("link-web", "a link to a page that is none", lambda pdf, note: _lead_to(note, Array([note, Name.Fit])))
linked("link-web", "a link to a page and a site", lambda pdf, note: note.__setitem__("/Dest", Array([page(pdf), Name.Fit])))
linked("link-web", "a link to a page", lambda pdf, note: note.__setitem__("/A", Dictionary(
    S=Name.GoTo, D=Array([page(pdf), Name.Fit]))))
linked("actions", "a script", lambda pdf, note: note.__setitem__("/A", Dictionary(
    S=Name.JavaScript, JS=String("app.beep()"))))
linked("annot-flags", "a link that is not printed", lambda pdf, note: note.__setitem__("/F", 0))
linked("annot-flags", "a hidden link", lambda pdf, note: note.__setitem__("/F", 6))
linked("annot-kinds", "a film", lambda pdf, note: _become(pdf, note, "Movie"))
linked("annot-in-tree", "a link held by an Annot", lambda pdf, note: first(pdf, "Link").__setitem__("/S", Name.Annot))
linked("annot-look", "a stamp without a look", lambda pdf, note: _become(pdf, note, "Stamp"))
linked("annot-parent", "a link that does not lead back",
       lambda pdf, note: pdf.Root.StructTreeRoot.ParentTree.Nums.__setitem__(5, first(pdf, "H1")))
linked("actions", "a Launch action", lambda pdf, note: note.__setitem__("/A", Dictionary(
    S=Name.Launch, F=String("calc.exe"))))
linked("actions", "a named action nobody knows", lambda pdf, note: note.__setitem__("/A", Dictionary(
    S=Name.Named, N=Name.Print)))
linked("actions-none", "something happens on pointing", lambda pdf, note: note.__setitem__("/AA", Dictionary(
    E=Dictionary(S=Name.URI, URI=String("https://astra.rs")))))
linked("no-attachments", "an attached file", lambda pdf, note: note.__setitem__("/FS", Dictionary(
    Type=Name.Filespec, F=String("x"), UF=String("x"), EF=Dictionary(F=pdf.make_stream(b"x")))))


def _forget_key(pdf, note):
    del note["/StructParent"]
    cut(pdf.Root.StructTreeRoot.ParentTree.Nums, 4)


def _move(pdf, note):
    pdf.pages[1].obj.Annots, note.P = page(pdf).Annots, pdf.pages[1].obj
    del page(pdf)["/Annots"]


def _hide_words(pdf):
    """The words stay in the paragraph; only the annotation is left in the link."""
    link = first(pdf, "Link")
    span = add_element(pdf, "Span", link.P)
    span.Pg, span.K = link.Pg, Array([link.K[0]])
    pdf.Root.StructTreeRoot.ParentTree.Nums[1][int(link.K[0])] = span
    del link.K[0]


def _become(pdf, note, kind):
    note.Subtype = Name("/" + kind)
    first(pdf, "Link").S = Name.Annot


@mutant("annot-in-tree", "a link outside the tree")
def link_outside(pdf):
    note = add_link(pdf)
    link = first(pdf, "Link")
    link.S = Name.Span
    cut(link.K, 1)
    cut(pdf.Root.StructTreeRoot.ParentTree.Nums, 4)
    del note["/StructParent"]


# --- the catalog

row("marked", "no MarkInfo", catalog, "/MarkInfo")
row("marked", "Marked false", catalog, "/MarkInfo", Dictionary(Marked=False))
row("not-suspect", "Suspects true", catalog, "/MarkInfo", Dictionary(Marked=True, Suspects=True))
row("lang", "no language", catalog, "/Lang")
row("title-shown", "the title is not shown", catalog, "/ViewerPreferences", Dictionary(DisplayDocTitle=False))
row("title-shown", "no viewer preferences", catalog, "/ViewerPreferences")
row("catalog-plain", "layers", catalog, "/OCProperties", Dictionary(OCGs=Array(), D=Dictionary()))
row("actions", "JavaScript on opening", catalog, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("app.beep()")))
row("actions-none", "a page opened on the web on opening", catalog, "/OpenAction", Dictionary(
    S=Name.URI, URI=String("https://astra.rs")))
row("names", "a script in the name tree", catalog, "/Names", Dictionary(JavaScript=Dictionary(Names=Array())))
row("no-xfa", "an XFA form", catalog, "/AcroForm", Dictionary(Fields=Array(), XFA=Array()))
row("tabs", "a page without Tabs", page, "/Tabs")
row("boxes", "a TrimBox outside the MediaBox", page, "/TrimBox", Array([0, 0, 9999, 595]))
row("boxes", "a TrimBox outside the BleedBox", page, "/BleedBox", Array([50, 50, 500, 500]))
row("boxes", "no TrimBox", page, "/TrimBox")
row("page-size", "a page with a unit of its own", page, "/UserUnit", 2)
row("bookmarks", "no bookmarks", catalog, "/Outlines")
row("bookmarks", "a wrong count of bookmarks", lambda pdf: pdf.Root.Outlines, "/Count", 3)
row("bookmarks", "a bookmark to nowhere", lambda pdf: pdf.Root.Outlines.First, "/Dest")

# --- metadata

described("xmp-pdfua", "another part of PDF/UA", b"<pdfuaid:part>1", b"<pdfuaid:part>2")
described("xmp-pdfua", "no pdfuaid", b"<pdfuaid:part>1</pdfuaid:part>", b"")
described("xmp-pdfa", "PDF/A-2b only", b"<pdfaid:conformance>A", b"<pdfaid:conformance>B")
described("xmp-pdfa", "no pdfaid", rb"<pdfaid:part>.*?</pdfaid:conformance>", b"")
described("xmp-extension", "pdfuaid not described", rb"<pdfaExtension:schemas>.*?</pdfaExtension:schemas>", b"")
described("xmp-extension", "a property without its type", rb"<pdfaProperty:valueType>.*?</pdfaProperty:valueType>", b"")
described("xmp-values", "a title that is no list of languages", rb"<rdf:Alt>(.*?)</rdf:Alt>",
          rb"<rdf:Bag>\1</rdf:Bag>")
described("xmp-values", "a date that is none", rb"<xmp:CreateDate>[^<]*", b"<xmp:CreateDate>today")
described("title", "no title", rb"<dc:title>.*?</dc:title>", b"")
described("edition", "no edition code", rb"<dc:identifier>.*?</dc:identifier>", b"")
described("xmp-language", "another language in XMP", rb"(<dc:language>.*?<rdf:li>)[a-z]+", rb"\1fr")
described("nobody-named", "a program is named", b"<dc:identifier>", b"<pdf:Producer xmlns:pdf=\"http://ns.adobe.com/pdf"
          b"/1.3/\">cairo</pdf:Producer><dc:identifier>")
described("xmp", "a packet with its encoding", b"<\\?xpacket begin=", b"<?xpacket encoding=\"utf-8\" begin=")


@mutant("xmp", "metadata of another kind")
def metadata_of_another_kind(pdf):
    pdf.Root.Metadata.Subtype = Name.Text


@mutant("info-agrees", "Info with another title")
def other_title(pdf):
    pdf.docinfo["/Title"] = String("Another title")
