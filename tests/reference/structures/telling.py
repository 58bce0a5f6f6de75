"""From answers to questions to criteria, tests of the gate and facts; nothing of ours."""

from collections.abc import Iterable
from fractions import Fraction
from math import floor
from typing import Any

from tests.reference.structures.structure_files import Table

type Told = dict[str, Any]
"""The parts of a chooser as plain data: answers, criteria, gate, context, weights, and so on."""


def told(table: Table, chooser: Told) -> Told:
    """`chooser` with what its answers say; what no answer touches stays as given, blanks go."""
    found = {**chooser}
    for part in ("answers", "criteria", "gate", "context", "weights"):
        given = chooser.get(part) or {}
        found[part] = {id: value for id, value in given.items() if value is not None}
    answers = found["answers"]
    for criterion in table["criteria"]:
        if any(question in answers for question in criterion["asks"]):
            found["criteria"][criterion["id"]] = step(criterion["asks"], answers)
    for test in table["tests"]:
        if touched(test["no_if"], answers):
            said = all_hold(test["no_if"], answers)
            found["gate"][test["id"]] = "unknown" if said is None else "no" if said else "yes"
    for fact in table["context"]:
        if touched(fact["true_if"], answers):
            found["context"].pop(fact["id"], None)
            if (said := all_hold(fact["true_if"], answers)) is not None:
                found["context"][fact["id"]] = said
    return found


def touched(bounds: Iterable[dict[str, Any]], answers: dict[str, Any]) -> bool:
    """Whether one of the questions is answered, be it by "we do not know"."""
    return any(bound["asked"] in answers for bound in bounds)


def step(questions: list[str], answers: dict[str, Any]) -> int | str:
    """The step of the question; of two questions their mean, which takes two low answers."""
    steps = [answers.get(question, "unknown") for question in questions]
    if "unknown" in steps:
        return "unknown"
    mean = Fraction(sum(steps), len(steps))
    down = floor(mean) if mean - floor(mean) <= Fraction(1, 2) else floor(mean) + 1
    if len(steps) == 2 and any(one >= 0 for one in steps):
        return max(down, 0)
    return down


def all_hold(bounds: list[dict[str, Any]], answers: dict[str, Any]) -> bool | None:
    """Whether all bounds hold: no if one fails, yes if each holds, else nobody knows."""
    known = [
        within(bound, answers[bound["asked"]])
        for bound in bounds
        if answers.get(bound["asked"], "unknown") != "unknown"
    ]
    if not all(known):
        return False
    return True if len(known) == len(bounds) else None


def within(bound: dict[str, Any], answer: int) -> bool:
    """Whether an answer is at least, or at most, what the bound says."""
    return bound.get("at_least", -2) <= answer <= bound.get("at_most", 2)
