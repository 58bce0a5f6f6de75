"""The pictures of the page: firms as judged and as measured, and how the answers spread."""

from collections.abc import Sequence
from math import isnan
from statistics import fmean

import htpy as h

from build_tools.calibration.practices import Told
from build_tools.calibration.scores import judged_programme
from build_tools.calibration.targets import Found
from build_tools.figures.shapes import box, drawing, kind, line, manager, person, text
from build_tools.text.wording import name
from widgets.core.drawing.svg import element
from widgets.core.model.maturity import RUNGS, TOP, Model
from widgets.core.words.numbers import fixed

ROW = 26
LEFT, RIGHT = 176, 388
"""Where the scale from 0 to 4 begins and ends."""

STEP = 22
"""From one bar to the next."""

BARS = 230
"""Where the bars begin."""

SHADES: Sequence[str] = ("lost", "open", "plain", "", "filled")
"""How each rung is filled, lowest first."""


def _x(value: float) -> float:
    return round(LEFT + value / TOP * (RIGHT - LEFT), 1)


def firms(found: Found) -> h.Element:
    """Each firm: the judgement, and the programme score of the quick and the full readings."""
    rows = sorted(
        (judged_programme(case), fmean(_known(quick)), fmean(_known(full)), case.title)
        for case, quick, full in zip(
            found.cases,
            found.trial["quick"].programme.measured[:, :, 0].tolist(),
            found.trial["full"].programme.measured[:, :, 0].tolist(),
            strict=True,
        )
    )
    height = 58 + ROW * len(rows)
    said = "; ".join(
        f"{title}: judged {fixed(judged, 2)}, quick {fixed(quick, 2)}, full {fixed(full, 2)}"
        for judged, quick, full, title in rows
    )
    return drawing(
        "judged-and-measured",
        "Each firm as judged and as measured",
        f"{said}.",
        height,
        [manager(20, 10, size=7), text(32, 15, "judged", "small")],
        [person(100, 10, "open"), text(110, 15, "quick", "small")],
        [person(170, 10, "theirs"), text(180, 15, "full", "small")],
        [
            (
                line((_x(rung), 38), (_x(rung), height - 6), of=["faint"]),
                text(_x(rung), 34, str(rung), "small", "quiet", anchor="middle"),
            )
            for rung in RUNGS
        ],
        [_firm(52 + ROW * place, *row) for place, row in enumerate(rows)],
        caption="Programme scores, the mean of two readings each, beside the mean of two "
        "judgements. The closer the marks of a row, the better.",
    )


def _known(values: Sequence[float]) -> list[float]:
    return [value for value in values if not isnan(value)]


def _firm(y: float, judged: float, quick: float, full: float, title: str) -> list[h.Element]:
    ends = sorted((judged, quick, full))
    return [
        text(8, y + 5, title, "small"),
        line((_x(ends[0]), y), (_x(ends[-1]), y), of=["contact"]),
        manager(_x(judged), y, size=8),
        person(_x(full), y, "theirs", size=4),
        person(_x(quick), y, "open", size=4),
    ]


def spread(model: Model, told: Sequence[Told]) -> h.Element:
    """Each practice: how many answers chose each rung."""
    words: list[h.Node] = []
    bars: list[list[str]] = [[] for _ in RUNGS]
    y = 40
    for dimension in model.dimensions:
        words.append(text(8, y + 5, dimension.name, "bold", "small"))
        for one in (one for one in told if one.dimension == dimension.id):
            y += STEP
            words.append(text(8, y + 5, name(one.id), "small"))
            for bar, way in zip(bars, _stretches(y, one), strict=True):
                bar.append(way)
        y += STEP
    said = "; ".join(f"{name(one.id)}: {', '.join(map(str, one.rungs))}" for one in told)
    return drawing(
        "spread-of-answers",
        "How the answers to each practice spread over the rungs",
        f"How many answers chose rungs 0, 1, 2, 3 and 4. {said}.",
        y,
        [
            (
                box(8 + 76 * rung, 4, 14, 12, "", shade),
                text(28 + 76 * rung, 15, f"rung {rung}", "small"),
            )
            for rung, shade in zip(RUNGS, SHADES, strict=True)
        ],
        words,
        [
            element("path", {"class": kind("box", shade), "d": "".join(ways)})
            for shade, ways in zip(SHADES, bars, strict=True)
        ],
        caption="Each bar holds the answers that chose a rung. A bar of one kind only would tell "
        "nothing; a short bar has many answers without a rung.",
    )


def _stretches(y: float, one: Told) -> list[str]:
    """For each rung, its stretch of the bar of one practice as the way around it; may be empty."""
    chosen = 1 - one.silent - one.unanswerable - one.ill - one.na
    wide, at, ways = chosen * (RIGHT - BARS) / max(1, sum(one.rungs)), float(BARS), list[str]()
    for count in one.rungs:
        long = wide * count
        ways.append(f"M{at:.4g} {y - 7:g}h{long:.4g}v14h-{long:.4g}z" if count else "")
        at += long
    return ways
