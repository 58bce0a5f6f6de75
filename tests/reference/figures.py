"""Figures of docs/method/scoring.md in exact fractions: scores, levels, ranges, exposure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

TOLERANCE = Fraction(1, 10**9)
"""The tolerance of every threshold; with exact fractions it never matters, the text asks for it."""

State = int | str | None
"""A rung 0..4, "unknown", "na", or None for blank."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension with the reader's answers to it."""

    id: str
    critical: bool
    states: Mapping[str, State]
    """Practice id -> state, in model order."""
    quick: State
    """The quick answer: a rung, "unknown" or None."""

    @property
    def basis(self) -> str | None:
        """What the dimension stands on: its practices as soon as one has a state, else `quick`."""
        if any(state is not None for state in self.states.values()):
            return "practices"
        return None if self.quick is None else "quick"


# Reading


def read_dimensions(model: dict[str, Any], answers_file: dict[str, Any]) -> tuple[Dimension, ...]:
    """Join the model and the answers; an `na` keeps no reason here."""
    answers = answers_file.get("answers") or {}
    quick = answers_file.get("quick") or {}
    return tuple(
        Dimension(
            id=dimension["id"],
            critical=dimension["critical"],
            states={
                practice["id"]: read_state(answers.get(practice["id"]))
                for practice in dimension["practices"]
            },
            quick=quick.get(dimension["id"]),
        )
        for dimension in model["dimensions"]
    )


def read_state(answer: Any) -> State:
    """Turn the answer of the file into a state."""
    return "na" if isinstance(answer, dict) else answer


def guarding_practices(model: dict[str, Any]) -> dict[str, list[str]]:
    """Failure factor id -> ids of the practices that guard against it."""
    guards: dict[str, list[str]] = {factor["id"]: [] for factor in model.get("failure_factors", [])}
    for dimension in model["dimensions"]:
        for practice in dimension["practices"]:
            for factor in practice["guards"]:
                guards.setdefault(factor, []).append(practice["id"])
    return guards


# Scores and levels


def at(x: Fraction) -> int:
    """`at(x)`: the whole number nearest to x, 0 to 4; a half, within the tolerance, goes up."""
    return max(k for k in range(5) if k == 0 or x >= k - Fraction(1, 2) - TOLERANCE)


def known_rungs(dimension: Dimension) -> list[int]:
    """The rungs given to practices of the dimension."""
    return [state for state in dimension.states.values() if isinstance(state, int)]


def applicable(dimension: Dimension) -> list[str]:
    """The practices that are not `na`."""
    return [practice for practice, state in dimension.states.items() if state != "na"]


def fill(dimension: Dimension, rung: int) -> Dimension:
    """Put every unknown or blank at `rung`; a dimension without any state likewise as a whole."""
    if dimension.basis == "quick":
        return replace(dimension, quick=rung if dimension.quick == "unknown" else dimension.quick)
    if not dimension.states:
        return replace(dimension, quick=rung)
    filled = {
        practice: rung if state is None or state == "unknown" else state
        for practice, state in dimension.states.items()
    }
    return replace(dimension, states=filled)


def dimension_score(dimension: Dimension) -> Fraction | None:
    """`s_d`: the mean of the known rungs, or the quick answer where the dimension stands on it."""
    if dimension.basis == "quick":
        return Fraction(dimension.quick) if isinstance(dimension.quick, int) else None
    return mean([Fraction(rung) for rung in known_rungs(dimension)])


def dimension_level(dimension: Dimension) -> int | None:
    """`L_d` = at(s_d), or the quick answer."""
    if dimension.basis == "quick":
        return dimension.quick if isinstance(dimension.quick, int) else None
    value = dimension_score(dimension)
    return None if value is None else at(value)


def dimension_result(dimension: Dimension) -> dict[str, Any]:
    """The figures of one dimension; `known` and `applicable` count practices."""
    low, high = fill(dimension, 0), fill(dimension, 4)
    return {
        "basis": dimension.basis,
        "score": number(dimension_score(dimension)),
        "range": pair(dimension_score(low), dimension_score(high)),
        "level": dimension_level(dimension),
        "level_range": pair(dimension_level(low), dimension_level(high)),
        "known": len(known_rungs(dimension)),
        "applicable": len(applicable(dimension)),
        "quick_differs": quick_differs(dimension),
    }


def quick_differs(dimension: Dimension) -> bool:
    """Whether a quick answer that no longer counts lies a whole rung or more from the mean."""
    value = dimension_score(dimension)
    if dimension.basis != "practices" or value is None or not isinstance(dimension.quick, int):
        return False
    return abs(dimension.quick - value) >= 1 - TOLERANCE


def programme_score(dimensions: tuple[Dimension, ...]) -> Fraction | None:
    """`S`: the mean of the `s_d` that exist."""
    scores = [dimension_score(dimension) for dimension in dimensions]
    return mean([value for value in scores if value is not None])


def critical_levels(dimensions: tuple[Dimension, ...]) -> dict[str, int]:
    """Critical dimension id -> level, for those that have one."""
    levels = {d.id: dimension_level(d) for d in dimensions if d.critical}
    return {dimension: level for dimension, level in levels.items() if level is not None}


def programme_level(dimensions: tuple[Dimension, ...]) -> int | None:
    """`L` = min(at(S), 1 + lowest L_d over critical dimensions that have a level)."""
    value = programme_score(dimensions)
    if value is None:
        return None
    caps = [1 + level for level in critical_levels(dimensions).values()]
    return min([at(value), *caps])


def capped_by(dimensions: tuple[Dimension, ...]) -> list[str]:
    """The critical dimensions with 1 + L_d = L < at(S), else empty."""
    value, level = programme_score(dimensions), programme_level(dimensions)
    if value is None or level is None or level >= at(value):
        return []
    levels = critical_levels(dimensions)
    return [dimension for dimension, own in levels.items() if 1 + own == level]


def exposure(guards: list[str], dimensions: tuple[Dimension, ...]) -> Fraction | None:
    """1 - mean(rung)/4 over the known, applicable guarding practices; a quick answer counts."""
    rungs: list[Fraction] = []
    for dimension in dimensions:
        for practice, state in dimension.states.items():
            rung = dimension.quick if dimension.basis == "quick" else state
            if practice in guards and isinstance(rung, int):
                rungs.append(Fraction(rung))
    value = mean(rungs)
    return None if value is None else 1 - value / 4


def measured(dimensions: tuple[Dimension, ...], model: dict[str, Any]) -> dict[str, Any]:
    """The errors of results of this kind: quick, full, or the wider of both where both are there.

    A model without figures, and a result without a score, has none.
    """
    figures = model.get("measured") or {"cases": 0, "quick": {}, "full": {}}
    bases = {d.basis for d in dimensions if dimension_score(d) is not None}
    errors: dict[str, float | None] = {}
    for what in ("programme", "dimension"):
        kinds = {"quick": figures["quick"].get(what), "practices": figures["full"].get(what)}
        here = [kinds[basis] for basis in bases if basis]
        known = [error for error in here if error is not None]
        errors[what] = max(known) if here and len(known) == len(here) else None
    of = "mixed" if len(bases) == 2 else "quick" if bases == {"quick"} else "full"
    return {"of": of, **errors, "cases": figures["cases"]}


# Numbers


def mean(values: list[Fraction]) -> Fraction | None:
    """The mean; None where there is nothing to average."""
    return sum(values, Fraction(0)) / len(values) if values else None


def number(value: Fraction | None) -> float | None:
    """The nearest float of an exact figure."""
    return None if value is None else float(value)


def pair(low: Fraction | int | None, high: Fraction | int | None) -> list[float | int] | None:
    """A range `[lo, hi]`: floats for scores, integers for levels; None where it does not exist."""
    if low is None or high is None:
        return None
    return [end if isinstance(end, int) else float(end) for end in (low, high)]
