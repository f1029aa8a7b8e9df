"""Nothing changed: no file is touched. One PO file changed: its leaflets alone are made. What is damaged or missing is
noticed and made again; --all makes everything; a list that is lost is written again."""
import os
import tempfile
from pathlib import Path

from _runs import entries_in, expect, files_in, finish, project_in, run, stamps_in

with tempfile.TemporaryDirectory() as temporary:
    project, out = project_in(Path(temporary, "project")), Path(temporary, "out")
    choice = ["build", "--project", project, "--out", out, "--format", "trifold,card", "--audience", "adult"]

    def build(*more):
        """Names of the files that were put in place anew."""
        before = stamps_in(out) if out.is_dir() else {}
        status, said, faults = run([*choice, *more])
        expect(status == 0, f"{more}: status {status}: {faults}")
        return {name for name, stamp in stamps_in(out).items()
                if before.get(name) != stamp and not name.startswith(".rightspack")}, said

    def leaflets(*parts):
        return {name for name in first if any(f"_{part}_" in name for part in parts)}

    made, _ = build()
    first = {name: data for name, data in files_in(out).items() if name != "manifest.json"}
    expect(len(first) == 8 and made == {*first, "manifest.json"}, f"the first run makes {made}")
    made, said = build()
    expect(made == set() and "unchanged 8" in said, f"nothing changed, and {made} were touched: {said}")

    po = project / "locales/ar/rs-trafficking.po"
    text = po.read_text()
    po.write_text(text.replace("\nmsgstr \"", "\n\nmsgstr \"", 1).replace("\n\nmsgstr", "\nmsgstr", 1) + "\n# seen\n")
    made, _ = build()
    expect(made == leaflets("ar"), f"one PO file changed, and {made} were made")

    one, other, third = sorted(first)[:3]
    (out / one).unlink()
    damaged = bytearray(first[other])
    damaged[len(damaged) // 2] ^= 1
    about = (out / other).stat()
    (out / other).write_bytes(damaged)
    os.utime(out / other, ns=(about.st_atime_ns, about.st_mtime_ns))  # as if nobody had touched it
    made, _ = build()
    expect({one, other} <= made and third not in made, f"one is gone and one damaged, and {made} were made")
    expect({name: files_in(out)[name] for name in first} == first, "they do not have their bytes again")

    (out / "manifest.json").unlink()
    build()
    expect(set(entries_in(out)) == set(first), "the list is not complete again")
    (out / ".rightspack/state").write_text("rightspack state 1\nleaflet\tx\nfile\t1\t\xff\n")
    build()
    expect(set(entries_in(out)) == set(first), "what was remembered is not made good")
    made, _ = build("--all")
    expect(made >= set(first), f"--all makes {made}")
    made, _ = build()
    expect(made == set(), f"nothing changed after that, and {made} were touched")
    finish(len(first))
