"""What the table of fits and the two numbers of the rules carry: tests of the chooser itself."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

import numpy as np

from build_tools.structure_trial.hits import Hits, hits
from build_tools.structure_trial.readings import Firm
from build_tools.structure_trial.said import Advice, advice, field, ours, said
from build_tools.structure_trial.shares import SEED
from widgets.core.choosing.decision import Patience, decision
from widgets.core.choosing.points import contest
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.structures import Option, Structures

PERMUTED = 1000
"""So many tables are drawn."""

NEVER = Patience(-1, -1)
"""Today's form is kept only where it is the best."""

LEVEL, HELD = range(7), range(11)
"""The two numbers that are tried: a form is kept up to so many points behind, and one that has held
up to so many."""


def permuted(structures: Structures, random: Random) -> Structures:
    """The fits of each criterion handed round among the options that may be ranked."""
    ranked = [option for option in structures.options if option.kind == "ranked"]
    cells = {option.id: dict(option.cells) for option in ranked}
    for criterion in structures.criteria:
        drawn = random.sample(ranked, len(ranked))
        for option, other in zip(ranked, drawn, strict=True):
            cells[option.id][criterion.id] = other.cells[criterion.id]

    def dealt(option: Option) -> Option:
        return replace(option, cells=cells[option.id]) if option.id in cells else option

    return replace(structures, options=tuple(map(dealt, structures.options)))


@dataclass(frozen=True, slots=True)
class Chance:
    """Our figures beside those of permuted tables, today's form kept by none."""

    first: float
    three: float
    median_first: float
    median_three: float
    reach_first: float
    """The share of permuted tables that do at least as well."""
    reach_three: float


def chance(structures: Structures, firms: Sequence[Firm], draws: int) -> Chance:
    """What the table adds: with fits at random, the rules stay and today's form is not kept."""
    random = Random(SEED)  # noqa: S311 - a seeded draw that anyone can repeat
    own = _means(firms, advice(firms, ours(structures, NEVER)))
    told = [[derived(structures, r.chooser(structures)) for r in f.readings] for f in firms]
    found = np.empty((draws, 2))
    for row in found:
        table = permuted(structures, random)
        dealt = contest(table, told[0][0])
        row[:] = _means(firms, [[said(decision(dealt.at(c), NEVER)) for c in of] for of in told])
    reach = np.mean(found >= np.array(own) - 1e-9, axis=0)
    middle = np.median(found, axis=0)
    return Chance(*own, float(middle[0]), float(middle[1]), float(reach[0]), float(reach[1]))


def _means(firms: Sequence[Firm], given: Advice) -> tuple[float, float]:
    found = hits(firms, given)
    return float(found.first.mean()), float(found.three.mean())


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Each firm met by the two numbers that do best on the others."""

    hits: Hits
    chosen: tuple[tuple[int, int], ...]
    """The numbers that were taken, without repeats."""


def left_out(structures: Structures, firms: Sequence[Firm]) -> LeftOut:
    """Most judged firsts, then fewest against, then the smallest numbers, without the firm."""
    tried = [(level, held) for level in LEVEL for held in HELD if held >= level]
    fields = [[field(structures, reading) for reading in firm.readings] for firm in firms]
    given = {
        pair: [[said(decision(one, Patience(*pair))) for one in of] for of in fields]
        for pair in tried
    }
    found = {pair: hits(firms, of) for pair, of in given.items()}
    taken = []
    for at in range(len(firms)):
        rest = [place for place in range(len(firms)) if place != at]

        def worth(pair: tuple[int, int], rest: list[int] = rest) -> tuple[float, float]:
            one = found[pair]
            return round(one.first[rest].sum(), 9), -round(one.against[rest].sum(), 9)

        taken.append(max(tried, key=worth))
    return LeftOut(
        hits(firms, [given[pair][at] for at, pair in enumerate(taken)]),
        tuple(dict.fromkeys(taken)),
    )


def without_conditions(structures: Structures) -> Structures:
    """The same, where nothing that a firm can change is told apart: what is closed stays so."""
    return replace(structures, vetoes=tuple(replace(v, until=None) for v in structures.vetoes))
