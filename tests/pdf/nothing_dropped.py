"""Every text that a leaflet must say stands in its tree, to the last letter."""
import re

from _leaflets import defaults, expect, finish, scripts
from _pack import leaflet_of

# Serbian in Latin letters, in small ones: capitals are compared as such (Њ is Nj or NJ).
LATIN = dict(zip("абвгдђежзијклљмнњопрстћуфхцчџш",
                 "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split()))


def bare(text):
    """Without white space and marks of direction, which lines and panels change."""
    return re.sub(r"[\s\u200b\u2066-\u2069]", "", text)


def as_printed(text, locale):
    if locale == "sr@latin":
        return "".join(LATIN.get(letter, letter) for letter in text.lower())
    return text


def text_of(tree):
    """All lines in reading order: text that goes on in another panel is a leaf of its own, or follows."""
    items, leaf = [], None
    for line in tree.splitlines():
        if line.startswith("    ") and leaf is not None:
            items[-1][1].append(re.fullmatch(r' +[-\d.]+ [-\d.]+ "(.*)"', line)[1])
        elif line.startswith("  "):
            found = re.search(r" leaf (\d+)$", line)
            leaf = int(found[1]) if found else None
            if found:
                items.append((leaf, []))
    return "".join("".join(lines) for _, lines in sorted(items, key=lambda item: item[0]))


count = 0
for entry in [*defaults(".tree"), *scripts(".tree")]:
    locale = entry["locale"]
    printed = bare(text_of(entry["path"].read_text()))
    printed = printed.lower() if locale == "sr@latin" else printed
    for text in leaflet_of(entry).strings:
        count += 1
        expect(bare(as_printed(text, locale)) in printed, f"{entry['file']} lacks: {text}")
finish(count)
