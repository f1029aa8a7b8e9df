"""The catalog, boxes of pages, bookmarks."""
from .table import rule

BOXES = ["/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"]


@rule("marked", "UA 7.1", "without MarkInfo a reader takes the file for untagged and guesses")
def the_file_says_it_is_tagged(file):
    if file.root.get("/MarkInfo", {}).get("/Marked") is not True or file.tree.root is None:
        yield "MarkInfo has no Marked true, or there is no structure tree"


@rule("not-suspect", "UA 7.1", "tags that the file itself doubts are not trusted")
def tags_are_not_suspect(file):
    if file.root.get("/MarkInfo", {}).get("/Suspects", False):
        yield "MarkInfo has Suspects true"


@rule("lang", "UA 7.2", "the voice is chosen by the language of the file")
def the_file_has_a_language(file):
    from .rules_structure import LANG
    if not LANG.fullmatch(str(file.root.get("/Lang", ""))):
        yield f"the catalog has the language '{file.root.get('/Lang', '')}'"


@rule("title-shown", "UA 7.1", "the window tells the title, not the name of the file")
def the_title_is_shown(file):
    if file.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "DisplayDocTitle is not true"


@rule("catalog-plain", "A 6.10", "nothing that changes what is shown: layers, requirements, presentations")
def the_catalog_is_plain(file):
    for key in ("/OCProperties", "/Requirements", "/Perms", "/Legal"):
        if key in file.root:
            yield f"the catalog has {key}"
    for number, page in enumerate(file.pages, 1):
        if "/PresSteps" in page:
            yield f"page {number} has PresSteps"


def _box(page, key):
    return [float(side) for side in page[key]] if key in page else None


def _is_inside(inner, outer):
    return inner[0] >= outer[0] - 0.01 and inner[1] >= outer[1] - 0.01 and \
        inner[2] <= outer[2] + 0.01 and inner[3] <= outer[3] + 0.01


@rule("boxes", "PDF 14.11.2", "a printer cuts at the trim box: it is inside the bleed box, and that inside the sheet")
def boxes_are_inside_each_other(file):
    for number, page in enumerate(file.pages, 1):
        sheet = _box(page, "/MediaBox")
        if sheet is None:
            yield f"page {number} has no MediaBox"
            continue
        for key in BOXES:
            box = _box(page, key)
            if box is not None and not _is_inside(box, sheet):
                yield f"page {number}: {key} {box} is outside the sheet {sheet}"
        trim, bleed = _box(page, "/TrimBox"), _box(page, "/BleedBox")
        if trim is None or bleed is None:
            yield f"page {number} has no TrimBox or no BleedBox"
        elif not _is_inside(trim, bleed):
            yield f"page {number}: TrimBox {trim} is outside BleedBox {bleed}"


@rule("page-size", "A 6.1.13", "a side of a page measures 3 to 14,400 units")
def pages_are_of_a_size(file):
    for number, page in enumerate(file.pages, 1):
        for key in ["/MediaBox", *BOXES]:
            box = _box(page, key)
            if box and not (3 <= box[2] - box[0] <= 14400 and 3 <= box[3] - box[1] <= 14400):
                yield f"page {number}: {key} is {box}"
        if "/UserUnit" in page:
            yield f"page {number} has a unit of its own"


# --- bookmarks

def _items(node, faults):
    """The items under @node, in order; what does not fit goes to @faults."""
    found, before, item = [], None, node.get("/First")
    while item is not None and len(found) < 10000:
        if item.get("/Parent", node).objgen != node.objgen:
            faults.append(f"'{item.get('/Title', '')}' names another parent")
        if (item.Prev.objgen if "/Prev" in item else None) != (before.objgen if before is not None else None):
            faults.append(f"'{item.get('/Title', '')}' names another one before it")
        found.append(item)
        before, item = item, item.get("/Next")
    if found and node.get("/Last", node).objgen != found[-1].objgen:
        faults.append("Last is not the last")
    return found


def _walk(node, faults, titles, pages):
    """How many bookmarks stand open under @node."""
    items = _items(node, faults)
    count = 0
    for item in items:
        title = str(item.get("/Title", ""))
        titles.append(title)
        target = item.get("/Dest", item.get("/A", {}).get("/D"))
        if target is None or target[0].objgen not in pages:
            faults.append(f"'{title}' leads to no page")
        below = _walk(item, faults, titles, pages)
        count += 1 + (below if item.get("/Count", 0) > 0 else 0)
    if items and abs(int(node.get("/Count", 0))) != count:
        faults.append(f"Count of '{node.get('/Title', 'the root')}' is {node.get('/Count', 0)}, not {count}")
    return count


@rule("bookmarks", "ours", "one for every heading, in order, so that a long leaflet can be jumped through")
def headings_have_bookmarks(file):
    from .rules_structure import LEVELS, _texts
    faults, titles = [], []
    if "/Outlines" in file.root:
        _walk(file.root.Outlines, faults, titles, {page.objgen for page in file.pages})
    yield from faults
    headings = sum(element.type in {"H", *LEVELS} for element, _ in _texts(file))
    if len(titles) != headings or "" in titles:
        yield f"{len(titles)} bookmarks for {headings} headings"
