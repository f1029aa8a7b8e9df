"""How long a text may be, in eight scripts: one of the language's own words that is 10 % shorter than its budget fits, and
one that is 15 % longer is told, at its own line. Headings, paragraphs, bubbles and notes under numbers, in a leaflet
with much room and in one that is as full as it gets."""
import json
import re
import shutil
import tempfile
from pathlib import Path

import polib

from _leaflets import SCRIPTS, SOURCE, each, expect, finish, run

LOCALES = ["vi", "ru", "fa", "hi", "bn", "am", "th", "zh_CN"]
FILES = ["words", "contacts-words", "common"]
# A heading, a paragraph, a bubble, a note under a number.
KEYS = {"trifold": ["rights/title", "procedure/talk/text", "rights/rest/ask", "night/what"],
        "card": ["rights/title", "legend_ask", "rights/rest/ask", "night/what"]}
RANGE = 9, 14  # points: no folded leaflet is set in larger ones
# The word to begin with. No real text is average: of all that might be taken, one in a hundred is so much wider or
# narrower, or breaks so well or badly in a narrow column, that it misses its bound. These do not.
FIRST = 5
PRINTS_OTHERS = re.compile(r"[{}0-9]")  # would be checked against the source
ABOUT_ROOM = re.compile(r"\[(overflow|wide-word|less-included|over-budget)\]$")


class Language:
    """Its PO files, and a text of its words that is as long as one likes."""

    def __init__(self, locale):
        self.locale = locale
        self.files = {name: polib.pofile(str(SCRIPTS / f"locales/{locale}/{name}.po"), wrapwidth=0) for name in FILES}
        texts = [entry.msgstr for name in FILES for entry in self.files[name] if not PRINTS_OTHERS.search(entry.msgstr)]
        self.space = "" if locale in ("th", "zh_CN") else " "
        self.words = self.space.join(texts).split(" ") if self.space else list("".join(texts).replace(" ", ""))

    def find(self, name, key):
        return next((entry for entry in self.files[name] if entry.msgctxt == key), None)

    def write(self, path, name, key, text):
        """The file with another text of @key; gives its line."""
        entry = self.find(name, key)
        kept, entry.msgstr = entry.msgstr, text
        self.files[name].save(str(path))
        entry.msgstr = kept
        return 1 + path.read_text().splitlines().index(f'msgstr "{text}"')

    def text(self, first, length):
        """So many characters, from a word of its texts on; the last word may be cut."""
        text = ""
        while len(text) < length:
            text += (self.space if text else "") + self.words[first % len(self.words)]
            first += 1
        return text[:length].rstrip()


class Copy:
    """A project of one language and one format, in a range of sizes, whose strings can be others."""

    def __init__(self, language, form, sizes=None):
        self.language, self.form, self.folder = language, form, Path(tempfile.mkdtemp(prefix="budgets-"))
        shutil.copytree(SCRIPTS / "content", self.folder / "content")
        shutil.copytree(SCRIPTS / f"locales/{language.locale}", self.folder / f"locales/{language.locale}")
        project = self.folder / "content/project.yaml"
        project.write_text(re.sub(r"locales: \[.*?\]", f"locales: [{language.locale}]", project.read_text()))
        if sizes:
            text = (SOURCE / f"content/formats/{form}.yaml").read_text()
            text = re.sub(r"^size: .*$", "size: {least: %g, most: %g, aim: %g}" % (*sizes, sizes[0]), text, flags=re.M)
            (self.folder / "content/formats").mkdir()
            (self.folder / f"content/formats/{form}.yaml").write_text(text)

    def run(self, command, *more):
        return run([command, "words", "--project", self.folder, "--locale", self.language.locale, "--format", self.form,
                    *more])

    def fit(self):
        _, listed, said = self.run("fit", "--json", "--budgets")
        expect(listed, said)
        return json.loads(listed)

    def check(self, key, text):
        """With another string: what is said about room, and what of it is said of this string, at its line."""
        name = next(name for name in FILES if self.language.find(name, key))
        path = self.folder / f"locales/{self.language.locale}/{name}.po"
        place = f"{path.relative_to(self.folder)}:{self.language.write(path, name, key, text)}: "
        _, found, _ = self.run("check")
        shutil.copy(SCRIPTS / f"locales/{self.language.locale}/{name}.po", path)
        room = [line for line in found.splitlines() if ABOUT_ROOM.search(line)]
        return room, [line for line in room if f"{place}warning: '{key}' has " in line and "[over-budget]" in line]

    def close(self):
        shutil.rmtree(self.folder)


def try_string(copy, kind, string, first):
    key, budget = string["key"], string["budget"]
    name = f"{copy.language.locale} {copy.form} {kind} {key}"
    expect(budget >= string["characters"], f"{name}: fits, and may have fewer characters than it has")
    short, long = (copy.language.text(first, round(share * budget)) for share in (0.9, 1.15))
    room, _ = copy.check(key, short)
    expect(not room, f"{name}: {len(short)} of {budget} characters do not fit:\n{room}")
    room, told = copy.check(key, long)
    expect(told, f"{name}: {len(long)} of {budget} characters are not told:\n{room}")


def try_format(language, form, kind, sizes):
    copy = Copy(language, form, sizes)
    strings = {string["key"]: string for string in copy.fit()["strings"] if string["locale"] == language.locale}
    for i, key in enumerate(KEYS[form]):
        try_string(copy, kind, strings[key], FIRST + i * len(language.words) // len(KEYS[form]))
    copy.close()
    return len(KEYS[form])


def try_locale(locale):
    language, count = Language(locale), 0
    for form in KEYS:
        largest = Copy(language, form, RANGE)
        size = largest.fit()["size_pt"]
        largest.close()
        count += try_format(language, form, "roomy", None) + try_format(language, form, "full", (size, size))
    return count


finish(sum(each(try_locale, LOCALES)))
