"""What got worse first, in a row of assessments of one programme.  Pure functions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from widgets.core.answers.states import Answers
from widgets.core.comparing.comparison import rung
from widgets.core.model.maturity import Model


@dataclass(frozen=True, slots=True)
class Fall:
    """A practice that stands lower at the end than at the start."""

    practice: str
    before: int
    after: int
    first: int
    """Place in the row, from 1, of the first assessment in which it was lower than just before."""


def falls(model: Model, row: Sequence[Answers]) -> tuple[Fall, ...]:
    """What got worse from the first of `row` to the last, in the order in which it began.

    What began to fall in the same assessment: the longest fall first, then critical dimensions,
    then model order.
    """
    found = [fall for id in model.practice if (fall := _fall(id, row))]
    return tuple(
        sorted(
            found,
            key=lambda f: (f.first, f.after - f.before, not model.home[f.practice].critical),
        )
    )


def _fall(id: str, row: Sequence[Answers]) -> Fall | None:
    known = [(place, there) for place, a in enumerate(row) if (there := rung(a, id)) is not None]
    ends = {place: there for place, there in known if place in (0, len(row) - 1)}
    if len(ends) < 2 or ends[len(row) - 1] >= ends[0]:
        return None
    first = next(later[0] for sooner, later in pairwise(known) if later[1] < sooner[1])
    return Fall(id, ends[0], ends[len(row) - 1], first)
