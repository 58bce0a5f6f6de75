"""Our own judgement on a page: the marks that authors set, gathered into few signs.

A sign says of what it stands at: whatever names no source here is ours.  So one is enough for a
paragraph, a list or a table, and for a section of which two parts or more are marked it stands at
the heading.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

import htpy as h

from widgets.core.model.lasting import OURS
from widgets.core.page.citations import ours
from widgets.core.page.view import ROOT

MARK = '<span class="kam-ours"></span>'
"""What `[=judgement]` becomes in the line, until the whole page is known."""

REACH: Mapping[str, str] = {
    "section": "In this section",
    "list": "In this list",
    "table": "In this table",
    "point": "In this point",
    "paragraph": "In this paragraph",
}
"""What a sign stands for, as its card begins."""

_GROUPS = {"ul": "list", "ol": "list", "dl": "list", "table": "table"}
_POINTS = frozenset(("li", "dd", "dt", "td", "th"))
_LINES = frozenset(("p", "summary", "figcaption", "caption"))
_SOURCE = 'class="kam-cite"'
_TOOL = "</kam-widget>"
_PIECE = re.compile(
    rf"\s*(?P<mark>{re.escape(MARK)})|<(?P<end>/?)(?P<name>[a-zA-Z][\w-]*)(?P<more>[^>]*)>"
)
_AFTER_HEADING = re.compile(r'\s*(?:<a class="headerlink"|</h\d>)')


@dataclass(slots=True)
class _Place:
    """A paragraph, or a point of a list or table, with where a sign at its end would stand."""

    end: int = -1
    marked: bool = False


@dataclass(slots=True)
class _Group:
    """A paragraph, a whole list or a whole table of a section."""

    kind: str
    places: list[_Place] = field(default_factory=list)
    end: int = -1
    leads: bool = False
    """Whether its words end in a colon, and so lead to what follows."""

    def marked(self) -> list[_Place]:
        return [place for place in self.places if place.marked]


@dataclass(slots=True)
class _Section:
    """A heading and what stands under it, up to the next."""

    heading: int = -1
    """Where a sign at its heading would stand; none: above the first, or under the title."""
    groups: list[_Group] = field(default_factory=list)


def gather(html: str, *, card: bool = True) -> str:
    """`html`, the content of a page, with each mark taken out and the signs that say the same.

    `card`: whether a card stands at each sign.
    """
    if MARK not in html:
        return html
    signs: dict[int, str] = {}
    for section in _sections(html):
        signs |= {at: _sign(what, card) for at, what in _signs(section)}
    cuts = dict(_cuts(html))
    done, at = [], 0
    for place in sorted({*signs, *cuts}):
        done += [html[at:place], signs.get(place, "")]
        at = cuts.get(place, place)
    return "".join([*done, html[at:]])


def _cuts(html: str) -> Iterator[tuple[int, int]]:
    """Where each mark begins, with the space before it, and where it ends."""
    end = 0
    while (start := html.find(MARK, end)) >= 0:
        end = start + len(MARK)
        while start and html[start - 1].isspace():
            start -= 1
        yield start, end


def legend(html: str) -> str:
    """A line for the foot of a page whose `html` has the sign, or a tool that may draw it."""
    if "kam-cite--judgement" not in html and "data-kam-tool" not in html:
        return ""
    return str(
        h.p(".kam-legend", data_search_exclude=True)[
            h.span(".kam-ring", aria_hidden="true"),
            " marks ",
            h.a(href=ROOT + OURS.page)["our own judgement"],
            ": where it stands, whatever names no source is ours.",
        ]
    )


def _signs(section: _Section) -> Iterator[tuple[int, str]]:
    """Where the signs of a section stand, and for what."""
    marked = [group for group in section.groups if group.marked()]
    if len(marked) > 1 and section.heading >= 0:
        yield section.heading, "section"
        return
    for before, group in zip([None, *section.groups], section.groups, strict=False):
        if not group.marked():
            continue
        leading = before.places[-1] if before and before.leads else None
        if leading and leading.marked and group.kind != "paragraph":
            continue
        if group.kind == "paragraph":
            yield group.places[0].end, "paragraph"
        elif len(group.marked()) == 1:
            yield group.marked()[0].end, "point"
        elif leading:
            yield leading.end, group.kind
        else:
            yield group.end, f"after {group.kind}"


@cache
def _sign(what: str, card: bool) -> str:
    after = what.removeprefix("after ")
    sign = str(ours(ROOT, _card(after) if card else None))
    return f'<p class="kam-ours-foot">{sign}</p>' if after != what else sign


def _card(what: str) -> h.Element:
    """What opens at a sign."""
    return h.span(".kam-cite__card", role="note", data_search_exclude=True)[
        h.span[h.b["Our judgement"]],
        h.span[
            REACH[what],
            ", whatever names no source is ours. No source settles this; we decided, and say so.",
        ],
    ]


def _sections(html: str) -> list[_Section]:
    scan = _Scan(html)
    at = 0
    while piece := _PIECE.search(html, at):
        at = piece.end()
        if piece["name"] == "kam-widget" and not piece["end"]:
            at = html.index(_TOOL, at)
        elif piece["mark"]:
            scan.mark(piece.start())
        elif piece["end"]:
            scan.close(piece["name"].lower(), piece.start(), piece.end())
        else:
            scan.open(piece["name"].lower(), piece.start())
    return scan.sections


class _Scan:
    """Reads a page from its first tag to its last."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.sections = [_Section()]
        self.deep = 0
        """How many lists and tables are open, one in the other."""
        self.places: list[tuple[str, _Place]] = []

    def open(self, name: str, start: int) -> None:
        if re.fullmatch("h[2-6]", name):
            heading = _AFTER_HEADING.search(self.html, start)
            self.sections.append(_Section(heading.start() if heading else -1))
        elif kind := _GROUPS.get(name):
            self._end_place(start)
            self.deep += 1
            if self.deep == 1:
                self.sections[-1].groups.append(_Group(kind))
        elif name in _POINTS or name in _LINES:
            self._end_place(start)
            place = _Place()
            if not self.deep:
                self.sections[-1].groups.append(_Group("paragraph"))
            self.sections[-1].groups[-1].places.append(place)
            self.places.append((name, place))

    def close(self, name: str, start: int, end: int) -> None:
        if name in _GROUPS and self.deep:
            self.deep -= 1
            if not self.deep:
                self.sections[-1].groups[-1].end = end
        elif self.places and self.places[-1][0] == name:
            self._end_place(start)
            _, place = self.places.pop()
            if not self.deep and place.end >= 0:
                said = re.sub("<[^>]*>", "", self.html[max(0, place.end - 300) : place.end])
                self.sections[-1].groups[-1].leads = said.rstrip().endswith(":")

    def mark(self, start: int) -> None:
        if not self.places:  # outside of any paragraph: a sign in its own place
            self.sections[-1].groups.append(_Group("paragraph", [_Place(start, marked=True)]))
            return
        self.places[-1][1].marked = True

    def _end_place(self, start: int) -> None:
        """What is open ends before `start`, unless it did so before: a list in a point ends it."""
        if self.places and self.places[-1][1].end < 0:
            self.places[-1][1].end = len(self.html[:start].rstrip())
