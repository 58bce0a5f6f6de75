"""What concerns every page: names that hold a hash, and instant navigation without an address."""

import hashlib
import re
from pathlib import Path

from build_tools import BuildError, Mistake

SCRIPTS = "assets/javascripts"
STYLES = "assets/stylesheets"


class ThemeError(BuildError):
    """The theme is not the one that this project knows; the message says what to do."""


def hashed_names(checkout: Path) -> dict[str, str]:
    """Published address of each script and style sheet under `docs/`.

    Scripts import each other by plain names, so they share one folder named after all of them.
    A browser that keeps old files, as it may with any server, can so never mix two builds.
    """
    docs = checkout / "docs"
    scripts = sorted((docs / SCRIPTS).glob("*.js"))
    folder = _hash(*(path.read_bytes() for path in scripts))
    names = {f"{SCRIPTS}/{p.name}": f"{SCRIPTS}/{folder}/{p.name}" for p in scripts}
    for path in sorted((docs / STYLES).glob("*.css")):
        names[f"{STYLES}/{path.name}"] = f"{STYLES}/{path.stem}.{_hash(path.read_bytes())}.css"
    return names


_IMPORT = re.compile(r'^import .* from "\./(\w+\.js)";$', re.MULTILINE)


def imported(checkout: Path, first: str = "host.js") -> list[str]:
    """Names of the scripts that a page with a tool loads: `first`, then all that it imports."""
    found, waiting = [], [first]
    while waiting:
        name = waiting.pop(0)
        if name in found:
            continue
        found.append(name)
        script = checkout / "docs" / SCRIPTS / name
        if script.is_file():  # else it is published from elsewhere, and imports nothing
            waiting += _IMPORT.findall(script.read_text("utf-8"))
    return found


def _hash(*contents: bytes) -> str:
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:12]


_SITEMAP_ADDRESS = re.compile(rb"(\w+)\(new URL\((\w+)\.textContent\),(\w+)\)")
_PATCHED = re.compile(rb"\w+\(new URL\((\w+)\.textContent,(\w+)\),\2\)")


def patch_theme(site: Path) -> None:
    """Lets Material read addresses in the sitemap as relative to the site's own root.

    Material's instant navigation compares links with the sitemap, whose addresses must be absolute.
    This build knows no address: the same files serve at any path of any host.
    Raises `ThemeError` where Material's script no longer holds the one place that is changed.
    """
    for script in sorted((site / SCRIPTS).glob("bundle.*.min.js")):
        code = script.read_bytes()
        if _PATCHED.search(code):
            continue  # a server builds again over what it built
        patched, count = _SITEMAP_ADDRESS.subn(rb"\1(new URL(\2.textContent,\3),\3)", code)
        if count != 1:
            found = f"instant navigation reads the sitemap in {count} places"
            do = "pin the version of mkdocs-material that the lock file names"
            raise ThemeError(Mistake(script.name, "", found, "exactly one is known", do))
        script.write_bytes(patched)
