"""Where to look first: three things to talk about, and what is not known and matters.

Both put in order what a result already says; neither changes a score.
"""

from dataclasses import dataclass
from typing import Literal

from widgets.core.advising.profile import Proposals, Target, proposals
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.model.maturity import Dimension, FailureFactor, Model
from widgets.core.scoring.result_words import level_name
from widgets.core.scoring.results import Result
from widgets.core.words.english import listed
from widgets.core.words.numbers import hundredths, number

TOPICS = 3
"""How many things to talk about first."""

EXPOSED = 0.5
"""Exposure from which a failure factor is worth talking about; our judgement."""

HOLE = 2
"""Rungs below the mean of its dimension from which a practice is a hole that the level does not
show; our judgement."""

type TopicKind = Literal["cap", "exposure", "gap", "hole", "unknown"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about."""

    kind: TopicKind
    id: str
    """A failure factor for `exposure`, otherwise a dimension."""
    text: str
    """Why, with the reader's own values."""
    practices: tuple[str, ...]
    """Ids of the practices behind it, in model order."""


def talk_first(
    model: Model, answers: Answers, result: Result, scoped: Proposals | None = None
) -> tuple[Topic, ...]:
    """Up to three things to talk about first; `scoped`: what the profile proposes, if at hand.

    Five kinds, in this order: critical dimensions that cap the programme, in model order; failure
    factors with an exposure of `EXPOSED` or more, highest first; dimensions below their target,
    the largest gap first; dimensions with a rung `HOLE` or more below their mean, the deepest
    first; dimensions with answers that nobody knows, most first.  Equal ones: critical first where
    it is a dimension, then model order.
    The best of each kind comes first, then the second of each, until there are three; no
    dimension comes twice.
    """
    kinds = [
        _caps(model, result),
        _exposures(model, answers, result),
        _gaps(model, result, scoped or proposals(model, answers)),
        _holes(model, result),
        _unknowns(model, answers),
    ]
    found: list[Topic] = []
    while len(found) < TOPICS and any(kinds):
        for topics in kinds:
            while topics and topics[0].id in {topic.id for topic in found}:
                topics.pop(0)
            if topics:
                found.append(topics.pop(0))
    return tuple(found[:TOPICS])


def _caps(model: Model, result: Result) -> list[Topic]:
    return [
        Topic(
            "cap",
            id,
            f"“{model.dimension[id].name}” stands at {level_name(model, level)} and holds the "
            f"programme at {level_name(model, result.level)}.",
            _lowest(result, id),
        )
        for id in result.capped_by
        if (level := result.dimensions[id].level) is not None and result.level is not None
    ]


def _lowest(result: Result, dimension: str) -> tuple[str, ...]:
    """Practices at the lowest known rung of a dimension."""
    rungs = result.dimensions[dimension].rungs
    return tuple(id for id, rung in rungs.items() if rung == min(rungs.values()))


def _exposures(model: Model, answers: Answers, result: Result) -> list[Topic]:
    """The highest value first; of equal ones the one that is higher at its best."""
    open_ = [
        (value, exposure.range[0] if exposure.range else 0.0, factor)
        for factor in model.failure_factors
        if (value := (exposure := result.exposure[factor.id]).value) is not None
        and value >= EXPOSED - 1e-9
    ]
    open_.sort(key=lambda found: (-round(found[0], 9), -round(found[1], 9)))
    return [_exposed(factor, value, model, answers) for value, _, factor in open_]


def _exposed(factor: FailureFactor, value: float, model: Model, answers: Answers) -> Topic:
    rungs = {
        id: state
        for id in model.guarding[factor.id]
        if isinstance(state := answers.practices.get(id), int)
    }
    weak = tuple(id for id, rung in rungs.items() if rung == min(rungs.values()))
    text = f"The programme is exposed to “{factor.name}”: {hundredths(value)} of 100."
    return Topic("exposure", factor.id, text, weak)


def _gaps(model: Model, result: Result, scoped: Proposals) -> list[Topic]:
    targets = scoped.targets
    below = [
        (targets[d.id].level - level, d, level)
        for d in model.dimensions
        if (level := result.dimensions[d.id].level) is not None and level < targets[d.id].level
    ]
    below.sort(key=lambda found: (-found[0], not found[1].critical))
    return [_gap(d, level, targets[d.id], result) for _, d, level in below]


def _gap(dimension: Dimension, level: int, target: Target, result: Result) -> Topic:
    whose = "your target" if target.overruled else "the target that we propose"
    text = f"“{dimension.name}” stands at level {level}; {whose} is {target.level}."
    return Topic("gap", dimension.id, text, _lowest(result, dimension.id))


def _holes(model: Model, result: Result) -> list[Topic]:
    """A mean forgives one low rung among high ones, so that it is told here."""
    deep = [
        (round(found.score - min(found.rungs.values()), 9), d)
        for d in model.dimensions
        if (found := result.dimensions[d.id]).rungs and found.score is not None
    ]
    deep = [(depth, dimension) for depth, dimension in deep if depth >= HOLE]
    deep.sort(key=lambda found: (-found[0], not found[1].critical))
    return [_hole(model, dimension, result) for _, dimension in deep]


def _hole(model: Model, dimension: Dimension, result: Result) -> Topic:
    found, lowest = result.dimensions[dimension.id], _lowest(result, dimension.id)
    named = listed([f"“{model.practice[id].statement.removesuffix('.')}”" for id in lowest])
    stands = "stands" if len(lowest) == 1 else "stand"
    text = (
        f"“{dimension.name}” comes to {number(found.score)}, but {named} {stands} at rung "
        f"{found.rungs[lowest[0]]}."
    )
    return Topic("hole", dimension.id, text, lowest)


def _unknowns(model: Model, answers: Answers) -> list[Topic]:
    """Dimensions in which somebody was asked and nobody knew."""
    found = []
    for dimension in model.dimensions:
        states = [answers.practices.get(p.id) for p in dimension.practices]
        asked = [p.id for p, s in zip(dimension.practices, states, strict=True) if s == UNKNOWN]
        if all(s is None for s in states) and answers.quick.get(dimension.id) == UNKNOWN:
            asked, count = [p.id for p in dimension.practices], max(1, len(states))
            text = f"Nobody could say how “{dimension.name}” stands. Who could find out?"
        else:
            count = len(asked)
            many = f"{len(asked)} questions" if len(asked) != 1 else "1 question"
            text = f"Nobody could answer {many} on “{dimension.name}”. Who could find out?"
        if count:
            found.append((count, dimension, Topic("unknown", dimension.id, text, tuple(asked))))
    found.sort(key=lambda entry: (-entry[0], not entry[1].critical))
    return [topic for _, _, topic in found]
