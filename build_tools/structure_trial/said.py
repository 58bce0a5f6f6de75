"""What the chooser says to each reading, by the same engine as on the site."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from build_tools.structure_trial.readings import Firm, Reading
from widgets.core.choosing.decision import PATIENCE, Answer, Decision, Patience, decision
from widgets.core.choosing.points import Contest, contest
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.structures import NO_FORM, Structures

MOST = 3
"""So many forms are named."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a chooser says to one reading."""

    named: tuple[str, ...]
    """Up to three forms, first the one that its answer names; empty while it has none."""
    answer: Answer | None = None
    conditions: tuple[str, ...] = ()

    @property
    def first(self) -> str | None:
        """The form that the answer names."""
        return self.named[0] if self.named else None


type Rule = Callable[[Reading], Said]
"""Whatever gives advice to one reading."""

type Advice = Sequence[Sequence[Said]]
"""By firm and reading."""


def advice(firms: Sequence[Firm], rule: Rule) -> Advice:
    """What `rule` says to every reading."""
    return [[rule(reading) for reading in firm.readings] for firm in firms]


def ours(structures: Structures, patience: Patience = PATIENCE) -> Rule:
    """The chooser of the site; `patience` says how long today's form is kept."""
    return lambda reading: said(decision(field(structures, reading), patience))


def field(structures: Structures, reading: Reading) -> Contest:
    """The options under the answers of a reading."""
    return contest(structures, derived(structures, reading.chooser(structures)))


def said(found: Decision) -> Said:
    """What counts as our first and our three.

    The form that the answer names, then those that follow in its ranking.  "No KAM" counts as
    none, then what is left.
    """
    if found.answer == "no-kam":
        left = (id for id, _ in found.home)
        return Said((NO_FORM, *left)[:MOST], found.answer)
    return Said(found.named, found.answer, found.conditions)
