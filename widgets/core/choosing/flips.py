"""The smallest change that puts another option first: of one answer, and of one weight."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.points import Contest, OptionPoints, rows


@dataclass(frozen=True, slots=True)
class Flip:
    """A change of one criterion, and who is first after it."""

    criterion: str
    before: float
    after: float
    first: str

    def as_json(self) -> dict[str, float | str]:
        """With the keys of the published result."""
        return {
            "criterion": self.criterion,
            "from": self.before,
            "to": self.after,
            "first": self.first,
        }


def flip_answer(contest: Contest, home: Sequence[OptionPoints]) -> Flip | None:
    """The smallest change of one known answer after which the first is no longer among the first.

    Vetoes are judged again.  Of equal changes the one whose new first leads by most, then criterion
    order, then the lower answer.  None on a tie, or if no single change does it (DESIGN 8).
    """
    if not home or contest.tied(home):
        return None
    found: list[tuple[tuple[int, int, int, int], Flip]] = []
    for place, (criterion, old) in enumerate(contest.known.items()):
        for new in ANSWERS:
            then = contest.ranked({**contest.known, criterion: new})
            if not then or home[0][0] in {id for id, points in then if points == then[0][1]}:
                continue
            lead = then[0][1] - then[1][1] if len(then) > 1 else 0
            flip = Flip(criterion, old, new, then[0][0])
            found.append(((abs(new - old), -lead, place, new), flip))
    return min(found, key=lambda entry: entry[0])[1] if found else None


def flip_weight(contest: Contest, home: Sequence[OptionPoints]) -> Flip | None:
    """The nearest weight from 0 of one criterion at which another option draws level.

    The other weights stay as scaled.  With lead D of the first and contributions c of the first
    and c' of the other: `D + (w* - w) (c - c') = 0`, solved exactly (DESIGN 8).  Of equally near
    weights the first in criterion order, then in model order of options.  None if two are level
    already, or if no weight does it.
    """
    if len(home) < 2 or home[0][1] == home[1][1]:
        return None
    table, places = rows(contest.structures, contest.known), list(contest.options)
    others = sorted(home[1:], key=lambda standing: places.index(standing[0]))
    first, points = home[0]
    best: tuple[int, int, Flip] | None = None
    for criterion, weight in contest.weights.items():
        for other, fewer in others:
            slope = table[first][criterion] - table[other][criterion]
            lead, size = points - fewer, abs(slope)
            level = (weight * slope - lead) * (1 if slope > 0 else -1)
            if not slope or level < 0:
                continue
            if best is None or lead * best[1] < best[0] * size:
                scale, units = len(contest.weights), contest.total
                after = scale * level / (units * size)
                best = (lead, size, Flip(criterion, scale * weight / units, after, other))
    return best[2] if best else None
