"""Folded leaflets, folded: outside lie the cover and, last in the reading order, numbers and small print alone; the
other panels come to be seen in the order of the PDF's structure, none upside down, and what is folded in has room. Read
from finished PDFs by the positions of their text. Formats made wrong in one thing prove that this can fail."""
import copy
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path

import pikepdf
import yaml

from _folding import Paper, faults_of
from _leaflets import (SCRIPTS, SOURCE, defaults, each, expect, fail, finish, in_processes, is_in_scripts, made,
                       run, scripts)
from _pack import Leaflet, form_of, is_rtl
from ua.reading import File
from ua.tree import Element

IDENTITY = pikepdf.PdfMatrix()


def matrix(operands):
    return pikepdf.PdfMatrix(*map(float, operands))


def first_places(page):
    """MCID to (x, y from the top in mm, text's up as (right, down)) of its first text."""
    places, states, ctm, tm, mcids = {}, [], IDENTITY, IDENTITY, []
    height = float(page.MediaBox[3])
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "q":
            states.append(ctm)
        elif name == "Q":
            ctm = states.pop()
        elif name == "cm":
            ctm = matrix(operands) @ ctm
        elif name == "BT":
            tm = IDENTITY
        elif name == "Tm":
            tm = matrix(operands)
        elif name in ("Td", "TD"):
            tm = pikepdf.PdfMatrix(1, 0, 0, 1, float(operands[0]), float(operands[1])) @ tm
        elif name in ("BDC", "BMC"):
            mcids.append(operands[1].get("/MCID") if name == "BDC" and hasattr(operands[1], "get") else None)
        elif name == "EMC":
            mcids.pop()
        elif name in ("Tj", "TJ") and mcids and mcids[-1] is not None:
            here = tm @ ctm
            place = here.e * 25.4 / 72, (height - here.f) * 25.4 / 72, unit(here.c, -here.d)
            places.setdefault(int(mcids[-1]), place)
    return places


def unit(right, down):
    length = (right ** 2 + down ** 2) ** 0.5 or 1
    return right / length, down / length


def marks_of(element):
    """(page, MCID) in reading order."""
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from marks_of(kid)
        else:
            yield kid.page, kid.mcid


def read_panels(path, form, rtl):
    """The panels in reading order, which way up each stands, and what is said on each."""
    file, paper = File(path), Paper(form, rtl, 0)
    places = {page.objgen: (side, first_places(page), content)
              for side, (page, content) in enumerate(zip(file.pages, file.contents), 1)}
    read, ups, said = [], {}, {}
    for top in file.tree.tops:
        for page, mcid in marks_of(top):
            side, found, content = places[page]
            if mcid not in found:
                continue  # a pictogram
            x, y, up = found[mcid]
            panel = paper.panel_at(side, x, y)
            if panel != (read[-1] if read else None):
                read.append(panel)
            ups.setdefault(panel, up)
            said.setdefault(panel, []).append(content.text(mcid))
    return read, ups, said


def letters(text):
    plain = unicodedata.normalize("NFKC", text)
    return Counter(letter for letter in plain if letter.isalnum())


class Outside(Leaflet):
    """What may be said where anybody sees it: the cover, and numbers with the small print."""

    def read(self, path):
        found = super().read(path)
        if path.endswith("pack.yaml"):
            return {**found, "sections": [one for one in found["sections"] if one["id"] == "numbers"]}
        return found

    def allowed(self):
        lang = super().read(f"locales/{self.locale}/locale.yaml")["lang"]
        staff = self.fill(self.translate("common", "draft_short", super().read("content/common.yaml")["draft_short"],
                                         self.staff))
        small_print = " ".join(self.strings + [self.word(key) for key in (
            "colophon_version", "colophon_until", "colophon_law", "colophon_unchecked", "date")])
        months = " ".join(self.word(f"months/{month}") for month in super(Outside, self).read("content/common.yaml")["months"])
        edition = "0123456789ABCDEFGHJKMNPQRSTVWXYZ" * 8
        seen = *self.strings, lang, staff, self.word("see_full")
        return [letters(one) for one in seen], letters(small_print + months + edition + lang)


def outside_of(entry):
    root, pack = (SCRIPTS, "words") if is_in_scripts(entry) else (SOURCE, "rs-trafficking")
    return Outside(pack, entry["locale"], entry["audience"], entry["format"], root, entry.get("less", 0)).allowed()


def faults_of_leaflet(job):
    entry, form, allowed = job
    rtl = is_rtl(entry)
    read, ups, said = read_panels(entry["path"], form, rtl)
    faults, outside = faults_of(form, rtl, read, ups)
    for panel in sorted(outside & set(said)):
        for text in said[panel]:
            strings, small_print = allowed
            if letters(text) not in strings and not ("·" in text and letters(text) <= small_print):
                faults.append(f"'{text}' stands outside, on '{panel}'")
    return [f"{entry['file']}: {fault}" for fault in faults]


# --- formats made wrong ---------------------------------------------------------------------------------------------


def panel(form, name):
    return next(one for one in form["panels"] if one["id"] == name)


def swap(form, one, other, keys=("side", "x", "y", "width", "height", "turn")):
    first, second = panel(form, one), panel(form, other)
    for key in keys:
        mine, theirs = first.pop(key, None), second.pop(key, None)
        first.update({key: theirs} if theirs is not None else {})
        second.update({key: mine} if mine is not None else {})


def numbers_inside(form):
    swap(form, "turned_middle", "back")


def cover_inside(form):
    swap(form, "cover", "open_middle")


def wrong_edge(form):
    form["flip"] = "long"


def roll_of_equals(form):
    form["folds"] = [{"x": 99, "way": "mountain"}, {"x": 198, "way": "mountain"}]


def wide_flap(form):
    for name, x, width in ("flap", 0, 100), ("back", 100, 100), ("cover", 200, 97), ("inside_start", 0, 97), (
            "inside_middle", 97, 100), ("inside_end", 197, 100):
        panel(form, name).update(x=x, width=width)
    form["folds"] = [{"x": 100, "way": "mountain"}, {"x": 200, "way": "mountain"}]


def numbers_too_early(form):
    form["panels"].insert(1, form["panels"].pop())


def pages_turned_about(form):
    swap(form, "inside_start", "inside_end")


def upside_down(form):
    del panel(form, "sixth")["turn"]


def upper_row_about(form):
    swap(form, "sixth", "seventh")


MUTANTS = [
    ("zfold", numbers_inside, "stands outside"), ("zfold", cover_inside, "not outside"), ("zfold", wrong_edge, "upside down"),
    ("zfold", roll_of_equals, "not shorter"), ("zfold", numbers_too_early, "before one inside"),
    ("trifold", wide_flap, "not shorter"), ("trifold", pages_turned_about, "against the direction"),
    ("palm", upside_down, "upside down"), ("palm", upper_row_about, "is seen before"),
]


def prove(mutant):
    """A leaflet of a format changed by @mutant, left to right and right to left: the fault that is wanted is told."""
    name, change, wanted = mutant
    # The one whose texts reach all panels.
    audience = "child" if name == "palm" else "adult-citizen"
    form = copy.deepcopy(form_of({"format": name}))
    change(form)
    if name != "palm":
        form["size"] = {"least": 9, "most": 9, "aim": 9}  # so that it fits
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"content/formats/{name}.yaml")
        path.parent.mkdir(parents=True)
        path.write_text(yaml.safe_dump(form, sort_keys=False))
        status, _, said = run(["build", "rs-trafficking", "--project", folder, "--locale", "en,ar", "--format", name,
                               "--audience", audience, "--out", f"{folder}/out", "-q"])
        expect(status == 0, f"{change.__name__}: build ended with {status}: {said}")
        for locale in "en", "ar":
            path = Path(folder, f"out/DRAFT_a_0.1_{locale}_{audience}_{name}.pdf")
            entry = {"file": change.__name__, "path": path, "locale": locale, "audience": audience, "format": name}
            if path.exists():
                faults = faults_of_leaflet((entry, form, outside_of(entry)))
                expect(any(wanted in fault for fault in faults), f"{change.__name__}, {locale}: not told; {faults}")


def palms(folder):
    """A format that is not made by default: in the default languages, the longest texts."""
    status, _, said = run(["build", "--project", SOURCE, "--format", "palm", "--audience", "adult,child", "--out", folder,
                           "-q"])
    expect(status == 0, f"palm: build ended with {status}: {said}")
    return made(Path(folder), ".pdf")


def look_at(entries):
    jobs = [(entry, form_of(entry), outside_of(entry)) for entry in entries]
    for faults in in_processes(faults_of_leaflet, jobs):
        for fault in faults:
            fail(fault)
    return len(jobs)


with tempfile.TemporaryDirectory() as folder:
    count = look_at([entry for entry in palms(folder) if entry["locale"] != "sr@latin"])
folded = [entry for entry in [*defaults(), *scripts()] if "+" not in entry["locale"] and entry["locale"] != "sr@latin"
          and form_of(entry).get("folds")]
count += look_at(folded)
each(prove, MUTANTS)
finish(count + len(MUTANTS))
