"""`rightspack update` on files as people leave them: every translation and every remark is still there afterwards."""
import re
import subprocess

import polib

from _desk import PROGRAM, expect, finish, project, rightspack, tool

HEADER = ('# My header\nmsgid ""\nmsgstr ""\n"Language: sr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
          '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || '
          'n%100>=20) ? 1 : 2);\\n"\n')
ENTRIES = '''
# on a plural
#, python-brace-format
msgctxt "rights/time_foreign/text"
msgid "You can ask for up to {reflection_days} day to rest and decide. Nobody may send you away in that time."
msgid_plural "You can ask for up to {reflection_days} days to rest and decide. Nobody may send you away in that time."
msgstr[0] "облик један {reflection_days}"
msgstr[1] "облик два {reflection_days}"
msgstr[2] "облик три {reflection_days}"

# was one text, is a plural now
msgctxt "procedure/stay/text"
msgid "The police decide if you can stay and rest, up to {reflection_days} day."
msgstr "једнина"

# was a plural, is one text now
msgctxt "rights/title"
msgid "You can ask for"
msgid_plural "You can all ask for"
msgstr[0] "први"
msgstr[1] "други"
msgstr[2] "трећи"

# doubtful, of an earlier wording
#, fuzzy
#| msgctxt "pack/title"
#| msgid "What you could ask for"
msgctxt "pack/title"
msgid "What you can ask for, and what happens now"
msgstr "наслов"

# reworded since
msgctxt "pack/subtitle"
msgid "For you. Read it whenever you want to."
msgstr "поднаслов"

# a remark on what is gone and was never translated
msgctxt "rights/gone/title"
msgid "Completely different words about nothing"
msgstr ""

# translated, and gone
msgctxt "rights/gone/text"
msgid "Zebras queue quietly"
msgstr "зебре чекају"

# obsolete before
#~ msgctxt "rights/older/title"
#~ msgid "Older"
#~ msgstr "старије"

#, fuzzy
#~| msgid "Oldest of all"
#~ msgctxt "rights/oldest/title"
#~ msgid "Oldest"
#~ msgstr "најстарије"
'''
TEXT = HEADER + ENTRIES
WORDS = re.findall(r'msgstr(?:\[\d\])? "(.+)"', ENTRIES)
REMARKS = re.findall(r"^# (.+)", ENTRIES, re.M)

FILES = {
    "as gettext writes it": TEXT.encode(),
    "Windows": TEXT.replace("\n", "\r\n").encode(),
    "byte order mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "mark and Windows": b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode(),
    "UTF-16": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "no header": ENTRIES.encode(),
    "header of a template": TEXT.replace("charset=UTF-8", "charset=CHARSET").encode(),
    "header that lies": TEXT.replace("charset=UTF-8", "charset=ISO-8859-1").encode(),
    "an older charset": TEXT.replace("charset=UTF-8", "charset=ISO-8859-5").encode("iso-8859-5"),
}
UNREADABLE = {  # and the exit status
    "broken quote": ((TEXT + '\nmsgid "x"\nmsgstr "y\n').encode(), 1),
    "twice the same": ((TEXT + ENTRIES).encode(), 1),
    "bytes of another charset": (TEXT.encode().replace("зебре".encode(), b"\xc6\xd8"), 3),
}


def put(folder, content):
    path = folder / "locales/sr/rs-trafficking.po"
    path.write_bytes(content)
    return path


def look_at(name, content):
    with project() as folder:
        path = put(folder, content)
        rightspack("update", "--project", folder, "sr")
        text = path.read_text()
        entries = polib.pofile(str(path))
        kept = [text for entry in entries for text in (entry.msgstr, *entry.msgstr_plural.values())] + [text]
        for word in WORDS:
            expect(any(word in one for one in kept), f"{name}: the translation '{word}' is lost")
        for remark in REMARKS:
            expect(remark in text, f"{name}: the remark '{remark}' is lost")
        look_at_entries(name, {(entry.msgctxt, entry.msgid): entry for entry in entries})
        checked = tool("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", path)
        expect(checked.returncode == 0 or b"format specification" in checked.stderr, f"{name}: {checked.stderr.decode()}")
        rightspack("update", "--project", folder, "sr")
        expect(path.read_text() == text, f"{name}: a second update changes something")


def look_at_entries(name, entries):
    """Flags and earlier wordings."""
    title = entries["pack/title", "What you can ask for, and what happens now"]
    reworded = entries["pack/subtitle", "For you. Read it when you want."]
    expect(title.fuzzy and title.previous_msgid == "What you could ask for", f"{name}: {title}")
    expect(reworded.fuzzy and reworded.msgstr == "поднаслов", f"{name}: {reworded}")
    expect(reworded.previous_msgid == "For you. Read it whenever you want to.", f"{name}: {reworded}")
    gone = entries["rights/gone/text", "Zebras queue quietly"]
    expect(gone.obsolete and gone.msgstr == "зебре чекају", f"{name}: {gone}")
    plural = [entry for key, entry in entries.items() if key[0] == "rights/time_foreign/text"][0]
    expect(not plural.fuzzy and len(plural.msgstr_plural) == 3, f"{name}: {plural}")


def is_left_alone(name, content, status):
    with project() as folder:
        path = put(folder, content)
        others = {other: other.read_bytes() for other in path.parent.glob("*.po")}
        said = rightspack("update", "--project", folder, "sr", status=status)
        expect(path.read_bytes() == content, f"{name}: the file was changed")
        expect("rs-trafficking.po: left alone" in said, f"{name}: nothing is said\n{said}")
        expect(all(other.exists() for other in others), f"{name}: other files are gone")
        expect("common.po: 0 new" in said, f"{name}: the other files were not brought up to date\n{said}")


def without_gettext_nothing_is_touched():
    with project() as folder:
        before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for words in (["update"], ["update", "--new", "pl"]):
            done = subprocess.run([PROGRAM, *words, "--project", folder], capture_output=True, timeout=60,
                                  env={"PATH": "/nowhere", "LC_ALL": "C.UTF-8"})
            expect(done.returncode == 5 and b"install the package gettext" in done.stderr, f"{words}: {done}")
        expect(before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}, "files were touched")
        done = subprocess.run([PROGRAM, "doctor", "--project", folder], capture_output=True, timeout=60,
                              env={"PATH": "/nowhere", "LC_ALL": "C.UTF-8"})
        expect(done.returncode == 5 and b"msgmerge" in done.stderr, f"doctor: {done.stderr}")


without_gettext_nothing_is_touched()
for name, content in FILES.items():
    look_at(name, content)
for name, (content, status) in UNREADABLE.items():
    is_left_alone(name, content, status)
finish(len(FILES) + len(UNREADABLE))
