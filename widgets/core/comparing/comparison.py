"""What moved between two assessments.

Movement is counted on what both answered alike: a practice that has a rung both times, or a
dimension that stands on its quick answer both times.  What was answered only once changes a score
and moves nothing; it is named with the reason.  Pure functions; answers are those of one model.
"""

from collections.abc import Iterator, Mapping

from widgets.core.advising.profile import proposals
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable, State
from widgets.core.comparing.movement import (
    Comparison,
    DimensionMove,
    PracticeMove,
    TargetMove,
    difference,
    steps_up,
)
from widgets.core.model.maturity import Dimension, Model
from widgets.core.scoring.results import DimensionResult, Result
from widgets.core.scoring.score import score
from widgets.core.words.answered import BLANK, DOES_NOT_APPLY, SAID

CLEAR_STEPS = 2
"""Rungs, up less down, from which a dimension has moved and not one answer; our judgement."""


def compare(model: Model, before: Answers, after: Answers) -> Comparison:
    """What moved from `before` to `after`; every id in them is one of `model`."""
    alike = common(model, before, after)
    was, now, like_was, like_now = (score(model, a) for a in (before, after, *alike))
    practices = dict(_practices(model, before, after))
    exposure = {
        id: change
        for id, then in like_was.exposure.items()
        if (change := difference(then.value, like_now.exposure[id].value)) is not None
    }
    return Comparison(
        before=was,
        after=now,
        like=(like_was, like_now),
        practices=practices,
        dimensions={
            d.id: _dimension(d, (was, now), (like_was, like_now), practices)
            for d in model.dimensions
        },
        targets=_targets(model, (before, after), (was, now)),
        exposure=exposure,
    )


def common(model: Model, before: Answers, after: Answers) -> tuple[Answers, Answers]:
    """Both, cut down to what both answered alike."""
    practices = [
        id for id in model.practice if all(rung(a, id) is not None for a in (before, after))
    ]
    quick = [
        d.id
        for d in model.dimensions
        if all(on_quick(d, a) and isinstance(a.quick.get(d.id), int) for a in (before, after))
    ]
    cut = [
        Answers({id: a.practices[id] for id in practices}, {id: a.quick[id] for id in quick})
        for a in (before, after)
    ]
    return cut[0], cut[1]


def on_quick(dimension: Dimension, answers: Answers) -> bool:
    """Whether `dimension` stands on its quick answer: none of its practices has a state."""
    return all(p.id not in answers.practices for p in dimension.practices)


def state_words(state: State | None) -> str:
    """The state of a practice in words."""
    if state is None:
        return BLANK
    if isinstance(state, NotApplicable):
        return DOES_NOT_APPLY
    return SAID if state == UNKNOWN else f"rung {state}"


def rung(answers: Answers, id: str) -> int | None:
    """The rung of a practice; none if it has another state, or none."""
    state = answers.practices.get(id)
    return state if isinstance(state, int) else None


def _practices(model: Model, before: Answers, after: Answers) -> Iterator[tuple[str, PracticeMove]]:
    for id in model.practice:
        was, now = before.practices.get(id), after.practices.get(id)
        if was is None and now is None:
            continue
        steps = steps_up(rung(before, id), rung(after, id))
        yield id, PracticeMove(id, was, now, steps, "" if steps is not None else _why(was, now))


def _why(was: State | None, now: State | None) -> str:
    """Why two states of a practice cannot be compared; at least one of them is no rung."""
    then = "" if isinstance(was, int) else f"{state_words(was)} before"
    today = "" if isinstance(now, int) else f"{state_words(now)} now"
    if then and today and state_words(was) == state_words(now):
        return f"{state_words(was)} either time"
    return ", ".join(filter(None, (then, today)))


def _dimension(
    dimension: Dimension,
    shown: tuple[Result, Result],
    like: tuple[Result, Result],
    practices: Mapping[str, PracticeMove],
) -> DimensionMove:
    was, now = (result.dimensions[dimension.id] for result in shown)
    like_was, like_now = (result.dimensions[dimension.id] for result in like)
    moves = [m for p in dimension.practices if (m := practices.get(p.id)) and m.steps is not None]
    change = difference(like_was.score, like_now.score)
    level_change = steps_up(like_was.level, like_now.level)
    basis = like_was.basis
    net = sum(move.steps or 0 for move in moves)
    moved = bool(level_change) or abs(net) >= CLEAR_STEPS
    return DimensionMove(
        dimension=dimension.id,
        before=was,
        after=now,
        basis=basis if change is not None else None,
        why_not="" if change is not None else _apart(was, now),
        common=len(moves),
        change=change,
        level_change=level_change,
        risen=tuple(m.practice for m in moves if (m.steps or 0) > 0),
        fallen=tuple(m.practice for m in moves if (m.steps or 0) < 0),
        clear=basis == "practices" and moved,
    )


def _apart(was: DimensionResult, now: DimensionResult) -> str:
    """Why a dimension cannot be compared."""
    for result, when in ((was, "before"), (now, "now")):
        if not result.counts:
            return f"it does not apply {when}"
        if result.score is None:
            return f"nothing is known {when}"
    if was.basis != now.basis:
        quick, full = ("before", "now") if was.basis == "quick" else ("now", "before")
        return f"a quick answer {quick}, practices {full}"
    return "no practice has a rung both times"


def _targets(
    model: Model, answers: tuple[Answers, Answers], results: tuple[Result, Result]
) -> dict[str, TargetMove]:
    earlier, later = (proposals(model, one).targets for one in answers)
    found = {}
    for id, target in later.items():
        levels = [result.dimensions[id].level for result in results]
        was, now = (None if level is None else level >= target.level for level in levels)
        found[id] = TargetMove(id, target.level, earlier[id].level, was, now)
    return found
