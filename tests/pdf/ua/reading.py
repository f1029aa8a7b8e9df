"""A finished file, read: pages with their content, the structure tree, all objects, and the bytes as they lie."""
import re
import subprocess
from functools import cached_property

import pikepdf

from .content import Content
from .font import Font
from .tree import Tree


class File:
    def __init__(self, path):
        self.path = path
        self.bytes = path.read_bytes()
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.pages = [page.obj for page in self.pdf.pages]

    @cached_property
    def tree(self):
        return Tree(self.root)

    @cached_property
    def contents(self):
        """What each page's content does, forms and patterns included."""
        return [Content(page, self.font) for page in self.pages]

    @cached_property
    def _fonts(self):
        return {}

    def font(self, dictionary):
        key = dictionary.objgen if dictionary.is_indirect else id(dictionary)
        if key not in self._fonts:
            self._fonts[key] = Font(dictionary)
        return self._fonts[key]

    @cached_property
    def fonts(self):
        """Every font that shows text anywhere, with the codes shown."""
        self.contents
        return [font for font in self._fonts.values() if font.codes]

    @cached_property
    def objects(self):
        return list(self.pdf.objects)

    @cached_property
    def dictionaries(self):
        """Every dictionary of the file, also of streams and inside other objects."""
        found = []
        for thing in self.objects:
            _collect(thing, found, top=True)
        return found

    @cached_property
    def streams(self):
        return [thing for thing in self.objects if isinstance(thing, pikepdf.Stream)]

    @cached_property
    def qpdf(self):
        """(exit status, what `qpdf --check` says)."""
        done = subprocess.run(["qpdf", "--check", "--show-xref", str(self.path)], capture_output=True)
        return done.returncode, (done.stdout + done.stderr).decode(errors="replace")

    @cached_property
    def offsets(self):
        """Where each object that stands plainly in the file begins: number to offset."""
        found = re.findall(r"^(\d+)/\d+: uncompressed; offset = (\d+)", self.qpdf[1], re.M)
        return {int(number): int(offset) for number, offset in found}


def _collect(thing, found, top=False):
    if not isinstance(thing, pikepdf.Object) or (thing.is_indirect and not top):
        return
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        found.append(thing)
        for key in thing.keys():
            _collect(thing.get(key), found)
    elif isinstance(thing, pikepdf.Array):
        for one in thing:
            _collect(one, found)
