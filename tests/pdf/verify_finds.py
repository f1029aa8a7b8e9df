"""`rightspack verify` finds a changed byte, and whatever else is done to a finished leaflet, though its hash be forged."""
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path

import pikepdf
from pikepdf import Name

import _leaflets
from _leaflets import (FOLDER, PROGRAM, SCRIPTS, SOURCE, defaults, each, expect, finish, in_turn, run,
                       scripts)

LEAFLET = "DRAFT_a_0.1_en_adult_trifold.pdf"
ARABIC = "DRAFT_a_0.1_ar_adult_trifold.pdf"
WITH_LINKS = "DRAFT_a_0.1_en_adult_a4.pdf"
ARABIC_WITH_LINKS = "DRAFT_a_0.1_ar_adult_a4.pdf"


def codes(folder):
    """Exit status and the codes of what `verify` finds, in order."""
    status, out, err = run(["verify", folder, "--project", SOURCE, "--json"])
    expect(err == "", f"verify says {err!r}")
    return status, [json.loads(line)["code"] for line in out.splitlines()]


def copy_of(name, folder):
    """A folder with one default leaflet and the manifest of it."""
    entry = next(entry for entry in defaults() if entry["file"] == name)
    shutil.copy(entry.pop("path"), folder)
    write_manifest(folder, entry)
    return folder / name


def write_manifest(folder, entry):
    (folder / "manifest.json").write_text(json.dumps({"files": [entry]}))


def forge_hash(path):
    """Makes the manifest say that the file is the one that was made."""
    entry = json.loads((path.parent / "manifest.json").read_text())["files"][0]
    write_manifest(path.parent, {**entry, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()})


# --- what is done to the leaflet, and the code that must tell of it --------------------------------------------------

def untag(pdf):
    del pdf.Root.StructTreeRoot


def elements(node):
    """Every structure element below @node, in reading order."""
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def turn_round(pdf):
    """The last two sections change places in the order they are read out."""
    parts = pdf.Root.StructTreeRoot.K.K
    *_, first, last = (place for place, part in enumerate(parts) if part.S == Name.Sect)
    parts[first], parts[last] = parts[last], parts[first]


def drop_alt(pdf):
    figure = next(element for element in elements(pdf.Root.StructTreeRoot) if element.S == Name.Figure)
    del figure.Alt


def change_voice(pdf):
    foreign = next(element for element in elements(pdf.Root.StructTreeRoot) if "/Lang" in element)
    foreign.Lang = pikepdf.String("hu")


def hide_draft(pdf):
    kids = pdf.Root.StructTreeRoot.K.K
    del kids[0]


def fonts(pdf):
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == Name.Font:
            yield item


def drop_letters(pdf):
    for font in fonts(pdf):
        if "/ToUnicode" in font and font.Subtype == Name.Type0:
            del font.ToUnicode


def drop_font_file(pdf):
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item.FontFile2


def cut_page(pdf):
    pdf.pages[0].CropBox = pikepdf.Array([0, 0, 400, 500])


def drop_page(pdf):
    del pdf.pages[1]


def name_maker(pdf):
    pdf.docinfo["/Producer"] = "an editor"


def add_script(pdf):
    """In the list of names: poppler 22.12 does not look at /OpenAction."""
    script = pdf.make_indirect(pikepdf.Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)")))
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("a"), script]))
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=names)


def attach(pdf):
    pdf.attachments["notes.txt"] = pikepdf.AttachedFileSpec(pdf, b"who made it", filename="notes.txt")


def add_link(pdf):
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 50, 50],
        A=pikepdf.Dictionary(S=Name.URI, URI=pikepdf.String("https://elsewhere.example/"))))])


def links(pdf):
    return [note for page in pdf.pages for note in page.get("/Annots", [])]


def change_link(pdf):
    """One letter of where it leads."""
    target = str(links(pdf)[1].A.URI)
    links(pdf)[1].A.URI = pikepdf.String(target.replace("astra", "astna"))


def secure_no_more(pdf):
    links(pdf)[0].A.URI = pikepdf.String(str(links(pdf)[0].A.URI).replace("https:", "http:"))


def exchange_links(pdf):
    """Each leads where the other did: both addresses are in the file."""
    one, other, *_ = links(pdf)
    one.A, other.A = other.A, one.A


def move_link(pdf):
    left, bottom, right, top = map(float, links(pdf)[0].Rect)
    links(pdf)[0].Rect = pikepdf.Array([left, bottom + 70, right, top + 70])


def drop_link(pdf):
    del pdf.pages[0].obj["/Annots"]


def repeat_link(pdf):
    """The same once more, over something else."""
    note = pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[50, 700, 200, 740], A=links(pdf)[0].A)
    pdf.pages[0].Annots.append(pdf.make_indirect(note))


def run_link(pdf):
    links(pdf)[0].A = pikepdf.Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def leave_note(pdf):
    pdf.pages[0].Annots.append(pdf.make_indirect(pikepdf.Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 20, 20], Contents=pikepdf.String("call me"))))


def stamp(pdf):
    """Words and a number over a page, in a font that all readers have."""
    page = pdf.pages[0]
    page.Resources.Font["/Stamp"] = pdf.make_indirect(
        pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.contents_add(b"BT /Stamp 12 Tf 60 300 Td (or call 555 123) Tj ET")


MUTATIONS = [
    (untag, "verify-untagged"),
    (turn_round, "verify-order"),
    (drop_alt, "verify-untagged"),
    (change_voice, "verify-untagged"),
    (hide_draft, "verify-draft"),
    (drop_letters, "verify-order"),
    (drop_font_file, "verify-font"),
    (cut_page, "verify-page"),
    (drop_page, "verify-text-missing"),
    (name_maker, "verify-metadata"),
    (add_script, "verify-active"),
    (attach, "verify-active"),
    (add_link, "verify-link"),
    (stamp, "verify-number"),
]


LINK_MUTATIONS = [
    (change_link, "verify-link"),
    (secure_no_more, "verify-link"),
    (exchange_links, "verify-link"),
    (move_link, "verify-link"),
    (drop_link, "verify-link"),
    (repeat_link, "verify-link"),
    (run_link, "verify-link"),
    (leave_note, "verify-active"),
]


def look_at_mutation(row):
    name, (change, code) = row
    with tempfile.TemporaryDirectory() as place:
        path = copy_of(name, Path(place))
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            change(pdf)
            pdf.save(path)
        status, found = codes(Path(place))
        expect(found[:1] == ["verify-changed"], f"{name}, {change.__name__}: the hash is right, they say: {found}")
        forge_hash(path)
        status, found = codes(Path(place))
        expect(status in (1, 3) and code in found, f"{name}, {change.__name__}: {code} is not in {found}")


def look_at_mutations(folder):
    rows = [(name, row) for name in (LEAFLET, ARABIC) for row in MUTATIONS]
    rows += [(WITH_LINKS, row) for row in LINK_MUTATIONS]
    rows += [(ARABIC_WITH_LINKS, row) for row in LINK_MUTATIONS[2:4]]
    return len(each(look_at_mutation, rows))


# --- sheets for a printer ----------------------------------------------------------------------------------------------

def exchange_sheets(pdf):
    """The second and the third sheet, front and back."""
    order = [0, 1, 4, 5, 2, 3, *range(6, len(pdf.pages))]
    for page in [pdf.pages[number] for number in order]:
        pdf.pages.append(page)
    del pdf.pages[:len(order)]


def exchange_sides(pdf):
    """Of the second sheet."""
    pdf.pages.insert(2, pdf.pages[3])
    del pdf.pages[4]


def turn_back(pdf):
    pdf.pages[3].Rotate = 180


def look_at_sheets(folder):
    status, _, said = run(["build", "--project", SOURCE, "--out", folder, "--format", "booklet", "--locale", "en,ar",
                           "--audience", "adult", "--output", "print"])
    expect(status == 0, f"booklets: {status} {said}")
    for entry in _leaflets.made(folder, "-print.pdf"):
        path = entry.pop("path")
        whole = path.read_bytes()
        write_manifest(folder, entry)
        expect(codes(path) == (0, []), f"{entry['file']} itself: {codes(path)}")
        for change in (exchange_sheets, exchange_sides, turn_back):
            with pikepdf.open(path, allow_overwriting_input=True) as pdf:
                change(pdf)
                pdf.save(path)
            forge_hash(path)
            status, found = codes(path)
            expect(status == 1 and "verify-order" in found, f"{entry['file']}, {change.__name__}: {status} {found}")
            path.write_bytes(whole)
    return 8


# --- the file itself ---------------------------------------------------------------------------------------------------

def look_at_bytes(folder):
    """Any byte: in the head, where an unused one stands, in the middle of the content, in the tail."""
    path = copy_of(LEAFLET, folder)
    whole = path.read_bytes()
    status, found = codes(folder)
    expect((status, found) == (0, []), f"the leaflet itself: {status} {found}")
    places = [0, 10, *range(97, len(whole), len(whole) // 20), len(whole) - 1]
    for place in places:
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1:])
        status, found = codes(folder)
        expect(status in (1, 3) and "verify-changed" in found, f"byte {place}: {status} {found}")
    path.write_bytes(whole[:len(whole) // 2])
    status, found = codes(folder)
    expect(status == 3 and "verify-unreadable" in found, f"half a file: {status} {found}")
    path.write_bytes(b"")
    status, found = codes(folder)
    expect(status == 3 and "verify-unreadable" in found, f"no bytes: {status} {found}")
    return len(places) + 3


def look_at_folder(folder):
    path = copy_of(LEAFLET, folder)
    shutil.copy(path, folder / "other.pdf")
    expect(codes(folder) == (1, ["verify-unknown-file"]), "a file too many is not found")
    expect(codes(folder / "other.pdf") == (1, ["verify-unknown-file"]), "an unknown file is not found")
    (folder / "other.pdf").unlink()
    path.unlink()
    expect(codes(folder) == (1, ["verify-file-gone"]), "a file that is gone is not found")

    copy_of(ARABIC, folder).rename(path)  # another leaflet under this one's name and entry
    entry = next(entry for entry in defaults() if entry["file"] == LEAFLET)
    entry.pop("path")
    write_manifest(folder, entry)
    forge_hash(path)
    status, found = codes(folder)
    expect(status == 1 and {"verify-metadata", "verify-text-missing", "verify-edition"} <= set(found),
           f"another leaflet under the name of this: {found}")

    entry["audience"] = "child"
    write_manifest(folder, entry)
    expect(codes(folder) == (1, ["verify-manifest"]), "an entry of another leaflet is not found")
    return 5


# --- the reader ----------------------------------------------------------------------------------------------------------

def program_with_reader(folder, script):
    """A copy of the program, and in place of the reader beside it @script, or nothing."""
    (folder / "bin").mkdir()
    shutil.copy(PROGRAM, folder / "bin" / "rightspack")
    (folder / "share").symlink_to(PROGRAM.parents[1] / "share")
    if script is not None:
        reader = folder / "bin" / "rightspack-readback"
        reader.write_text("#!/bin/sh\n" + script)
        reader.chmod(0o755)
    return folder / "bin" / "rightspack"


READERS = [
    (None, 5, "readback-missing"),
    ("kill -SEGV $$", 3, "verify-reader-lost"),
    ("exit 7", 3, "verify-reader-lost"),
    ("exec yes text", 3, "verify-reader-lost"),
    ("exec >&-; sleep 100", 3, "verify-reader-lost"),
    ("echo end; exit 0", 1, "verify-untagged"),
    ("exit 0", 3, "verify-unreadable"),
]


def look_at_readers(folder):
    path = copy_of(LEAFLET, folder)
    for script, status, code in READERS:
        with tempfile.TemporaryDirectory() as other:
            _leaflets.PROGRAM = program_with_reader(Path(other), script)
            said, found = codes(path)
            expect(said == status and code in found, f"reader {script!r}: {said} {found}")
    _leaflets.PROGRAM = PROGRAM
    return len(READERS)


def main():
    count = 0
    for look in (look_at_bytes, look_at_mutations, look_at_folder, look_at_sheets, look_at_readers):
        with tempfile.TemporaryDirectory() as folder:
            count += look(Path(folder))
    for project, made in ((SOURCE, in_turn(defaults())), (SCRIPTS, scripts())):
        paths = [entry["path"] for entry in made]
        status, out, err = run(["verify", *paths, "--project", project, "-j", os.cpu_count()])
        expect(status == 0, f"leaflets of {project} are not sound: {out[:2000]}{err[:2000]}")
    finish(count + 2)


main()
