"""Two charts that compare: where each dimension moved, and where units stand apart.

A hollow mark is the first assessment, a filled one the last, an arrow joins them; a diamond is a
critical dimension.  Units are dots on one line, each with its letter.  All reads without colour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h

from widgets.core.drawing.dots import mark
from widgets.core.drawing.html import kept
from widgets.core.drawing.svg import MARGIN, WIDTH, drawing, element, grid, words, x_of
from widgets.core.words.numbers import number

ROW = 60
AXIS = 24
NEAR = 15.0
"""Geometry in SVG units; marks nearer than `NEAR` share one label."""


@dataclass(frozen=True, slots=True)
class Change:
    """A dimension, the first time and the last."""

    label: str
    critical: bool
    before: float | None
    after: float | None
    """Scores 0 to 4, over what both answered where that can be compared."""
    said: str
    """What came of it, such as "+0.5"."""
    joined: bool
    """Whether the two can be compared."""


@dataclass(frozen=True, slots=True)
class UnitMarks:
    """A dimension in several units."""

    label: str
    critical: bool
    marks: tuple[tuple[str, float], ...]
    """Letter and score of each unit that has one."""
    said: str


def dumbbells(id: str, title: str, rows: Sequence[Change]) -> h.Element:
    """A line for each row with both marks; its table is the caller's."""
    height = AXIS + ROW * len(rows)
    drawn = [_pair(row, AXIS + ROW * place) for place, row in enumerate(rows)]
    said = "; ".join(_pair_words(row) for row in rows) + "."
    return h.figure(".kam-figure.kam-dumbbells")[
        drawing(id, title, said, height, grid(height), drawn),
        _legend(any(not row.critical for row in rows), any(row.critical for row in rows)),
    ]


def strips(id: str, title: str, rows: Sequence[UnitMarks]) -> h.Element:
    """A line for each row with a lettered dot for each unit; its table is the caller's."""
    height = AXIS + ROW * len(rows)
    drawn = [_line(row, AXIS + ROW * place) for place, row in enumerate(rows)]
    said = "; ".join(_line_words(row) for row in rows) + "."
    return h.figure(".kam-figure.kam-dumbbells")[
        drawing(id, title, said, height, grid(height), drawn)
    ]


def _head(label: str, critical: bool, said: str, top: int) -> h.Node:
    name = ("◆ " if critical else "") + label
    track = {"class": "kam-dots__track", "d": f"M{x_of(0):g} {top + 32}H{x_of(4):g}"}
    return (
        words("kam-chart__label", MARGIN, top + 16, name),
        words("kam-chart__value", WIDTH - MARGIN, top + 16, said, "end"),
        element("path", track),
    )


@kept
def _pair(row: Change, top: int) -> h.Node:
    middle = top + 32
    return (
        _head(row.label, row.critical, row.said, top),
        row.joined
        and row.before is not None
        and row.after is not None
        and _arrow(row.before, row.after, middle),
        row.after is not None and mark(row.critical, x_of(row.after), middle),
        row.before is not None and _hollow(row.critical, x_of(row.before), middle),
    )


def _arrow(before: float, after: float, y: int) -> h.Node:
    start, end = x_of(before), x_of(after)
    way = 1 if end >= start else -1
    if abs(end - start) < NEAR:
        return None
    tip = end - way * 9
    path = f"M{start + way * 8:g} {y}H{tip:g}M{tip - way * 6:g} {y - 4}l{way * 6} 4l{-way * 6} 4"
    return element("path", {"class": "kam-dumbbells__way", "d": path})


def _hollow(critical: bool, x: float, y: float) -> h.Element:
    """The mark of the first time, small enough to be seen inside the last one's."""
    if critical:
        path = f"M{x:g} {y - 5:g}l5 5l-5 5l-5 -5z"
        return element("path", {"class": "kam-dumbbells__first", "d": path})
    place = {"cx": f"{x:g}", "cy": f"{y:g}", "r": "4"}
    return element("circle", {"class": "kam-dumbbells__first", **place})


@kept
def _line(row: UnitMarks, top: int) -> h.Node:
    middle = top + 32
    places = [x_of(value) for _, value in row.marks]
    spread = f"M{min(places):g} {middle}H{max(places):g}" if len(set(places)) > 1 else ""
    return (
        _head(row.label, row.critical, row.said, top),
        spread and element("path", {"class": "kam-dumbbells__way", "d": spread}),
        [mark(row.critical, x, middle) for x in sorted(set(places))],
        [
            words("kam-chart__tick kam-dumbbells__letter", x, middle + 20, letters, "middle")
            for x, letters in _labels(row.marks)
        ],
    )


def _labels(marks: Sequence[tuple[str, float]]) -> list[tuple[float, str]]:
    """Where letters stand, and which: marks that are near each other share a label."""
    found: list[tuple[float, str]] = []
    last = -NEAR
    for letter, value in sorted(marks, key=lambda one: (one[1], one[0])):
        x = x_of(value)
        if found and x - last < NEAR:
            found[-1] = ((found[-1][0] + x) / 2, f"{found[-1][1]} {letter}")
        else:
            found.append((x, letter))
        last = x
    return found


def _pair_words(row: Change) -> str:
    kind = " (critical)" if row.critical else ""
    return f"{row.label}{kind}: from {number(row.before)} to {number(row.after)}, {row.said}"


def _line_words(row: UnitMarks) -> str:
    kind = " (critical)" if row.critical else ""
    scores = ", ".join(f"{letter} {number(value)}" for letter, value in row.marks) or "no score"
    return f"{row.label}{kind}: {scores}; {row.said}"


@kept
def _legend(circle: bool, diamond: bool) -> h.Node:
    way = element("path", {"class": "kam-dumbbells__way", "d": "M2 10H16M11 6l5 4l-5 4"})
    entries: list[tuple[bool, h.Node, str]] = [
        (True, _hollow(False, 10, 10), "first"),
        (circle, mark(False, 10, 10), "last"),
        (diamond, mark(True, 10, 10), "last, of a critical dimension"),
        (True, way, "moved"),
    ]
    return h.ul(".kam-legend")[
        [
            h.li[h.svg(viewBox="0 0 20 20", aria_hidden="true")[shape], text]
            for needed, shape, text in entries
            if needed
        ]
    ]
