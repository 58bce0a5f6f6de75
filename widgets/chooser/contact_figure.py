"""An account's contacts, drawn: those of today, and those of the shape that fits; and as a table.

CSS classes: `kam-pair__ours`, `kam-pair__theirs` the boxes, `kam-pair__line` a contact of today,
`kam-pair__line--new` one to build, `kam-pair__body` the company behind.
"""

from collections.abc import Sequence

import htpy as h

from widgets.core.board.pairs import Pair
from widgets.core.drawing.html import kept
from widgets.core.drawing.svg import WIDTH, drawing, element, words
from widgets.core.words.english import number_of, short

BOX, HIGH, STEP, HEAD = 138, 26, 34, 30
"""Size of a box, distance of two rows, and room for a heading, in units of the drawing."""

LONGEST = 17
"""Letters that fit a box; the table has the whole name."""

MOST = 8
"""Pairs drawn; the table has them all."""

LEAST_ROWS = 3
"""Rows of a target at least, so that its outline shows."""


@kept
def figure(id: str, account: str, shape: str, shape_name: str, found: tuple[Pair, ...]) -> h.Node:
    """Both drawings of one account as one image, and the table that says the same."""
    today = [pair for pair in found if pair.today]
    target = [pair for pair in found if pair.target]
    title = f"{account}: contacts today and in the {shape_name.lower()}"
    parts: list[h.Node] = []
    height = 0
    heads = (
        (f"Today: {_count(today)}", today, ""),
        (f"Target: {shape_name.lower()}", target, shape),
    )
    for head, shown, form in heads:
        rows = max(min(MOST, len(shown)), LEAST_ROWS if form else 0)
        parts.append(_panel(head, shown[:MOST], form, height, rows))
        height += HEAD + STEP * rows + 10
    said = f"Today: {_said(today)}. Target: {_said(target)}."
    return h.figure(".kam-figure.kam-pairs")[
        drawing(id, title, said, height, parts), _table(title, found)
    ]


def _count(shown: Sequence[Pair]) -> str:
    return number_of(len(shown), "contact") if shown else "none entered"


def _said(shown: Sequence[Pair]) -> str:
    return ", ".join(f"{pair.ours} with {pair.theirs}" for pair in shown) or "no contact entered"


def _panel(head: str, shown: Sequence[Pair], form: str, top: int, rows: int) -> h.Node:
    start = top + HEAD
    first = start + STEP * (rows - len(shown)) / 2
    return [
        words("kam-chart__label", 0, top + 19, head),
        _bodies(form, start, STEP * rows),
        [_pair(pair, first + STEP * place) for place, pair in enumerate(shown)],
    ]


def _bodies(form: str, top: int, height: int) -> h.Node:
    """The two companies: wide outside for a bow-tie, wide inside for a diamond."""
    low, middle = top + height, top + height / 2
    outer, inner = {
        "bow-tie": ((top, low), (middle, middle)),
        "two-lead": ((top, low), (middle - 20, middle + 20)),
        "diamond": ((middle, middle), (top, low)),
    }.get(form, ((top, top), (top, top)))
    left, right = WIDTH / 2 - 24, WIDTH / 2 + 24
    shapes = (
        f"0,{outer[0]:g} {left:g},{inner[0]:g} {left:g},{inner[1]:g} 0,{outer[1]:g}",
        f"{WIDTH},{outer[0]:g} {right:g},{inner[0]:g} {right:g},{inner[1]:g} {WIDTH},{outer[1]:g}",
    )
    sides = ("ours", "theirs")
    return bool(form) and [
        element("polygon", {"class": f"kam-pair__body--{side}", "points": points})
        for side, points in zip(sides, shapes, strict=True)
    ]


def _pair(pair: Pair, top: float) -> h.Node:
    middle = top + STEP / 2
    kind = "kam-pair__line" + ("" if pair.today else " kam-pair__line--new")
    line = {"class": kind, "x1": f"{BOX + 6}", "x2": f"{WIDTH - BOX - 6}"}
    return [
        element("line", {**line, "y1": f"{middle:g}", "y2": f"{middle:g}"}),
        _box("ours", 6, middle, pair.ours, pair.today),
        _box("theirs", WIDTH - BOX - 6, middle, pair.theirs, pair.today),
    ]


def _box(side: str, left: float, middle: float, name: str, there: bool) -> h.Node:
    text = short(name, LONGEST)
    kind = f"kam-pair__{side}" + ("" if there else " kam-pair__box--new")
    box = {"x": f"{left:g}", "y": f"{middle - HIGH / 2:g}", "width": str(BOX), "height": str(HIGH)}
    return [
        element("rect", {"class": kind, "rx": "3", **box}),
        words("kam-pair__name", left + BOX / 2, middle + 5, text, "middle"),
    ]


def _table(title: str, found: Sequence[Pair]) -> h.Element:
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.table(".kam-sums")[
            h.caption(".kam-hidden")[title],
            h.thead[
                h.tr[[h.th(scope="col")[name] for name in ("Ours", "Theirs", "Today", "Target")]]
            ],
            h.tbody[
                [
                    h.tr[
                        h.td[pair.ours],
                        h.td[pair.theirs],
                        h.td["yes" if pair.today else "no"],
                        h.td["yes" if pair.target else "through the lead"],
                    ]
                    for pair in found
                ]
            ],
        ],
    ]
