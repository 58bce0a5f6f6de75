"""A long form in parts: all below each other on a wide page, one a screen on a narrow one.

A part is shown by its id in the address, which a style sheet reads (phone.css); links lead from
one to the next.  No script takes part, and without style sheets every part is there.
"""

from collections.abc import Sequence

import htpy as h

type Stop = tuple[str, str]
"""Where a link leads, by an id on the page, and what that place is called."""

ALL = "All questions on one page"
"""The choice of a reader on a narrow page who would rather scroll."""

FIRST = ".kam-screen--first"
"""The class of the part that is shown until an address names one."""


def ways(stops: Sequence[Stop], place: int, end: Stop, *, before: Stop | None = None) -> h.Element:
    """The foot of the part at `place`, from 0: on to the next or to the `end`, and back.

    `before`: what one goes back to from the first.
    """
    back = stops[place - 1] if place else before
    return h.nav(".kam-ways", aria_label="Part by part")[
        _on(*end) if place + 1 == len(stops) else _next(stops[place + 1], place + 2, len(stops)),
        back and h.a(".kam-ways__back", href=f"#{back[0]}", aria_label=f"Back: {back[1]}")["Back"],
    ]


def start(stop: Stop, total: int) -> h.Element:
    """The foot of what comes before the first of `total` parts."""
    return h.nav(".kam-ways", aria_label="Part by part")[_next(stop, 1, total)]


def _next(stop: Stop, number: int, total: int) -> h.Element:
    id, name = stop
    return _on(id, f"Next: {name}, {number} of {total}")


def _on(id: str, words: str) -> h.Element:
    return h.a(".md-button.md-button--primary.kam-ways__on", href=f"#{id}")[words]


def all_in_one() -> h.Element:
    """The choice of the whole form at once; it stands outside of the form and answers nothing."""
    return h.label(".kam-tick.kam-all")[
        h.input(".kam-all__box", type="checkbox", autocomplete="off"), ALL
    ]
