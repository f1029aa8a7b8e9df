"""A folder that was made with other options: what an option changes is made again, and has the bytes that a new folder gets."""
import tempfile
from pathlib import Path

from _runs import SOURCE, entries_in, expect, finish, run

PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
CHOICE = ["build", "--project", SOURCE, "--locale", "en,ar", "--format", "card,large,booklet", "--audience", "adult",
          "--output", "pdf,print,press,png", "--dpi", "60", "-q"]
# Options, environment, and kinds of files that they change.
CASES = [
    (["--dpi", "70"], {}, {"png"}),
    (["--paper", "SRA4"], {}, {"print"}),
    (["--thickness", "0.4"], {}, {"print"}),
    (["--icc", PROFILE], {}, {"press"}),
    (["--icc", PROFILE, "--condition", "FOGRA51"], {}, {"press"}),
    (["--format", "large", "--size", "21"], {}, {"pdf", "print", "press", "png"}),
    (["--locale", "sr", "--discreet"], {}, {"pdf", "print", "press", "png"}),
    (["--today", "2031-01-01"], {}, set()),
    ([], {"SOURCE_DATE_EPOCH": "1700000000"}, {"pdf", "print", "press"}),
    (["-j", "1", "--verbose"], {"LANGUAGE": "sr"}, set()),
]


def build(out, options, environment):
    """File name to kind and checksum."""
    chosen = [*CHOICE]
    for option in ("--format", "--locale"):
        if option in options:
            del chosen[chosen.index(option):chosen.index(option) + 2]
    status, _, said = run([*chosen, *options, "--out", out], **environment)
    expect(status == 0, f"{options}: status {status}: {said}")
    return {name: (entry["output"], entry["sha256"]) for name, entry in entries_in(out).items()}


with tempfile.TemporaryDirectory() as temporary:
    used = Path(temporary, "used")
    plain = build(used, [], {})
    expect(len(plain) > 60, f"only {len(plain)} files")
    for number, (options, environment, kinds) in enumerate(CASES):
        called = " ".join([*options, *environment])
        new = build(Path(temporary, f"new{number}"), options, environment)
        made = build(used, options, environment)
        stale = sorted(name for name in new if made.get(name) != new[name])
        expect(not stale, f"{called}: stayed as they were: {stale}")
        changed = {new[name][0] for name in new if plain.get(name) != new[name]}
        expect(changed == kinds, f"{called}: changes {changed}, not {kinds}")
    expect({name: build(used, [], {})[name] for name in plain} == plain, "without options it is not as it was")
    finish(len(CASES))
