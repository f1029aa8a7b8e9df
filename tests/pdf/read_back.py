"""What a leaflet says is read back by poppler, PDFium, MuPDF and pdf.js, and held against the content itself. From left
to right every text comes back whole, but for white space; what other readers and other scripts reach is a floor."""
from collections import defaultdict

from _leaflets import defaults, each, expect, finish, scripts
from _pack import leaflet_of
from _readers import bare, by_node, by_poppler, letters_found, words_found

READERS = ["poppler", "poppler -raw", "pdfium", "mupdf", "pdfjs"]
# From left to right each text stands whole in what `pdftotext -raw` prints, which is in the order of the content.
RIGHT_TO_LEFT = {"ar", "sr+ar", "ckb", "fa", "fa_AF", "ps", "ur"}
SPACELESS = {"km", "lo", "my", "th", "zh_CN"}
# What must come back, in the order of READERS: of a hundred words; of scripts without spaces, of a hundred letters, in
# texts found whole. A little below what was measured; a release of a reader may move it, a change of ours should not.
# Thai: poppler's own order takes marks apart. Urdu: Nastaliq's glyphs are parts of letters, and few readers heed the
# ActualText that puts them together; the same with Devanagari in PDFium, with Bengali and Tamil in pdf.js, and with what
# Khmer and Burmese stack. pdf.js leaves out the soft hyphens of German, Hungarian, Romanian and Russian.
FLOORS = {
    "en": (100, 100, 100, 100, 99), "sr": (100, 100, 100, 100, 99), "de": (100, 100, 100, 100, 98),
    "ru": (100, 100, 100, 100, 98), "vi": (100, 100, 100, 100, 99), "am": (100, 100, 100, 100, 99),
    "hi": (99, 95, 71, 99, 86), "bn": (99, 99, 97, 94, 53), "th": (45, 100, 64, 100, 100),
    "zh_CN": (100, 100, 100, 100, 100), "az": (99, 100, 99, 100, 99), "bg": (100, 100, 100, 100, 99),
    "el": (100, 100, 100, 100, 99), "hu": (99, 100, 99, 100, 97), "hy": (100, 100, 100, 100, 99),
    "ka": (100, 100, 100, 100, 99), "km": (70, 100, 41, 72, 9), "ky": (99, 100, 99, 100, 99),
    "lo": (87, 100, 100, 100, 100), "mk": (100, 100, 100, 100, 99), "mn": (100, 100, 100, 100, 99),
    "my": (45, 100, 97, 100, 16), "ne": (95, 92, 72, 100, 75), "pa": (98, 98, 58, 100, 90),
    "pl": (100, 100, 100, 100, 99), "ro": (100, 100, 100, 100, 97), "si": (100, 100, 100, 100, 66),
    "ta": (100, 100, 99, 93, 59), "tg": (100, 100, 100, 100, 99), "ti": (100, 99, 100, 100, 99),
    "tr": (100, 100, 100, 100, 99), "uk": (98, 100, 98, 100, 99), "yo": (97, 100, 98, 100, 99),
    "sr+en": (100, 100, 100, 100, 99), "sr+ar": (96, 96, 96, 91, 94),
    "ar": (92, 92, 93, 88, 91), "fa": (95, 99, 99, 95, 84), "fa_AF": (95, 99, 99, 96, 88),
    "ckb": (95, 100, 100, 97, 95), "ps": (95, 100, 100, 92, 95), "ur": (40, 12, 23, 36, 9),
}


def read_by_all(entries):
    """For each leaflet: reader to text."""
    node = by_node([entry["path"] for entry in entries])
    for entry, said in zip(entries, each(lambda entry: by_poppler(entry["path"]), entries)):
        other = node.get(str(entry["path"]), {"pdfium": "", "mupdf": "", "pdfjs": {"text": ""}})
        yield entry, {**said, "pdfium": other["pdfium"], "mupdf": other["mupdf"], "pdfjs": other["pdfjs"]["text"]}


# Serbian in Latin letters is made from the Cyrillic by the program; nothing_dropped.py compares it.
entries = [entry for entry in [*defaults(), *scripts()] if entry["locale"] != "sr@latin"]
found, wanted = defaultdict(int), defaultdict(int)
for entry, said in read_by_all(entries):
    locale, strings = entry["locale"], leaflet_of(entry).strings
    for reader, text in said.items():
        share = (letters_found if locale in SPACELESS else words_found)(strings, text)
        found[locale, reader] += share[0]
        wanted[locale, reader] += share[1]
    whole = bare(said["poppler -raw"])
    for string in strings if locale not in RIGHT_TO_LEFT else []:
        expect(bare(string) in whole, f"{entry['file']}: not whole in pdftotext -raw: {string}")

print(f"{'':6}", *(f"{reader:>12}" for reader in READERS))
for locale in sorted({locale for locale, _ in wanted}):
    shares = [100 * found[locale, reader] / wanted[locale, reader] for reader in READERS]
    print(f"{locale:6}", *(f"{share:12.1f}" for share in shares))
    for reader, share, floor in zip(READERS, shares, FLOORS.get(locale, ())):
        expect(share >= floor, f"{locale}: {reader} finds {share:.1f} of a hundred, the floor is {floor}")
expect(set(FLOORS) == {locale for locale, _ in wanted}, f"not looked at: {set(FLOORS) - {one for one, _ in wanted}}")
finish(len(entries))
