"""Advice with a because: which rules the answers set off, and what each would change.

Pure.  What a rule would change is computed by scoring again with its rungs raised; only known
rungs at most `STEP` below the wanted one rise, so nothing at 4, unknown, blank or `na` is ever
recommended, and nobody is told to leap.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import fsum

from widgets.core.advising.reasons import Because, reasons
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import EFFORTS, TOP, Advice, Model
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import (
    capped_by,
    programme,
    score,
    score_dimension,
    score_exposure,
)

STEP = 2
"""By how many rungs one recommendation lifts an answer at most; our judgement."""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A rule that fired, with the answers behind it and what following it would change."""

    advice: Advice
    because: tuple[Because, ...]
    first_step: str
    changes: Mapping[str, int]
    """New rung by practice id."""
    quick_changes: Mapping[str, int]
    """New quick answer by dimension id."""
    level: tuple[int, int]
    """The programme's level before and after."""
    score: tuple[float, float]
    capped_by: tuple[tuple[str, ...], tuple[str, ...]]
    """The dimensions that cap the programme, before and after."""
    exposure: Mapping[str, tuple[float, float]]
    """Before and after by failure factor id, where it changes."""
    rough: bool
    """Whether a quick answer is among the reasons or the changes."""
    waits_for: tuple[str, ...] = ()
    """Ids of recommendations that come first."""
    covers: tuple[str, ...] = ()
    """Ids of rules that fired too and raise no other answer than this one."""


@dataclass(frozen=True, slots=True)
class _Fired:
    advice: Advice
    because: tuple[Because, ...]
    changes: Mapping[str, int]
    quick: Mapping[str, int]
    covers: tuple[str, ...] = ()

    def covers_all_of(self, other: "_Fired") -> bool:
        """Whether this raises every answer that `other` raises; how far is no matter."""
        return (
            self.changes.keys() >= other.changes.keys() and self.quick.keys() >= other.quick.keys()
        )


def advise(model: Model, answers: Answers, result: Result) -> tuple[Recommendation, ...]:
    """The recommendations for `answers`, whose score is `result`; the first matters most.

    A rule that raises no other answer than an earlier rule of the model is covered by that one.
    The rest are ordered by what they would change: levels gained, caps lifted, the sum by which
    exposures fall, score gained; then least effort, then model order.  A recommendation that
    another one needs stands before it, wherever it would stand alone.
    """
    fired = _without_covered(_fired(model, answers, result))
    standing = {id: rule.advice.id for rule in fired for id in (rule.advice.id, *rule.covers)}
    order = {rule.id: n for n, rule in enumerate(model.advice)}
    found = [_recommendation(model, answers, result, rule, standing) for rule in fired]
    found.sort(key=lambda r: (*_worth(r), order[r.advice.id]))
    return _needs_first(found)


def what_if(model: Model, answers: Answers, raises: Mapping[str, int]) -> Result:
    """The score of `answers` with `raises` applied, which leaves `answers` as they are.

    `raises` maps a practice, or a dimension that stands on its quick answer, to the rung to reach;
    see `raised`.  Raises `KeyError` for an id that is neither.
    """
    return score(model, raised(model, answers, raises))


def eased(item: Recommendation) -> str | None:
    """The failure factor whose exposure falls most; none where none falls."""
    falls = {id: was - will for id, (was, will) in item.exposure.items()}
    return max(falls, key=lambda factor: falls[factor], default=None)


def raised(model: Model, answers: Answers, raises: Mapping[str, int]) -> Answers:
    """`answers` with every known rung below the one in `raises` lifted to it; nothing sinks."""
    return _with(answers, *_rising(model, answers, raises, TOP))


def _with(answers: Answers, changes: Mapping[str, int], quick: Mapping[str, int]) -> Answers:
    return replace(
        answers,
        practices={**answers.practices, **changes},
        quick={**answers.quick, **quick},
    )


def _rising(
    model: Model, answers: Answers, raises: Mapping[str, int], step: int
) -> tuple[dict[str, int], dict[str, int]]:
    """What `raises` lifts by up to `step`: practices, and quick answers a dimension stands on."""
    changes: dict[str, int] = {}
    quick: dict[str, int] = {}
    for id, rung in raises.items():
        if id in model.practice:
            now = answers.practices.get(id)
            if isinstance(now, int) and now < rung <= now + step:
                changes[id] = rung
        elif not any(p.id in answers.practices for p in model.dimension[id].practices):
            now = answers.quick.get(id)
            if isinstance(now, int) and now < rung <= now + step:
                quick[id] = rung
    return changes, quick


def _fired(model: Model, answers: Answers, result: Result) -> list[_Fired]:
    fired = []
    for advice in model.advice:
        changes, quick = _rising(model, answers, advice.raises, STEP)
        if changes or quick:
            because = reasons(advice.when, model, result)
            if because is not None:
                once = tuple(dict.fromkeys(because))
                fired.append(_Fired(advice, once, changes, quick))
    return fired


def _without_covered(fired: Iterable[_Fired]) -> list[_Fired]:
    """The rules that raise an answer which no single rule before them raises with the rest."""
    kept: list[_Fired] = []
    for rule in fired:
        place = next((n for n, before in enumerate(kept) if before.covers_all_of(rule)), None)
        if place is None:
            kept.append(rule)
        else:
            by = kept[place]
            covers = (*by.covers, rule.advice.id)
            kept[place] = _Fired(by.advice, by.because, by.changes, by.quick, covers)
    return kept


@dataclass(frozen=True, slots=True)
class _After:
    level: int
    score: float
    capped_by: tuple[str, ...]
    exposure: Mapping[str, float | None]
    """Of the factors that the raised practices guard against."""


def _after(model: Model, answers: Answers, result: Result, rule: _Fired) -> _After:
    """The figures once `rule` is followed: `what_if`, without scoring what it does not touch."""
    new = _with(answers, rule.changes, rule.quick)
    homes = {model.home[id].id for id in rule.changes} | set(rule.quick)
    dimensions = {
        d.id: score_dimension(d, new) if d.id in homes else result.dimensions[d.id]
        for d in model.dimensions
    }
    raised_ = [model.practice[id] for id in rule.changes]
    raised_ += [p for id in rule.quick for p in model.dimension[id].practices]
    touched = {factor for practice in raised_ for factor in practice.guards}
    exposure = {
        f.id: score_exposure(f, new, model).value for f in model.failure_factors if f.id in touched
    }
    total, allows, level = programme(model, dimensions)
    if total is None or level is None:
        raise ValueError(f"{rule.advice.id}: a rule that raises a rung leaves a score")
    return _After(level, total, capped_by(model, dimensions, level, allows), exposure)


def _recommendation(
    model: Model, answers: Answers, result: Result, rule: _Fired, standing: Mapping[str, str]
) -> Recommendation:
    after = _after(model, answers, result, rule)
    before = {id: result.exposure[id].value for id in after.exposure}
    needed = dict.fromkeys(standing[id] for id in rule.advice.needs if id in standing)
    return Recommendation(
        advice=rule.advice,
        because=rule.because,
        first_step=_first_step(model, rule),
        changes=rule.changes,
        quick_changes=rule.quick,
        level=(result.level or 0, after.level),
        score=(result.score or 0.0, after.score),
        capped_by=(result.capped_by, after.capped_by),
        exposure={
            id: (was, now)
            for id, now in after.exposure.items()
            if now is not None and (was := before[id]) is not None and was - now > TOLERANCE
        },
        rough=bool(rule.quick) or any(b.kind == "dimension" for b in rule.because),
        waits_for=tuple(id for id in needed if id != rule.advice.id),
        covers=rule.covers,
    )


def _first_step(model: Model, rule: _Fired) -> str:
    """The rule's own first step, or that of the first practice it names and would raise."""
    named = rule.advice.first_step_of
    if not named:
        return rule.advice.first_step
    chosen = next((id for id in named if id in rule.changes), None)
    if chosen is None:  # only a quick answer rises: its first practice speaks for the dimension
        chosen = next((id for id in named if model.home[id].id in rule.quick), named[0])
    return model.practice[chosen].first_step


def _worth(recommendation: Recommendation) -> tuple[float, ...]:
    """What orders recommendations, best first; see `advise`."""
    level, caps = recommendation.level, recommendation.capped_by
    falls = fsum(was - now for was, now in recommendation.exposure.values())
    gain = recommendation.score[1] - recommendation.score[0]
    return (
        level[0] - level[1],
        -len(set(caps[0]) - set(caps[1])),
        -round(falls, 9),
        -round(gain, 9),
        list(EFFORTS).index(recommendation.advice.effort),
    )


def _needs_first(found: list[Recommendation]) -> tuple[Recommendation, ...]:
    """`found` in its order, but each after those it waits for."""
    by_id = {recommendation.advice.id: recommendation for recommendation in found}
    placed: dict[str, Recommendation] = {}
    begun: set[str] = set()

    def place(recommendation: Recommendation) -> None:
        id = recommendation.advice.id
        if id in begun:
            return
        begun.add(id)
        for needed in recommendation.waits_for:
            place(by_id[needed])
        placed[id] = recommendation

    for recommendation in found:
        place(recommendation)
    return tuple(placed.values())
