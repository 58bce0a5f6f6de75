"""Contributions, points and order of DESIGN section 8, in exact fractions; nothing of ours."""

from fractions import Fraction
from typing import Any

from tests.reference.vetoes import blocked, veto_states

Points = dict[str, Fraction]
"""Option -> points."""

TIE = 3
"""First and second are tied if they are no more than this many points apart."""


def known_answers(table: dict[str, Any], chooser: dict[str, Any]) -> dict[str, int]:
    """Criterion -> answer, in model order, without the unknown and the missing."""
    given = chooser.get("criteria") or {}
    return {c["id"]: given[c["id"]] for c in table["criteria"] if is_answer(given.get(c["id"]))}


def is_answer(value: Any) -> bool:
    """Whether a criterion has an answer from -2 to 2."""
    return isinstance(value, int)


def contribution(kind: str, answer: int, fit: int) -> Fraction:
    """What an answer adds to an option with this fit, before weights (`scoring.contribution`)."""
    product = Fraction(answer * fit)
    if kind == "plain" or answer >= 0:
        return product
    if kind == "one_sided":
        return product if fit > 0 else Fraction(0)
    if kind == "half_low":
        return product / 2 if fit < 0 else Fraction(0)
    raise ValueError(f"contribution: {kind}; must be plain, one_sided or half_low")


def weights_of(table: dict[str, Any], chooser: dict[str, Any]) -> dict[str, Fraction]:
    """Criterion -> weight; missing is 1; scaled so that they sum to the number of criteria."""
    given = chooser.get("weights") or {}
    weights = {c["id"]: Fraction(str(given.get(c["id"], 1))) for c in table["criteria"]}
    total = sum(weights.values())
    return {criterion: len(weights) * weight / total for criterion, weight in weights.items()}


def unweighted(table: dict[str, Any], answers: dict[str, int]) -> dict[str, Points]:
    """Option -> criterion -> contribution before weights; 0 where there is no answer."""
    kinds = {criterion["id"]: criterion["contribution"] for criterion in table["criteria"]}
    result: dict[str, Points] = {option["id"]: {} for option in table["options"]}
    fits = {(cell["option"], cell["criterion"]): cell["fit"] for cell in table["cells"]}
    for option, row in result.items():
        for criterion, kind in kinds.items():
            answer = answers.get(criterion, 0)
            row[criterion] = contribution(kind, answer, fits[option, criterion])
    return result


def weighted(
    table: dict[str, Any], chooser: dict[str, Any], answers: dict[str, int]
) -> dict[str, Points]:
    """Option -> criterion -> contribution times weight."""
    weights = weights_of(table, chooser)
    return {
        option: {criterion: weights[criterion] * c for criterion, c in row.items()}
        for option, row in unweighted(table, answers).items()
    }


def eligible(table: dict[str, Any], chooser: dict[str, Any], answers: dict[str, int]) -> list[str]:
    """The selectable options that no veto closes, in model order."""
    closed = blocked(table, veto_states(table, chooser, answers), "fires")
    return [
        option["id"]
        for option in table["options"]
        if option["role"] == "selectable" and option["id"] not in closed
    ]


def ranked(
    table: dict[str, Any], chooser: dict[str, Any], answers: dict[str, int]
) -> list[tuple[str, Fraction]]:
    """Eligible options and points, best first; of equal ones the later in the model comes first."""
    rows = weighted(table, chooser, answers)
    points = {option: sum(row.values(), Fraction(0)) for option, row in rows.items()}
    order = [option["id"] for option in table["options"]]
    options = sorted(eligible(table, chooser, answers), key=lambda o: (-points[o], -order.index(o)))
    return [(option, points[option]) for option in options]


def is_tie(home: list[tuple[str, Fraction]]) -> bool:
    """Whether first and second are within 3 points."""
    return len(home) >= 2 and home[0][1] - home[1][1] <= TIE


def firsts(home: list[tuple[str, Fraction]]) -> list[str]:
    """The options that share the highest points."""
    return [option for option, points in home if points == home[0][1]]


def fact_share(table: dict[str, Any], option: str, row: Points) -> Fraction | None:
    """Sum of |c| over cells with basis facts over the sum of |c|; None if all are 0."""
    basis = {c["criterion"]: c["basis"] for c in table["cells"] if c["option"] == option}
    total = sum(abs(c) for c in row.values())
    facts = sum((abs(c) for k, c in row.items() if basis[k] == "facts"), Fraction(0))
    return facts / total if total else None
