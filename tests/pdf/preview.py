"""Previews in headless Chromium: a row for every string of the leaflets, boxes that lie over the picture of a page where
poppler finds those words in the finished leaflet, texts in their own direction, the filter, the links between boxes and
rows, keys beside the pages of the PDF, and nothing asked for but files. In English, Serbian and Arabic, of words that have
no room, with the program's own words from right to left; and the same bytes for any number of processes."""
import collections
import html
import re
import shutil
import tempfile
import unicodedata
from pathlib import Path

import polib
import _browser
import ua
from _leaflets import SOURCE, defaults, expect, finish, run, tool

STATES = SOURCE / "tests/golden/preview-shows-every-string/project"
THRICE = SOURCE / "tests/golden/three-times-as-long/project"
DOTS_A_POINT = 150 / 72
NEAR = 2  # points
CHOICE = "--audience", "adult", "--format", "trifold,card,bilingual"

# What the browser sees of the page.
PROBE = """  const inside = (rect, frame) => [(rect.x - frame.x) / frame.width, (rect.y - frame.y) / frame.height,
                                   rect.width / frame.width, rect.height / frame.height];
  const visible = selector => all(selector).filter(one => one.offsetParent !== null).length;
  const seen = {
    lang: document.documentElement.lang, dir: getComputedStyle(document.documentElement).direction,
    figures: all('figure').map(figure => {
      const image = figure.querySelector('img'), frame = image.getBoundingClientRect();
      return {src: image.getAttribute('src'), dots: [image.naturalWidth, image.naturalHeight],
              boxes: all('.box', figure).map(box => ({
                string: box.dataset.s, rect: inside(box.getBoundingClientRect(), frame),
                over: box.classList.contains('over')}))};
    }),
    rows: all('tbody tr').map(row => {
      const cells = Array.from(row.children), style = getComputedStyle(cells[2]);
      return {string: row.dataset.s, key: row.querySelector('code').textContent,
              domain: row.querySelector('.quiet').textContent, classes: row.className.split(' '),
              source: cells[1].textContent, translation: cells[2].textContent, lang: cells[2].lang,
              dir: style.direction, align: style.textAlign, room: cells[3].textContent};
    })};
  seen.shown = {};
  for (const filter of ['missing', 'fuzzy', 'faults', 'tight', 'all']) {
    document.querySelector(`label[for=f-${filter}]`).click();
    seen.shown[filter] = visible('tbody tr');
  }
  const box = document.querySelector('.box');
  box.dispatchEvent(new Event('mouseover', {bubbles: true}));
  seen.lit = all('.on').every(one => one.dataset.s === box.dataset.s) && all('tr.on').length;
  box.click();
  seen.target = document.querySelector('tr:target').dataset.s === box.dataset.s;
  seen.dead = all('a').filter(a => a.hash && !document.querySelector(a.hash)).map(a => a.hash);
  seen.asked = performance.getEntriesByType('resource').map(one => one.name);
  seen.refused = refused;
"""


def browse(folder):
    return _browser.browse(folder, folder.parent / "profile", "1500,1000", PROBE)


def make(out, locale, *choice, project=SOURCE, **environment):
    """The preview's folder; made with one process and with three, which must not differ."""
    for folder, workers in (out / "one", 1), (out / "three", 3):
        status, _, said = run(["preview", locale, "--project", project, "--out", folder, "-j", workers, *choice],
                              SOURCE_DATE_EPOCH="1790000000", **environment)
        expect(status == 0, f"preview {locale} ended with {status}:\n{said}")
    one, three = (out / each / f"preview-{locale}" for each in ("one", "three"))
    names = sorted(path.name for path in one.iterdir())
    expect(names == sorted(path.name for path in three.iterdir()), f"{locale}: other names")
    for name in names:
        expect((one / name).read_bytes() == (three / name).read_bytes(), f"{locale}: {name} differs")
    return one


def words_of(pdf, page):
    """(text, left, top, right, bottom) of every word that poppler finds, in points."""
    found = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>',
                       tool("pdftotext", "-bbox", "-f", page, "-l", page, pdf, "-").decode())
    return [(html.unescape(text), *map(float, sides)) for *sides, text in found]


def letters(text):
    """What readers of PDFs agree on: which letters, not in which order."""
    plain = unicodedata.normalize("NFKD", text)
    return collections.Counter(c for c in plain if c.isalnum())


def check_boxes(name, figure, rows, words):
    """Words whose middle lies in a string's boxes are its words, and reach from side to side. Gives how many were."""
    width, height = (dots / DOTS_A_POINT for dots in figure["dots"])
    boxes = collections.defaultdict(list)
    for box in figure["boxes"]:
        x, y, wide, high = box["rect"]
        boxes[box["string"]].append((x * width, y * height, (x + wide) * width, (y + high) * height))
    looked_at = 0
    for string, rects in boxes.items():
        text = rows[string]["translation"]
        if "{" in text or rows[string]["domain"] == "common":  # filled in; printed again and again
            continue
        inside = [[w for w in words if left < (w[1] + w[3]) / 2 < right and top < (w[2] + w[4]) / 2 < bottom]
                  for left, top, right, bottom in rects]
        found = letters("".join(w[0] for group in inside for w in group))
        times = sum(found.values()) / max(sum(letters(text).values()), 1)
        expect(times >= 1 and found == letters(text * round(times)),
               f"{name}: {rows[string]['key']} is '{text}', its boxes hold '{''.join(found.elements())}'")
        for group, (left, _, right, _) in zip(inside, rects):
            ends = min(w[1] for w in group), max(w[3] for w in group)
            near = NEAR + (0.2 * (group[0][4] - group[0][2]) if rows[string]["dir"] == "rtl" else 0)  # a space to poppler
            expect(abs(ends[0] - left) < near and abs(ends[1] - right) < near,
                   f"{name}: {rows[string]['key']} reaches from {ends[0]} to {ends[1]}, its box from {left} to {right}")
        looked_at += 1
    return looked_at


def check_page(locale, folder, seen):
    """Gives the rows by number."""
    rows = {row["string"]: row for row in seen["rows"]}
    boxed = {box["string"] for figure in seen["figures"] for box in figure["boxes"]}
    expect(boxed and boxed <= set(rows), f"{locale}: boxes without a row")
    expect(len(rows) == len(seen["rows"]), f"{locale}: a string has two rows")
    expect({figure["src"] for figure in seen["figures"]} == {path.name for path in folder.glob("*.png")},
           f"{locale}: pictures are not those of the folder")
    for name, shown in seen["shown"].items():
        is_in = [row for row in rows.values() if name == "all" or name in row["classes"]]
        expect(shown == len(is_in), f"{locale}: the filter '{name}' shows {shown} rows of {len(is_in)}")
    expect(seen["lit"] == 1, f"{locale}: pointing at a box lights {seen['lit']} rows up")
    expect(seen["target"], f"{locale}: a box does not lead to its row")
    expect(not seen["dead"], f"{locale}: links to nothing: {seen['dead'][:5]}")
    expect(all(name.startswith(folder.as_uri()) for name in seen["asked"]) and not seen["refused"],
           f"{locale}: the page asks for {[name for name in seen['asked'] if not name.startswith(folder.as_uri())]}")
    text = (folder / "index.html").read_text()
    expect(not re.search(r'(?:src|href)="(?!#|DRAFT_)|url\(|@import', text), f"{locale}: the page leads elsewhere")
    expect(str(SOURCE) not in text, f"{locale}: the page tells where the project lies")
    return rows


def check_strings(locale, rows):
    """Each row is a message of the PO file, and no message whose words the leaflets print lacks a row."""
    file = polib.pofile(str(SOURCE / "locales" / locale / "rs-trafficking.po"))
    known = {(entry.msgctxt, entry.msgid): entry for entry in file if not entry.obsolete}
    mine = {(row["key"], row["source"].split("\n")[0]) for row in rows.values() if row["domain"] == "rs-trafficking"}
    expect(mine <= set(known), f"{locale}: no messages: {sorted(mine - set(known))[:5]}")
    printed = "".join(tool("pdftotext", "-raw", entry["path"], "-").decode() for entry in defaults()
                      if entry["locale"] == locale and entry["audience"] == "adult" and entry["format"] in CHOICE[3])
    printed = " ".join(printed.split())
    shown = " ".join(row["translation"] for row in rows.values())
    for key in set(known) - mine:
        words = known[key].msgstr
        expect(len(words) < 25 or words in shown or words not in printed, f"{locale}: {key[0]} is printed and has no row")
    for row in rows.values():
        entry = known.get((row["key"], row["source"]))
        if entry is not None and row["domain"] == "rs-trafficking":
            expect(row["translation"] == entry.msgstr, f"{locale}: {row['key']} is another translation")


def check_marked(folder):
    """The PDFs with boxes: sound, a draft, and every key of a page beside it."""
    for path in sorted(folder.glob("*-strings.pdf")):
        expect(b"No syntax or stream encoding errors" in tool("qpdf", "--check", path), f"{path.name}: qpdf --check")
        for rule, message in ua.check(path):
            expect(False, f"{path.name}: {rule}: {message}")
        text = tool("pdftotext", "-raw", path, "-").decode()
        expect("To look at, not to hand out" in text and re.search(r"^\d+ draft(_short)?$", text, re.M), f"{path.name}: no keys")


def finished(picture):
    """The default leaflet of which a picture is, and the page."""
    stem, page = re.fullmatch(r"(.*)-p(\d+)\.png", picture).groups()
    return [entry["path"] for entry in defaults() if entry["path"].stem == stem], page


def check_language(out, locale, direction):
    folder = make(out / locale, locale, *CHOICE)
    seen = browse(folder)
    rows = check_page(locale, folder, seen)
    looked_at = 0
    for figure in seen["figures"]:
        leaflet, page = finished(figure["src"])
        if leaflet:
            looked_at += check_boxes(figure["src"], figure, rows, words_of(leaflet[0], page))
    expect(looked_at > 60, f"{locale}: only {looked_at} strings were looked at")
    expect({row["dir"] for row in rows.values()} == {direction}, f"{locale}: translations are not {direction}")
    expect({row["align"] for row in rows.values()} <= {"start"}, f"{locale}: translations do not begin where they begin")
    expect(any(re.search(r"card: \d+ of \d+ left", row["room"]) for row in rows.values()), f"{locale}: no room is told")
    if locale != "en":
        check_strings(locale, rows)
    check_marked(folder)
    return looked_at


def check_overflow(out):
    """What has no room lies beyond the paper's foot, on the picture and in the PDF."""
    folder = make(out / "thrice", "en", "--format", "trifold,palm,card", project=THRICE)
    seen = browse(folder)
    rows = check_page("thrice", folder, seen)
    over = [box for figure in seen["figures"] for box in figure["boxes"] if box["over"]]
    expect(len(over) > 20, f"thrice: {len(over)} boxes are over")
    figure = next(one for one in seen["figures"] if "trifold-p2" in one["src"])
    expect(figure["dots"][1] > 3 * 210 / 25.4 * 150, "thrice: the picture ends with the paper")
    last = max((box for box in figure["boxes"] if box["over"]), key=lambda box: box["rect"][1])
    expect(last["rect"][1] + last["rect"][3] <= 1, "thrice: text beyond the picture")
    pdf = next(folder.glob("*trifold-strings.pdf"))
    text = " ".join(tool("pdftotext", "-raw", pdf, "-").decode().split())
    expect(rows[last["string"]]["translation"].split(". ")[0] in text, "thrice: the last words are not in the PDF")
    expect("does not fit: " in text and "does not fit: " in (folder / "index.html").read_text(),
           "thrice: nothing says that it does not fit")
    check_marked(folder)


def check_one_string(out):
    """Of a later preview only what it makes is left, and what somebody else has put there or changed."""
    folder = out / "ar" / "one" / "preview-ar"
    kept = folder / "notes.txt"
    kept.write_text("mine")
    changed = next(folder.glob("*_card-p1.png"))
    changed.write_bytes(b"changed")
    run(["preview", "ar", "--project", SOURCE, "--out", folder.parent, "--string", "rights/safety/ask", "--audience",
         "adult", "--format", "trifold"])
    seen = browse(folder)
    expect([row["key"] for row in seen["rows"]] == ["rights/safety/ask"], "--string: other rows")
    expect([figure["src"][-7:] for figure in seen["figures"]] == ["-p2.png"], "--string: other pages")
    expect(len(list(folder.iterdir())) == 6, f"--string leaves {sorted(path.name for path in folder.iterdir())}")
    expect(kept.read_text() == "mine" and changed.read_bytes() == b"changed", "--string removes what is not its own")


def check_states(out):
    """What is missing, fuzzy or at fault says so, and its words are no markup."""
    folder = make(out / "states", "sr", project=STATES)
    seen = browse(folder)
    rows = {row["key"]: row for row in check_page("states", folder, seen).values() if row["domain"] == "rs-trafficking"}
    for key, state in ("safety/text", "missing"), ("procedure/text", "fuzzy"), ("rights/text", "faults"):
        expect(state in rows[key]["classes"], f"states: {key} is {rows[key]['classes']}, not {state}")
    expect(rows["rights/text"]["translation"] == 'Ова реченица реченица је <преведена> & "лепа".', "states: words are changed")
    expect("[po-doubled]" in rows["rights/text"]["room"], f"states: no fault is told, but {rows['rights/text']['room']}")
    expect(rows["procedure/text"]["translation"] == "", "states: what is fuzzy stands there as if it were printed")
    boxed = {box["string"] for figure in seen["figures"] for box in figure["boxes"]}
    expect(rows["safety/text"]["string"] in boxed, "states: what stands in the source language has no box")


def check_own_words(out):
    folder = make(out / "words", "sr", "--format", "card", "--audience", "adult", LANGUAGE="ar")
    seen = browse(folder)
    expect((seen["lang"], seen["dir"]) == ("ar", "rtl"), f"LANGUAGE=ar: {seen['lang']}, {seen['dir']}")
    expect({row["dir"] for row in seen["rows"]} == {"ltr"}, "LANGUAGE=ar: Serbian runs from right to left")
    check_page("LANGUAGE=ar", folder, seen)


expect(shutil.which("chromium"), "there is no chromium")
with tempfile.TemporaryDirectory() as temporary:
    out = Path(temporary)
    count = sum(check_language(out, *language) for language in (("en", "ltr"), ("sr", "ltr"), ("ar", "rtl")))
    check_overflow(out)
    check_one_string(out)
    check_states(out)
    check_own_words(out)
    finish(count)
