"""What each release promised: every address that a reader could copy leads somewhere for good.

`docs/addresses/<version>.txt` has a line for each page, with the ids that it offers: a heading, a
rung, a fact, a figure, a word of the glossary.  Lines are added by a release and never taken out.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

FOLDER = "addresses"

_OFFERED = re.compile(r'class="headerlink"[^>]* href="#([^"]+)"')
_SHORT = re.compile(r'data-kam-lasting href="([^"]+)"')
_ONWARD = re.compile(r'<noscript><meta http-equiv="refresh" content="0; url=([^"]+)">')
_TITLE = re.compile(r"<h1[^>]*>.*?</h1>", re.DOTALL)

type Promises = Mapping[str, frozenset[str]]
"""Ids by the address of the page on which they stand, from the root and ending in a slash."""


def offered(site: Path) -> Promises:
    """What the built `site` offers to copy: pages at both their addresses, ids at the short one."""
    found: dict[str, frozenset[str]] = {}
    for file in sorted(site.rglob("index.html")):
        html = file.read_text(encoding="utf-8")
        address = _address(file, site)
        if not _ONWARD.search(html):
            short = _SHORT.search(html)
            lasts = _address(file.parent / short[1] / "index.html", site) if short else address
            found[address] = frozenset()
            found[lasts] = frozenset(_OFFERED.findall(_TITLE.sub("", html)))
        else:
            found.setdefault(address, frozenset())
    return found


def _address(file: Path, site: Path) -> str:
    parts = file.parent.resolve().relative_to(site.resolve()).as_posix()
    return "" if parts == "." else f"{parts}/"


def promised(docs: Path) -> Iterator[tuple[str, str, str]]:
    """Each promise: the name of its list, the address of a page, and an id there or nothing."""
    for path in sorted((docs / FOLDER).glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("# "):
                address, *ids = line.split(" #")
                for id in ("", *ids):
                    yield path.name, address.removeprefix("/"), id


def broken(docs: Path, site: Path) -> list[str]:
    """A sentence for every promise that the built `site` does not keep."""
    read: dict[str, tuple[str, str]] = {}
    found = []
    for name, address, id in promised(docs):
        if address not in read:
            read[address] = _behind(site, address)
        html, set_to = read[address]
        if not html:
            wrong = "no page stands there; say in docs/redirects.yaml where it leads now"
        elif id and not set_to and f'id="{id}"' not in html:
            wrong = (
                f"the page has no place #{id}; write {{ #{id} }} behind the heading that says it"
                f' now, or <span id="{id}"></span> before the words'
            )
        else:
            continue
        found.append(f"docs/{FOLDER}/{name}: /{address}{f'#{id}' if id else ''}: {wrong}")
    return found


def _behind(site: Path, address: str) -> tuple[str, str]:
    """The page that a reader sees at `address`, and the id to which an old one was led."""
    page, set_to = site / address, ""
    for _ in range(3):
        file = page / "index.html"
        html = file.read_text(encoding="utf-8") if file.is_file() else ""
        onward = _ONWARD.search(html)
        if not onward:
            return html, set_to
        to, _, id = onward[1].partition("#")
        page, set_to = page / to, id or set_to
    return "", ""


def promise(docs: Path, site: Path, version: str) -> tuple[Path, int]:
    """Adds what `site` offers and nobody promised yet to the list of `version`: path and number."""
    known = {(address, id) for _, address, id in promised(docs)}
    path = docs / FOLDER / f"{version}.txt"
    path.parent.mkdir(exist_ok=True)
    more = {
        address: [id for id in sorted(ids) if (address, id) not in known]
        for address, ids in sorted(offered(site).items())
    }
    fresh = {a: ids for a, ids in more.items() if ids or (a, "") not in known}
    if fresh:
        head = f"# Addresses that release {version} promised first. Lines are only added.\n"
        text = path.read_text(encoding="utf-8") if path.is_file() else head
        lines = (" #".join([f"/{address}", *ids]) for address, ids in fresh.items())
        path.write_text(text + "\n".join(lines) + "\n", encoding="utf-8")
    return path, sum(len(ids) + ((a, "") not in known) for a, ids in fresh.items())
