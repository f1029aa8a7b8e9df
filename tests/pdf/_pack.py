"""What each default leaflet must say, read from content/ and locales/ without the program: YAML by PyYAML, PO by
polib. The rules are those of the README: who sees what, and what each format includes."""
import gettext
import re
from functools import lru_cache

import polib
import yaml

from _leaflets import SCRIPTS, SOURCE, is_in_scripts

MONTHS = ("january february march april may june july august september october november december").split()


def find(path, root):
    """A file of the project in @root, or what the installed data has in its place."""
    return root / path if (root / path).exists() else SOURCE / path


@lru_cache(None)
def read(path, root=SOURCE):
    return yaml.safe_load(find(path, root).read_text())


def form_of(entry):
    """The format's file of an entry of manifest.json."""
    return read(f"content/formats/{entry['format']}.yaml")


def is_rtl(entry):
    """Whether the leaflet's first language runs from right to left."""
    root = SCRIPTS if is_in_scripts(entry) else SOURCE
    return read(f"locales/{entry['locale'].split('+')[0]}/locale.yaml", root)["direction"] == "rtl"


@lru_cache(None)
def contacts(root=SOURCE):
    """By id; each knows the domain of its translations."""
    return {entry["id"]: {**entry, "domain": f"contacts-{path.stem}"}
            for path in (root / "content/contacts").iterdir() for entry in yaml.safe_load(path.read_text())}


def shown(contact):
    return contact["phone"].get("show") or contact["phone"]["short"]


@lru_cache(None)
def messages(tag, domain, root=SOURCE):
    """(context, msgid) to polib's entry, and the rule of plurals."""
    path = find(f"locales/{tag}/{domain}.po", root)
    if not path.exists():
        return {}, None
    po = polib.pofile(str(path))
    plural = re.search(r"plural=(.*?);?\s*$", po.metadata.get("Plural-Forms", "plural=0"))
    return {(entry.msgctxt, entry.msgid): entry for entry in po if "fuzzy" not in entry.flags}, gettext.c2py(plural[1])


def laid_over(base, over):
    """Maps merge key by key."""
    if not isinstance(base, dict) or not isinstance(over, dict):
        return over
    return {**base, **{key: laid_over(base.get(key), value) for key, value in over.items()}}


def included(form, less):
    """What a format includes; with @less, as the so-manyth of its `instead` says."""
    return laid_over(form["include"], form["instead"][less - 1]) if less else form["include"]


class Leaflet:
    """The texts of one leaflet: `strings` in no order that matters, `contacts` whose numbers are printed."""

    def __init__(self, pack, locale, audience, form, root=SOURCE, less=0):
        self.folder, self.root = pack, root
        self.locales = locale.split("+")
        self.pack = self.read(f"content/packs/{pack}/pack.yaml")
        self.format = self.read(f"content/formats/{form}.yaml")
        self.include = included(self.format, less)
        self.tags = self.pack["audiences"][audience]
        self.staff = self.read("content/project.yaml")["staff_locale"]
        self.known = contacts(root)
        self.strings, self.contacts = [], []
        for self.locale in self.locales:
            self.add_all()

    def read(self, path):
        return read(path, self.root)

    # --- one text in the leaflet's language

    def translate(self, domain, context, text, locale=None):
        locale = locale or self.locale
        msgid = text["one"] if isinstance(text, dict) else text
        count = self.pack["parameters"][text["count"]] if isinstance(text, dict) else None
        source = msgid if count in (None, 1) else text["other"]
        derived = self.read(f"locales/{locale}/locale.yaml").get("derived_from")
        entries, plural = messages(locale, domain, self.root)
        entry = entries.get((context, " ".join(msgid.split())))
        if entry is not None:
            return entry.msgstr_plural[plural(count)] if count is not None else entry.msgstr
        return self.translate(domain, context, text, derived) if derived else source

    def fill(self, text, **values):
        def value(found):
            name = found[1]
            if name.startswith("tel."):
                self.contacts.append(name[4:])
                return shown(self.known[name[4:]])
            return str(values.get(name, self.pack["parameters"].get(name)))

        return re.sub(r"\{([a-z0-9_.]+)\}", value, text)

    def say(self, context, text, lead=""):
        """Adds a text of the pack, or each of a list, the first after @lead."""
        for one in text if isinstance(text, list) else [text]:
            if one is not None:
                self.strings.append(lead + self.fill(self.translate(self.domain, context, one), **self.values))
                lead = ""

    def word(self, key, **values):
        text = self.read("content/common.yaml")
        for part in key.split("/"):
            text = text[part]
        return self.fill(self.translate("common", key, text), **values)

    # --- who sees what

    def is_for(self, entry):
        named = entry.get("applies_to", [])
        return all(not set(named) & set(tags) or set(named) & set(tags) & set(self.tags)
                   for tags in self.pack.get("tags", {}).values())

    def conditions(self, entry):
        """Before an entry that is not for all whom the leaflet is for."""
        said = ""
        for tag in entry.get("applies_to", []):
            others = next(set(tags) for tags in self.pack["tags"].values() if tag in tags) - set(entry["applies_to"])
            if tag in self.tags and others & set(self.tags):
                said += self.word(f"conditions/{tag}") + " "
        return said

    def led(self, key, context, text):
        if text is not None:
            self.say(context, text, self.word(key) + " ")

    def date(self, day):
        return self.word("date", day=day.day, month=self.word(f"months/{MONTHS[day.month - 1]}"), year=day.year)

    # --- the parts of a leaflet

    values = {}

    def add_all(self):
        self.domain = self.folder
        holds = [name for panel in self.format["panels"] for part in ("head", "holds", "foot")
                 for name in panel.get(part, [])]
        others = self.include.get("others", True)
        self.strings.append(self.word("draft_short" if self.include.get("short_draft") else "draft"))
        if "cover" in holds:
            neutral = self.include.get("neutral_cover")
            self.strings.append(self.read(f"locales/{self.locale}/locale.yaml")["autonym"])
            self.say("pack/discreet_title" if neutral else "pack/title",
                     self.pack["discreet_title" if neutral else "title"])
            self.say("pack/subtitle", None if neutral else self.pack.get("subtitle"))
        for section in self.pack["sections"]:
            if section.get("priority", 1) <= self.include["sections"] and (others or section["id"] in holds):
                self.add_section(section)
        self.add_sheets(holds)
        if "field" in holds:
            self.strings.append(self.word("field"))
        if self.format.get("kept_by_staff") and self.locale != self.locales[0]:
            return
        short = self.include.get("short_colophon")
        if not short:
            self.strings.append(self.word("colophon_law", date=self.date(self.pack["law_state"])))
        if self.contacts:
            self.strings += [self.word("unchecked")] + ([] if short else [self.word("colophon_unchecked")])

    def add_sheets(self, holds):
        """Sections of content/sheets that the format names; facts are said in the first language alone."""
        self.domain = "common"
        self.values = {"pack": f"{self.pack['code']} {self.pack['version']}",
                       "locales": " + ".join(self.read(f"locales/{one}/locale.yaml")["lang"] for one in self.locales)}
        for path in sorted((SOURCE / "content/sheets").iterdir()):
            for section in self.read(f"content/sheets/{path.name}")["sections"]:
                if section["id"] in holds:
                    self.add_section(section)


    def prints(self, of, part):
        """Whether a part of sections, rights, steps, points or contacts is printed: all but `short`, if nothing else
        is said."""
        parts = self.include.get("parts", {}).get(of)
        return part != "short" if parts is None else part in parts

    def prints_right(self, right):
        promised = right["status"] in ("commitment_only", "not_available")
        return self.prints("rights", "limits") or not promised

    def prints_contact(self, contact):
        urgent = set(contact.get("urgent_for", [])) & set(self.tags)
        return urgent or contact.get("priority", 2) <= self.include.get("contacts", 3)

    def add_section(self, section):
        own = section["id"]
        entries = {kind: self.read(f"content/packs/{self.folder}/{section[kind]}") if kind in section else []
                   for kind in ("rights", "steps")}

        if self.prints("sections", "title"):
            self.say(f"{own}/title", section.get("title"))
        if self.prints("sections", "text"):
            self.say(f"{own}/text", section.get("text", []))
        for kind, add in ("rights", self.add_right), ("steps", self.add_step):
            for entry in entries[kind]:
                if entry.get("priority", 2) <= self.include[kind] and self.is_for(entry) and (
                        kind != "rights" or self.prints_right(entry)):
                    add(f"{own}/{entry['id']}", entry)
        for point in section.get("points", []):
            if point.get("priority", 2) <= self.include.get("points", 3) and self.is_for(point):
                self.say(f"{own}/{point['id']}/title", point.get("title"))
                self.say(f"{own}/{point['id']}/text", point["text"], self.conditions(point))
        for name in section.get("contacts", []):
            if self.prints_contact(self.known[name]):
                self.add_contact(self.known[name])
        if self.locale == self.locales[0]:
            self.say(f"{own}/facts", section.get("facts", []))
        for row in section.get("form", []):
            self.say(f"{own}/{row['id']}/label", row["label"])
            self.say(f"{own}/{row['id']}/options", row.get("options", []))
        self.say(f"{own}/say", section.get("say", []))
        if self.prints("sections", "after"):
            self.say(f"{own}/text_after", section.get("text_after", []))
        if self.prints("sections", "short"):
            self.say(f"{own}/short", section.get("short"))

    def add_right(self, path, right):
        if self.prints("rights", "title"):
            self.say(f"{path}/title", right["title"])
        if self.prints("rights", "text"):
            self.say(f"{path}/text", right["text"], self.conditions(right))
        if self.include.get("details"):
            self.say(f"{path}/more", right.get("more", []))
            self.led("lead_who", f"{path}/who", right.get("who"))
        if self.prints("rights", "limits"):
            self.led("lead_limits", f"{path}/limits", right.get("limits"))
        if "ask" in right and self.prints("rights", "ask"):
            self.say(f"{path}/ask", right["ask"])
            if self.prints("sections", "legend"):
                self.strings.append(self.word("legend_ask"))
            if self.include.get("staff_line", True) and self.locale.split("@")[0] != self.staff:
                self.strings.append(self.fill(self.translate(self.folder, f"{path}/ask", right["ask"], self.staff)))

    def add_step(self, path, step):
        self.say(f"{path}/title", step["title"])
        if self.prints("steps", "text"):
            self.say(f"{path}/text", step["text"], self.conditions(step))
        if self.include.get("details"):
            self.say(f"{path}/more", step.get("more", []))
            self.led("lead_who", f"{path}/who", step.get("who"))
            self.led("lead_how_long", f"{path}/how_long", step.get("how_long"))
        if self.prints("steps", "refusals"):
            self.led("lead_refuse", f"{path}/you_may_refuse", step.get("you_may_refuse"))
            self.led("lead_not_refuse", f"{path}/you_may_not_refuse", step.get("you_may_not_refuse"))

    def add_contact(self, contact):
        own, domain = contact["id"], contact["domain"]
        note = [self.translate(domain, f"{own}/{key}", contact[key]) for key in ("what", "hours") if key in contact]
        if contact.get("cost") == "free":
            note.append(self.word("free"))
        self.contacts.append(own)
        self.strings += [self.translate(domain, f"{own}/name", contact["name"]), shown(contact)]
        if self.prints("contacts", "note"):
            self.strings.append(" ".join(note))
        if self.include.get("details") and "url" in contact:
            self.strings.append(contact["url"].removeprefix("https://").removeprefix("http://").removesuffix("/"))


def leaflet_of(entry):
    """The Leaflet that an entry of manifest.json is about."""
    if is_in_scripts(entry):
        return Leaflet("words", entry["locale"], entry["audience"], entry["format"], SCRIPTS, entry.get("less", 0))
    return Leaflet("rs-trafficking", entry["locale"], entry["audience"], entry["format"], less=entry.get("less", 0))
