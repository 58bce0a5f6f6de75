"""What a reader reads of a page, as words: cut at its headings, without what is hidden or drawn.

The search of the theme takes in more: it cannot leave out an element that holds others of its tag.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import HTMLParser

_UNREAD = frozenset(("svg", "script", "style", "template", "dialog", "form", "kam-widget", "thead"))
"""Tags whose content nobody looks for: drawn, hidden until pressed, or answered on the page."""

_MARKS = frozenset(("headerlink", "kam-cite", "kam-around"))
"""Classes of what stands at a text and is none of it: marks, sources, the way up."""

_VOID = frozenset(("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"))
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl"),
        *("dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "tr", "ul"),
    )
)
_CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_SIGNS = str.maketrans({"◆": " ", "¶": " ", "\N{SOFT HYPHEN}": None, "\N{NO-BREAK SPACE}": " "})
_STOP = re.compile(r" ([.,;:?!)])")
_BETWEEN_CELLS = " · "


@dataclass(slots=True)
class Passage:
    """A heading and what stands under it, up to the next."""

    id: str
    """Of its heading; empty above the first."""
    title: str = ""
    blocks: list[str] = field(default_factory=list)
    """Paragraphs, points of lists and rows of tables, each one line of plain text."""


def sections(html: str) -> list[Passage]:
    """What `html`, the content of a page, says under each of its headings; no part is empty."""
    parser = HTMLParser(target=_Reader(), encoding="utf-8")
    parser.feed(f"<html><body>{html}</body></html>")
    found: list[Passage] = parser.close()
    return [section for section in found if section.title or section.blocks]


class _Reader:
    """What the parser tells of a page, tag by tag."""

    def __init__(self) -> None:
        self.found = [Passage("")]
        self.open: list[str] = []
        self.unread = 0
        """How many elements are open when the outermost unread one is; 0 outside of any."""
        self.in_heading = False
        self.line: list[str] = []

    def start(self, tag: str, named: Mapping[str, str]) -> None:
        """An element begins."""
        if tag in _VOID:
            self.line.append(" ")
            return
        self.open.append(tag)
        if self.unread:
            return
        if _is_unread(tag, named):
            self.unread = len(self.open)
        elif tag in _HEADINGS:
            self.end_block()
            self.found.append(Passage(named.get("id", "")))
            self.in_heading = True
        elif tag in _BLOCKS:
            self.end_block()
        elif tag in _CELLS and "".join(self.line).strip():
            self.line.append(_BETWEEN_CELLS)

    def end(self, tag: str) -> None:
        """An element ends, and with it those in it that are still open."""
        if tag not in self.open:
            return
        while self.open.pop() != tag:
            pass
        if self.unread:
            self.unread = 0 if len(self.open) < self.unread else self.unread
        elif tag in _HEADINGS:
            self.end_block()
            self.in_heading = False
        elif tag in _BLOCKS:
            self.end_block()

    def data(self, data: str) -> None:
        """Words stand there."""
        if not self.unread:
            self.line.append(data)

    def close(self) -> list[Passage]:
        """The page is at its end."""
        self.end_block()
        return self.found

    def end_block(self) -> None:
        """Gives the line that was read to the section: as its title, or as a block."""
        text = _plain("".join(self.line))
        self.line.clear()
        if self.in_heading:
            self.found[-1].title = text
        elif text:
            self.found[-1].blocks.append(text)


def _is_unread(tag: str, named: Mapping[str, str]) -> bool:
    hidden = "hidden" in named or "data-search-exclude" in named
    return hidden or tag in _UNREAD or not _MARKS.isdisjoint(named.get("class", "").split())


def _plain(text: str) -> str:
    """One line; a mark that was left out leaves no space before the stop that followed it."""
    words = text if text.isascii() else text.translate(_SIGNS)
    return _STOP.sub(r"\1", " ".join(words.split()))
