"""Orders: the table, the manifest and the files say the same; the job sheet names every file with its checksum, its copies, its
paper and its edge, and keeps every rule of ua/; the catalogue in headless Chromium leads to what is there, in the direction of
each language, with words for every picture, and asks for nothing but files; printed, it has all its links. The same bytes for
any number of processes."""
import csv
import hashlib
import json
import re
import tempfile
from pathlib import Path

import ua
from _browser import browse, chromium
from _leaflets import SOURCE, expect, finish, run, tool

ORDER = """order: march
paper: "white, 100 g/m²"
profile: /usr/share/color/icc/ghostscript/default_cmyk.icc
packs: rs-trafficking
audiences: adult
lines:
  - {locales: [sr, sr@latin, ar], formats: [trifold, a4], copies: 500}
  - {locales: [en, sr], formats: trifold, copies: 30, outputs: [pdf, png]}
  - {locales: ar, formats: a4, outputs: [press-k, pdf]}
  - {locales: ar, formats: trifold, discreet: true, copies: 100, paper: yellow}
  - {locales: [ar, en], formats: palm, copies: 7}
  - {locales: [ar, en], formats: [card, booklet], copies: 31, outputs: [pdf, print]}
"""
COPIES = {"sr_adult_trifold": 530, "sr_adult_a4": 500, "sr@latin_adult_trifold": 500, "sr@latin_adult_a4": 500,
          "ar_adult_trifold": 500, "ar_adult_a4": 501, "en_adult_trifold": 30, "ar_adult_trifold-discreet": 100,
          "ar_adult_palm": 7, "en_adult_palm": 7, "ar_adult_card": 31, "en_adult_card": 31, "ar_adult_booklet": 31,
          "en_adult_booklet": 31}
EDGES = {"trifold": "short", "a4": "long", "palm": "none", "card": "long", "booklet": "short"}
UP = {"card": 4}  # on a sheet of A4
PAGES_ON_SHEET = {"palm": 1, "card": 2, "booklet": 4}  # two, or each its own
FOLDED = {"trifold", "palm", "booklet"}
TURNS = {"short": "both sides, turn on the SHORT edge", "long": "both sides, turn on the LONG edge", "none": "one side"}
THEN = {"pdf": ", do not fit to page", "print": "", "press-k": ", trim at the marks"}
BOUND = {"en": "left", "ar": "RIGHT"}
ORDER_LINES = re.compile(r"^DRAFT_a_\S+\.pdf$", re.M)

WINDOW = "1000,900"
# What the browser sees of the page.
PROBE = """  const focusable = all('a, button, input, [tabindex]').filter(one => one.tabIndex >= 0);
  const seen = {
    lang: document.documentElement.lang, title: document.title, text: document.body.innerText,
    headings: all('h1, h2, h3, h4').map(one => [+one.tagName[1], one.textContent, one.closest('[lang]').lang]),
    landmarks: ['header', 'nav', 'main'].map(name => all(name).length),
    first: focusable[0].hash, order: focusable.every(one => one.tabIndex === 0),
    languages: all('nav a').map(one => [one.lang, getComputedStyle(one).direction, one.textContent, one.hash]),
    sections: all('main section').map(one => [one.id, getComputedStyle(one).direction, all('li', one).length]),
    unnamed: all('section').filter(one => !document.getElementById(one.getAttribute('aria-labelledby'))).length,
    pictures: all('img').map(one => [one.getAttribute('src'), one.alt, one.naturalWidth]),
    links: all('main a').map(one => [one.getAttribute('href'), one.textContent.trim()]),
    dead: all('a').filter(a => a.hash && !document.getElementById(a.hash.slice(1))).map(a => a.hash),
    ids: all('[id]').map(one => one.id), scripts: document.scripts.length,
    asked: performance.getEntriesByType('resource').map(one => one.name), refused};
"""


def profile(folder):
    return folder.parents[1] / "profile"


def make(out):
    """The order's folder; made with one process and with three, which must not differ."""
    (out / "order.yaml").write_text(ORDER)
    for name, workers in ("one", 1), ("three", 3):
        status, _, said = run(["build", "--order", out / "order.yaml", "--project", SOURCE, "--out", out / name, "-j", workers],
                              SOURCE_DATE_EPOCH="1790000000")
        expect(status == 0, f"build --order ended with {status}:\n{said}")
    one, three = out / "one/march", out / "three/march"
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file() and ".rightspack" not in path.parts)
    expect(names == sorted(path.relative_to(three) for path in three.rglob("*") if path.is_file() and ".rightspack" not in path.parts),
           "other names")
    for name in names:
        expect((one / name).read_bytes() == (three / name).read_bytes(), f"{name} differs")
    return one


def key_of(row):
    return re.sub(r"^(catalogue/)?DRAFT_a_[^_]*_|(-p\d+|-press-k|-print|-picture)?\.\w+$", "", row["file"])


def check_table(folder):
    """Gives the rows of what is printed, and the names of what is read."""
    rows = list(csv.DictReader((folder / "manifest.csv").open(newline="")))
    manifest = {entry["file"]: entry for entry in json.loads((folder / "manifest.json").read_text())["files"]}
    files = {str(path.relative_to(folder)) for path in folder.rglob("DRAFT_*")}
    expect({row["file"] for row in rows} == set(manifest) == files, "table, manifest and folder name different files")
    expect({key_of(row) for row in rows} == set(COPIES), "other leaflets than were ordered")
    for row in rows:
        entry, name = manifest[row["file"]], row["file"]
        expect(row["sha256"] == entry["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest(), f"{name}: checksum")
        for mine, its in (("pack", "pack"), ("version", "version"), ("edition", "edition"), ("locale", "locale"),
                          ("audience", "audience"), ("format", "format"), ("state", "state"), ("pages", "pages")):
            expect(row[mine] == str(entry[its]), f"{name}: {mine} is {row[mine]} and {entry[its]}")
        expect(entry["copies"] == COPIES[key_of(row)], f"{name}: {entry['copies']} copies in the manifest")
        kind = (re.findall(r"-(press-k|print|picture)\.\w+$", name) or [name.rsplit(".", 1)[1]])[0]
        expect(row["output"] == kind, f"{name}: output {row['output']}")
        expect(row["discreet"] == ("yes" if "discreet" in name else "no"), f"{name}: discreet {row['discreet']}")
    papers = [row for row in rows if row["sheets"] != "0"]
    expect({row["output"] for row in rows if row not in papers} == {"pdf", "png", "picture"}, "what is for screens")
    expect({row["output"] for row in papers} == {"pdf", "print", "press-k"}, "what is for paper")
    expect(not any(row["copies"] or row["paper"] for row in rows if row not in papers), "copies of what is for screens")
    for row in papers:
        pages = int(row["pages"])
        expect(row["copies"] == str(COPIES[key_of(row)]), f"{row['file']}: {row['copies']} copies")
        expect(row["duplex"] == EDGES[row["format"]], f"{row['file']}: duplex {row['duplex']}")
        expect(int(row["sheets"]) == -(-pages // PAGES_ON_SHEET.get(row["format"], 2)), f"{row['file']}: sheets")
        expect(int(row["up"]) == UP.get(row["format"], 1), f"{row['file']}: {row['up']} on a sheet")
        expect(row["paper"] == ("yellow" if row["discreet"] == "yes" else "white, 100 g/m²"), f"{row['file']}: {row['paper']}")
    expect({row["language"] for row in papers} == {"Српски", "Srpski", "العربية", "English"}, "languages' own names")
    return papers, [row["file"] for row in rows if row["output"] in ("pdf", "print")]


def check_job_sheet(path, papers):
    said = tool("pdfinfo", path).decode()
    expect(re.search(r"^Page size: +595\.2\d* x 841\.89 pts \(A4\)", said, re.M), f"the job sheet is not on A4:\n{said}")
    expect(b"No syntax or stream encoding errors" in tool("qpdf", "--check", path), "job sheet: qpdf --check")
    for rule, message in ua.check(path):
        expect(False, f"job sheet: {rule}: {message}")
    text = tool("pdftotext", "-raw", path, "-").decode()
    for words in "Job sheet", "march", "colour profile default_cmyk.icc", "never “fit to page”":
        expect(words in text, f"the job sheet does not say '{words}'")
    parts = dict(zip(ORDER_LINES.findall(text), ORDER_LINES.split(text)[1:]))
    expect(set(parts) == {row["file"] for row in papers}, f"the job sheet is about {sorted(parts)}")
    for row in papers:
        part = parts.get(row["file"], "")
        plural, copies, up = "s" if row["sheets"] != "1" else "", int(row["copies"]), int(row["up"])
        together = f", {up} at a time" if up > 1 else ""
        then = THEN[row["output"]]
        expect(row["sha256"] in re.sub(r"\s", "", part), f"job sheet: {row['file']}: checksum")
        for words in (f"{copies} copies{together} × {row['sheets']} sheet{plural} = {-(-copies // up) * int(row['sheets'])}",
                      row["size"], TURNS[row["duplex"]], f"Paper: {row['paper']}", f"Print at 100 %{then}",
                      "DRAFT", f"Edition {row['edition']}"):
            expect(words in part, f"job sheet: {row['file']} lacks '{words}'")
        expect(("Side 1: 1 " in part) == (row["format"] in FOLDED), f"job sheet: {row['file']}: folds")


def check_other_profile(out):
    """The job sheet names the profile that files were made with, not the order's where the command line has another."""
    shop = out / "shop.icc"
    shop.write_bytes(Path("/usr/share/color/icc/ghostscript/default_cmyk.icc").read_bytes())
    (out / "small.yaml").write_text("{order: small, profile: gone.icc, locales: en, formats: card, audiences: adult, outputs: press-k}")
    status, _, said = run(["build", "--order", out / "small.yaml", "--project", SOURCE, "--out", out, "--icc", shop, "-q"])
    expect(status == 0, f"build --order --icc ended with {status}: {said}")
    text = tool("pdftotext", "-raw", out / "small/JOBSHEET.pdf", "-").decode()
    expect("colour profile shop.icc" in text and "gone" not in text, "the job sheet names another profile")


def check_bound(out):
    """A press gets single pages of a booklet: on which side it is bound stands on the job sheet, and what --icc names."""
    (out / "bound.yaml").write_text("lines: [{locales: [en, ar], formats: booklet, audiences: adult, outputs: press-k}]\n")
    status, _, said = run(["build", "--order", out / "bound.yaml", "--project", SOURCE, "--out", out, "-q", "--icc",
                           "/usr/share/color/icc/ghostscript/default_cmyk.icc"])
    expect(status == 0, f"build --order ended with {status}:\n{said}")
    text = tool("pdftotext", "-raw", out / "bound/JOBSHEET.pdf", "-").decode()
    parts = dict(zip(ORDER_LINES.findall(text), ORDER_LINES.split(text)[1:]))
    expect("colour profile default_cmyk.icc" in text, "the job sheet does not name the profile of --icc")
    for locale, side in BOUND.items():
        part = parts.get(f"DRAFT_a_0.1_{locale}_adult_booklet-press-k.pdf", "")
        expect(f"a booklet, stapled on the {side}" in part, f"job sheet: the booklet in {locale} is not bound on the {side}")


def check_incomplete(out):
    """A shop must not take a part for the whole."""
    project = SOURCE / "tests/golden/one-overflow-costs-one-leaflet/project"
    (out / "part.yaml").write_text("outputs: pdf\n")
    status, _, said = run(["build", "--order", out / "part.yaml", "--project", project, "--out", out, "-q"])
    expect(status == 4, f"build --order ended with {status}:\n{said}")
    text = tool("pdftotext", "-raw", out / "part/JOBSHEET.pdf", "-").decode()
    expect("NOT COMPLETE: 1 more leaflet in the order" in text, "the job sheet does not say what is missing")


def check_page(folder, readable, seen):
    expect(seen["lang"] == "en" and seen["title"] == "Leaflets", f"the page is '{seen['title']}' in '{seen['lang']}'")
    expect(seen["landmarks"] == [1, 1, 1] and seen["first"] == "#leaflets", "landmarks, or no link over the languages")
    expect(seen["order"], "the keyboard goes another way than the page")
    levels = [level for level, _, _ in seen["headings"]]
    expect(levels[0] == 1 and levels.count(1) == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:])), f"headings {levels}")
    expect(seen["languages"] == [["ar", "rtl", "العربية", "#ar"], ["en", "ltr", "English", "#en"], ["sr", "ltr", "Српски", "#sr"],
                                 ["sr-Latn", "ltr", "Srpski", "#sr-Latn"]], f"languages {seen['languages']}")
    expect([[level[1], level[2]] for level in seen["headings"][1:]] == [[each[2], each[0]] for each in seen["languages"]],
           "headings are not in their languages")
    expect([each[:2] for each in seen["sections"]] == [each[:2] for each in seen["languages"]], f"sections {seen['sections']}")
    expect(not seen["unnamed"] and not seen["dead"] and len(set(seen["ids"])) == len(seen["ids"]), "names and ids")
    expect(sorted(href for href, _ in seen["links"]) == sorted(readable), "links are not the files")
    for href, text in seen["links"]:
        expect((folder / href).is_file() and "PDF" in text, f"the link '{text}' leads to {href}")
    for source, alternative, width in seen["pictures"]:
        expect(alternative and width > 0 and (folder / source).is_file(), f"picture {source}, '{alternative}', {width} wide")
    expect(len(seen["pictures"]) == len(readable), f"{len(seen['pictures'])} pictures")
    expect(seen["scripts"] == 1, "the page has a script")  # the probe's
    expect(not seen["refused"] and all(name.startswith("file://") for name in seen["asked"]), f"asked for {seen['asked']}")
    locale = (SOURCE / "locales/en/locale.yaml").read_text()
    for word in re.findall(r"[a-z]+", re.search(r"^telling: *\[(.*?)\]", locale, re.M | re.S).group(1)):
        expect(not re.search(rf"\b{word}", seen["text"], re.I), f"the page says '{word}'")


def check_print(folder, readable):
    target = folder.parent / "page.pdf"
    chromium(profile(folder), WINDOW, f"--print-to-pdf={target}", "--no-pdf-header-footer", (folder / "index.html").as_uri())
    text = re.sub(r"\s", "", tool("pdftotext", "-raw", target, "-").decode())
    for name in readable:
        expect(name in text, f"the printed page does not name {name}")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        folder = make(Path(scratch))
        papers, readable = check_table(folder)
        check_job_sheet(folder / "JOBSHEET.pdf", papers)
        check_other_profile(Path(scratch))
        check_bound(Path(scratch))
        check_incomplete(Path(scratch))
        seen = browse(folder, profile(folder), WINDOW, PROBE)
        if seen:
            check_page(folder, readable, seen)
        check_print(folder, readable)
    finish(len(papers))


main()
