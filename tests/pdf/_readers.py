"""Other readers of PDF, and how what they find is compared: letters and figures, without what differs harmlessly."""
import json
import re
import subprocess
import unicodedata
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from _leaflets import SOURCE, fail, tool

NODE = SOURCE / "tests/pdf"
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def by_node(paths):
    """Path to what readers.mjs says of it."""
    if not (NODE / "node_modules").is_dir():
        fail("tests/pdf/node_modules is missing: scripts/test installs it")
        return {}

    def read(some):
        done = subprocess.run(["node", NODE / "readers.mjs", *some], capture_output=True, text=True, timeout=200)
        if done.returncode != 0:
            fail(f"readers.mjs: {done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]  # readers warn, too

    with ThreadPoolExecutor(2) as pool:
        halves = pool.map(read, [paths[::2], paths[1::2]])
    return {said["file"]: said for half in halves for said in half}


def by_poppler(path):
    """In the order of the page, and in that of the content."""
    return {"poppler": tool("pdftotext", path, "-").decode(),
            "poppler -raw": tool("pdftotext", "-raw", path, "-").decode()}


# A word goes on after a soft hyphen, whatever stands between: that is what it is for.
SOFT_HYPHEN = re.compile("[\u00ad\ufffe]\\s*")


def plain(text):
    """Letters as such, not as shapes: forms of presentation, ligatures, marks of direction and kinds of space differ."""
    return INVISIBLE.sub("", unicodedata.normalize("NFKC", INVISIBLE.sub("", SOFT_HYPHEN.sub("", text))))


def bare(text):
    return re.sub(r"\s", "", plain(text))


def words(text):
    """Without the marks between them, which right-to-left text has on either side."""
    return "".join(" " if unicodedata.category(letter)[0] in "PS" else letter for letter in plain(text)).split()


def words_found(strings, text):
    """(how many words of @strings stand in @text, of how many)."""
    wanted = Counter(word for string in set(strings) for word in words(string))
    there = Counter(words(text))
    return sum(min(count, there[word]) for word, count in wanted.items()), sum(wanted.values())


def letters_found(strings, text):
    """The same for scripts without spaces: letters of the strings that stand in @text whole."""
    whole = bare(text)
    return sum(len(bare(one)) for one in strings if bare(one) in whole), sum(len(bare(one)) for one in strings)
