"""Results compared figure by figure, and small models of any shape."""

import json
from math import isclose

from widgets.core.answers import field_kinds
from widgets.core.model.ladders import Rung
from widgets.core.model.maturity import Dimension, FailureFactor, Level, Model, Practice

KEYS = (
    "level",
    "level_range",
    "score",
    "score_range",
    "capped_by",
    "dimensions",
    "exposure",
    "shortest_way_up",
    "measured",
)


def same(expected, actual) -> bool:
    """Whether `actual` holds all that `expected` names, numbers within rounding."""
    if isinstance(expected, dict):
        return isinstance(actual, dict) and all(same(expected[k], actual[k]) for k in expected)
    if isinstance(expected, list | tuple):
        if not isinstance(actual, list | tuple) or len(expected) != len(actual):
            return False
        return all(same(one, other) for one, other in zip(expected, actual, strict=True))
    if isinstance(expected, int | float) and isinstance(actual, int | float):
        return isclose(expected, actual, abs_tol=1e-9)
    return expected == actual


def small_model(shape: list[tuple[bool, int]], guards: dict[str, list[str]]) -> Model:
    """A model with dimensions of `shape`: critical or not, and how many practices."""
    ladder = tuple(Rung(f"Label {n}", f"rung {n}") for n in range(5))
    return Model(
        id="small",
        version="1.0.0",
        title="Small",
        levels=tuple(Level(n, f"L{n}", "", "") for n in range(5)),
        dimensions=tuple(
            Dimension(
                id=f"d{d}",
                name=f"D{d}",
                critical=critical,
                question="?",
                why="",
                ask="",
                ladder=ladder,
                page="",
                practices=tuple(
                    Practice(
                        id=f"d{d}p{p}",
                        statement="",
                        why="",
                        ask="",
                        template="habit",
                        ladder=ladder,
                        evidence_hint="",
                        first_step="",
                        guards=tuple(guards.get(f"d{d}p{p}", ())),
                        scope=("too-early",),
                    )
                    for p in range(count)
                ),
            )
            for d, (critical, count) in enumerate(shape)
        ),
        failure_factors=tuple(FailureFactor(f, f) for f in ("fa", "fb")),
    )


def records(case, version):
    """A case's answers as a browser keeps them, by name of the field."""
    values = {field_kinds.QUICK + id: answer for id, answer in case.get("quick", {}).items()}
    for id, answer in case.get("answers", {}).items():
        has_reason = isinstance(answer, dict)
        values[field_kinds.PRACTICE + id] = field_kinds.NA if has_reason else answer
        if has_reason:
            values[field_kinds.REASON + id] = answer["na"]
    return {
        name: json.dumps({"value": str(answer), "model": version})
        for name, answer in values.items()
        if answer is not None
    }


def signless(text):
    """A worker's answer but for the signs of what its page holds, which each process makes anew."""
    answer = json.loads(text)
    assert answer.pop("holds")
    answer.pop("after", "")
    return json.dumps(answer)
