"""HTML as text: of a node, of a time, and of what was drawn before from the same values.

After an answer most of a result is as it was.  A part is kept by its arguments, so these must say
all that it depends on: texts, numbers and frozen data, never a model or answers.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import cast

import htpy as h
from markupsafe import Markup

from widgets.core.words.quotes import curly_html
from widgets.core.words.times import moment

_MARK = Markup("<!-- inside -->")
"""Where the inside of a frame goes."""

MOST_DRAWINGS = 600
"""How many drawings of one part are kept; a page needs some fifty of the largest kind at once."""


def html(node: h.Node) -> Markup:
    """`node` as HTML text, with typographic quotes in what readers see."""
    return Markup(curly_html(str(h.fragment[node])))


def as_typed(node: h.Node) -> Markup:
    """`node` as HTML text to pass on: no letter of what a reader typed is another."""
    return Markup(str(h.fragment[node]))


def time(at: str) -> h.Element:
    """A time in words as an element that also carries the exact time."""
    return h.time(datetime=at)[moment(at)]


def kept[**P](draw: Callable[P, h.Node]) -> Callable[P, Markup]:
    """`draw` as HTML that is drawn once for the same arguments."""

    @lru_cache(maxsize=MOST_DRAWINGS, typed=True)
    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Markup:
        return html(draw(*args, **kwargs))

    return cast("Callable[P, Markup]", drawn)


def around[*Given](draw: Callable[[Markup, *Given], h.Node]) -> Callable[[Markup, *Given], Markup]:
    """`draw` for a first argument that is drawn already; what stands around that is drawn once.

    It stands there as it is, between two tags.
    """

    @lru_cache(maxsize=MOST_DRAWINGS, typed=True)
    def frame(given: tuple[*Given]) -> tuple[str, str]:
        before, _, after = html(draw(_MARK, *given)).partition(_MARK)
        return before, after

    def drawn(inside: Markup, *given: *Given) -> Markup:
        before, after = frame(given)
        return Markup(f"{before}{inside}{after}")

    return drawn


def joined(parts: Iterable[Markup]) -> Markup:
    """Parts that are drawn already, one after the other."""
    return Markup("".join(parts))
