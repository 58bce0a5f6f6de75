"""How firm a choice is: ranges over what is unknown, and a count over random weights."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import compress, pairwise, product
from random import Random
from struct import pack, unpack

from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.points import Contest, doubled, rows

DRAWS = 2_000
EXACT_UNKNOWNS = 4
"""Up to so many unknown answers every completion is looked at; beyond, `DRAWS` drawn ones."""

RESOLUTION = 2**53
"""`random()` gives whole multiples of one over this, so that weights can be whole numbers."""

LIFT = 8
"""Twice the largest contribution: no option takes away more than this for one criterion."""


def unknown(contest: Contest) -> list[str]:
    """The criteria without an answer, in id order."""
    return sorted(id for id in contest.weights if id not in contest.known)


def points_range(contest: Contest) -> dict[str, tuple[float, float]]:
    """Lowest and highest points of every option over all completions of the unknowns.

    Criteria add up one by one, so each unknown stands at its worst and at its best.
    """
    found = {}
    for option in contest.structures.options:
        low = high = 0
        for criterion in contest.structures.criteria:
            known, fit = contest.known.get(criterion.id), option.cells[criterion.id].fit
            answers = ANSWERS if known is None else (known,)
            possible = [doubled(criterion.rule, answer, fit) for answer in answers]
            low += contest.weights[criterion.id] * min(possible)
            high += contest.weights[criterion.id] * max(possible)
        found[option.id] = (contest.natural(low), contest.natural(high))
    return found


def possible_first(contest: Contest) -> tuple[str, ...]:
    """The options that are first, alone or with others, in some completion; in model order.

    Vetoes are judged again in each.  Drawn completions take the unknown criteria in id order, each
    `int(5 * random()) - 2` (DESIGN 8).
    """
    criteria = unknown(contest)
    totals, _ = contest.totals(contest.known)
    closed = contest.shut(contest.known)
    added = [contest.points[id] for id in criteria]
    closes = [contest.closes[id] for id in criteria]
    everything = (1 << len(totals)) - 1
    found = 0
    for answers in _completions(len(criteria), contest.chooser.seed):
        shut = closed
        columns: list[Sequence[int]] = [totals]
        for place, answer in enumerate(answers):
            shut |= closes[place][answer]
            columns.append(added[place][answer])
        if shut == everything:
            continue
        points = list(map(sum, zip(*columns, strict=True)))
        best = max(compress(points, (not shut >> place & 1 for place in range(len(points)))))
        for place, value in enumerate(points):
            if value == best and not shut >> place & 1:
                found |= 1 << place
    return tuple(option for place, option in enumerate(contest.options) if found >> place & 1)


def _completions(unknowns: int, seed: int) -> Iterator[Sequence[int]]:
    if unknowns <= EXACT_UNKNOWNS:
        yield from product(ANSWERS, repeat=unknowns)
        return
    draw = Random(seed).random  # noqa: S311 - a seeded draw that anyone can repeat
    for _ in range(DRAWS):
        yield [int(5 * draw()) - 2 for _ in range(unknowns)]


def acceptability(contest: Contest, eligible: Sequence[str]) -> dict[str, float]:
    """Share of `DRAWS` random weightings in which each eligible option is first.

    Weights are uniform on the simplex: the gaps between 0, the sorted draws and 1, for the criteria
    in id order (Devroye 1986, chapter V; the index of Lahdelma & Salminen 2001).  Equal firsts
    share a draw; the reader's weights play no part.
    """
    criteria = sorted(contest.weights)
    table = rows(contest.structures, contest.known)
    drawn = _weightings(contest.chooser.seed, len(criteria))
    columns = [_sums(drawn, [table[option][id] for id in criteria]) for option in eligible]
    wins = [0.0] * len(eligible)
    shared: dict[tuple[int, ...], int] = {}
    for points in zip(*columns, strict=True):
        best = max(points)
        if points.count(best) == 1:
            first: tuple[int, ...] = (points.index(best),)
        else:
            first = tuple(place for place, value in enumerate(points) if value == best)
        shared[first] = shared.get(first, 0) + 1
    for places, count in shared.items():
        for place in places:
            wins[place] += count / len(places)
    return {option: won / DRAWS for option, won in zip(eligible, wins, strict=True)}


def _sums(drawn: Sequence[int], added: Sequence[int]) -> tuple[int, ...]:
    """What one option comes to in each weighting, and as much more as every other option.

    `added`: its doubled contributions, each at least `-LIFT`, raised so that none is below 0 and
    no sum of one weighting runs into the next.
    """
    raised = sum(one * (part + LIFT) for one, part in zip(drawn, added, strict=True))
    return unpack(f"<{DRAWS}Q", raised.to_bytes(8 * DRAWS, "little"))


@lru_cache(maxsize=4)
def _weightings(seed: int, criteria: int) -> tuple[int, ...]:
    """By criterion its `DRAWS` drawn weights, 64 bits each, side by side in one whole number.

    Those of one weighting sum to `RESOLUTION`.  One product then weighs an answer in all of them.
    The same for every answer of a reader, so they are kept.
    """
    draw = Random(seed).random  # noqa: S311 - a seeded draw that anyone can repeat
    found = []
    for _ in range(DRAWS):
        cuts = sorted([int(draw() * RESOLUTION) for _ in range(criteria - 1)])
        found.append([high - low for low, high in pairwise([0, *cuts, RESOLUTION])])
    columns = zip(*found, strict=True)
    return tuple(int.from_bytes(pack(f"<{DRAWS}Q", *column), "little") for column in columns)
