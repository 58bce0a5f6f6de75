"""The answers row by row: what was asked, what was said, and what belongs to it."""

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.core.answers.states import NO_DETAILS, UNKNOWN, Details, NotApplicable, State
from widgets.core.exporting.subject import Subject
from widgets.core.model.ladders import Ladder
from widgets.core.model.maturity import Dimension, Practice
from widgets.core.words.answered import WE_DONT_KNOW

KNOWN, NOBODY, AWAY, BLANK = "answered", WE_DONT_KNOW, "not applicable", "not answered"
"""States of a question, in words that every format shares."""


@dataclass(frozen=True, slots=True)
class Row:
    """One question and its answer."""

    dimension: Dimension
    practice: Practice | None
    """None for the quick question of the dimension."""
    state: str
    """One of `KNOWN`, `NOBODY`, `AWAY`, `BLANK`."""
    rung: int | None
    says: str
    """The words of the rung, or the reason why it does not apply; the reader's own then."""
    counts: bool
    """Whether it may enter a figure: a quick answer does only while it stands alone."""
    details: Details = NO_DETAILS
    """What was written beside it."""

    @property
    def id(self) -> str:
        """Id of the practice, or of the dimension."""
        return self.practice.id if self.practice else self.dimension.id

    @property
    def asked(self) -> str:
        """What was asked."""
        return self.practice.statement if self.practice else self.dimension.question

    @property
    def answer(self) -> str:
        """The answer in short: the rung, or the state."""
        return self.state if self.rung is None else str(self.rung)

    @property
    def worded(self) -> bool:
        """Whether anything was written to it."""
        return self.details != NO_DETAILS

    @property
    def page(self) -> str:
        """The address of its page that never changes."""
        return f"p/{self.practice.id}/" if self.practice else f"d/{self.dimension.id}/"


def rows(subject: Subject) -> list[Row]:
    """Every question of the model: each dimension's quick one, then its practices."""
    return [row for d in subject.model.dimensions for row in of_dimension(subject, d)]


def of_dimension(subject: Subject, dimension: Dimension) -> list[Row]:
    """The questions of one dimension: the quick one, then its practices."""
    alone = subject.result.dimensions[dimension.id].basis == "quick"
    quick = subject.answers.quick.get(dimension.id)
    first = _row(dimension, None, quick, dimension.ladder, alone, NO_DETAILS)
    return [first, *_practices(subject, dimension)]


def shown(subject: Subject, dimension: Dimension) -> list[Row]:
    """The questions of one dimension for a person to read.

    Its practices, once one has a state or a word to it; the quick one, if it was answered.
    """
    quick, *practices = of_dimension(subject, dimension)
    asked = any(row.state != BLANK or row.worded for row in practices)
    return ([quick] if quick.state != BLANK else []) + (practices if asked else [])


def _practices(subject: Subject, dimension: Dimension) -> Iterator[Row]:
    for p in dimension.practices:
        state = subject.answers.practices.get(p.id)
        beside = subject.answers.details.get(p.id, NO_DETAILS)
        yield _row(dimension, p, state, p.ladder, True, beside)


def _row(
    dimension: Dimension,
    practice: Practice | None,
    state: State | None,
    ladder: Ladder,
    counts: bool,
    detail: Details,
) -> Row:
    words, says = BLANK, ""
    if isinstance(state, int):
        words, says = KNOWN, ladder[state].said
    elif isinstance(state, NotApplicable):
        words, says = AWAY, state.reason or "reason not carried in the link"
    elif state == UNKNOWN:
        words = NOBODY
    return Row(
        dimension=dimension,
        practice=practice,
        state=words,
        rung=state if isinstance(state, int) else None,
        says=says,
        counts=counts and words == KNOWN,
        details=detail,
    )
