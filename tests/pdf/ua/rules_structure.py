"""The structure tree: what stands in what, and what must be said of it."""
import re
import unicodedata
from collections import Counter

from .table import rule
from .tree import BLOCK, GROUPING, ILLUSTRATION, INLINE, STANDARD

LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{2,8})*")
LEVELS = {f"H{level}": level for level in range(1, 7)}


@rule("root-document", "UA 7.1", "one Document holds all, so that a reader knows where to begin")
def the_root_is_one_document(file):
    tops = [getattr(top, "type", "content") for top in file.tree.tops]
    if tops != ["Document"]:
        yield f"under the root stand {tops}"


@rule("types-standard", "UA 7.1", "every type is one that readers know, or is mapped to one")
def types_are_standard(file):
    for element in file.tree.elements:
        if element.type not in STANDARD:
            yield f"{element} is of no standard type"
    for name in file.tree.roles:
        if name[1:] in STANDARD:
            yield f"the role map gives {name} another meaning"


@rule("nesting", "PDF 14.8.4", "a paragraph holds words, not paragraphs; a section holds no bare words")
def elements_stand_where_they_may(file):
    for element in file.tree.elements:
        kids = {kid.type for kid in element.elements}
        if element.type in ("P", *LEVELS, *INLINE, *ILLUSTRATION) and kids & (BLOCK | GROUPING):
            yield f"{element} holds {sorted(kids & (BLOCK | GROUPING))}"
        if element.type in GROUPING - {"NonStruct", "Private", "Caption"} and element.marks:
            yield f"{element} holds content that no element of its own does"
        if element.type == "Document" and element.parent is not None:
            yield f"{element} stands inside another"


@rule("headings", "UA 7.4.2", "who jumps from heading to heading must miss no level")
def headings_skip_no_level(file):
    before = 0
    for element in file.tree.elements:
        level = LEVELS.get(element.type)
        if level is None:
            continue
        if level > before + 1:
            yield f"{element} comes after {'H%d' % before if before else 'no heading'}"
        before = level


@rule("headings-one-kind", "UA 7.4.4", "headings are all numbered, or all H, never both")
def headings_are_of_one_kind(file):
    kinds = {element.type for element in file.tree.elements}
    if "H" in kinds and kinds & set(LEVELS):
        yield "both H and numbered headings"
    if not kinds & {"H", *LEVELS}:
        yield "no heading at all"


# --- lists and tables

@rule("lists", "UA 7.6", "a list tells how many items it has only when each is an LI of an L")
def lists_hold_items(file):
    for element in file.tree.elements:
        parent = element.parent.type if element.parent else None
        kids = Counter(kid.type for kid in element.elements)
        if element.type == "L" and (set(kids) - {"LI", "L", "Caption"} or not kids["LI"] or element.marks):
            yield f"{element} holds {dict(kids)}"
        if element.type == "LI" and (set(kids) - {"Lbl", "LBody"} or max(kids.values(), default=9) > 1 or
                                     element.marks):
            yield f"{element} holds {dict(kids)}"
        if element.type == "LI" and parent != "L":
            yield f"{element} stands in {parent}"
        if element.type == "LBody" and parent != "LI":
            yield f"{element} stands in {parent}"
        if element.type == "Lbl" and parent not in ("LI", "Note", "BibEntry", "TOCI", "Reference", "Link"):
            yield f"{element} stands in {parent}"


@rule("list-numbering", "UA 7.6", "a list whose items have labels says how they are counted")
def lists_with_labels_say_how(file):
    for element in file.tree.elements:
        labels = [kid for item in element.elements for kid in item.elements if kid.type == "Lbl"]
        said = element.attributes("/List").get("/ListNumbering", "/None")
        if element.type == "L" and labels and said == "/None":
            yield f"{element} has labels and no ListNumbering"
        if str(said)[1:] not in ("None", "Disc", "Circle", "Square", "Decimal", "UpperRoman", "LowerRoman",
                                 "UpperAlpha", "LowerAlpha"):
            yield f"{element} says ListNumbering {said}"


TABLES = {"Table": ({"TR", "THead", "TBody", "TFoot", "Caption"}, None),
          "THead": ({"TR"}, {"Table"}), "TBody": ({"TR"}, {"Table"}), "TFoot": ({"TR"}, {"Table"}),
          "TR": ({"TH", "TD"}, {"Table", "THead", "TBody", "TFoot"}),
          "TH": (None, {"TR"}), "TD": (None, {"TR"})}


@rule("tables", "UA 7.5", "cells stand in rows, rows in a table")
def tables_hold_rows(file):
    for element in file.tree.elements:
        kids, parents = TABLES.get(element.type, (None, None))
        if kids is not None and {kid.type for kid in element.elements} - kids:
            yield f"{element} holds {sorted({kid.type for kid in element.elements} - kids)}"
        if parents is not None and (element.parent is None or element.parent.type not in parents):
            yield f"{element} stands in {element.parent}"


@rule("table-scope", "UA 7.5", "a header cell says what it heads")
def header_cells_have_a_scope(file):
    for element in file.tree.elements:
        if element.type == "TH" and element.attributes("/Table").get("/Scope") not in ("/Row", "/Column", "/Both"):
            yield f"{element} has no Scope"


@rule("table-rows", "UA 7.5", "rows of one table are equally long, or a reader tells the wrong header")
def rows_are_equally_long(file):
    for table in file.tree.elements:
        rows = _rows(table) if table.type == "Table" else []
        if len({sum(_span(cell) for cell in row.elements) for row in rows}) > 1:
            yield f"{table} has rows of different lengths"
        if rows and not any(cell.type == "TH" for row in rows for cell in row.elements):
            yield f"{table} has no header cell"


def _rows(table):
    """Its rows, also those in THead, TBody and TFoot."""
    inside = [kid for part in table.elements for kid in (part.elements if part.type != "TR" else [part])]
    return [row for row in inside if row.type == "TR"]


def _span(cell):
    return int(cell.attributes("/Table").get("/ColSpan", 1))


# --- words for what has none

@rule("figure-alt", "UA 7.3", "a picture without words says nothing to who does not see it")
def figures_have_words(file):
    for element in file.tree.elements:
        if element.type in ILLUSTRATION and not (element.text("/Alt") + element.text("/ActualText")).strip():
            yield f"{element} has no Alt"


@rule("figure-box", "PDF 14.8.5.4.3", "a picture says where it stands, for who magnifies or reflows")
def figures_have_a_box(file):
    pages = {page.objgen: page for page in file.pages}
    for element in file.tree.elements:
        if element.type not in ILLUSTRATION:
            continue
        box = [float(side) for side in element.attributes("/Layout").get("/BBox", [])]
        marks = [mark for mark in element.marks if mark.page in pages]
        if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            yield f"{element} has no BBox with an inside: {box}"
        elif marks:
            sheet = [float(side) for side in pages[marks[0].page].MediaBox]
            if min(box[0] - sheet[0], box[1] - sheet[1], sheet[2] - box[2], sheet[3] - box[3]) < -0.01:
                yield f"{element} has a BBox outside its page: {box}"


@rule("notes", "UA 7.9", "a note has an ID of its own, so that it can be found")
def notes_have_ids(file):
    ids = [element.text("/ID") for element in file.tree.elements if element.type == "Note"]
    if "" in ids or len(set(ids)) < len(ids):
        yield f"notes have the IDs {ids}"


# --- language and direction

@rule("lang-form", "UA 7.2", "a voice is chosen by a language tag that is one (RFC 3066)")
def languages_are_tags(file):
    for element in file.tree.elements:
        if "/Lang" in element.dictionary and not LANG.fullmatch(element.text("/Lang")):
            yield f"{element} has the language '{element.text('/Lang')}'"


SCRIPTS = {"ARABIC": "Arab", "CYRILLIC": "Cyrl", "LATIN": "Latn", "DEVANAGARI": "Deva", "BENGALI": "Beng",
           "ETHIOPIC": "Ethi", "THAI": "Thai", "CJK": "Hans", "GURMUKHI": "Guru", "TAMIL": "Taml", "GEORGIAN": "Geor",
           "ARMENIAN": "Armn", "GREEK": "Grek", "KHMER": "Khmr", "MYANMAR": "Mymr", "SINHALA": "Sinh", "LAO": "Laoo"}
BY_LANGUAGE = {"Arab": "ar fa prs ur ps ckb", "Cyrl": "sr ru uk bg mk be ky tg mn", "Deva": "hi ne mr", "Beng": "bn",
               "Ethi": "am ti", "Thai": "th", "Hans": "zh", "Guru": "pa", "Taml": "ta", "Geor": "ka", "Armn": "hy",
               "Grek": "el", "Khmr": "km", "Mymr": "my", "Sinh": "si", "Laoo": "lo"}


def script_of_language(lang):
    parts = lang.split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return parts[1].title()
    return next((script for script, tags in BY_LANGUAGE.items() if parts[0].lower() in tags.split()), "Latn")


def script_of_text(text):
    """The script of most letters, or None: a number has none."""
    counts = Counter(SCRIPTS.get(unicodedata.name(letter, "?").split()[0]) for letter in text if letter.isalpha())
    return counts.most_common(1)[0][0] if counts else None


def _texts(file):
    """(element, what it says) of every element that holds content."""
    contents = {page.objgen: content for page, content in zip(file.pages, file.contents)}
    for element in file.tree.elements:
        said = [contents[mark.page].text(mark.mcid) for mark in element.marks
                if mark.page in contents and mark.mcid in contents[mark.page].mcids]
        if said:
            yield element, "".join(said)


@rule("lang-script", "UA 7.2", "an English voice cannot read Arabic: the language fits the letters")
def languages_fit_the_letters(file):
    for element, text in _texts(file):
        for what, said in ("text", text), ("Alt", element.text("/Alt")):
            script = script_of_text(said)
            # A name or a tag in Latin letters may stand in any language.
            if script is None or not LANG.fullmatch(element.lang or "") or (script == "Latn" and len(said.split()) < 3):
                continue
            if script != script_of_language(element.lang):
                yield f"{element}: {what} '{said[:40]}' in {script} is said to be {element.lang}"


@rule("writing-mode", "PDF 14.8.5.4.2", "lines that run from right to left say so")
def right_to_left_is_said(file):
    for element, text in _texts(file):
        letters = [unicodedata.bidirectional(letter) for letter in text if letter.isalpha()]
        turned = sum(kind in ("R", "AL") for kind in letters)
        if letters and turned > len(letters) / 2 and element.mode != "/RlTb":
            yield f"{element}: '{text[:40]}' has WritingMode {element.mode}"
        if len(text.split()) > 3 and letters and turned < len(letters) / 2 and element.mode == "/RlTb":
            yield f"{element}: '{text[:40]}' has WritingMode RlTb"


@rule("words", "ours", "an element of text says something: white space alone is nothing to stop at")
def elements_of_text_say_something(file):
    for element, text in _texts(file):
        if element.type not in ILLUSTRATION and not text.strip():
            yield f"{element} has no text"
