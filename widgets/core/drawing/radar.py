"""The radar chart, for those who want one; a dot-and-range chart says the same more exactly.

Every dimension is a spoke from 0 in the middle to 4 outside.  A solid line joins the scores of
neighbours, a dashed one their targets; a line along a spoke is what is still possible there.
"""

from collections.abc import Sequence
from math import cos, pi, sin

import htpy as h

from widgets.core.drawing.dots import Dot, describe, legend, mark, table, triangle
from widgets.core.drawing.html import joined, kept
from widgets.core.drawing.svg import WIDTH, drawing, element, words
from widgets.core.model.maturity import TOP

HEIGHT = 336
MIDDLE = (WIDTH / 2, 168.0)
RADIUS = 110.0
LINE = 15
"""Geometry in SVG units; `LINE` is the height of a line of a label."""

LETTERS = 12
"""Letters that fit beside the circle before a label is broken."""


def radar(id: str, title: str, rows: Sequence[Dot]) -> h.Element:
    """A spoke for each row with its score, range and target, and the same as a table."""
    scores = [row.score for row in rows]
    targets = [None if row.target is None else float(row.target) for row in rows]
    return h.figure(".kam-figure.kam-radar")[
        drawing(
            id,
            title,
            describe(rows),
            HEIGHT,
            _rings(len(rows)),
            joined(_spoke(place, row, len(rows)) for place, row in enumerate(rows)),
            _dashed(tuple(targets)),
            element("path", {"class": "kam-radar__scores", "d": _joined(scores)}),
            _numbers(),
            _targets(tuple(targets)),
            joined(
                _mark(place, row.score, row.critical, len(rows))
                for place, row in enumerate(rows)
                if row.score is not None
            ),
        ),
        legend(rows),
        table(title, rows),
    ]


@kept
def _dashed(targets: tuple[float | None, ...]) -> h.Node:
    return element("path", {"class": "kam-radar__targets", "d": _joined(targets)})


def _point(place: int, value: float, count: int) -> tuple[float, float]:
    """Where `value` stands on the spoke `place` of `count`; the first points up."""
    angle = 2 * pi * place / max(1, count) - pi / 2
    reach = RADIUS * value / TOP
    return round(MIDDLE[0] + reach * cos(angle), 1), round(MIDDLE[1] + reach * sin(angle), 1)


@kept
def _numbers() -> h.Node:
    """The numbers of the rings: left of the spoke that points up."""
    x, y = MIDDLE[0] - 11, MIDDLE[1] + 4
    return [
        words("kam-chart__tick", x, y - RADIUS * rung / TOP, str(rung), "end")
        for rung in range(TOP + 1)
    ]


@kept
def _rings(count: int) -> h.Node:
    kind = "kam-chart__axis kam-radar__ring"
    paths = (_joined([float(rung)] * count) for rung in range(1, TOP + 1))
    return [element("path", {"class": kind, "d": path}) for path in paths]


@kept
def _spoke(place: int, row: Dot, count: int) -> h.Node:
    spoke = {"class": "kam-chart__axis", "d": _line(place, (0, TOP), count, 0)}
    return (
        element("path", spoke),
        row.range is not None
        and row.range[0] < row.range[1]
        and element("path", {"class": "kam-chart__range", "d": _line(place, row.range, count, 5)}),
        _label(place, row, count),
    )


def _line(place: int, ends: tuple[float, float], count: int, half: float) -> str:
    """A line along a spoke; across each of its ends one of twice `half`."""
    (x1, y1), (x2, y2) = (_point(place, end, count) for end in ends)
    angle = 2 * pi * place / max(1, count)
    dx, dy = round(half * cos(angle), 1), round(half * sin(angle), 1)
    across = f"l{2 * dx:g} {2 * dy:g}" if half else ""
    start = f"M{x1 - dx:g} {y1 - dy:g}{across}" if half else ""
    end = f"M{x2 - dx:g} {y2 - dy:g}{across}" if half else ""
    return f"{start}M{x1:g} {y1:g}L{x2:g} {y2:g}{end}"


def _joined(values: Sequence[float | None]) -> str:
    """A path that joins neighbours; a value that is missing leaves a gap on both sides."""
    count = len(values)
    if count and None not in values:
        points = [_point(place, value or 0.0, count) for place, value in enumerate(values)]
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "z"
    pairs = [(place, (place + 1) % count) for place in range(count)]
    return "".join(
        "M{:g} {:g}L{:g} {:g}".format(*_point(a, one, count), *_point(b, other, count))
        for a, b in pairs
        if (one := values[a]) is not None and (other := values[b]) is not None
    )


@kept
def _mark(place: int, score: float, critical: bool, count: int) -> h.Node:
    return mark(critical, *_point(place, score, count))


@kept
def _targets(targets: tuple[float | None, ...]) -> h.Node:
    points = [
        _point(place, target, len(targets))
        for place, target in enumerate(targets)
        if target is not None
    ]
    return [triangle(x, y - 6) for x, y in points]


def _label(place: int, row: Dot, count: int) -> h.Node:
    """The name of a spoke, beyond its end, broken into lines."""
    x, y = _point(place, TOP, count)
    side = round((x - MIDDLE[0]) / RADIUS, 3)
    anchor = "middle" if abs(side) < 0.1 else "start" if side > 0 else "end"
    lines = broken(("◆ " if row.critical else "") + row.label)
    down = (y - MIDDLE[1]) / RADIUS
    first = y + 5 - LINE * (len(lines) - 1) * (1 - down) / 2 + 14 * down
    return [
        words("kam-chart__label", x + 10 * side, first + LINE * n, line, anchor)
        for n, line in enumerate(lines)
    ]


def broken(text: str) -> list[str]:
    """`text` in lines of at most `LETTERS` letters, never within a word."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
