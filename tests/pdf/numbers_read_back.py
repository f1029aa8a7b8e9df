"""Every number of a leaflet is read back from its PDF digit for digit, whole and in one line."""
import re

from _leaflets import defaults, each, expect, finish, scripts, tool
from _pack import leaflet_of, shown


def look_at(entry):
    text = tool("pdftotext", "-layout", entry["path"], "-").decode()
    lines = re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).splitlines()
    leaflet = leaflet_of(entry)
    numbers = {shown(leaflet.known[name]) for name in leaflet.contacts}
    for number in numbers:
        whole = re.compile(rf"(?<!\d){re.escape(number)}(?!\d)")
        expect(any(whole.search(line) for line in lines), f"{entry['file']}: {number} is not in one line")
    return len(numbers)


finish(sum(each(look_at, [*defaults(), *scripts()])))
