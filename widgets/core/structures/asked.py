"""What the chooser asks, and what an answer decides, as frozen objects.

Knows nothing of forms, fits and companions, which `widgets.core.structures.structures` holds.
"""

from dataclasses import dataclass
from typing import Literal

from widgets.core.structures.veto_conditions import Bounds

SECTIONS = ("customers", "work", "firm", "today")
"""Parts of the form that a question may stand in, in order."""

CONTEXT = (
    *("sales_target_only", "operations_on_board", "dependence_alarm"),
    *("list_too_long", "today_has_held", "hand_overs_fail"),
)
"""Facts beside gate and criteria, which vetoes, add-ons and the price of a change read."""

type Rule = Literal["plain", "one_sided", "half_low"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the twelve columns of the fit table."""

    id: str
    name: str
    rule: Rule
    asks: tuple[str, ...]
    """Ids of the questions that answer it."""


@dataclass(frozen=True, slots=True)
class Bound(Bounds):
    """A question whose step is at least, or at most, so much; one of the two is given."""

    asked: str
    """Id of the question."""
    at_least: int | None = None
    at_most: int | None = None


@dataclass(frozen=True, slots=True)
class FromAssessment:
    """How the assessment answers a question of the chooser."""

    practices: tuple[str, ...]
    steps: tuple[int, ...] | Literal["count"]
    """The step of each rung, 0 to 4; or a count of the practices at rung 3 or 4, less 2."""
    sure: bool
    """Whether it may be proposed; otherwise it is a hint."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that the chooser asks: five steps, -2 to 2, between two poles."""

    id: str
    section: str
    question: str
    low: str
    high: str
    between: tuple[str, ...]
    """The steps -1, 0 and 1."""
    ask: str
    """Who knows."""
    unknown: str
    """What to do where nobody knows."""
    falls: str
    """A lower step, in words that follow "if"."""
    rises: str
    said_low: str
    """The low half, as a board would say it."""
    said_high: str
    facts: tuple[str, ...]
    hint: str = ""
    from_assessment: FromAssessment | None = None

    def words(self, step: int) -> str:
        """What a step, -2 to 2, says."""
        return (self.low, *self.between, self.high)[step + 2]


@dataclass(frozen=True, slots=True)
class Today:
    """What the form asks about today's arrangement; `Option.seen` are its answers."""

    question: str
    hint: str
    none: str
    """The answer `NO_FORM`."""
    ask: str
    """Who knows."""
    unknown: str
    """What not knowing means."""


@dataclass(frozen=True, slots=True)
class GateTest:
    """One question of the gate; two of them share number 6."""

    id: str
    number: int
    question: str
    why: str
    if_no: str
    no_if: tuple[Bound, ...]
    """The answer is *no* where all of these hold."""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate can say, and what to do then."""

    id: str
    name: str
    means: str
    ask_again: str
    instead: tuple[str, ...] = ()
    change: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContextFact:
    """Something that is true or false of a firm, and counts in no points."""

    id: str
    says: str
    """What is so where it is true."""
    true_if: tuple[Bound, ...]
    """It is true where all of these hold."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What became of an answer of an older release."""

    part: Literal["criteria", "gate", "context"]
    id: str
    asked: str
    """Its question, word for word."""
    keep: Literal["ends", "none"]
    """Which of its answers are carried over: both ends, or none."""
