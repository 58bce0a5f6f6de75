"""Ranges, possible firsts, acceptability and flips as on the method page; nothing of ours."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, product
from random import Random
from typing import Any

from tests.reference.structures.ranking import (
    contribution,
    eligible,
    firsts,
    is_tie,
    ranked,
    unweighted,
    weights_of,
)
from tests.reference.structures.structure_files import Table
from tests.reference.structures.telling import Told
from tests.reference.structures.vetoes import ANSWERS

DRAWS = 2_000
EXACT_UNKNOWNS = 4
RESOLUTION = 2**53
"""`random()` gives whole multiples of one over this, so that weights can be exact integers."""


def unknown_criteria(table: Table, answers: dict[str, int]) -> list[str]:
    """The criteria without an answer, in id order."""
    return sorted(c["id"] for c in table["criteria"] if c["id"] not in answers)


def points_range(table: Table, told: Told, answers: dict[str, int]) -> dict[str, list[float]]:
    """Option -> lowest and highest points over all completions.

    Criteria add up independently, so each unknown is put at its worst and at its best.
    """
    weights = weights_of(table, told)
    ranges = {}
    for option in table["options"]:
        low = high = Fraction(0)
        for criterion in table["criteria"]:
            id, fit = criterion["id"], option["cells"][criterion["id"]]["fit"]
            values = [answers[id]] if id in answers else ANSWERS
            possible = [weights[id] * contribution(criterion["rule"], a, fit) for a in values]
            low, high = low + min(possible), high + max(possible)
        ranges[option["id"]] = [float(low), float(high)]
    return ranges


def completions(unknown: list[str], seed: int) -> Iterator[dict[str, int]]:
    """Every completion of up to 4 unknowns; beyond, 2,000 drawn ones, criteria in id order."""
    if len(unknown) <= EXACT_UNKNOWNS:
        for values in product(ANSWERS, repeat=len(unknown)):
            yield dict(zip(unknown, values, strict=True))
        return
    generator = Random(seed)
    for _ in range(DRAWS):
        yield {criterion: int(5 * generator.random()) - 2 for criterion in unknown}


def possible_first(table: Table, told: Told, answers: dict[str, int]) -> list[str]:
    """The options that are first, alone or with others, in some completion; in model order."""
    found: set[str] = set()
    for completion in completions(unknown_criteria(table, answers), told.get("seed", 1)):
        found |= set(firsts(ranked(table, told, {**answers, **completion})))
    return [option["id"] for option in table["options"] if option["id"] in found]


def acceptability(table: Table, told: Told, answers: dict[str, int]) -> dict[str, float]:
    """Eligible option -> share of 2,000 random weightings in which it is first.

    The weights of the criteria, in id order, are the gaps between 0, the sorted draws, and 1.
    Equal firsts share a draw.
    """
    rows = unweighted(table, answers)
    criteria = sorted(criterion["id"] for criterion in table["criteria"])
    options = eligible(table, told, answers)
    # Doubled contributions are whole numbers (the smallest step is a half).
    doubled = {option: [int(2 * rows[option][c]) for c in criteria] for option in options}
    wins = dict.fromkeys(options, Fraction(0))
    generator = Random(told.get("seed", 1))
    for _ in range(DRAWS):
        cuts = sorted(int(generator.random() * RESOLUTION) for _ in criteria[1:])
        weights = [high - low for low, high in pairwise([0, *cuts, RESOLUTION])]
        points = {
            option: sum(w * c for w, c in zip(weights, row, strict=True))
            for option, row in doubled.items()
        }
        most = max(points.values())
        best = [option for option in options if points[option] == most]
        for option in best:
            wins[option] += Fraction(1, len(best))
    return {option: float(won / DRAWS) for option, won in wins.items()}


def flip_answer(table: Table, told: Told, answers: dict[str, int]) -> dict[str, Any] | None:
    """The smallest change of one known answer after which the first is no longer first.

    Of equal changes the one whose new first leads the new second by most, then the first in
    criterion order, then the lower answer. None on a tie, or if no single change does it.
    """
    home = ranked(table, told, answers)
    if is_tie(home):
        return None
    found: list[tuple[int, Fraction, int, int, dict[str, Any]]] = []
    for place, (criterion, old) in enumerate(answers.items()):
        for new in ANSWERS:
            then = ranked(table, told, {**answers, criterion: new})
            if home[0][0] in firsts(then):
                continue
            lead = then[0][1] - then[1][1]
            flip = {"criterion": criterion, "from": old, "to": new, "first": then[0][0]}
            found.append((abs(new - old), -lead, place, new, flip))
    return min(found, key=lambda entry: entry[:4])[4] if found else None


def flip_weight(table: Table, told: Told, answers: dict[str, int]) -> dict[str, Any] | None:
    """The nearest weight >= 0 of one criterion at which another option draws level.

    The other weights stay as scaled. With the first f and another o, lead D and contributions
    c_f and c_o before weights: D + (w* - w) (c_f - c_o) = 0. Of equally near weights the first
    in criterion order, then in model order of options. None where two are level already.
    """
    home = ranked(table, told, answers)
    rows, weights = unweighted(table, answers), weights_of(table, told)
    first, points = home[0]
    order = [option["id"] for option in table["options"]]
    if len(firsts(home)) > 1:
        return None
    found: list[tuple[Fraction, int, int, dict[str, Any]]] = []
    for place, (criterion, weight) in enumerate(weights.items()):
        for other, fewer in home[1:]:
            slope = rows[first][criterion] - rows[other][criterion]
            if slope == 0:
                continue
            level = weight - (points - fewer) / slope
            if level < 0:
                continue
            flip = {
                "criterion": criterion,
                "from": float(weight),
                "to": float(level),
                "first": other,
            }
            found.append((abs(level - weight), place, order.index(other), flip))
    return min(found, key=lambda entry: entry[:3])[3] if found else None
