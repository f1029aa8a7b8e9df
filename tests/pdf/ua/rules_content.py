"""Marked content: all that is painted is either said or an artifact."""
from .table import rule
from .tree import STANDARD, Element, number_tree


def _faults(file, kind):
    for number, content in enumerate(file.contents, 1):
        for message in content.faults[kind]:
            yield f"page {number}, {message}"


@rule("marks-balanced", "PDF 14.6.1", "a reader that loses count of marks says the wrong things, or nothing")
def marks_are_balanced(file):
    yield from _faults(file, "balance")


@rule("marks-nested", "UA 7.1", "what is decoration cannot be inside what is said, nor the reverse")
def marks_are_nested(file):
    yield from _faults(file, "nesting")


@rule("marks-all", "UA 7.1", "what is painted outside marks is neither said nor passed over")
def everything_is_marked(file):
    yield from _faults(file, "unmarked")


@rule("marks-tags", "A 6.7.3.4", "a tag nobody knows means nothing to a reader")
def tags_are_known(file):
    for number, content in enumerate(file.contents, 1):
        for tag in content.tags:
            if file.tree.standard(tag) not in STANDARD:
                yield f"page {number}: marked content has the tag {tag}"


@rule("marks-artifacts", "PDF 14.8.2.2.2", "an artifact's type, where said, is one that readers know")
def artifacts_have_known_types(file):
    for number, content in enumerate(file.contents, 1):
        for properties in content.artifacts:
            said = properties.get("/Type") if properties is not None else None
            if said is not None and said not in ("/Pagination", "/Layout", "/Page", "/Background"):
                yield f"page {number}: an artifact of type {said}"


@rule("mcid-once", "PDF 14.7.4.3", "an MCID that stands for two things on a page stands for neither")
def an_mcid_stands_once_on_a_page(file):
    for number, content in enumerate(file.contents, 1):
        for mcid in sorted({one for one in content.mcids if content.mcids.count(one) > 1}):
            yield f"page {number}: MCID {mcid} is begun {content.mcids.count(mcid)} times"


def _claimed(file):
    """(page, MCID) to the elements that hold it."""
    found = {}
    for element in file.tree.elements:
        for mark in element.marks:
            found.setdefault((mark.page, mark.mcid), []).append(element)
    return found


@rule("mcid-said", "UA 7.1", "marked content that the tree does not hold is never said")
def content_is_in_the_tree(file):
    claimed = _claimed(file)
    for number, (page, content) in enumerate(zip(file.pages, file.contents), 1):
        for mcid in sorted(set(content.mcids)):
            if (page.objgen, mcid) not in claimed:
                yield f"page {number}: no element holds MCID {mcid}"


@rule("mcid-there", "PDF 14.7.4.2", "an element that holds what no page has says nothing")
def the_tree_holds_what_is_there(file):
    mcids = {page.objgen: set(content.mcids) for page, content in zip(file.pages, file.contents)}
    for (page, mcid), elements in _claimed(file).items():
        if page not in mcids:
            yield f"{elements[0]} does not say on which page MCID {mcid} is"
        elif mcid not in mcids[page]:
            yield f"{elements[0]} holds MCID {mcid}, which its page has not"
        if len(elements) > 1:
            yield f"MCID {mcid} is held by {', '.join(map(str, elements))}"


# --- the way back from the page to the tree

def _parents(file):
    root = file.tree.root
    return number_tree(root.ParentTree) if root is not None and "/ParentTree" in root else []


@rule("struct-parents", "PDF 14.7.4.4", "from a page without its key no reader finds the elements")
def pages_have_keys(file):
    keys = [page.get("/StructParents") for page in file.pages]
    for number, (key, content) in enumerate(zip(keys, file.contents), 1):
        if content.mcids and not isinstance(key, int):
            yield f"page {number} has no StructParents"
        elif key is not None and keys.count(key) > 1:
            yield f"page {number} shares the key {key} with another page"


@rule("parent-tree", "PDF 14.7.4.4", "from the page back to the element, both ways must meet")
def the_parent_tree_is_the_tree_inside_out(file):
    pairs = _parents(file)
    parents = dict(pairs)
    keys = [key for key, _ in pairs]
    if keys != sorted(set(keys)):
        yield f"its keys are not in order: {keys}"
    if keys and file.tree.root.get("/ParentTreeNextKey", max(keys) + 1) <= max(keys):
        yield "ParentTreeNextKey is in use already"
    held = {}
    for element in file.tree.elements:
        for mark in element.marks:
            held.setdefault(mark.page, {})[mark.mcid] = element
    shared = [page.get("/StructParents") for page in file.pages]
    for number, page in enumerate(file.pages, 1):
        key = page.get("/StructParents")
        if isinstance(key, int) and shared.count(key) > 1:
            parents.pop(key, None)  # another rule has said so
        elif isinstance(key, int):
            yield from _page_is_back(number, parents.pop(key, None), held.get(page.objgen, {}))
    for key, thing in parents.items():
        if not _is_annotation_key(file, key):
            yield f"key {key} belongs to nothing"


def _page_is_back(number, entries, held):
    if entries is None:
        yield f"page {number} has no entry"
        return
    for mcid, entry in enumerate(entries):
        element = held.get(mcid)
        if (entry.objgen if entry is not None else None) != (element.dictionary.objgen if element else None):
            yield f"page {number}: MCID {mcid} leads to {getattr(entry, 'objgen', None)}, not to {element}"
    for mcid in held:
        if mcid >= len(entries):
            yield f"page {number}: MCID {mcid} leads nowhere"


def _is_annotation_key(file, key):
    return any(note.get("/StructParent") == key for page in file.pages for note in page.get("/Annots", []))


@rule("tree-whole", "PDF 14.7.2", "every element is in the tree, once, under the element it names")
def the_tree_is_whole(file):
    yield from file.tree.faults
    inside = {element.dictionary.objgen for element in file.tree.elements}
    for thing in file.dictionaries:
        if thing.is_indirect and thing.get("/Type") == "/StructElem" and thing.objgen not in inside:
            yield f"element {thing.objgen} is not in the tree"


@rule("tree-no-empty", "UA 7.1", "an element that holds nothing is announced and says nothing")
def no_element_is_empty(file):
    for element in file.tree.elements:
        if not element.kids and element.type not in ("TD", "TH"):
            yield f"{element} holds nothing"


@rule("tree-strong", "ours", "an element holds others or content, never both, so that reading order is plain")
def elements_hold_one_kind(file):
    for element in file.tree.elements:
        kinds = {isinstance(kid, Element) for kid in element.kids}
        if len(kinds) > 1 and element.type not in ("P", "Link", "Span", "LBody", "TD", "TH", "Annot", "Form"):
            yield f"{element} holds both"


# --- the language of operators

@rule("operators", "A 6.2.2", "an operator nobody knows may draw anything in one viewer, nothing in the next")
def operators_are_known(file):
    yield from _faults(file, "operators")


@rule("states-balanced", "PDF 8.4.2", "q and Q, BT and ET come in pairs")
def states_are_balanced(file):
    yield from _faults(file, "states")


@rule("resources", "A 6.2.2", "what content names is defined in its own resources")
def resources_are_defined(file):
    yield from _faults(file, "resources")
    for number, page in enumerate(file.pages, 1):
        if "/Resources" not in page:
            yield f"page {number} has no resources of its own"


@rule("states-deep", "A 6.1.13", "more than 28 nested q are too many for some viewers")
def states_are_not_too_deep(file):
    for number, content in enumerate(file.contents, 1):
        if content.depth > 28:
            yield f"page {number}: q is nested {content.depth} deep"
