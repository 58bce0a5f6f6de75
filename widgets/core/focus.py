"""Where to look first: three things to talk about, and the open answers that matter.

Both are orders over what a result already says; neither changes a score.
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from widgets.core.answers import UNKNOWN, Answers, NotApplicable
from widgets.core.model import TOP, Dimension, FailureFactor, Model
from widgets.core.report import level_name, number
from widgets.core.scope import Target, proposals
from widgets.core.score import Result, capped_by, programme, score_dimension, score_exposure

TOPICS = 3
"""How many things to talk about first."""

EXPOSED = 0.5
"""Exposure from which a failure factor is worth talking about; our judgement."""

type Kind = Literal["cap", "exposure", "gap", "unknown"]


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing to talk about."""

    kind: Kind
    id: str
    """A failure factor for `exposure`, otherwise a dimension."""
    text: str
    """Why, with the reader's own values."""
    practices: tuple[str, ...]
    """Ids of the practices behind it, in model order."""


def talk_first(model: Model, answers: Answers, result: Result) -> tuple[Topic, ...]:
    """Up to three things to talk about first.

    Four kinds, in this order: critical dimensions that cap the programme, in model order; failure
    factors with an exposure of `EXPOSED` or more, highest first; dimensions below their target,
    the largest gap first; dimensions with answers that nobody knows, most first.  Equal ones:
    critical first where it is a dimension, then model order.
    The best of each kind comes first, then the second of each, until there are three; no
    dimension comes twice.
    """
    kinds = [
        _caps(model, result),
        _exposures(model, answers, result),
        _gaps(model, answers, result),
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
    text = f"The programme is open to “{factor.name}”: exposure {value:.0%}."
    return Topic("exposure", factor.id, text, weak)


def _gaps(model: Model, answers: Answers, result: Result) -> list[Topic]:
    targets = proposals(model, answers).targets
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


def _unknowns(model: Model, answers: Answers) -> list[Topic]:
    """Dimensions in which somebody was asked and nobody knew."""
    found = []
    for dimension in model.dimensions:
        states = [answers.practices.get(p.id) for p in dimension.practices]
        asked = [p.id for p, s in zip(dimension.practices, states, strict=True) if s == UNKNOWN]
        if all(s is None for s in states) and answers.quick.get(dimension.id) == UNKNOWN:
            asked = [p.id for p in dimension.practices]
            text = f"Nobody could say how “{dimension.name}” stands. Who could find out?"
        else:
            many = f"{len(asked)} questions" if len(asked) != 1 else "1 question"
            text = f"Nobody could answer {many} on “{dimension.name}”. Who could find out?"
        if asked:
            found.append(
                (len(asked), dimension, Topic("unknown", dimension.id, text, tuple(asked)))
            )
    found.sort(key=lambda entry: (-entry[0], not entry[1].critical))
    return [topic for _, _, topic in found]


type Advise = Callable[[Answers], Collection[str]]
"""Ids of the recommendations that given answers lead to."""


@dataclass(frozen=True, slots=True)
class Filling:
    """The programme if one open answer were a given rung."""

    score: float | None
    level: int | None
    capped_by: tuple[str, ...]
    advice: frozenset[str]
    """Ids of recommendations; empty where nobody asked for them."""


@dataclass(frozen=True, slots=True)
class Open:
    """An open answer, and what it could change."""

    id: str
    """A practice, or a dimension of which nothing is known: its quick question."""
    dimension: str
    low: Filling
    """With the answer 0."""
    high: Filling
    """With the answer 4."""
    exposure: tuple[str, ...]
    """Ids of the failure factors whose exposure it changes, in model order."""
    text: str

    @property
    def levels(self) -> int:
        """By how many levels of the programme it decides, 0 to 4."""
        return (self.high.level or 0) - (self.low.level or 0)


def would_change(
    model: Model, answers: Answers, result: Result, advise: Advise | None = None
) -> tuple[Open, ...]:
    """The open answers that would change the level, what caps it, or the advice; most first.

    An answer is open where it is blank or unknown.  A dimension of which nothing is known counts
    as one answer, its quick question; one that stands on its quick answer is not open.
    Each is filled alone, with 0 and with 4, and scored anew.  An answer counts if the two differ.
    Order: more levels between the two, then more differences in advice, then a difference in what
    caps, then more score between the two, then model order.  Nothing answered: nothing to change.
    """
    if result.level is None:
        return ()
    tried = [
        _try(id, home, model, answers, result, advise) for id, home in _open(model, answers, result)
    ]
    telling = [open_ for open_ in tried if _differs(open_)]
    return tuple(sorted(telling, key=_weight))


def _open(model: Model, answers: Answers, result: Result) -> Iterator[tuple[str, Dimension]]:
    for dimension in model.dimensions:
        found = result.dimensions[dimension.id]
        if found.basis == "practices":
            for practice in dimension.practices:
                if answers.practices.get(practice.id) in (None, UNKNOWN):
                    yield practice.id, dimension
        elif found.score is None:
            yield dimension.id, dimension


def _try(
    id: str,
    dimension: Dimension,
    model: Model,
    answers: Answers,
    result: Result,
    advise: Advise | None,
) -> Open:
    low, high = (
        _fill(_with(answers, id, rung, model), dimension, model, result, advise)
        for rung in (0, TOP)
    )
    mine = {id} if id in model.practice else {p.id for p in dimension.practices}
    return Open(
        id=id,
        dimension=dimension.id,
        low=low,
        high=high,
        exposure=tuple(f.id for f in model.failure_factors if mine & set(model.guarding[f.id])),
        text=_say(id, dimension, model, low, high),
    )


def _with(answers: Answers, id: str, rung: int, model: Model) -> Answers:
    if id in model.practice:
        return replace(answers, practices={**answers.practices, id: rung})
    return replace(answers, quick={**answers.quick, id: rung})


def _fill(
    answers: Answers, dimension: Dimension, model: Model, result: Result, advise: Advise | None
) -> Filling:
    """Scores anew what one answer can change: its own dimension and the programme."""
    mine = {dimension.id: score_dimension(dimension, answers, model)}
    dimensions = {**result.dimensions, **mine}
    score, allows, level = programme(model, dimensions)
    return Filling(
        score=score,
        level=level,
        capped_by=capped_by(model, dimensions, level, allows),
        advice=frozenset(advise(answers) if advise else ()),
    )


def _differs(open_: Open) -> bool:
    low, high = open_.low, open_.high
    return (low.level, low.capped_by, low.advice) != (high.level, high.capped_by, high.advice)


def _weight(open_: Open) -> tuple[int, int, bool, float]:
    low, high = open_.low, open_.high
    return (
        -open_.levels,
        -len(low.advice ^ high.advice),
        low.capped_by == high.capped_by,
        -round((high.score or 0) - (low.score or 0), 9),
    )


def _say(id: str, dimension: Dimension, model: Model, low: Filling, high: Filling) -> str:
    name = f"“{model.practice[id].statement}”" if id in model.practice else f"“{dimension.name}”"
    if low.level is not None and high.level is not None and low.level != high.level:
        return (
            f"{name} At 0 the programme stands at {level_name(model, low.level)}, "
            f"at 4 at {level_name(model, high.level)}."
        )
    if changed := len(low.advice ^ high.advice):
        return f"{name} It decides on {changed} recommendation{'s' if changed > 1 else ''}."
    return f"{name} It decides what caps the programme. The score would be {number(low.score)} or {number(high.score)}."
