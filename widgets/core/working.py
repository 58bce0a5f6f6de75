"""The arithmetic in the open: every sum behind a result, with the reader's own values."""

import htpy as h

from widgets.core.model import Model
from widgets.core.report import level_name, levels, number, span
from widgets.core.score import DimensionResult, Result


def of(model: Model, result: Result) -> h.Element:
    """The working of `result`, closed until the reader opens it."""
    return h.details(".kam-working")[
        h.summary["Show the working"],
        _dimensions(model, result),
        _programme(model, result),
    ]


def _dimensions(model: Model, result: Result) -> h.Node:
    rows = [
        h.tr[
            h.th(scope="row")[d.name, d.critical and " ◆"],
            h.td[_sum(result.dimensions[d.id])],
            h.td[_level(result.dimensions[d.id])],
            h.td[span(result.dimensions[d.id].range)],
            h.td[levels(model, result.dimensions[d.id].level_range)],
        ]
        for d in model.dimensions
    ]
    heads = ("Dimension (◆ critical)", "Score", "Level", "Score range", "Level range")
    return h.div(".kam-scroll", tabindex="0", role="region", aria_label="Working by dimension")[
        h.table[h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]], h.tbody[rows]]
    ]


def _sum(dimension: DimensionResult) -> str:
    if dimension.range is None:
        return "does not apply"
    if dimension.score is None:
        return "open: counts 0 to 4 in the range"
    if dimension.basis == "quick":
        return f"{number(dimension.score)} (quick answer)"
    rungs = list(dimension.rungs.values())
    return f"({' + '.join(map(str, rungs))}) / {len(rungs)} = {number(dimension.score)}"


def _level(dimension: DimensionResult) -> str:
    if dimension.level is None:
        return "–"
    if dimension.basis == "quick":
        return str(dimension.level)
    lowest = min(dimension.rungs.values())
    return f"min({dimension.mean_allows}, 1 + {lowest}) = {dimension.level}"


def _programme(model: Model, result: Result) -> h.Node:
    if result.score is None or result.mean_allows is None or result.level is None:
        return h.p["Nothing is scored yet."]
    scored = [d.score for d in result.dimensions.values() if d.score is not None]
    caps = [
        result.dimensions[d.id].cap
        for d in model.dimensions
        if d.critical and result.dimensions[d.id].cap is not None
    ]
    inner = ", ".join(map(str, [result.mean_allows, *caps]))
    return h.ol[
        h.li[
            "Programme score: the mean of the dimensions that have one: "
            f"({' + '.join(map(number, scored))}) / {len(scored)} = {number(result.score)}."
        ],
        h.li[
            f"Level that this mean allows: {level_name(model, result.mean_allows)}. A mean counts "
            f"as its whole number; from {number(model.renewing_from)} it counts as 4 "
            "(our judgement)."
        ],
        h.li[
            "Programme level: the least of that and one above each critical dimension: "
            f"min({inner}) = {result.level}."
        ],
        h.li[
            "Range: the same sums with every open answer at 0, then at 4: score "
            f"{span(result.score_range)}, level {levels(model, result.level_range)}."
        ],
    ]
