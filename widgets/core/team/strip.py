"""The strip of one practice: a mark for each answer, a line for each function, and its median.

A mark bears the letter of its function, a hollow triangle is the median; it reads without colour.
"""

from collections.abc import Mapping

import htpy as h

from widgets.core.comparing.agreement import practice_agreement
from widgets.core.drawing.svg import drawing, element, words
from widgets.core.team import words as say
from widgets.core.team.comparison import RatedQuestion
from widgets.core.team.raters import FUNCTION

LEFT, RIGHT = 122, 372
"""Where rung 0 and rung 4 stand."""
ROW, AXIS, R, STEP, MOST = 40, 22, 9, 15, 4
"""Heights, radius, the step between marks on one rung, and how many are drawn before counting."""


def strip(topic: RatedQuestion) -> h.Element:
    """The drawing of `topic`; its text stands beside it."""
    rows = list(topic.by_function.items())
    height = AXIS + ROW * len(rows)
    title = f"Answers to “{topic.statement}” by function, 0 to 4"
    return h.figure(".kam-figure.kam-strip")[
        drawing(
            f"team-{topic.id}",
            title,
            f"{say.by_function(topic)} {say.gap(topic)}",
            height,
            _grid(height),
            [
                _row(id, counts, AXIS + ROW * place, alone=len(rows) == 1)
                for place, (id, counts) in enumerate(rows)
            ],
        )
    ]


def _x(rung: float) -> float:
    return round(LEFT + rung / 4 * (RIGHT - LEFT), 2)


def _grid(height: int) -> h.Node:
    return [
        (
            element(
                "line",
                {
                    "class": "kam-chart__axis",
                    "x1": f"{_x(rung):g}",
                    "x2": f"{_x(rung):g}",
                    "y1": "18",
                    "y2": str(height),
                },
            ),
            words("kam-chart__tick", _x(rung), 12, str(rung), "middle"),
        )
        for rung in range(5)
    ]


def _row(id: str, counts: tuple[int, ...], top: int, *, alone: bool) -> h.Node:
    middle = top + 15
    label = _label(id) if id or not alone else "Everybody"
    median = practice_agreement(counts, {}).median or 0.0
    track = {"class": "kam-dots__track", "d": f"M{_x(0):g} {middle}H{_x(4):g}"}
    return (
        words("kam-chart__label", 0, middle + 5, label),
        element("path", track),
        [_marks(id, rung, count, middle) for rung, count in enumerate(counts) if count],
        _triangle(_x(median), middle + R + 2),
    )


def _label(id: str) -> str:
    """The name of a function, short enough for its place."""
    return {"managers": "Account managers", "": "No function"}.get(id) or FUNCTION[id].label


def _marks(id: str, rung: int, count: int, y: int) -> h.Node:
    drawn = count if count <= MOST else 1
    first = _x(rung) - STEP * (drawn - 1) / 2
    letter = FUNCTION[id].mark if id else ""
    return (
        [_mark(letter, first + STEP * place, y) for place in range(drawn)],
        count > MOST and words("kam-chart__value", _x(rung) + R + 3, y + 5, f"×{count}"),
    )


def _mark(letter: str, x: float, y: float) -> h.Node:
    place = {"cx": f"{x:g}", "cy": f"{y:g}", "r": str(R if letter else R - 3)}
    kind = "kam-strip__mark" if letter else "kam-strip__mark kam-strip__mark--full"
    return (
        element("circle", {"class": kind, **place}),
        letter and words("kam-strip__letter", x, y + 4.5, letter, "middle"),
    )


def _triangle(x: float, y: float) -> h.Element:
    return element("path", {"class": "kam-strip__median", "d": f"M{x:g} {y}l5.5 9h-11z"})


def legend(used: Mapping[str, object]) -> h.Node:
    """What letters and the triangle mean."""
    letters = [f"{FUNCTION[id].mark} {say.function(id).lower()}" for id in used if id]
    shape = h.svg(viewBox="0 0 20 20", aria_hidden="true")[_triangle(10, 5)]
    return h.ul(".kam-legend")[[h.li[words_] for words_ in letters], h.li[shape, "median"]]
