"""Which answers set a rule of advice off: a condition is held against a result, never run."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from widgets.core.model.advice_conditions import (
    AdviceCondition,
    AllOf,
    AnyOf,
    Caps,
    ExposureIs,
    LevelIs,
    QuickIs,
    RungIs,
)
from widgets.core.model.maturity import Model
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.results import Result


@dataclass(frozen=True, slots=True)
class Because:
    """One answer that set a rule off."""

    kind: Literal["practice", "dimension"]
    """A dimension where its quick answer is meant."""
    id: str
    rung: int
    text: str
    """What the rung says."""


def reasons(condition: AdviceCondition, model: Model, result: Result) -> tuple[Because, ...] | None:
    """The answers by which `condition` holds; none if it does not hold."""
    if isinstance(condition, AllOf):
        parts = [reasons(part, model, result) for part in condition.all]
        return None if None in parts else tuple(b for part in parts if part for b in part)
    if isinstance(condition, AnyOf):
        parts = [reasons(part, model, result) for part in condition.any]
        held = [part for part in parts if part is not None]
        return tuple(b for part in held for b in part) if held else None
    return _tested(condition, model, result)


def _tested(
    test: RungIs | QuickIs | LevelIs | Caps | ExposureIs, model: Model, result: Result
) -> tuple[Because, ...] | None:
    if isinstance(test, RungIs):
        rung = result.dimensions[model.home[test.practice].id].rungs.get(test.practice)
        return (_practice(model, test.practice, rung),) if _within(test, rung) else None
    if isinstance(test, QuickIs):
        found = result.dimensions[test.quick]
        on_quick = found.level if found.basis == "quick" else None
        return _level_of(model, test.quick, result) if _within(test, on_quick) else None
    if isinstance(test, ExposureIs):
        value = result.exposure[test.factor].value
        open_ = value is not None and value >= test.exposure_at_least - TOLERANCE
        return _behind(model, test.factor, result) if open_ else None
    if isinstance(test, Caps):
        holds = test.dimension in result.capped_by
    else:
        holds = _within(test, result.dimensions[test.dimension].level)
    return _level_of(model, test.dimension, result) if holds else None


def _within(test: RungIs | QuickIs | LevelIs, value: int | None) -> bool:
    if value is None:
        return False
    low = 0 if test.at_least is None else test.at_least
    return low <= value and (test.at_most is None or value <= test.at_most)


def _practice(model: Model, id: str, rung: int | None) -> Because:
    assert rung is not None  # noqa: S101  a test on a rung holds only where there is one
    return Because("practice", id, rung, model.practice[id].ladder[rung].said)


def _level_of(model: Model, dimension: str, result: Result) -> tuple[Because, ...]:
    """What keeps a dimension at its level: its quick answer, or the rungs that are no higher."""
    found = result.dimensions[dimension]
    if found.basis == "quick" and found.level is not None:
        text = model.dimension[dimension].ladder[found.level].said
        return (Because("dimension", dimension, found.level, text),)
    return tuple(
        _practice(model, id, rung)
        for id, rung in found.rungs.items()
        if found.level is not None and rung <= found.level
    )


def _behind(model: Model, factor: str, result: Result) -> tuple[Because, ...]:
    """The lowest answers among those that guard against a failure factor."""
    guards: list[Because] = []
    for id in model.guarding[factor]:
        home = model.home[id].id
        found = result.dimensions[home]
        if id in found.rungs:
            guards.append(_practice(model, id, found.rungs[id]))
        elif found.basis == "quick" and found.level is not None:
            guards += _level_of(model, home, result)
    return _lowest(dict.fromkeys(guards))


def _lowest(found: Iterable[Because]) -> tuple[Because, ...]:
    answers = list(found)
    least = min((because.rung for because in answers), default=0)
    return tuple(because for because in answers if because.rung == least)
