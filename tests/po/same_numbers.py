"""`rightspack status` counts what msgfmt --statistics counts, in every file of translations."""
import re

from _desk import expect, finish, project, rightspack, rows, tool, translations

KINDS = {"translated": "translated", "fuzzy": "fuzzy", "missing": "untranslated"}


def of_gettext(path):
    said = tool("msgfmt", "--statistics", "-o", "/dev/null", path).stderr.decode()
    return {ours: int(found.group(1)) if (found := re.search(rf"(\d+) {theirs} ", said)) else 0
            for ours, theirs in KINDS.items()}


def make_uneven(path):
    """Takes every seventh translation away and doubts every fifth; the header and plurals stay."""
    entries = path.read_text().split("\n\n")
    for i in range(1, len(entries)):
        if "msgid_plural" in entries[i]:
            continue
        if i % 7 == 0:
            entries[i] = re.sub(r'\nmsgstr "(.|\n)*', '\nmsgstr ""', entries[i])
        elif i % 5 == 0:
            entries[i] = re.sub(r"(#, .*)?\nmsgctxt", lambda m: f"\n#, fuzzy{', ' + m[1][3:] if m[1] else ''}\nmsgctxt",
                                entries[i], count=1)
    path.write_text("\n\n".join(entries).rstrip("\n") + "\n")


def look_at(folder):
    counted = {(row["locale"], row["file"]): row for row in rows("status", "--project", folder) if "file" in row}
    files = translations(folder)
    for path in files:
        ours, theirs = counted[path.parent.name, path.stem], of_gettext(path)
        expect({kind: ours[kind] for kind in KINDS} == theirs, f"{path}: status {ours}, msgfmt {theirs}")
    return len(files)


def words_add_up(folder):
    for row in rows("status", "--project", folder):
        done = row["fuzzy"] + row["missing"] + row["faults"] == 0
        expect(row["complete"] == done and (row["words_translated"] == row["words"]) == done, f"{row}")
        expect(row["complete"] or "file" in row or row["in_the_way"], f"nothing is named: {row}")


def faults_are_counted(folder):
    """gettext counts what is translated; that some of it cannot be used is a number of its own."""
    path = folder / "locales/sr/contacts-rs.po"
    sound, text = of_gettext(path), path.read_text()
    at = text.index('msgid "Police"')
    path.write_text(text[:at] + text[at:].replace('msgstr "', 'msgstr "{tel.nobody} ', 1))
    row = [row for row in rows("status", "--project", folder, "sr", status=1) if row.get("file") == "contacts-rs"][0]
    expect(row["faults"] == 1 and row["translated"] == sound["translated"] == of_gettext(path)["translated"], f"{row}")
    expect(not row["complete"], f"{row}")
    path.write_text(text)


def an_old_file_is_named(folder):
    path = folder / "locales/sr/contacts-rs.po"
    text = path.read_text()
    path.write_text(text[:text.rindex("\n\n") + 1])
    said = rightspack("status", "--project", folder, "sr")
    expect("contacts-rs.po is older than the content; 'rightspack update sr'" in said, said)
    rightspack("update", "--project", folder, "sr")
    expect("older than the content" not in rightspack("status", "--project", folder, "sr"), "update did not help")


with project() as folder:
    rightspack("update", "--project", folder)
    rightspack("update", "--project", folder, "--new", "pl")
    looked_at = look_at(folder)
    faults_are_counted(folder)
    an_old_file_is_named(folder)
    for path in translations(folder):
        make_uneven(path)
    doubted = [row for row in rows("status", "--project", folder, "sr") if row.get("file") == "rs-trafficking"][0]
    expect(doubted["fuzzy"] > 10 and doubted["missing"] > 10, f"the files were not made uneven: {doubted}")
    looked_at += look_at(folder)
    words_add_up(folder)
finish(looked_at)
