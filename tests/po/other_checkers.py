"""The files that translators get, in the hands of programs that check such files: msgfmt, pofilter, polib."""
import re

import polib

from _desk import SOURCE, expect, finish, project, rightspack, tool, translations

# What would be damage; the others judge style, by the rules of English.
FILTERS = ["variables", "pythonbraceformat", "nplurals", "brackets", "escapes", "newlines", "tabs", "urls", "emails",
           "xmltags", "compendiumconflicts", "startwhitespace", "endwhitespace", "blank"]


def damage_in(path):
    words = ["pofilter"] + [f"--test={name}" for name in FILTERS]
    done = tool(*words, path)
    expect(done.returncode == 0, f"pofilter: {done.stderr.decode()}")
    return re.findall(r"# \(pofilter\) (.*)", done.stdout.decode())


def look_at_translation(path):
    checked = tool("msgfmt", "--check", "-o", "/dev/null", path)
    expect(checked.returncode == 0, f"{path}: {checked.stderr.decode()}")
    damage = damage_in(path)
    expect(damage == [], f"{path}: {damage}")


def finds_planted_damage(folder):
    """pofilter and msgfmt see what they are asked to see: the placeholder's flag is there for them."""
    path = folder / "locales/sr/rs-trafficking.po"
    path.write_text(path.read_text().replace('{tel.police}"\n', '{tel.polic}"\n').replace(
        'msgid "Tell a worker who is with you. Or call the police: {tel.polic}"',
        'msgid "Tell a worker who is with you. Or call the police: {tel.police}"'))
    expect(damage_in(path) != [], "pofilter does not see a misspelt placeholder")
    expect(tool("msgfmt", "--check", "-o", "/dev/null", path).returncode != 0,
           "msgfmt does not see a misspelt placeholder")


def look_at_template(path):
    """No day, no line number, no name of a machine; everything is empty but what a translator reads."""
    text = path.read_text()
    entries = polib.pofile(str(path))
    expect(tool("msgcat", path).stdout.decode() == text, f"{path}: gettext would write it otherwise")
    expect("POT-Creation-Date" not in text and str(SOURCE) not in text, f"{path}: it says where or when it was made")
    for entry in entries:
        expect(entry.msgstr == "" and entry.msgctxt and entry.comment, f"{path}: {entry}")
        expect(all(name.startswith("content/") and line == "" for name, line in entry.occurrences), f"{path}: {entry}")
        expect(("python-brace-format" in entry.flags) == ("{" in entry.msgid + (entry.msgid_plural or "")),
               f"{path}: {entry}")
    return len(entries)


with project() as folder:
    rightspack("update", "--project", folder)
    rightspack("update", "--project", folder, "--new", "pl", "ckb", "zh_CN")
    templates = sorted((folder / "locales").glob("*.pot"))
    looked_at = sum(look_at_template(path) for path in templates if path.stem != "rightspack")
    for path in translations(folder):
        look_at_translation(path)
    finds_planted_damage(folder)
finish(looked_at)
