"""Takes the tools out of a built site: their names, their text, and where their links lead."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from build_tools import BuildError, Mistake
from widgets.core.drawing.one_file import within
from widgets.core.page.view import ROOT

HELD = ("quick-scan/", "assessment/", "choose/", "team/", "compare/", "about/one-file/")
"""Addresses of the pages that the file holds, in the order of its row of links."""

_ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*?)</article>', re.DOTALL)
_MARK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TITLE = re.compile(r"<h1[^>]*>(.*?)</h1>", re.DOTALL)
_HREF = re.compile(r'(?<= href=")(?![a-z][a-z0-9+.-]*:|#)([^"]*)')
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT = re.compile(r'<script src="([^"]+/host\.js)"')


class OneFileError(BuildError):
    """The site is not as the single file needs it."""


@dataclass(frozen=True, slots=True)
class ToolPage:
    """A page of the site as the single file shows it."""

    address: str
    """From the root of the site, ending in "/"."""
    title: str
    html: str
    """What stands between the page's head and its foot; its links work in the file."""


def tool_pages(site: Path, published: str = "") -> list[ToolPage]:
    """The pages that the file holds, from the finished `site`.

    `published` is the address where the site can be reached, ending in "/"; empty: nobody knows.
    """
    return [_page(site, address, published) for address in HELD]


def sheets(site: Path) -> list[Path]:
    """The style sheets of a page with a tool, in their order."""
    return [_file(site, HELD[0], found) for found in _SHEET.findall(_read(site, HELD[0]))]


def host(site: Path) -> Path:
    """The script of a page with a tool; what it imports lies beside it."""
    return _file(site, HELD[0], _one(_SCRIPT, _read(site, HELD[0]), HELD[0]))


def _page(site: Path, address: str, published: str) -> ToolPage:
    text = _MARK.sub("", _one(_ARTICLE, _read(site, address), address))
    rooted = _HREF.sub(lambda link: _rooted(address, link[0], published or ROOT), text)
    html = within(rooted, published or ROOT, HELD, known=bool(published))
    return ToolPage(address, _one(_TITLE, html, address).strip(), html.strip())


def _rooted(address: str, href: str, root: str) -> str:
    """`href` of the page at `address`, from the root."""
    return root + urljoin(f"/{address}", href).removeprefix("/")


def _read(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def _file(site: Path, address: str, href: str) -> Path:
    return (site / address / href).resolve()


def _one(pattern: re.Pattern[str], text: str, address: str) -> str:
    if found := pattern.search(text):
        return found[1]
    must = f"{pattern.pattern!r} must be found in it"
    raise OneFileError(Mistake(f"{address}index.html", "", "not a page that we know", must))
