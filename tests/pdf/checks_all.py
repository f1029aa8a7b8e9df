"""Every default leaflet and every leaflet of scripts/ keeps all rules of ua/, qpdf finds no fault in it, and poppler's
`pdfinfo -struct` lists the skeleton that a leaflet has: one title, sections under headings, numbered steps, contacts."""
import re

import ua
from _leaflets import defaults, expect, finish, in_processes, scripts, tool


# How many elements of each kind a leaflet has, least and most. Two languages have each heading twice, and number the rights.
# A sheet without a cover begins with the headings of its sections.
USUAL = {"H1": (1, 1), "H2": (4, 6), "H3": (4, 99), "L": (2, 3), "LI": (4, 99), "Figure": (4, 99)}
OTHERS = {
    "bilingual": {"H1": (2, 2), "H2": (8, 12), "H3": (8, 99), "L": (2, 4), "LI": (8, 99), "Figure": (4, 99)},
    "card": {"H1": (2, 2), "BlockQuote": (3, 7), "L": (1, 1), "LI": (3, 5), "Figure": (7, 20)},
    "palm": {"H1": (1, 1), "H2": (1, 4), "BlockQuote": (3, 7), "L": (2, 2), "LI": (4, 12)},
    "slip": {"H1": (2, 2), "BlockQuote": (1, 1), "P": (20, 99)},
    "handover": {"H1": (3, 3), "H2": (6, 99), "Figure": (6, 99)},
}
STEPLESS = {"card", "slip", "handover"}


def skeleton(listing):
    """(depth, type) of every element that poppler lists."""
    found = re.findall(r"^( *)([A-Z][A-Za-z0-9]*)(?: |:|$)", listing, re.M)
    return [(len(spaces) // 2, kind) for spaces, kind in found]


def faults_of(entry):
    """Looked at in a process of its own: gives messages back."""
    faults = [f"{rule}: {message}" for rule, message in ua.check(entry["path"])]
    elements = skeleton(tool("pdfinfo", "-struct", entry["path"]).decode())
    kinds = [kind for _, kind in elements]
    if b"No syntax or stream encoding errors found" not in tool("qpdf", "--check", entry["path"]):
        faults.append("qpdf --check")
    if elements[:1] != [(0, "Document")] or [depth for depth, _ in elements].count(0) != 1:
        faults.append(f"pdfinfo -struct: begins with {elements[:2]}")
    for kind, (least, most) in OTHERS.get(entry["format"], USUAL).items():
        if not least <= kinds.count(kind) <= most:
            faults.append(f"pdfinfo -struct: {kinds.count(kind)} elements {kind}, not {least} to {most}")
    if kinds.count("LI") != kinds.count("LBody") or ("Lbl" in kinds) != (entry["format"] not in STEPLESS):
        faults.append(f"pdfinfo -struct: {kinds.count('LI')} LI, {kinds.count('LBody')} LBody")
    return [f"{entry['file']}: {fault}" for fault in faults]


entries = [*defaults(), *scripts()]
for faults in in_processes(faults_of, entries):
    for fault in faults:
        expect(False, fault)
finish(len(entries))
