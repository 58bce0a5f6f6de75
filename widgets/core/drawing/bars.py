"""Charts as SVG, drawn from a result; each has a title, a description and a table of its data.

CSS classes: `kam-figure` around each, `kam-chart` the drawing, `kam-chart__axis`, `__tick`,
`__label`, `__value`, `__range` in all; `kam-chart__track`, `__bar`, `__bar--critical` in bars;
`kam-dots`, `kam-dots__track`, `__score`, `__target` in dots, the last two in the radar too;
`kam-radar`, `kam-radar__ring`, `__scores`, `__targets`; `kam-legend` and `kam-table` below.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h
from markupsafe import Markup

from widgets.core.drawing.dots import Dot, dots
from widgets.core.drawing.html import joined, kept
from widgets.core.drawing.radar import radar
from widgets.core.drawing.svg import MARGIN, WIDTH, drawing, element, grid, x_of
from widgets.core.model.maturity import TOP
from widgets.core.scoring.results import Range
from widgets.core.words.answered import unscored
from widgets.core.words.numbers import number, span

__all__ = ["Bar", "Dot", "bars", "dots", "radar", "table"]

TITLE = "Score and possible range of each dimension, 0 to 4"
"""What the chart of a result is called."""

ROW = 46
AXIS = 26
"""Geometry in SVG units."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a score with the range that is possible."""

    label: str
    critical: bool
    score: float | None
    range: Range | None
    asked: bool = False
    """Whether it was answered with "we don't know"."""


def bars(id: str, title: str, rows: Sequence[Bar]) -> h.Element:
    """A bar for each row from 0 to its score, with its range as a line, and the same as a table."""
    return h.figure(".kam-figure")[_drawing(id, title, rows), table(title, rows)]


def _drawing(id: str, title: str, rows: Sequence[Bar]) -> h.Element:
    height = AXIS + ROW * len(rows)
    said = "; ".join(_words(row) for row in rows) + "."
    drawn = joined(_row(row, AXIS + ROW * place) for place, row in enumerate(rows))
    return drawing(id, title, said, height, grid(height), drawn)


@kept
def _row(row: Bar, top: int) -> h.Node:
    middle = top + 31
    parts: list[h.Node] = [
        element(
            "text",
            {"class": "kam-chart__label", "x": str(MARGIN), "y": str(top + 16)},
            ("◆ " if row.critical else "") + row.label,
        ),
        element(
            "text",
            {
                "class": "kam-chart__value",
                "x": str(WIDTH - MARGIN),
                "y": str(top + 16),
                "text-anchor": "end",
            },
            _value(row),
        ),
        _rect("kam-chart__track", 0, TOP, middle),
    ]
    if row.score is not None:
        kind = " kam-chart__bar--critical" if row.critical else ""
        parts.append(_rect(f"kam-chart__bar{kind}", 0, row.score, middle))
        if row.score == 0:
            parts.append(_rect(f"kam-chart__bar{kind}", 0, 0.03, middle))
    if row.range is not None and row.range[0] < row.range[1]:
        parts.append(_whisker(row.range, middle))
    return parts


def _whisker(range_: Range, y: int) -> h.Node:
    low, high = (f"{x_of(end):g}" for end in range_)
    return element(
        "path",
        {
            "class": "kam-chart__range",
            "d": f"M{low} {y - 5}v10M{low} {y}H{high}M{high} {y - 5}v10",
        },
    )


def _rect(kind: str, low: float, high: float, middle: int) -> h.Node:
    return element(
        "rect",
        {
            "class": kind,
            "x": f"{x_of(low):g}",
            "y": str(middle - 5),
            "width": f"{x_of(high) - x_of(low):g}",
            "height": "10",
            "rx": "2",
        },
    )


def _value(row: Bar) -> str:
    if row.score is not None:
        return number(row.score)
    return unscored(row.range is not None, asked=row.asked)


def _words(row: Bar) -> str:
    kind = " (critical)" if row.critical else ""
    return f"{row.label}{kind}: {_value(row)}, range {span(row.range)}"


def table(title: str, rows: Sequence[Bar]) -> h.Element:
    """The data of the chart."""
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.table(".kam-values")[
            h.caption(".kam-hidden")[title],
            h.thead[
                h.tr[
                    h.th(scope="col")["Dimension"],
                    h.th(scope="col")["Score"],
                    h.th(scope="col")["Range"],
                ]
            ],
            h.tbody[joined(_cells(row) for row in rows)],
        ],
        Markup("<p>◆ critical: caps the programme one level above its own.</p>"),
    ]


@kept
def _cells(row: Bar) -> h.Node:
    return h.tr[
        h.th(scope="row")[row.label, row.critical and " ◆"],
        h.td[_value(row)],
        h.td[span(row.range)],
    ]
