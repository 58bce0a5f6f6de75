"""The dot-and-range chart: a score, what is possible and a target, told apart by shape.

A filled circle is a score, a filled diamond the score of a critical dimension, a line with two
ends what is still possible, a hollow triangle the target.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import htpy as h
from markupsafe import Markup

from widgets.core.drawing.html import around, joined, kept
from widgets.core.drawing.svg import MARGIN, WIDTH, drawing, element, grid, words, x_of
from widgets.core.scoring.results import Range
from widgets.core.words.answered import DOES_NOT_APPLY, unscored
from widgets.core.words.numbers import number, span

TITLE = "Score, possible range and target of each dimension, 0 to 4"
"""What the chart of a result is called."""

ROW = 60
AXIS = 24
SIZE = 6.5
"""Geometry in SVG units."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One dimension: its score, the range that is possible, and the level to aim at."""

    label: str
    critical: bool
    score: float | None
    range: Range | None
    target: int | None = None
    """0 to 4; none: no target."""
    asked: bool = False
    """Whether it was answered with "we don't know"."""


def dots(id: str, title: str, rows: Sequence[Dot]) -> h.Element:
    """A line for each row with its score, range and target, and the same as a table."""
    height = AXIS + ROW * len(rows)
    return h.figure(".kam-figure.kam-dots")[
        drawing(
            id,
            title,
            describe(rows),
            height,
            grid(height),
            joined(_row(row, AXIS + ROW * place) for place, row in enumerate(rows)),
        ),
        legend(rows),
        table(title, rows),
    ]


@kept
def _row(row: Dot, top: int) -> h.Node:
    middle = top + 32
    name = ("◆ " if row.critical else "") + row.label
    track = {"class": "kam-dots__track", "d": f"M{x_of(0):g} {middle}H{x_of(4):g}"}
    return (
        words("kam-chart__label", MARGIN, top + 16, name),
        words("kam-chart__value", WIDTH - MARGIN, top + 16, score_and_target(row), "end"),
        element("path", track),
        row.range is not None and row.range[0] < row.range[1] and _range(row.range, middle),
        row.target is not None and triangle(x_of(row.target), middle + 9),
        row.score is not None and mark(row.critical, x_of(row.score), middle),
    )


def _range(range_: Range, y: int) -> h.Element:
    low, high = (f"{x_of(end):g}" for end in range_)
    path = f"M{low} {y - 5}v10M{low} {y}H{high}M{high} {y - 5}v10"
    return element("path", {"class": "kam-chart__range", "d": path})


def mark(critical: bool, x: float, y: float) -> h.Element:
    """The mark of a score: a diamond for a critical dimension, otherwise a circle."""
    if not critical:
        place = {"cx": f"{x:g}", "cy": f"{y:g}", "r": f"{SIZE:g}"}
        return element("circle", {"class": "kam-dots__score", **place})
    r = SIZE + 2
    path = f"M{x:g} {y - r:g}l{r:g} {r:g}l{-r:g} {r:g}l{-r:g} {-r:g}z"
    return element("path", {"class": "kam-dots__score", "d": path})


def triangle(x: float, y: float) -> h.Element:
    """The mark of a target: a hollow triangle below (`x`, `y`), pointing up to it."""
    path = f"M{x:g} {y:g}l{SIZE:g} 10h{-2 * SIZE:g}z"
    return element("path", {"class": "kam-dots__target", "d": path})


def score_and_target(row: Dot) -> str:
    """The score and the target of a row in words."""
    target = "" if row.target is None else f" (target {row.target})"
    if row.score is not None:
        return number(row.score) + target
    if row.range is None:
        return DOES_NOT_APPLY
    return unscored(applies=True, asked=row.asked) + target


def describe(rows: Sequence[Dot]) -> str:
    """Every row in words, for whoever cannot see the drawing."""
    return _described(tuple(rows))


@lru_cache(maxsize=16)  # the radar says the same
def _described(rows: tuple[Dot, ...]) -> str:
    return "; ".join(_words(row) for row in rows) + "."


def _words(row: Dot) -> str:
    kind = " (critical)" if row.critical else ""
    return f"{row.label}{kind}: {score_and_target(row)}, range {span(row.range)}"


def legend(rows: Sequence[Dot]) -> h.Node:
    """What each shape means; only the shapes that the rows need."""
    return _legend(
        any(not row.critical for row in rows),
        any(row.critical for row in rows),
        any(row.range and row.range[0] < row.range[1] for row in rows),
        any(row.target is not None for row in rows),
    )


@kept
def _legend(circle: bool, diamond: bool, line: bool, target: bool) -> h.Node:
    ends = element("path", {"class": "kam-chart__range", "d": "M3 5v10M3 10H17M17 5v10"})
    entries: list[tuple[bool, h.Element, str]] = [
        (circle, mark(False, 10, 10), "score"),
        (diamond, mark(True, 10, 10), "score of a critical dimension"),
        (line, ends, "possible"),
        (target, triangle(10, 5), "target"),
    ]
    return h.ul(".kam-legend")[
        [
            h.li[h.svg(viewBox="0 0 20 20", aria_hidden="true")[shape], text]
            for needed, shape, text in entries
            if needed
        ]
    ]


def table(title: str, rows: Sequence[Dot]) -> h.Node:
    """The data of the chart."""
    return _table(joined(_cells(row) for row in rows), title)


@around
def _table(rows: Markup, title: str) -> h.Node:
    heads = ("Dimension", "Score", "Range", "Target")
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.table(".kam-values")[
            h.caption(".kam-hidden")[title],
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
            h.tbody[rows],
        ],
        h.p["◆ critical: caps the programme one level above its own."],
    ]


@kept
def _cells(row: Dot) -> h.Node:
    score = number(row.score) if row.score is not None else score_and_target(row).partition(" (")[0]
    target = "–" if row.target is None else str(row.target)
    return h.tr[
        h.th(scope="row")[row.label, row.critical and " ◆"],
        h.td[score],
        h.td[span(row.range)],
        h.td[target],
    ]
