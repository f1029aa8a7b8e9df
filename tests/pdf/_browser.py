"""A page as headless Chromium sees it, which no network answers."""
import html
import json
import re

from _leaflets import expect, tool

# Waits for all pictures, and tells what was refused; a probe goes on in here with `seen`, an object, and closes it.
BEGIN = """<script>const refused = [];
document.addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI));
window.addEventListener('load', async () => {
  const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
  await Promise.all(all('img').map(image => new Promise(done => {
    image.loading = 'eager';
    if (image.complete) done(); else image.onload = image.onerror = done;
  })));
"""
END = """  document.documentElement.setAttribute('data-seen', JSON.stringify(seen));
});</script>"""


def chromium(profile, window, *words):
    """What it prints; @profile: a folder of its own, @window: "1000,900"."""
    return tool("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                "--disable-component-update", "--no-first-run", f"--user-data-dir={profile}",
                "--host-resolver-rules=MAP * ~NOTFOUND", f"--window-size={window}", "--virtual-time-budget=30000",
                *words).decode()


def browse(folder, profile, window, probe):
    """`seen` of @probe, JavaScript put at the end of the folder's index.html; None when it did not get that far."""
    page = folder / "probe.html"
    page.write_text((folder / "index.html").read_text().replace("</body>", BEGIN + probe + END + "</body>"))
    said = chromium(profile, window, "--dump-dom", page.as_uri())
    page.unlink()
    found = re.search(r'data-seen="([^"]*)"', said)
    expect(found, f"{folder.name}: the page's probe did not end")
    return json.loads(html.unescape(found[1])) if found else None
