"""Pages of PDFs as pixels."""
from _leaflets import tool


def header(stream):
    """A PGM begins with "P5", width, height and 255, each on its line or not, then one byte of white space."""
    words, at = [], 0
    while len(words) < 4:
        end = at
        while not stream[end:end + 1].isspace():
            end += 1
        words.append(stream[at:end])
        at = end + 1
    return words[0], int(words[1]), int(words[2]), int(words[3]), stream[at:]


def pages_of(pdf):
    """(width, height, one byte a pixel) of every page."""
    stream = tool("pdftoppm", "-r", "100", "-gray", pdf)
    while stream:
        magic, width, height, most, stream = header(stream)
        assert magic == b"P5" and most == 255
        yield width, height, stream[:width * height]
        stream = stream[width * height:]
