"""Rules that ask next to nothing: what the chooser has to beat."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from build_tools.structure_trial.readings import Firm, Reading
from build_tools.structure_trial.said import MOST, Rule, Said
from widgets.core.choosing.decision import NOBODY, TRIAL
from widgets.core.structures.structures import NO_FORM, Structures

TEAM = "diamond-team"
LEAVES = (TRIAL, TEAM, "co-ordination-overlay")


def always(*named: str) -> Rule:
    """The same forms for everybody."""
    return lambda _: Said(named)


def as_it_is() -> Rule:
    """Whatever the firm has today."""
    return lambda reading: Said((reading.today,) if reading.today else ())


def two_leaves() -> Rule:
    """Nobody has key accounts as a job: part-time ownership.  Otherwise a diamond team."""

    def rule(reading: Reading) -> Said:
        first = TRIAL if reading.today in NOBODY else TEAM
        return Said((first, *(id for id in LEAVES if id != first)))

    return rule


def best_three(firms: Sequence[Firm], structures: Structures) -> tuple[str, ...]:
    """The three names that hold a judged first most often; chosen on the firms themselves.

    Of equally good ones the first in the order of the model; most often judged first stands first.
    """
    ids = [o.id for o in structures.options if o.kind == "ranked"] + [NO_FORM]
    count = Counter(one.first for firm in firms for one in firm.judged)
    best = max(
        combinations(ids, MOST), key=lambda three: sum(bool({*three} & f.firsts) for f in firms)
    )
    return tuple(sorted(best, key=lambda one: -count[one]))
