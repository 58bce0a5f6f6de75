"""The arithmetic in the open: every sum behind a result, with the reader's own values."""

from collections.abc import Iterable, Sequence

import htpy as h

from widgets.core.answers import Answers, NotApplicable
from widgets.core.model import TOP, Dimension, FailureFactor, Model
from widgets.core.report import level_name, levels, number, span
from widgets.core.scope import LEAST_CRITICAL, Proposals
from widgets.core.score import DimensionResult, Exposure, Result, score_dimension, standing_state


def of(model: Model, result: Result, more: Sequence[h.Node] = ()) -> h.Element:
    """The working of `result`, closed until the reader opens it; `more` ends it."""
    return h.details(".kam-working")[
        h.summary["Show the working"],
        _dimensions(model, result),
        _programme(model, result),
        result.score is not None and more,
    ]


def _dimensions(model: Model, result: Result, label: str = "Working by dimension") -> h.Node:
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
    return _table(label, heads, rows)


def _sum(dimension: DimensionResult) -> str:
    if dimension.range is None:
        return "does not apply"
    if dimension.score is None:
        return "open: counts 0 to 4 in the range"
    if dimension.basis == "quick":
        return f"{number(dimension.score)} (quick answer)"
    rungs = list(dimension.rungs.values())
    return f"({_plus(rungs)}) / {len(rungs)} = {number(dimension.score)}"


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


def exposure(model: Model, answers: Answers, result: Result) -> h.Node:
    """The sum behind each exposure: 1 - mean(rung) / 4 over the guards that are known."""
    rows = [
        h.tr[
            h.th(scope="row")[factor.name],
            h.td[_guards(model, answers, factor, found)],
            h.td[_open_guards(model, answers, factor, found)],
        ]
        for factor in model.failure_factors
        if (found := result.exposure[factor.id]).value is not None
    ]
    return (
        h.h4["Exposure to each failure factor"],
        h.p["1 less the mean rung of its guards divided by 4; times 100 where the page shows it."],
        _table("Working by failure factor", ("Failure factor", "Exposure", "Range"), rows),
    )


def _guards(model: Model, answers: Answers, factor: FailureFactor, found: Exposure) -> str:
    known = _known(model, answers, factor)
    rough = ", quick answers among them" if found.rough else ""
    return f"1 − ({_plus(known)}) / ({TOP} × {len(known)}) = {number(found.value)}{rough}"


def _open_guards(model: Model, answers: Answers, factor: FailureFactor, found: Exposure) -> str:
    states = [standing_state(id, answers, model)[0] for id in model.guarding[factor.id]]
    open_ = sum(not isinstance(s, int | NotApplicable) for s in states)
    if not open_:
        return "none open"
    return f"{open_} open, at {TOP} and at 0: {span(found.range)}"


def _known(model: Model, answers: Answers, factor: FailureFactor) -> list[int]:
    states = (standing_state(id, answers, model)[0] for id in model.guarding[factor.id])
    return [state for state in states if isinstance(state, int)]


def targets(model: Model, scoped: Proposals) -> h.Node:
    """How each target follows from the rungs that are good enough."""
    rows = [
        h.tr[h.th(scope="row")[d.name, d.critical and " ◆"], h.td[_target(d, model, scoped)]]
        for d in model.dimensions
    ]
    return (
        h.h4["Targets"],
        h.p[
            "The level that a dimension has with each practice at the rung that is good enough for "
            f"you; at least {LEAST_CRITICAL} where it is critical (our judgement)."
        ],
        _table("Working of the targets", ("Dimension (◆ critical)", "Target"), rows),
    )


def _target(dimension: Dimension, model: Model, scoped: Proposals) -> str:
    target = scoped.targets[dimension.id]
    rungs = {
        p.id: scoped.enough[p.id].rung
        for p in dimension.practices
        if p.id not in scoped.may_not_apply
    }
    found = score_dimension(dimension, Answers(practices=rungs), model)
    text = f"{_sum(found)}; {_level(found)}" if found.level is not None else "the usual rung"
    if found.level is not None and target.proposed != found.level:
        text += f"; at least {LEAST_CRITICAL}: {target.proposed}"
    return f"{text}; you set {target.level}" if target.overruled else text


def what_if(model: Model, after: Result) -> h.Node:
    """The same sums with the steps of the shortest way up taken."""
    return (
        h.h4["What if you take the shortest way up"],
        h.p["The same sums, with these steps taken."],
        _dimensions(model, after, "Working after the steps"),
        _programme(model, after),
    )


def _plus(rungs: Iterable[int]) -> str:
    return " + ".join(map(str, rungs))


def _table(label: str, heads: Sequence[str], rows: Sequence[h.Element]) -> h.Element:
    return h.div(".kam-scroll", tabindex="0", role="region", aria_label=label)[
        h.table[h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]], h.tbody[rows]]
    ]
