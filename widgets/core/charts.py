"""Charts as SVG, drawn from a result; each has a title, a description and a table of its data."""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h
from markupsafe import Markup

from widgets.core.model import TOP
from widgets.core.report import number, span
from widgets.core.score import Range

WIDTH = 400
ROW = 46
AXIS = 26
MARGIN = 12
"""Geometry in SVG units; the drawing scales with the column it stands in."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a score with the range that is still open."""

    label: str
    critical: bool
    score: float | None
    range: Range | None


def bars(id: str, title: str, rows: Sequence[Bar]) -> h.Element:
    """A bar for each row from 0 to its score, with its range as a line, and the same as a table."""
    return h.figure(".kam-figure")[_drawing(id, title, rows), table(title, rows)]


def _drawing(id: str, title: str, rows: Sequence[Bar]) -> h.Element:
    height = AXIS + ROW * len(rows)
    return h.svg(
        ".kam-chart",
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
    )[
        _element("title", {"id": f"{id}-title"}, title),
        _element("desc", {"id": f"{id}-desc"}, "; ".join(_words(row) for row in rows) + "."),
        (_grid(rung, height) for rung in range(TOP + 1)),
        (_row(row, AXIS + ROW * place) for place, row in enumerate(rows)),
    ]


def _grid(rung: int, height: int) -> h.Node:
    x = f"{_x(rung):g}"
    return (
        _element(
            "line", {"class": "kam-chart__axis", "x1": x, "x2": x, "y1": "18", "y2": str(height)}
        ),
        _element(
            "text",
            {"class": "kam-chart__tick", "x": x, "y": "12", "text-anchor": "middle"},
            str(rung),
        ),
    )


def _row(row: Bar, top: int) -> h.Node:
    middle = top + 31
    parts: list[h.Node] = [
        _element(
            "text",
            {"class": "kam-chart__label", "x": str(MARGIN), "y": str(top + 16)},
            ("◆ " if row.critical else "") + row.label,
        ),
        _element(
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
    low, high = (f"{_x(end):g}" for end in range_)
    return _element(
        "path",
        {
            "class": "kam-chart__range",
            "d": f"M{low} {y - 5}v10M{low} {y}H{high}M{high} {y - 5}v10",
        },
    )


def _rect(kind: str, low: float, high: float, middle: int) -> h.Node:
    return _element(
        "rect",
        {
            "class": kind,
            "x": f"{_x(low):g}",
            "y": str(middle - 5),
            "width": f"{_x(high) - _x(low):g}",
            "height": "10",
            "rx": "2",
        },
    )


def _x(value: float) -> float:
    return round(MARGIN + value / TOP * (WIDTH - 2 * MARGIN), 2)


def _element(name: str, attributes: dict[str, str], *children: h.Node) -> h.Element:
    return h.Element(name)(attributes)[children]


def _value(row: Bar) -> str:
    if row.score is not None:
        return number(row.score)
    return "does not apply" if row.range is None else "open"


def _words(row: Bar) -> str:
    kind = " (critical)" if row.critical else ""
    return f"{row.label}{kind}: {_value(row)}, range {span(row.range)}"


def table(title: str, rows: Sequence[Bar]) -> h.Element:
    """The data of the chart."""
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.table[
            h.caption(".kam-hidden")[title],
            h.thead[
                h.tr[
                    h.th(scope="col")["Dimension"],
                    h.th(scope="col")["Score"],
                    h.th(scope="col")["Range"],
                ]
            ],
            h.tbody[
                (
                    h.tr[
                        h.th(scope="row")[row.label, row.critical and " ◆"],
                        h.td[_value(row)],
                        h.td[span(row.range)],
                    ]
                    for row in rows
                )
            ],
        ],
        Markup("<p>◆ critical: caps the programme one level above its own.</p>"),
    ]
