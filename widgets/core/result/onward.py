"""Where to go from a result: deeper, to the team, to the structure; and what to do with it."""

from collections.abc import Iterable, Iterator

import htpy as h

from widgets.core.drawing.html import kept
from widgets.core.result.parts import Parts, minutes
from widgets.core.words.english import number_of

type Onward = tuple[str, str, str]
"""The address of a page from the root, what its link says, and why one would go there."""

TEAM: Onward = (
    "team/",
    "Ask your team the same",
    "See first where sales and delivery disagree.",
)


def draw(found: Parts, tool: str) -> h.Node:
    """The ways on from the result on the page of `tool`; nothing while nothing is answered."""
    if found.empty:
        return None
    return _drawn(found.place.root, tuple(_ways(found, tool)))


@kept
def _drawn(root: str, ways: tuple[Onward, ...]) -> h.Node:
    return listed((h.a(href=root + page)[words], why) for page, words, why in ways)


def listed(ways: Iterable[tuple[h.Element, str]]) -> h.Node:
    """Links, each with why one would follow it."""
    return (
        h.h3["Where next"],
        h.ul(".kam-onward")[[h.li[link, " ", h.span[why]] for link, why in ways]],
    )


def _ways(found: Parts, tool: str) -> Iterator[Onward]:
    count = sum(1 for _ in found.open_practices())
    if tool != "assessment" and count:
        asked = number_of(count, "question")
        yield "assessment/", "Go deeper", f"{asked}, {minutes(count)}, and a range that narrows."
    yield TEAM
    yield "choose/", "Choose the structure", "Which form fits, and what speaks against it."
    if tool == "assessment":
        yield "compare/", "Come back and compare", "In half a year: what moved, and what got worse."
