"""Contributions, points and order as on the method page, in exact fractions; nothing of ours."""

from fractions import Fraction
from functools import cache
from math import lcm
from typing import Any

from tests.reference.structures.structure_files import Table
from tests.reference.structures.telling import Told
from tests.reference.structures.vetoes import blocked, veto_states

type Points = dict[str, Fraction]
"""Points by option, or contributions by criterion."""

type Ranking = list[tuple[str, Fraction]]
"""Options and their points, best first."""

TIE = 3
"""First and second are tied if they are no more than this many points apart."""


def known_answers(table: Table, told: Told) -> dict[str, int]:
    """Criterion -> answer, in model order, without the unknown and the missing."""
    given = told["criteria"]
    return {c["id"]: given[c["id"]] for c in table["criteria"] if is_answer(given.get(c["id"]))}


def is_answer(value: Any) -> bool:
    """Whether a criterion has an answer from -2 to 2."""
    return isinstance(value, int)


def contribution(rule: str, answer: int, fit: int) -> Fraction:
    """What an answer adds to an option with this fit, before weights."""
    product = Fraction(answer * fit)
    if rule == "plain" or answer >= 0:
        return product
    if rule == "one_sided":
        return product if fit > 0 else Fraction(0)
    if rule == "half_low":
        return product / 2 if fit < 0 else Fraction(0)
    raise ValueError(f"rule: {rule}; must be plain, one_sided or half_low")


@cache
def halves(rule: str, answer: int, fit: int) -> int:
    """A contribution in halves: the smallest step is one, so it is whole."""
    return int(2 * contribution(rule, answer, fit))


def weights_of(table: Table, told: Told) -> dict[str, Fraction]:
    """Criterion -> weight; missing is 1; scaled so that they sum to the number of criteria."""
    whole, over = _whole_weights(table, told)
    return {criterion: Fraction(weight, over) for criterion, weight in whole.items()}


def _whole_weights(table: Table, told: Told) -> tuple[dict[str, int], int]:
    """Criterion -> weight as a whole number, and what it is to be divided by."""
    given = tuple((c["id"], told["weights"].get(c["id"], 1)) for c in table["criteria"])
    return _scaled(given)


@cache
def _scaled(given: tuple[tuple[str, float], ...]) -> tuple[dict[str, int], int]:
    exact = {criterion: Fraction(str(weight)) for criterion, weight in given}
    total = sum(exact.values())
    weights = {criterion: len(exact) * weight / total for criterion, weight in exact.items()}
    over = lcm(*(weight.denominator for weight in weights.values()))
    return {criterion: int(weight * over) for criterion, weight in weights.items()}, over


def unweighted(table: Table, answers: dict[str, int]) -> dict[str, Points]:
    """Option -> criterion -> contribution before weights; 0 where there is no answer."""
    return {
        option["id"]: {
            c["id"]: contribution(
                c["rule"], answers.get(c["id"], 0), option["cells"][c["id"]]["fit"]
            )
            for c in table["criteria"]
        }
        for option in table["options"]
    }


def weighted(table: Table, told: Told, answers: dict[str, int]) -> dict[str, Points]:
    """Option -> criterion -> contribution times weight."""
    weights = weights_of(table, told)
    return {
        option: {criterion: weights[criterion] * c for criterion, c in row.items()}
        for option, row in unweighted(table, answers).items()
    }


def eligible(table: Table, told: Told, answers: dict[str, int]) -> list[str]:
    """The options that may be ranked and that no veto closes, in model order."""
    closed = blocked(table, veto_states(table, told, answers), "fires")
    return [
        option["id"]
        for option in table["options"]
        if option["kind"] == "ranked" and option["id"] not in closed
    ]


def ranked(table: Table, told: Told, answers: dict[str, int]) -> Ranking:
    """Eligible options and points, best first; of equal ones the later in the model comes first."""
    (weights, over), open_ = _whole_weights(table, told), eligible(table, told, answers)
    points: Points = {}
    for option in table["options"]:
        if option["id"] in open_:
            in_halves = sum(
                weights[c["id"]]
                * halves(c["rule"], answers[c["id"]], option["cells"][c["id"]]["fit"])
                for c in table["criteria"]
                if c["id"] in answers
            )
            points[option["id"]] = Fraction(in_halves, 2 * over)
    return sorted(points.items(), key=lambda one: (-one[1], -open_.index(one[0])))


def is_tie(home: Ranking) -> bool:
    """Whether first and second are within 3 points."""
    return len(home) >= 2 and home[0][1] - home[1][1] <= TIE


def firsts(home: Ranking) -> list[str]:
    """The options that share the highest points."""
    return [option for option, points in home if points == home[0][1]]


def fact_share(table: Table, option: str, row: Points) -> Fraction | None:
    """Sum of |c| over cells with basis facts over the sum of |c|; None if all are 0."""
    cells = next(one["cells"] for one in table["options"] if one["id"] == option)
    total = sum(abs(c) for c in row.values())
    facts = sum((abs(c) for k, c in row.items() if cells[k]["basis"] == "facts"), Fraction(0))
    return facts / total if total else None
