"""What each criterion adds to two options, as bars to both sides of a line, and as a table.

CSS classes: `kam-for__zero` the line, `kam-for__first` and `kam-for__second` the bars.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import htpy as h

from widgets.core.choosing_words.phrases import one_decimal, signed
from widgets.core.drawing.html import kept
from widgets.core.drawing.svg import MARGIN, WIDTH, drawing, element, words

ROW = 40
LEAST = 4
"""Points at the end of the axis, where no bar is longer."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One criterion: the answer, and what it adds to the first and the second option."""

    label: str
    answer: str
    first: float
    second: float | None


@kept
def bars(id: str, first: str, second: str, rows: tuple[Contribution, ...]) -> h.Node:
    """The bars of the criteria that add anything, and every criterion in the table.

    `second` is empty where there is one option only.
    """
    drawn = [row for row in rows if row.first or row.second]
    title = f"What each criterion adds to {first}" + (f" and {second}" if second else "")
    return h.figure(".kam-figure")[
        bool(drawn) and [_drawing(id, title, drawn), _legend(first, second)],
        _table(title, first, second, rows),
    ]


def _drawing(id: str, title: str, rows: Sequence[Contribution]) -> h.Element:
    most = max(LEAST, *(abs(value) for row in rows for value in (row.first, row.second or 0)))
    height = ROW * len(rows) + 4
    said = "; ".join(f"{row.label} {_values(row)}" for row in rows) + "."
    middle = f"{WIDTH / 2:g}"
    zero = {"class": "kam-for__zero", "x1": middle, "x2": middle, "y1": "0", "y2": str(height)}
    parts = [_row(row, ROW * place, most) for place, row in enumerate(rows)]
    return drawing(id, title, said, height, element("line", zero), parts)


def _row(row: Contribution, top: int, most: float) -> h.Node:
    return [
        words("kam-chart__label", MARGIN, top + 15, row.label),
        words("kam-chart__value", WIDTH - MARGIN, top + 15, _values(row), "end"),
        _bar("kam-for__first", row.first, most, top + 20),
        row.second is not None and _bar("kam-for__second", row.second, most, top + 29),
    ]


def _bar(kind: str, value: float, most: float, top: int) -> h.Node:
    length = abs(value) / most * (WIDTH / 2 - MARGIN)
    left = WIDTH / 2 - (length if value < 0 else 0)
    box = {"x": f"{left:g}", "y": str(top), "width": f"{length:g}", "height": "7"}
    return value != 0 and element("rect", {"class": kind, **box})


def _values(row: Contribution) -> str:
    pair = [row.first] if row.second is None else [row.first, row.second]
    return " / ".join(signed(value) for value in pair)


def _legend(first: str, second: str) -> h.Element:
    names = [("kam-for__first", first), ("kam-for__second", second)]
    return h.ul(".kam-legend")[
        [
            h.li[
                h.svg(viewBox="0 0 16 16", aria_hidden="true")[
                    element(
                        "rect",
                        {"class": kind, "x": "1", "y": "4", "width": "14", "height": "8"},
                    )
                ],
                name,
            ]
            for kind, name in names
            if name
        ]
    ]


def _table(title: str, first: str, second: str, rows: Sequence[Contribution]) -> h.Element:
    heads = ["Criterion", "Answer", first, *([second] if second else [])]
    total = [sum(row.first for row in rows), sum(row.second or 0 for row in rows)]
    return h.details(".kam-table")[
        h.summary["The same as a table"],
        h.div(".kam-scroll", tabindex="0", role="group", aria_label=title)[
            h.table(".kam-sums")[
                h.caption(".kam-hidden")[title],
                h.thead[h.tr[[h.th(scope="col")[name] for name in heads]]],
                h.tbody[
                    [
                        h.tr[
                            h.th(scope="row")[row.label],
                            h.td[row.answer],
                            h.td[signed(row.first)],
                            row.second is not None and h.td[signed(row.second)],
                        ]
                        for row in rows
                    ],
                    h.tr[
                        h.th(scope="row")["Points"],
                        h.td,
                        h.td[one_decimal(total[0])],
                        bool(second) and h.td[one_decimal(total[1])],
                    ],
                ],
            ]
        ],
    ]
