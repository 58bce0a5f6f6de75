"""The states that an answer may have, what may stand beside it, and the answers to one assessment.

Only frozen data.  A new detail of a practice is one line of `Details`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, ReadOnly, TypedDict

type Unknown = Literal["unknown"]

UNKNOWN: Unknown = "unknown"
"""State of a question that was asked and that nobody could answer."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """State of a practice that cannot apply here."""

    reason: str
    """Why; empty only where a link carried the answer."""


ANSWERS = (-2, -1, 0, 1, 2)
"""Steps between the poles of a question of the chooser; the fits of a cell use the same numbers."""

type GateAnswer = Literal["yes", "no", "unknown"]

GATE_ANSWERS: tuple[GateAnswer, ...] = ("yes", "no", "unknown")
"""Answers to a test of the gate."""

type State = int | Unknown | NotApplicable
"""A rung 0 to 4, `UNKNOWN` or `NotApplicable`; a blank practice has no state."""

type QuickState = int | Unknown
"""A rung of the dimension's own ladder, or `UNKNOWN`."""

type Day = str
"""A day of the calendar, such as 2027-03-05."""


def _detail(words: str, empty: Any = "", **more: str | tuple[str, ...]) -> Any:
    """A detail: what `widgets.core.answers.field_kinds.FieldKind` says of it, and its blank."""
    return field(default=empty, metadata={"words": words, **more})


@dataclass(frozen=True, slots=True)
class Details:
    """What a reader wrote beside the answer to a practice; blank where nothing.

    One line a detail: its key in a file, what it holds, and its words.
    """

    note: str = _detail("Note", counted=("note",))
    evidence: str = _detail(
        "Evidence", listed="Proof", counted=("text of evidence", "texts of evidence")
    )
    dated: Day = _detail("Day of the evidence", listed="Day of the proof")  # noqa: RUF009
    owner: str = _detail("Who knows", listed="Owner", counted=("name",), between=", ")
    proof: bool = _detail("Proof at hand", empty=False, counted=("proof",))


NO_DETAILS = Details()
"""Nothing is written."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What a reader wrote to an action in the plan; blank where nothing."""

    owner: str = ""
    month: str = ""
    """Year and month, such as 2027-03."""


class Retired(TypedDict, total=False):
    """What was entered about a thing that is asked no longer, as a file holds it."""

    state: ReadOnly[int | str | Mapping[str, str]]
    details: ReadOnly[Mapping[str, str | bool]]
    target: ReadOnly[int]
    left_out: ReadOnly[bool]
    action: ReadOnly[Mapping[str, str]]


class ContextPart(TypedDict, total=False):
    """What both contexts of the chooser hold, as a file holds it."""

    answers: ReadOnly[Mapping[str, int | str]]
    criteria: ReadOnly[Mapping[str, int | str]]
    weights: ReadOnly[Mapping[str, float]]
    gate: ReadOnly[Mapping[str, str]]
    context: ReadOnly[Mapping[str, bool | None]]


class OtherPart(ContextPart, total=False):
    """The second context."""

    name: ReadOnly[str]


class ChooserPart(ContextPart, total=False):
    """The answers to the chooser, as a file holds them.

    `widgets.core.questionnaire.chooser` reads them, with the structures, whose ids these are.
    """

    accounts: ReadOnly[Sequence[Mapping[str, object] | None]]
    have: ReadOnly[Sequence[str]]
    seed: ReadOnly[int]
    today: ReadOnly[str]
    other: ReadOnly[OtherPart]
    board: ReadOnly[Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one assessment, with all that an answers file may hold."""

    practices: Mapping[str, State] = field(default_factory=dict)
    quick: Mapping[str, QuickState] = field(default_factory=dict)
    details: Mapping[str, Details] = field(default_factory=dict)
    """By practice."""
    answered_at: Mapping[str, str] = field(default_factory=dict)
    """When each practice was answered, where that is known."""
    profile: Mapping[str, str] = field(default_factory=dict)
    """The option that was chosen, by question."""
    targets: Mapping[str, int] = field(default_factory=dict)
    """The level that the reader set, by dimension."""
    actions: Mapping[str, Planned] = field(default_factory=dict)
    """The plan, by recommendation."""
    left_out: Sequence[str] = ()
    """Dimensions and practices that the reader left out of the shortest way up."""
    chooser: ChooserPart = field(default_factory=ChooserPart)
    retired: Mapping[str, Retired] = field(default_factory=dict)
    """By thing, such as `practice obstacle-list`."""
