"""A language is handed off, worked on with the tools of others, and received: what she meant is there, and nothing else moved."""
import io
import os
import re
import shutil
import zipfile

import polib

from _desk import PROGRAM, expect, finish, project, rightspack, rows, tool

DOMAINS = ["common", "contacts-rs", "rs-trafficking"]
REST = ["pack/subtitle", "For you. Read it when you want."]
counted = 0


def hand_off(folder, locale="sr", *words):
    rightspack("handoff", locale, "--no-preview", *words, "--project", folder, "--out", folder / "out", "-q")
    return folder / "out" / f"handoff-{locale}"


def receive(folder, what, *words, status=0):
    return {row["into"].rsplit("/", 1)[-1] if "into" in row else row["file"]: row
            for row in rows("receive", what, *words, "--project", folder, status=status)}


def po(folder, domain="rs-trafficking", locale="sr"):
    return polib.pofile(str(folder / f"locales/{locale}/{domain}.po"))


def find(file, context, msgid=None):
    return next(entry for entry in file if entry.msgctxt == context and msgid in (None, entry.msgid) and not entry.obsolete)


def edit(path, change):
    """As an editor does it: reads, changes, writes."""
    file = polib.pofile(str(path), wrapwidth=0)
    change(file)
    file.save(str(path))


def state(folder):
    return {path: path.read_bytes() for path in sorted((folder / "locales").rglob("*")) if path.is_file()}


def meaning(file):
    return {(e.msgctxt, e.msgid, e.obsolete): (e.msgstr, e.msgstr_plural, e.fuzzy, e.tcomment, e.previous_msgid) for e in file}


def case(function):
    global counted
    counted += 1
    with project() as folder:
        function(folder)
    return function


@case
def what_is_handed_off_is_sound(folder):
    rightspack("update", "--new", "hu", "--project", folder, "-q")
    for locale in ("hu", "sr", "ar"):
        before = state(folder)
        packed = hand_off(folder, locale)
        expect(before == state(folder), f"{locale}: handing off changed the project")
        for domain in [*DOMAINS, "glossary"]:
            checked = tool("msgfmt", "--check", "-o", "/dev/null", packed / f"{domain}.po")
            expect(checked.returncode == 0, f"{locale} {domain}: {checked.stderr.decode()}")
        handed = polib.pofile(str(packed / "rs-trafficking.po"))
        limits = [line for entry in handed for line in entry.comment.splitlines() if "characters at most" in line]
        expect(len(limits) > 100, f"{locale}: only {len(limits)} limits")
        expect(all(re.fullmatch(r"[a-z0-9]+: \d+ characters at most, (now|the source has) \d+", line) for line in limits),
               f"{locale}: {limits[:3]}")
        for name in ("README.txt", "style.txt", "glossary.csv", "words.csv"):
            expect((packed / name).read_text().strip(), f"{locale}: {name} is empty")
        got = receive(folder, packed)
        expect(all(row["state"] == "as it was" for row in got.values()), f"{locale}: {got}")
        expect(before == state(folder), f"{locale}: receiving what nobody touched changed the project")


@case
def the_limits_are_those_of_fit(folder):
    packed = hand_off(folder, "sr")
    tightest = {}
    for leaflet in rows("fit", "--locale", "sr", "--budgets", "--project", folder):
        for string in leaflet["strings"]:
            if "budget" in string and string["locale"] == "sr" and string["key"] == "pack/title":
                key = leaflet["format"]
                tightest[key] = min(tightest.get(key, 10 ** 6), string["budget"])
    told = dict(re.findall(r"^(\w+): (\d+) characters", find(polib.pofile(str(packed / "rs-trafficking.po")),
                                                              "pack/title").comment, re.M))
    expect(tightest and {name: str(most) for name, most in tightest.items()} == told, f"{tightest} {told}")


@case
def words_add_up(folder):
    told = rows("handoff", "sr", "--no-preview", "--project", folder, "--out", folder / "out")
    status = {row["file"]: row for row in rows("status", "sr", "--project", folder) if "file" in row}
    for row in told:
        domain = row["file"].removesuffix(".po")
        if domain != "glossary":
            expect(row["translated_texts"] == status[domain]["translated"], f"{row} {status[domain]}")
            expect(sum(row[f"{name}_words"] for name in ("new", "fuzzy", "repeated", "translated")) == status[domain]["words"],
                   f"{row} {status[domain]}")


@case
def what_she_writes_is_what_arrives(folder):
    """New language, Poedit's ways: a country in the header, lines of its own length, flags and remarks."""
    rightspack("update", "--new", "hu", "--project", folder, "-q")
    packed = hand_off(folder, "hu")

    def change(file):
        file.metadata.update({"Language": "hu_HU", "Last-Translator": "Ana <ana@example.org>", "X-Generator": "Poedit 3.2"})
        find(file, "pack/title").msgstr = "Mit kérhet, és mi történik most"
        subtitle = find(file, *REST)
        subtitle.msgstr, subtitle.flags, subtitle.tcomment = "Önnek.", [*subtitle.flags, "fuzzy"], "biztos?"
        find(file, "rights/language/title").tcomment = "kérdés"

    before = meaning(po(folder, locale="hu"))
    edit(packed / "rs-trafficking.po", change)
    got = receive(folder, packed)["rs-trafficking.po"]
    expect(got["state"] == "received" and got["new"] == ["pack/title", "pack/subtitle"], got)
    after = po(folder, locale="hu")
    expect(find(after, "pack/title").msgstr == "Mit kérhet, és mi történik most", "the title is lost")
    expect(find(after, *REST).fuzzy and find(after, *REST).tcomment == "biztos?", "flag or remark of the subtitle")
    expect(find(after, "rights/language/title").tcomment == "kérdés", "a remark on an empty text is lost")
    expect(after.metadata["Language"] == "hu" and after.metadata["Last-Translator"] == "Ana <ana@example.org>", after.metadata)
    text = (folder / "locales/hu/rs-trafficking.po").read_text()
    expect("characters at most" not in text and "X-Rightspack" not in text and "X-Generator" not in text, "what was ours came back")
    moved = {key for key, value in meaning(after).items() if before.get(key) != value}
    expect(len(moved) == 3, f"{len(moved)} entries changed")
    rightspack("update", "hu", "--project", folder, "-q")
    expect((folder / "locales/hu/rs-trafficking.po").read_text() == text, "update has to mend what was received")


@case
def every_way_back_is_the_same(folder):
    """A folder, a zip of it, a renamed file of it, with Windows' line ends and a mark, through msgattrib, in UTF-16."""
    packed = hand_off(folder)
    edit(packed / "rs-trafficking.po", lambda file: setattr(find(file, *REST), "msgstr", "За вас. Прочитајте кад хоћете."))
    plain = (packed / "rs-trafficking.po").read_bytes()
    before = state(folder)
    results = []

    def take(name, what):
        got = receive(folder, what)["rs-trafficking.po"]
        expect(got["changed"] == ["pack/subtitle"], f"{name}: {got}")
        results.append((folder / "locales/sr/rs-trafficking.po").read_bytes())
        for path, content in before.items():
            path.write_bytes(content)

    take("folder", packed)
    with zipfile.ZipFile(folder / "back.zip", "w", zipfile.ZIP_DEFLATED) as parcel:
        for path in packed.iterdir():
            parcel.write(path, f"handoff-sr/{path.name}")
        parcel.writestr("__MACOSX/handoff-sr/._common.po", b"\0\1\2")
    take("zip", folder / "back.zip")
    for name, content in {"renamed (1)": plain, "mark": b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n"),
                          "wide": b"\xff\xfe" + plain.decode().encode("utf-16-le"),
                          "msgattrib": tool("msgattrib", "--no-wrap", packed / "rs-trafficking.po").stdout}.items():
        (folder / f"{name}.po").write_bytes(content)
        take(name, folder / f"{name}.po")
    expect(len(set(results)) == 1, "the ways back differ")
    expect(meaning(polib.pofile(results[0].decode())) ==
           {**meaning(polib.pofile(before[folder / "locales/sr/rs-trafficking.po"].decode())),
            (*REST, 0): ("За вас. Прочитајте кад хоћете.", {}, False, "", None)}, "something else moved")


@case
def both_sides_work(folder):
    packed = hand_off(folder)

    def hers(file):
        find(file, "pack/title").msgstr = "Њен наслов"      # both, otherwise
        find(file, *REST).msgstr = ""                       # she empties it
        find(file, "rights/language/title").msgstr = "Можете да имате тумача"  # she alone
        find(file, "rights/lawyer/title").msgstr = "Исто и овде"  # both, alike

    def ours(file):
        find(file, "pack/title").msgstr = "Наш наслов"
        find(file, "rights/health/title").msgstr = "Можете код лекара"  # we alone
        find(file, "rights/lawyer/title").msgstr = "Исто и овде"

    edit(packed / "rs-trafficking.po", hers)
    edit(folder / "locales/sr/rs-trafficking.po", ours)
    left = state(folder)
    got = receive(folder, packed, "--dry-run")["rs-trafficking.po"]
    expect(left == state(folder), "a dry run wrote something")
    expect((got["changed"], got["kept"], got["conflicts"]) ==
           (["rights/language/title"], ["pack/subtitle"], ["pack/title"]), got)
    said = tool(PROGRAM, "receive", packed, "--project", folder).stderr.decode()
    expect(re.search(r"rs-trafficking\.po:\d+: warning: 'pack/title' was changed here as well: \"Наш наслов\"; "
                     r"what came back, \"Њен наслов\"", said), said)
    after = po(folder)
    expect([find(after, context).msgstr for context in
            ("pack/title", "rights/language/title", "rights/lawyer/title", "rights/health/title")] ==
           ["Наш наслов", "Можете да имате тумача", "Исто и овде", "Можете код лекара"], "the wrong side won")
    expect(find(after, *REST).msgstr, "a translation gave way to nothing")
    expect(not tool(PROGRAM, "receive", packed, "--ours", "--project", folder).stderr, "--ours still warns")
    receive(folder, packed, "--theirs")
    expect(find(po(folder), "pack/title").msgstr == "Њен наслов", "--theirs took ours")


@case
def without_a_memory_ours_stays(folder):
    """A file that somebody took from elsewhere, or whose header an editor cut down."""
    path = folder / "common.po"
    shutil.copy(folder / "locales/sr/common.po", path)
    edit(path, lambda file: setattr(find(file, "draft_short"), "msgstr", "ПРОБА"))
    got = receive(folder, path)["common.po"]
    expect(got["conflicts"] == ["draft_short"] and got["state"] == "as it was", got)
    edit(folder / "locales/sr/common.po", lambda file: setattr(find(file, "draft_short"), "msgstr", ""))
    expect(receive(folder, path)["common.po"]["new"] == ["draft_short"], "an empty text does not take hers")


@case
def the_source_moves_on(folder):
    """She translates a wording that has changed meanwhile; another is gone; a third was translated anew here."""
    rightspack("update", "--new", "hu", "--project", folder, "-q")
    packed = hand_off(folder, "hu")
    source = folder / "content/packs/rs-trafficking/pack.yaml"
    old = source.read_text()
    source.write_text(old.replace("For you. Read it when you want.", "For you. Read it whenever you want.")
                      .replace("What you can ask for, and what happens now", "What you may ask for, and what happens now"))
    rights = folder / "content/packs/rs-trafficking/rights.yaml"
    gone = "You can see a doctor"
    expect(gone in rights.read_text() and source.read_text() != old, "the content is not what this test knows")
    rights.write_text(rights.read_text().replace(gone, "Zebras queue quietly here"))

    def hers(file):
        find(file, *REST).msgstr = "Önnek. Olvassa el, amikor akarja."
        find(file, "pack/title").msgstr = "Mit kérhet, és mi történik most"
        find(file, "rights/health/title", gone).msgstr = "Orvoshoz mehet"

    edit(packed / "rs-trafficking.po", hers)
    rightspack("update", "hu", "--project", folder, "-q")
    edit(folder / "locales/hu/rs-trafficking.po", lambda file: setattr(find(file, "pack/title"), "msgstr", "Az új cím"))
    got = receive(folder, packed)["rs-trafficking.po"]
    after = po(folder, locale="hu")
    subtitle = find(after, "pack/subtitle")
    expect(subtitle.fuzzy and subtitle.msgstr.startswith("Önnek.") and subtitle.previous_msgid == REST[1], subtitle)
    expect(got["late"] == ["pack/title"] and find(after, "pack/title").msgstr == "Az új cím", f"{got['late']}")
    words = [entry.msgstr for entry in after]
    for word in ("Mit kérhet, és mi történik most", "Orvoshoz mehet"):
        expect(word in words, f"'{word}' of hers is lost")
    before = state(folder)
    receive(folder, packed)
    expect(before == state(folder), "receiving twice changes something")


@case
def obsolete_and_remarks_are_kept(folder):
    path = folder / "locales/sr/rs-trafficking.po"
    path.write_text(path.read_text() + '\n# наша\n#~ msgctxt "x/ours"\n#~ msgid "Ours"\n#~ msgstr "Наше"\n')
    edit(path, lambda file: setattr(find(file, "pack/title"), "tcomment", "наша белешка"))
    packed = hand_off(folder)
    back = packed / "rs-trafficking.po"
    back.write_text(back.read_text() + '\n#~ msgctxt "x/hers"\n#~ msgid "Hers"\n#~ msgstr "Њено"\n')

    def hers(file):
        find(file, "pack/title").tcomment += "\nњена белешка\nallow: po-length"
        find(file, "pack/title").msgstr = "Шта можете да тражите"

    edit(back, hers)
    edit(path, lambda file: setattr(find(file, *REST), "tcomment", "додато после"))
    receive(folder, packed)
    after = po(folder)
    expect(find(after, "pack/title").tcomment == "наша белешка\nњена белешка\nallow: po-length", find(after, "pack/title").tcomment)
    expect(find(after, *REST).tcomment == "додато после", "our remark is lost")
    expect({"Наше", "Њено"} <= {entry.msgstr for entry in after.obsolete_entries()}, "an obsolete entry is lost")


def refuse(folder, what, status, *words):
    before = state(folder)
    done = tool(PROGRAM, "receive", what, "--project", folder)
    said = done.stderr.decode() + done.stdout.decode()
    expect(done.returncode == status, f"{what}: status {done.returncode}\n{said}")
    for word in words:
        expect(word in said, f"{what}: '{word}' is not said\n{said}")
    expect(before == state(folder), f"{what}: the project was changed")


@case
def one_fault_keeps_all_out(folder):
    packed = hand_off(folder)
    edit(packed / "common.po", lambda file: setattr(find(file, "draft_short"), "msgstr", "ПРОБА"))
    path = packed / "rs-trafficking.po"
    sound = path.read_text()
    line = next(number for number, text in enumerate(sound.splitlines(), 1) if text.startswith('msgid "For you. Read it when')) + 1

    def with_line(text):
        lines = sound.splitlines(True)
        lines[line - 1] = text + "\n"
        return "".join(lines)

    faults = {
        "placeholder": (with_line('msgstr "За вас {dani}."'), 1, [f":{line}: error:", "po-placeholder"]),
        "number": (with_line('msgstr "За вас 5."'), 1, [f":{line}: error:", "po-number"]),
        "quote": (with_line('msgstr "За вас.'), 1, ["po-syntax"]),
        "twice": (sound + sound[sound.index('msgctxt "pack/title"'):].split("\n\n")[0] + "\n", 1, ["duplicate"]),
        "language": (sound.replace('"Language: sr\\n"', '"Language: ar\\n"'), 1, ["handed off for 'sr'"]),
        "plurals": (re.sub(r'"Plural-Forms: (?s:.*?)\\n"', lambda _: '"Plural-Forms: nplurals=3; plural=(n==0 ? 0 : n==1 ? 1 : 2);\\\\n"',
                           sound, 1).replace("\\\\n", "\\n"), 1, ["po-plural", "choose other forms"]),
        "domain": (sound.replace("Handoff: sr rs-trafficking", "Handoff: sr common"), 1, ["po-stranger"]),
        "stranger": (sound.replace("Handoff: sr rs-trafficking", "Handoff: sr nothing"), 1, ["po-stranger", "'nothing'"]),
        "no language": (sound.replace('"Language: sr\\n"\n', "").replace('"X-Rightspack-Handoff: sr rs-trafficking\\n"\n', ""), 1,
                        ["does not say 'Language:'"]),
    }
    for name, (text, status, words) in faults.items():
        expect(text != sound, f"{name}: the fault is not in it")
        path.write_text(text)
        refuse(folder, packed, status, "common.po: refused", *words)
    path.write_bytes(sound.encode().replace("За вас".encode(), b"\xc6\xd8", 1))
    refuse(folder, packed, 3, "invalid-utf8")
    path.write_text(sound)
    expect(receive(folder, packed)["common.po"]["changed"] == ["draft_short"], "without the fault it is not taken")


@case
def nobody_gets_out_of_the_parcel(folder):
    packed = hand_off(folder)
    content = (packed / "common.po").read_bytes()

    def parcel(name, *files):
        with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as out:
            for file, text in files:
                out.writestr(file, text)
        return folder / name

    link = zipfile.ZipInfo("handoff-sr/common.po")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    bomb = b'msgid ""\nmsgstr ""\n' + b"# " + b"a" * (64 << 20)
    refuse(folder, parcel("slip.zip", ("../../locales/sr/common.po", content)), 3, "leads out of its folder")
    refuse(folder, parcel("drive.zip", ("C:\\common.po", content)), 3, "leads out of its folder")
    refuse(folder, parcel("root.zip", ("/tmp/common.po", content)), 3, "leads out of its folder")
    refuse(folder, parcel("link.zip", (link, "/etc/passwd")), 3, "is a link")
    refuse(folder, parcel("bomb.zip", ("common.po", bomb)), 3, "far larger")
    refuse(folder, parcel("many.zip", *[(f"{i}/x.txt", b"") for i in range(2500)]), 3, "far more files")
    refuse(folder, parcel("empty.zip", ("notes.txt", b"x")), 3, "no PO file")
    refuse(folder, parcel("two.zip", ("a/common.po", content), ("b/common.po", content)), 1, "the same translation as")
    whole = parcel("whole.zip", ("common.po", content)).read_bytes()
    for name, cut in {"cut.zip": whole[:len(whole) // 2], "head.zip": b"PK\3\4" + b"\xff" * 200}.items():
        (folder / name).write_bytes(cut)
        refuse(folder, folder / name, 3, "damaged")
    (folder / "links").mkdir()
    os.symlink(packed / "common.po", folder / "links/common.po")
    refuse(folder, folder / "links", 3, "this is a link")
    (folder / "large.po").write_bytes(bomb)
    refuse(folder, folder / "large.po", 3, "file-too-large")
    os.mkfifo(folder / "pipe.po")
    refuse(folder, folder / "pipe.po", 3, "no file")
    (folder / "notes.txt").write_text("msgid")
    refuse(folder, folder / "notes.txt", 3, "no PO file")
    refuse(folder, folder / "nowhere.po", 3, "unreadable-file")


@case
def work_in_the_folder_is_not_written_over(folder):
    packed = hand_off(folder)
    hand_off(folder)
    edit(packed / "common.po", lambda file: setattr(find(file, "draft_short"), "msgstr", "ПРОБА"))
    mine = (packed / "common.po").read_bytes()
    done = tool(PROGRAM, "handoff", "sr", "--no-preview", "--project", folder, "--out", folder / "out")
    expect(done.returncode == 4 and b"handoff-unreceived" in done.stderr, f"{done}")
    expect((packed / "common.po").read_bytes() == mine, "her work was written over")
    receive(folder, packed)
    hand_off(folder)
    expect(b"\xd0\x9f\xd0\xa0\xd0\x9e\xd0\x91\xd0\x90" in (packed / "common.po").read_bytes(), "what was received is not handed off")


@case
def a_zip_has_no_day_in_it(folder):
    made = []
    for place, zone in (("a", "UTC"), ("b", "Asia/Tokyo")):
        os.environ["TZ"] = zone
        rightspack("handoff", "ar", "--zip", "--project", folder, "--out", folder / place, "-q")
        made.append((folder / place / "handoff-ar.zip").read_bytes())
    del os.environ["TZ"]
    expect(made[0] == made[1], "two zip files of the same differ")
    rightspack("handoff", "ar", "--project", folder, "--out", folder / "a", "-q")
    with zipfile.ZipFile(io.BytesIO(made[0])) as parcel:
        expect(parcel.testzip() is None, "the zip file is damaged")
        for name in parcel.namelist():
            path = folder / "a" / name
            expect(parcel.read(name) == path.read_bytes(), f"{name}: zip and folder differ")
        expect("handoff-ar/preview/index.html" in parcel.namelist(), "there is no preview in it")


@case
def terms_come_back(folder):
    packed = hand_off(folder)
    edit(packed / "glossary.po", lambda file: setattr(find(file, None, "lawyer"), "msgstr", "адвокат"))
    expect(receive(folder, packed)["glossary.po"]["new"] == ["lawyer"], "a term is not received")
    hand_off(folder)
    expect("\nlawyer,адвокат," in (packed / "glossary.csv").read_text().replace("\r\n", "\n"), "a term is not in the table")


finish(counted)
