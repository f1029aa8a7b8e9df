"""Every default leaflet is a PDF in which qpdf finds no fault, with as many pages as the manifest says."""
from _leaflets import defaults, each, expect, finish, in_turn, tool


def look_at(leaflet):
    said = tool("qpdf", "--check", leaflet["path"])
    expect(b"No syntax or stream encoding errors found" in said, f"{leaflet['file']}: {said.decode()}")
    pages = int(tool("qpdf", "--show-npages", leaflet["path"]) or 0)
    expect(pages == leaflet["pages"], f"{leaflet['file']} has {pages} pages, the manifest says {leaflet['pages']}")


finish(len(each(look_at, in_turn(defaults()))))
