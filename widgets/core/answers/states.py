"""The states that an answer may have, and the answers to one assessment."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

type Unknown = Literal["unknown"]

UNKNOWN: Unknown = "unknown"
"""State of a question that was asked and that nobody could answer."""


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """State of a practice that cannot apply here."""

    reason: str
    """Why; empty only where a link carried the answer."""


type State = int | Unknown | NotApplicable
"""A rung 0 to 4, `UNKNOWN` or `NotApplicable`; a blank practice has no state."""

type QuickState = int | Unknown
"""A rung of the dimension's own ladder, or `UNKNOWN`."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers to one assessment."""

    practices: Mapping[str, State] = field(default_factory=dict)
    quick: Mapping[str, QuickState] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)
    """The parts of the file that scoring does not use, carried as they are."""
