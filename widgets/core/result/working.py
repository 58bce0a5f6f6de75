"""The arithmetic in the open: every sum behind a result, with the reader's own values.

What is worked out by scoring again, such as what a recommendation would change, is in
`widgets.core.panels.rescored`.
"""

from collections.abc import Sequence
from functools import lru_cache

import htpy as h
from markupsafe import Markup, escape

from widgets.core.advising.profile import LEAST_CRITICAL, Proposals
from widgets.core.answers.remembered import remembered
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import MOST_DRAWINGS, around, html, joined
from widgets.core.model.maturity import Dimension, Model
from widgets.core.scoring import sums
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.result_words import level_name, levels
from widgets.core.scoring.results import DimensionResult, Exposure, LevelRange, Range, Result
from widgets.core.scoring.score import score_dimension
from widgets.core.scoring.sums import level_of, sum_of

_ROW, _NAME_END = Markup('<tr><th scope="row">'), Markup("</th>")
_CELL, _CELL_END, _ROW_END = Markup("<td>"), Markup("</td>"), Markup("</tr>")
"""What stands around the texts of a row."""


def draw(model: Model, result: Result, more: Sequence[h.Node] = ()) -> h.Node:
    """The working of `result`; `more` ends it."""
    return h.div(".kam-working")[dimensions(model, result), result.score is not None and more]


def dimensions(model: Model, result: Result, label: str = "Working by dimension") -> h.Node:
    """The sums of every dimension, then those of the programme."""
    found = result.dimensions
    rows = [_sums(_name(d), found[d.id]) for d in model.dimensions]
    heads = ("Dimension (◆ critical)", "Score", "Level", "Score range", "Level range")
    lines = programme(model, result)
    return (
        table(label, heads, rows),
        h.ol[[h.li[line] for line in lines]] if lines else h.p["Nothing is scored yet."],
    )


@lru_cache(maxsize=MOST_DRAWINGS)
def _sums(name: str, found: DimensionResult) -> Markup:
    ranges = sums.score_range(found), levels(found.level_range)
    return row(name, sum_of(found), level_of(found), *ranges)


def programme(model: Model, result: Result) -> tuple[str, ...]:
    """The sums behind the programme's score and level, one sentence each; none without a score."""
    if result.mean_allows is None or not result.score_range or not result.level_range:
        return ()
    found = result.dimensions
    score, level = sums.programme(model, found)
    return (
        f"Programme score: the mean of the dimensions that have one: {score}.",
        f"Level that this mean allows: {level_name(model, result.mean_allows)}. The level "
        "of a mean is the nearest whole number, a half going up, here and in every dimension "
        "(our judgement).",
        f"Programme level: the least of that and one above each critical dimension: {level}.",
        *_ranges(model, result, result.score_range, result.level_range),
    )


def _ranges(model: Model, result: Result, score: Range, level: LevelRange) -> tuple[str, ...]:
    if score[1] - score[0] < TOLERANCE:
        return ("Range: every answer is known, so these figures have none.",)
    found = result.dimensions
    return (
        "Range of the score: the lower ends of the dimensions, then the upper ends: "
        f"{sums.programme_score_range(found, score)}.",
        "Range of the level, from these ends: "
        f"{sums.programme_level_range(model, found, score, level)}.",
    )


def exposure(model: Model, answers: Answers, result: Result) -> h.Node:
    """The sum behind each exposure: 1 - mean(rung) / 4 over the guards that are known."""
    rows = [
        _exposure(factor.name, sums.guards(model, answers, factor.id), found)
        for factor in model.failure_factors
        if (found := result.exposure[factor.id]).value is not None
    ]
    return (
        h.h4["Exposure to each failure factor"],
        h.p["1 less the mean rung of its guards divided by 4; times 100 where the page shows it."],
        table("Working by failure factor", ("Failure factor", "Exposure", "Range"), rows),
    )


@lru_cache(maxsize=MOST_DRAWINGS)
def _exposure(name: str, guards: sums.Guards, found: Exposure) -> Markup:
    rough = ", quick answers among them" if found.rough else ""
    value = sums.exposure(guards, found.value)
    return row(name, value + rough, sums.exposure_range(guards, found))


@remembered
def targets(model: Model, scoped: Proposals) -> Markup:
    """How each target follows from the rungs that are good enough."""
    rows = [row(_name(d), _target(d, scoped)) for d in model.dimensions]
    drawn = (
        h.h4["Targets"],
        h.p[
            "The level that a dimension has with each practice at the rung that is good enough for "
            f"you; at least {LEAST_CRITICAL} where it is critical (our judgement)."
        ],
        table("Working of the targets", ("Dimension (◆ critical)", "Target"), rows),
    )
    return html(drawn)


def _target(dimension: Dimension, scoped: Proposals) -> str:
    target = scoped.targets[dimension.id]
    rungs = {
        p.id: scoped.enough[p.id].rung
        for p in dimension.practices
        if p.id not in scoped.may_not_apply
    }
    found = score_dimension(dimension, Answers(practices=rungs))
    text = (
        f"{sum_of(found)}, level {level_of(found)}" if found.level is not None else "the usual rung"
    )
    if found.level is not None and target.proposed != found.level:
        text += f"; at least {LEAST_CRITICAL}: {target.proposed}"
    return f"{text}; you set {target.level}" if target.overruled else text


def _name(dimension: Dimension) -> str:
    return f"{dimension.name} ◆" if dimension.critical else dimension.name


def row(name: str, *cells: str) -> Markup:
    """A row of a table, by its head and its cells; joined here, for most rows differ each time."""
    inside = (part for cell in cells for part in (_CELL, escape(cell), _CELL_END))
    return joined([_ROW, escape(name), _NAME_END, *inside, _ROW_END])


def table(label: str, heads: tuple[str, ...], rows: Sequence[Markup]) -> h.Node:
    """A table that may be wider than the window."""
    return _framed(joined(rows), label, heads)


@around
def _framed(rows: Markup, label: str, heads: tuple[str, ...]) -> h.Node:
    return h.div(".kam-scroll", tabindex="0", role="region", aria_label=label)[
        h.table(".kam-values")[
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]], h.tbody[rows]
        ]
    ]
