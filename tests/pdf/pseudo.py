"""Every format in the languages that nobody speaks: made, or overflowing with its place; what is made is a draft that
says whose it is, opens, has its numbers as they are, and runs from right to left where it should."""
import json
import re
import tempfile
from pathlib import Path

from _leaflets import SOURCE, expect, finish, in_processes, made, run, tool

FORMATS = sorted(path.stem for path in (SOURCE / "content/formats").glob("*.yaml"))


def formats_of(entries, kind):
    return {entry["format"] for entry in entries if entry.get("pseudo") == kind}


def look_at(entry):
    path, kind = entry["path"], entry["pseudo"]
    tag = {"rtl": "ar-XB"}.get(kind, "en-XA")
    tool("qpdf", "--check", path)
    told = json.loads(tool("qpdf", "--json", "--json-key=qpdf", path))
    catalog = next(value["value"] for value in told["qpdf"][1].values()
                   if isinstance(value.get("value"), dict) and value["value"].get("/Type") == "/Catalog")
    languages = {catalog["/Lang"]} | {value["value"]["/Lang"] for value in told["qpdf"][1].values()
                                      if isinstance(value.get("value"), dict) and "/Lang" in value["value"]}
    expect(f"u:{tag}" in languages, f"{path.name} says {languages}")
    expect(path.name.startswith("DRAFT_") and tag in path.name and entry["state"] == "draft", f"{path.name} is no draft")
    text = tool("pdftotext", "-raw", path).decode()
    if entry["format"] in ("trifold", "zfold", "a4", "card", "large"):
        expect("192" in text, f"{path.name}: no 192")
    if kind != "rtl":
        expect(re.search(r"\[[^\[\]]*é[^\[\]]*\]", text), f"{path.name}: no sentence in brackets")
        expect("TFARD" not in text, f"{path.name} is turned around")


with tempfile.TemporaryDirectory() as temporary:
    out = Path(temporary)
    status, _, said = run(["build", "--project", SOURCE, "--out", out, "--pseudo", "expand=35,rtl", "--audience", "adult",
                           "--format", ",".join(FORMATS)])
    entries = made(out, ".pdf")
    for kind in ("expand=35", "rtl"):
        tag = "ar-XB" if kind == "rtl" else "en-XA"
        overflowing = set(re.findall(rf"\.yaml:\d+:\d+: error: \S+ \S*{tag} \S+ (\w+): .*\[overflow\]", said))
        expect(formats_of(entries, kind) | overflowing == set(FORMATS),
               f"{kind}: made {formats_of(entries, kind)}, too long {overflowing}: {said}")
    expect("rtl" in {entry["pseudo"] for entry in entries if entry["format"] == "trifold"}, "no tri-fold from right to left")
    in_processes(look_at, entries)

    long = [entry["path"] for entry in entries if entry["pseudo"] == "expand=35"]
    status, said, _ = run(["verify", "--project", SOURCE, "--pseudo", "expand=35", *long])
    expect(status == 0, f"verify: {said}")
    for words in (["--release"], ["--verify"]):
        status, _, said = run(["build", "--project", SOURCE, "--out", out / "none", "--pseudo", "rtl", *words])
        expect(status == 2 and not (out / "none").exists(), f"{words}: status {status}, {said}")
    finish(len(entries))
