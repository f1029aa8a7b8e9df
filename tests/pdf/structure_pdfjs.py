"""pdf.js, which reads the structure tree by a way of its own, finds on every page the roles, alternative texts and
languages that the tree has, in the same order, and in every element the text that stands in its marks."""
import unicodedata
from collections import Counter

from _leaflets import defaults, expect, finish, in_processes, in_turn, scripts
from _readers import bare, by_node
from ua.reading import File
from ua.tree import Element, Mark


def on_page(element, page):
    """The part of an element that stands on a page, as (role, alt, lang, kids); None when nothing does. A kid is such
    an element, an MCID, or the name that pdf.js has for an annotation."""
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            part = on_page(kid, page)
            kids += [part] if part is not None else []
        elif not isinstance(kid, Mark):
            here = kid.objgen in [note.objgen for note in page.get("/Annots", [])]
            kids += [f"{kid.objgen[0]}R"] if here else []
        elif kid.page == page.objgen:
            kids.append(kid.mcid)
    lang = element.dictionary.get("/Lang")
    return (element.type, element.text("/Alt"), str(lang) if lang is not None else "", kids) if kids else None


def as_tree(said):
    """The same of what pdf.js gives."""
    if said.get("type") == "content":
        return int(said["id"].rpartition("_mc")[2])
    if said.get("type") in ("annotation", "object"):
        return said["id"].rpartition("_")[2]
    return said["role"], said.get("alt", ""), said.get("lang", ""), [as_tree(kid) for kid in said.get("children", [])]


def letters(text):
    """Readers put right-to-left letters in an order of their own: then which, not where."""
    plain = unicodedata.normalize("NFKC", bare(text).replace("\ufffd", ""))
    turned = any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in plain)
    return Counter(plain) if turned else plain


def faults_of(job):
    entry, said = job
    file, faults = File(entry["path"]), []
    for number, (page, content, theirs) in enumerate(zip(file.pages, file.contents, said["pages"]), 1):
        ours = [part for top in file.tree.tops if (part := on_page(top, page)) is not None]  # nothing on a blank page
        tree = [as_tree(one) for one in theirs["tree"]["children"]]
        if tree != ours:
            faults.append(f"{entry['file']} page {number}: {tree} is not {ours}")
        texts = {int(key.rpartition("_mc")[2]): text for key, text in theirs["texts"].items()}
        for mcid in content.mcids:
            # Where ActualText stands for glyphs, pdf.js gives the glyphs.
            if mcid not in content.replaced and letters(texts.get(mcid, "")) != letters(content.text(mcid)):
                faults.append(f"{entry['file']} page {number}, MCID {mcid}: '{texts.get(mcid, '')}' is not "
                              f"'{content.text(mcid)}'")
    if len(said["pages"]) != len(file.pages):
        faults.append(f"{entry['file']}: {len(said['pages'])} pages")
    return faults


entries = [*in_turn(defaults()), *scripts()]
node = by_node([entry["path"] for entry in entries])
jobs = [(entry, node[str(entry["path"])]["pdfjs"]) for entry in entries if str(entry["path"]) in node]
for faults in in_processes(faults_of, jobs):
    for fault in faults:
        expect(False, fault)
finish(len(jobs))
