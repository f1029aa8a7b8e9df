"""Discreet leaflets of every default locale and every format tell strangers nothing, and keep all rules of ua/. A
telling word put into a finished one, in any place that strangers see, is found, though its hash be forged."""
import hashlib
import json
import re
import shutil
import tempfile
from pathlib import Path

import pikepdf
import ua
import yaml
from pikepdf import Dictionary, Name, String

from _leaflets import SOURCE, each, expect, finish, in_processes, made, run, tool

# Of content/contacts/rs.yaml: names that tell as much as the topic.
NAMES = ["astra", "atina", "ideas", "sos "]
WORDS = {"en": "Victims", "sr": "Жртве", "sr@latin": "Žrtve", "ar": "للضحايا"}


def telling_words():
    """A pattern. Arabic is left to the program: poppler gives no words of a part of a page in right-to-left order."""
    words = list(NAMES)
    for locale in "en", "sr":
        words += yaml.safe_load((SOURCE / "locales" / locale / "locale.yaml").read_text())["telling"]
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + ")", re.I)


def bookmarks(pdf):
    with pdf.open_outline() as outline:
        def walk(items):
            for item in items:
                yield item.title
                yield from walk(item.children)

        return list(walk(outline.root))


# --- what the leaflets show, seen with other eyes ---------------------------------------------------------------------

# Those that a person gets; the others stay with the staff.
FORMATS = ["trifold", "a4", "a5", "card", "zfold", "palm", "large", "bilingual"]
# x, y, width and height in points of what strangers see of the first page of a format, as pdftotext takes them; from
# right to left, too.
AREAS = {"card": [(0, 0, 298, 420)] * 2, "a5": [(0, 0, 420, 596)] * 2, "large": [(0, 0, 596, 842)] * 2,
         "a4": [(0, 0, 596, 842)] * 2, "bilingual": [(0, 0, 596, 842)] * 2,
         "palm": [(0, 210, 149, 210), (446, 210, 149, 210)], "zfold": [(561, 0, 281, 596), (0, 0, 281, 596)],
         "trifold": [(276, 0, 566, 596), (0, 0, 566, 596)]}


def shown(entry):
    x, y, width, height = AREAS[entry["format"]][entry["locale"] == "ar"]
    return tool("pdftotext", "-r", "72", "-f", "1", "-l", "1", "-x", x, "-y", y, "-W", width, "-H", height,
                entry["path"], "-").decode()


def faults_of(entry):
    """Headings of the inside have no bookmarks, which `ua` wants of other leaflets."""
    faults = [f"{rule}: {message}" for rule, message in ua.check(entry["path"]) if rule != "bookmarks"]
    pattern = telling_words()
    said = shown(entry)
    if len(said) < 30:
        faults.append(f"only this is shown outside: {said!r}")
    with pikepdf.open(entry["path"]) as pdf:
        told = [said, *bookmarks(pdf), pdf.open_metadata()["dc:title"], entry["file"]]
        if not 1 <= len(bookmarks(pdf)) <= 4:
            faults.append(f"not the bookmarks of the outside: {bookmarks(pdf)}")
    whole = tool("pdftotext", entry["path"], "-").decode()
    faults += [f"tells {pattern.search(text).group()!r}: {text[:80]!r}" for text in told if pattern.search(text)]
    faults += [f"names {name!r}" for name in NAMES if name in whole.casefold()]
    return [f"{entry['file']}: {fault}" for fault in faults]


# --- telling words put in ----------------------------------------------------------------------------------------------

def retitle(pdf, word, rtl):
    said = bytes(pdf.Root.Metadata.read_bytes()).decode()
    pdf.Root.Metadata.write(re.sub(r"(x-default\">)[^<]*", rf"\1{word}", said).encode())


def add_bookmark(pdf, word, rtl):
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"Page for {word}", 0))


def name_picture(pdf, word, rtl):
    figure = next(item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/S") == Name.Figure)
    figure.Alt = String(word)


def name_author(pdf, word, rtl):
    pdf.docinfo["/Subject"] = word


def stamp(pdf, x, y):
    page = pdf.pages[0]
    page.Resources.Font["/Stamp"] = pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.contents_add(f"q BT /Stamp 12 Tf {x} {y} Td (for victims) Tj ET Q".encode())


def stamp_cover(pdf, word, rtl):
    stamp(pdf, 60 if rtl else 620, 300)


def stamp_margin(pdf, word, rtl):
    """Over the flap, but above what is folded in with it as its text."""
    stamp(pdf, 640 if rtl else 60, 570)


def stamp_flap(pdf, word, rtl):
    stamp(pdf, 640 if rtl else 60, 300)


MUTATIONS = [(retitle, True), (add_bookmark, True), (name_picture, True), (name_author, True), (stamp_cover, True),
             (stamp_margin, True), (stamp_flap, False)]


def codes(folder):
    _, out, err = run(["verify", folder, "--project", SOURCE, "--json"])
    expect(err == "", f"verify says {err!r}")
    return [json.loads(line)["code"] for line in out.splitlines()]


def look_at_mutation(task):
    entry, change, found = task
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, entry["file"])
        with pikepdf.open(entry["path"]) as pdf:
            change(pdf, WORDS[entry["locale"]], entry["locale"] == "ar")
            pdf.save(path)
        said = {name: value for name, value in entry.items() if name != "path"}
        said["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
        Path(folder, "manifest.json").write_text(json.dumps({"files": [said]}))
        expect(("telling-word" in codes(folder)) == found,
               f"{entry['file']}, {change.__name__}: telling-word is {'not ' * found}found")


def main():
    folder = Path(tempfile.mkdtemp())
    for form in FORMATS:
        status, out, said = run(["build", "--discreet", "--verify", "--project", SOURCE, "--out", folder, "-q",
                                 "--format", form, "--audience", "adult"])
        expect(status == 0, f"build of {form} ended with {status}:\n{out}{said}")
    entries = made(folder, ".pdf")
    expect({entry["format"] for entry in entries} == set(FORMATS), "a format is missing")
    for faults in in_processes(faults_of, entries):
        for fault in faults:
            expect(False, fault)
    victims = [entry for entry in entries if entry["format"] == "trifold" and entry["audience"] == "adult"]
    tasks = [(entry, change, found) for entry in victims for change, found in MUTATIONS]
    each(look_at_mutation, tasks)
    expect(len(victims) == len(WORDS), f"mutated were only {[entry['file'] for entry in victims]}")
    shutil.rmtree(folder)
    finish(len(entries) + len(tasks))


main()
