"""What a leaflet says is read back by poppler, PDFium, MuPDF and pdf.js, and held against the content itself. From left
to right every text comes back whole, but for white space; what readers reach with each script is a floor."""
from collections import defaultdict

from _leaflets import defaults, each, expect, finish, in_turn, scripts
from _pack import leaflet_of
from _readers import bare, by_node, by_poppler, letters_found, words_found

READERS = ["poppler", "poppler -raw", "pdfium", "mupdf", "pdfjs"]
# From left to right each text stands whole in what `pdftotext -raw` prints, which is in the order of the content.
SPACELESS = {"km", "lo", "my", "th", "zh_CN"}
# What must come back, in the order of READERS: of a hundred words; of scripts without spaces, of a hundred letters, in
# texts found whole. What was measured, rounded down; a release of a reader may move it, a change of ours should not.
# Poppler's own order takes some marks of Khmer, Lao, Burmese and Thai for lines of their own, and its raw one the narrow
# spaces of Nastaliq for none. Readers join what a hyphen parts at a line's end, and pdf.js leaves out soft hyphens.
FLOORS = {
    "am": (100, 100, 100, 100, 99), "ar": (99, 99, 99, 100, 99), "az": (99, 100, 99, 100, 99),
    "bg": (100, 100, 100, 100, 99), "bn": (100, 99, 100, 100, 100), "ckb": (100, 100, 100, 100, 100),
    "de": (100, 100, 99, 100, 99), "el": (100, 100, 100, 100, 99), "en": (100, 100, 100, 100, 99),
    "fa": (100, 100, 100, 100, 100), "fa_AF": (100, 100, 100, 100, 100), "hi": (100, 99, 100, 100, 99),
    "hu": (99, 100, 99, 100, 97), "hy": (100, 100, 100, 100, 99), "ka": (100, 100, 100, 100, 99),
    "km": (90, 100, 100, 100, 100), "ky": (99, 100, 99, 100, 99), "lo": (98, 100, 100, 100, 100),
    "mk": (100, 100, 100, 100, 99), "mn": (100, 100, 100, 100, 99), "my": (89, 100, 100, 100, 100),
    "ne": (100, 100, 100, 100, 100), "pa": (100, 100, 100, 100, 100), "pl": (100, 100, 100, 100, 99),
    "ps": (100, 100, 100, 100, 100), "ro": (100, 100, 100, 100, 97), "ru": (100, 100, 100, 100, 99),
    "si": (100, 100, 100, 100, 99), "sr": (100, 100, 100, 100, 99), "sr+ar": (99, 99, 100, 97, 98),
    "sr+en": (100, 100, 100, 100, 99), "sr+hu": (99, 100, 99, 100, 99), "ta": (99, 99, 99, 99, 99), "tg": (100, 100, 100, 100, 99),
    "th": (99, 100, 99, 100, 100), "ti": (100, 99, 100, 100, 99), "tr": (100, 100, 100, 100, 99),
    "uk": (98, 100, 98, 100, 99), "ur": (100, 95, 100, 100, 100), "vi": (100, 100, 100, 100, 99),
    "yo": (100, 100, 100, 100, 99), "zh_CN": (100, 100, 100, 100, 100),
}
# From right to left also: of a hundred letters, in texts found whole, with their numbers in their places. In the order of
# READERS, but for `pdftotext -raw`, which gives each line's words from left to right.
WHOLE_FLOORS = {
    "ar": (97, 95, 99, 100), "ckb": (98, 100, 100, 100), "fa": (99, 100, 100, 100), "fa_AF": (100, 100, 100, 100),
    "ps": (98, 100, 100, 100), "sr+ar": (62, 96, 100, 100), "ur": (85, 100, 100, 100),
}
WHOLE_READERS = ["poppler", "pdfium", "mupdf", "pdfjs"]


def read_by_all(entries):
    """For each leaflet: reader to text."""
    node = by_node([entry["path"] for entry in entries])
    for entry, said in zip(entries, each(lambda entry: by_poppler(entry["path"]), entries)):
        other = node.get(str(entry["path"]), {"pdfium": "", "mupdf": "", "pdfjs": {"text": ""}})
        yield entry, {**said, "pdfium": other["pdfium"], "mupdf": other["mupdf"], "pdfjs": other["pdfjs"]["text"]}


# Serbian in Latin letters is made from the Cyrillic by the program; nothing_dropped.py compares it.
entries = [entry for entry in [*in_turn(defaults()), *scripts()] if entry["locale"] != "sr@latin"]
words, whole = defaultdict(lambda: (0, 0)), defaultdict(lambda: (0, 0))


def add(shares, key, share):
    shares[key] = tuple(map(sum, zip(shares[key], share)))


def hold(what, shares, readers, floors):
    """Prints the shares, and holds them against the floors."""
    print(f"{what:8}", *(f"{reader:>12}" for reader in readers))
    for locale in sorted({locale for locale, _ in shares}):
        reached = [100 * shares[locale, reader][0] / shares[locale, reader][1] for reader in readers]
        print(f"{locale:8}", *(f"{share:12.1f}" for share in reached))
        for reader, share, floor in zip(readers, reached, floors.get(locale, ())):
            expect(share >= floor, f"{locale}: {reader} finds {share:.1f} of a hundred {what}, the floor is {floor}")
    seen = {locale for locale, _ in shares}
    expect(set(floors) == seen, f"{what}: floors and leaflets differ in {set(floors) ^ seen}")


for entry, said in read_by_all(entries):
    locale, strings = entry["locale"], leaflet_of(entry).strings
    for reader, text in said.items():
        add(words, (locale, reader), (letters_found if locale in SPACELESS else words_found)(strings, text))
        if locale in WHOLE_FLOORS:
            add(whole, (locale, reader), letters_found(strings, text))
    in_order = bare(said["poppler -raw"])
    for string in strings if locale not in WHOLE_FLOORS else []:
        expect(bare(string) in in_order, f"{entry['file']}: not whole in pdftotext -raw: {string}")

hold("words", words, READERS, FLOORS)
hold("whole", whole, WHOLE_READERS, WHOLE_FLOORS)
finish(len(entries))
