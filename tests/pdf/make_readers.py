"""Installs the readers that package.json names, as package-lock.json pins them, unless they are there: pdf.js, PDFium
and MuPDF, each one package without others (what is optional for drawing is left out by .npmrc)."""
import json
import shutil

from _leaflets import SOURCE, expect, finish, tool

HERE = SOURCE / "tests/pdf"


def versions(path):
    """Package to version of a lock file, without those left out."""
    packages = json.loads(path.read_text())["packages"] if path.exists() else {}
    return {name: said["version"] for name, said in packages.items() if name and not said.get("optional")}


wanted = versions(HERE / "package-lock.json")
if versions(HERE / "node_modules/.package-lock.json") != wanted and shutil.which("npm"):
    tool("npm", "ci", "--prefix", HERE, "--userconfig", HERE / ".npmrc", "--no-progress")
expect(versions(HERE / "node_modules/.package-lock.json") == wanted, "npm ci did not bring what package-lock.json names")
finish(len(wanted))
