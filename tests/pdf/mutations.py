"""Proves the checker of ua/: files made wrong in one thing are rejected, each by the rule meant and by no other; the
leaflet itself, and files changed into something that is right still, are accepted; no rule is without a mutant."""
import re
import tempfile
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pikepdf

import _mutants_file  # noqa: F401
import _mutants_structure  # noqa: F401
import ua
from _leaflets import expect, finish, scripts
from _mutants import MUTANTS, VARIANTS

GOOD = next(entry["path"] for entry in scripts() if entry["locale"] == "fa" and entry["format"] == "trifold")
ROWS = [*VARIANTS, *MUTANTS]


def save(pdf, path, without_id=False, **options):
    """Plainly, with streams as they are, but for what @options say."""
    if "encryption" not in options:
        options["stream_decode_level"] = pikepdf.StreamDecodeLevel.none
    pdf.save(path, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable,
             fix_metadata_version=False, **options)
    if without_id:
        data = path.read_bytes()
        path.write_bytes(re.sub(rb"/ID ?\[[^]]*\]", lambda found: b" " * len(found[0]), data, count=1))


def make(function, path):
    with pikepdf.open(GOOD) as pdf:
        if not hasattr(function, "takes_bytes"):
            save(pdf, path, **(function(pdf) or {}))
            return
        save(pdf, path)
    changed = function(path.read_bytes())
    assert changed != path.read_bytes()
    path.write_bytes(changed)


def look_at(number):
    """What is said of a row of ROWS."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "leaflet.pdf")
        try:
            make(ROWS[number][2], path)
        except Exception as error:
            return [("not made", f"{type(error).__name__}: {error}")]
        return ua.check(path)


expect(ua.check(GOOD) == [], f"the leaflet itself: {ua.check(GOOD)}")
with ProcessPoolExecutor() as pool:
    for (what, rule, _), faults in zip(ROWS, pool.map(look_at, range(len(ROWS)))):
        found = {name for name, _ in faults}
        expect(found == ({rule} if rule else set()), f"{what}: not {rule or 'accepted'} but {faults[:6]}")
proved = {rule for _, rule, _ in MUTANTS}
expect(proved <= set(ua.RULES), f"there is no rule {proved - set(ua.RULES)}")
expect(set(ua.RULES) <= proved, f"no mutant proves {sorted(set(ua.RULES) - proved)}")
print(f"{len(ua.RULES)} rules, {len(MUTANTS)} mutants, {len(VARIANTS)} right still")
finish(len(ROWS))
