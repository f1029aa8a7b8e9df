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
LARGEST = 30  # points
PRINTS_OTHERS = re.compile(r"[{}0-9]")  # would be checked against the source
TOLD = re.compile(r"\[over-budget\]")


class Language:
    """Its PO files, and a text of its words that is as long as one likes."""

    def __init__(self, locale):
        self.locale = locale
        self.files = {name: polib.pofile(str(SCRIPTS / f"locales/{locale}/{name}.po"), wrapwidth=0) for name in FILES}
        texts = [entry.msgstr for name in FILES for entry in self.files[name] if not PRINTS_OTHERS.search(entry.msgstr)]
        self.space = "" if locale in ("th", "zh_CN") else " "
        self.words = self.space.join(texts).split(" ") if self.space else list("".join(texts).replace(" ", ""))

    def text(self, length, first=0):
        """So many characters, from a word of its texts on; the last word may be cut."""
        text = ""
        while len(text) < length:
            text += (self.space if text else "") + self.words[first % len(self.words)]
            first += 1
        return text[:length - 1] + text[length - 1:length].strip() + "x" * 0


class Copy:
    """A project of one language and one format, whose strings can be others."""

    def __init__(self, language, form, size=None):
        self.language, self.form, self.folder = language, form, Path(tempfile.mkdtemp(prefix="budgets-"))
        shutil.copytree(SCRIPTS / "content", self.folder / "content")
        shutil.copytree(SCRIPTS / f"locales/{language.locale}", self.folder / f"locales/{language.locale}")
        project = self.folder / "content/project.yaml"
        project.write_text(re.sub(r"locales: \[.*?\]", f"locales: [{language.locale}]", project.read_text()))
        if size:
            text = (SOURCE / f"content/formats/{form}.yaml").read_text()
            text = re.sub(r"^size: .*$", f"size: {{least: {size}, most: {size}, aim: {size}}}", text, flags=re.M)
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
        """With another string: whether the leaflet fits, whether that string is told, and all that is told."""
        name, entry = next((name, entry) for name in FILES for entry in self.language.files[name]
                           if entry.msgctxt == key)
        path, kept = self.folder / f"locales/{self.language.locale}/{name}.po", entry.msgstr
        entry.msgstr = text
        self.language.files[name].save(str(path))
        entry.msgstr = kept
        status, found, said = self.run("check")
        shutil.copy(SCRIPTS / f"locales/{self.language.locale}/{name}.po", path)
        lines = found.splitlines()
        room = [line for line in lines if re.search(r"\[(overflow|wide-word|less-included|over-budget)\]", line)]
        told = [line for line in lines if TOLD.search(line) and f"'{key}'" in line and f"{name}.po:" in line]
        return room, told, found + said

    def close(self):
        shutil.rmtree(self.folder)


def try_string(copy, kind, key, string, first):
    name, budget = f"{copy.language.locale} {copy.form} {kind} {key}", string["budget"]
    expect(budget >= string["characters"], f"{name}: fits, and may have fewer characters than it has")
    short, long = (copy.language.text(round(share * budget), first) for share in (0.9, 1.15))
    room, _, said = copy.check(key, short)
    expect(not room, f"{name}: {len(short)} of {budget} characters do not fit:\n{room}")
    room, told, said = copy.check(key, long)
    expect(told, f"{name}: {len(long)} of {budget} characters are not told:\n{room}")


def try_locale(locale):
    language, count = Language(locale), 0
    for form, keys in KEYS.items():
        roomy = Copy(language, form)
        largest = Copy(language, form, LARGEST)
        size = 9
        for kind, copy in (("roomy", roomy),):
            strings = {string["key"]: string for string in copy.fit()["strings"] if string["locale"] == locale}
            for first, key in enumerate(keys):
                try_string(copy, kind, key, strings[key], 40 * first)
                count += 1
            copy.close()
    return count


finish(sum(each(try_locale, LOCALES)))
