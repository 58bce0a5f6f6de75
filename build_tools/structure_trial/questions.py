"""What each question of the chooser tells: its answers, those without a step, and agreement."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.structure_trial.readings import HAVE, TODAY, Firm
from widgets.core.answers.states import ANSWERS
from widgets.core.structures.structures import Structures

WITHOUT = ("silent", "unanswerable", "ill")
"""Why a reader chose no step: the sheet does not say, nobody in the firm could know, none fits."""


@dataclass(frozen=True, slots=True)
class Told:
    """The answers to one question over all firms and readings."""

    id: str
    steps: tuple[int, ...]
    """How many answers chose each step, -2 to 2."""
    without: tuple[int, ...]
    """How many chose none, by `WITHOUT`."""
    equal: int
    """Firms of which both readings say the same; the reason for no step counts as part of it."""
    both: int
    """Firms of which both readings chose a step."""
    within_one: int
    """Of those: at most one step apart."""


def told(structures: Structures, firms: Sequence[Firm]) -> list[Told]:
    """Every question, in the order of the form."""
    return [_told(question.id, firms) for question in structures.questions]


def _told(id: str, firms: Sequence[Firm]) -> Told:
    pairs = [tuple(reading.answers[id] for reading in firm.readings[:2]) for firm in firms]
    count = Counter(one for pair in pairs for one in pair)
    chosen = [(a, b) for a, b in pairs if isinstance(a, int) and isinstance(b, int)]
    return Told(
        id=id,
        steps=tuple(count[step] for step in ANSWERS),
        without=tuple(count[why] for why in WITHOUT),
        equal=sum(a == b for a, b in pairs),
        both=len(chosen),
        within_one=sum(abs(a - b) <= 1 for a, b in chosen),
    )


def same(structures: Structures, firms: Sequence[Firm]) -> dict[str, tuple[int, int]]:
    """Of today's form, and of what a firm has: equal answers, and how many there are."""
    pairs = [firm.readings[:2] for firm in firms]
    add_ons = [one.id for one in structures.add_ons]
    return {
        TODAY: (sum(a.today == b.today for a, b in pairs), len(pairs)),
        HAVE: (
            sum((id in a.have) == (id in b.have) for a, b in pairs for id in add_ons),
            len(pairs) * len(add_ons),
        ),
    }
