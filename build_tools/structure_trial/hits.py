"""How often advice agrees with two judgements."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from build_tools.structure_trial.readings import Firm
from build_tools.structure_trial.said import Advice, Said
from build_tools.structure_trial.shares import Shares, mean


@dataclass(frozen=True, slots=True)
class Hits:
    """Shares of readings, by firm."""

    first: Shares
    """Our first is a judged first."""
    three: Shares
    """A judged first is among our first three."""
    against: Shares
    """Our first is a form that both judges advise against."""
    same: Shares
    """All readings of the firm have one first."""


def hits(firms: Sequence[Firm], given: Advice) -> Hits:
    """How often `given`, by firm and reading, agrees with the judges."""
    return Hits(
        _each(firms, given, lambda firm, one: one.first in firm.firsts),
        _each(firms, given, lambda firm, one: bool({*one.named} & firm.firsts)),
        _each(firms, given, lambda firm, one: one.first in firm.against),
        np.array([len({one.first for one in of}) == 1 for of in given], dtype=float),
    )


def _each(firms: Sequence[Firm], given: Advice, holds: Callable[[Firm, Said], bool]) -> Shares:
    pairs = zip(firms, given, strict=True)
    return np.array([mean(np.array([holds(f, one) for one in of])) for f, of in pairs], dtype=float)


def between_judges(firms: Sequence[Firm]) -> Hits:
    """The same figures of each judge beside the other: no chooser can be asked for more."""
    pairs = [(firm, one, other) for firm in firms for one, other in [firm.judged[:2]]]
    return Hits(
        np.array([one.first == other.first for _, one, other in pairs], dtype=float),
        np.array(
            [
                ((one.first in other.named) + (other.first in one.named)) / 2
                for _, one, other in pairs
            ],
            dtype=float,
        ),
        np.array(
            [
                ((one.first in other.against) + (other.first in one.against)) / 2
                for _, one, other in pairs
            ],
            dtype=float,
        ),
        np.array([one.first == other.first for _, one, other in pairs], dtype=float),
    )


def elsewhere(firms: Sequence[Firm], given: Advice) -> tuple[int, int]:
    """Judged firsts that are first, and readings, where today's form is no judged first."""
    found = [
        one.first in firm.firsts
        for firm, of in zip(firms, given, strict=True)
        for reading, one in zip(firm.readings, of, strict=True)
        if reading.today not in firm.firsts
    ]
    return sum(found), len(found)
