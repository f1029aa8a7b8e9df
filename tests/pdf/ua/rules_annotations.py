"""Annotations, actions, and everything else that can happen when a file is opened or touched."""
import re

import pikepdf

from .table import rule

PRINT, HIDDEN = 4, 1 | 2 | 32 | 256     # Invisible, Hidden, NoView, ToggleNoView
ALLOWED = set("Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp "
              "Caret Ink Popup Widget Watermark Redact".split())
ACTIONS = {"/GoTo", "/GoToR", "/URI", "/Named", "/Thread", "/SubmitForm"}
WEB = re.compile(r"https?://[a-z0-9.-]+(:\d+)?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?")
TYPES = {"Link": {"Link"}, "Widget": {"Form"}}      # in which element each stands; others: Annot


def _annotations(file):
    for number, page in enumerate(file.pages, 1):
        for note in page.get("/Annots", []):
            yield number, str(note.get("/Subtype", "/?"))[1:], note


def _holders(file):
    return {note.objgen: element for element in file.tree.elements for note in element.annotations}


@rule("annot-kinds", "A 6.3.1", "sound, films, attached files and the like do not last")
def annotations_are_of_allowed_kinds(file):
    for number, kind, _ in _annotations(file):
        if kind not in ALLOWED:
            yield f"page {number}: an annotation of kind {kind}"


@rule("annot-in-tree", "UA 7.18.1", "a link outside the tree is not found by who reads the tree")
def annotations_are_in_the_tree(file):
    holders = _holders(file)
    for number, kind, note in _annotations(file):
        holder = holders.get(note.objgen)
        if kind == "Popup":
            continue
        if holder is None:
            yield f"page {number}: no element holds the {kind}"
        elif holder.type not in TYPES.get(kind, {"Annot"}):
            yield f"page {number}: {holder} holds the {kind}"


@rule("annot-parent", "PDF 14.7.4.4", "from an annotation back to its element")
def annotations_lead_back(file):
    from .rules_content import _parents
    parents, holders = dict(_parents(file)), _holders(file)
    for number, kind, note in _annotations(file):
        holder = holders.get(note.objgen)
        if holder is None:
            continue
        back = parents.get(note.get("/StructParent"))
        if back is None or back.objgen != holder.dictionary.objgen:
            yield f"page {number}: StructParent of the {kind} does not lead to {holder}"


@rule("annot-place", "PDF 12.5", "a link is touched where its words stand: on their page, inside it")
def annotations_stand_on_their_page(file):
    homes = {page.objgen: page for page in file.pages}
    holders = _holders(file)
    for number, kind, note in _annotations(file):
        sheet = file.pages[number - 1]
        box = [float(side) for side in note.get("/Rect", [])]
        quads = [float(side) for side in note.get("/QuadPoints", [])]
        named = note.get("/P")
        if named is not None and named.objgen != sheet.objgen:
            yield f"page {number}: the {kind} says that it stands on another page"
        if kind == "Popup":
            continue
        if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            yield f"page {number}: the {kind} has no place: {box}"
        elif not _holds([float(side) for side in sheet.MediaBox], box):
            yield f"page {number}: the {kind} reaches over its page: {box}"
        elif len(quads) % 8 or not all(_holds(box, [x, y, x, y]) for x, y in zip(quads[::2], quads[1::2])):
            yield f"page {number}: QuadPoints of the {kind} reach over its Rect: {quads}"
        holder = holders.get(note.objgen)
        for mark in holder.marks if holder else []:
            if mark.page in homes and mark.page != sheet.objgen:
                yield f"page {number}: words of the {kind} stand on another page"


def _holds(outer, inner):
    return (inner[0] >= outer[0] - 0.01 and inner[1] >= outer[1] - 0.01 and
            inner[2] <= outer[2] + 0.01 and inner[3] <= outer[3] + 0.01)


@rule("link-whole", "UA 7.18.5", "who hears a link must be able to follow it, who follows it must hear it")
def links_hold_words_and_annotation(file):
    for element in file.tree.elements:
        if element.type == "Link" and not (element.annotations and (element.marks or element.elements)):
            yield f"{element} lacks its annotation or its words"


def _is_page(file, destination):
    return isinstance(destination, pikepdf.Array) and destination[0].objgen in [page.objgen for page in file.pages]


@rule("link-web", "ours", "a link of a leaflet leads to a site, by an address that can be typed, or to one of its pages")
def links_lead_to_sites(file):
    for number, kind, note in _annotations(file):
        if kind != "Link":
            continue
        action = note.get("/A", {})
        target = str(action.get("/URI", ""))
        if action.get("/S") == "/URI" and not WEB.fullmatch(target):
            yield f"page {number}: a link leads to '{target}'"
        if "/Dest" in note and ("/A" in note or not _is_page(file, note.Dest)):
            yield f"page {number}: a link leads to no page of the leaflet"
        if action.get("/S") in ("/GoTo", "/GoToR", "/SubmitForm", "/Thread"):
            yield f"page {number}: a link leads to no site"


@rule("annot-contents", "UA 7.18.5", "a link is told in words")
def links_are_told_in_words(file):
    for number, kind, note in _annotations(file):
        if kind not in ("Popup", "Widget") and not str(note.get("/Contents", "")).strip():
            yield f"page {number}: the {kind} has no Contents"


@rule("annot-flags", "A 6.3.2", "what is on the screen is on paper, and nothing is hidden")
def annotations_are_printed(file):
    for number, kind, note in _annotations(file):
        flags = int(note.get("/F", 0))
        if kind != "Popup" and (not flags & PRINT or flags & HIDDEN):
            yield f"page {number}: the {kind} has the flags {flags}"


@rule("annot-look", "A 6.3.3", "how an annotation looks is in the file, not left to the viewer")
def annotations_have_a_look(file):
    for number, kind, note in _annotations(file):
        box = [float(side) for side in note.get("/Rect", [0, 0, 0, 0])]
        if kind in ALLOWED - {"Link", "Popup"} and box[0] < box[2] and "/N" not in note.get("/AP", {}):
            yield f"page {number}: the {kind} has no appearance"


@rule("actions", "A 6.5.1", "a paper does nothing: no script, no program, no film")
def actions_are_harmless(file):
    for thing in file.dictionaries:
        kind = thing.get("/S")
        is_action = thing.get("/Type") == "/Action" or "/JS" in thing or kind in ("/Launch", "/JavaScript")
        if is_action and kind not in ACTIONS:
            yield f"an action {kind}"
        if kind == "/Named" and thing.get("/N") not in ("/NextPage", "/PrevPage", "/FirstPage", "/LastPage"):
            yield f"a named action {thing.get('/N')}"


@rule("actions-none", "A 6.5.2", "nothing happens by itself, when opened, closed or pointed at")
def nothing_happens_by_itself(file):
    if "/OpenAction" in file.root and not isinstance(file.root.OpenAction, pikepdf.Array):
        if file.root.OpenAction.get("/S") in ACTIONS - {"/GoTo"}:
            yield "opening the file does something"
    for thing in [file.root, *file.pages, *(note for _, _, note in _annotations(file))]:
        if "/AA" in thing:
            yield f"additional actions in {thing.objgen}"


@rule("names", "A 6.1.7", "no scripts, attached files or other presentations in the name tree")
def the_name_tree_is_plain(file):
    for key in file.root.get("/Names", {}).keys():
        if key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"):
            yield f"Names has {key}"


@rule("no-attachments", "A 6.8", "a leaflet carries no other files")
def nothing_is_attached(file):
    for thing in file.dictionaries:
        if "/EF" in thing or thing.get("/Type") == "/EmbeddedFile" or "/AF" in thing:
            yield f"an attached file in {thing.objgen}"


@rule("no-xfa", "A 6.4.2", "no forms that only one program knows, none drawn by the viewer")
def forms_are_plain(file):
    form = file.root.get("/AcroForm")
    if form is not None and ("/XFA" in form or form.get("/NeedAppearances", False)):
        yield "AcroForm has XFA or NeedAppearances"
    if "/NeedsRendering" in file.root:
        yield "the catalog has NeedsRendering"


@rule("tabs", "UA 7.18.3", "the tab key follows the structure")
def tabs_follow_the_structure(file):
    for number, page in enumerate(file.pages, 1):
        if page.get("/Tabs") != "/S":
            yield f"page {number} has Tabs {page.get('/Tabs')}"
