"""How fast answers came, from the times that stand beside them; no clock of its own.

One fast answer says nothing: its reader may have read ahead, or corrected a slip.  Only a run of
them does, answers that followed each other so closely that nobody can have read all the words.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Model, Practice
from widgets.core.words.times import instant

WORDS_PER_MINUTE = 400
"""A fast reader of plain prose reads about 300 words in a minute; above 400 hardly anybody has read
the words.  Our judgement, on the reader's side."""

RUN = 5
"""How many answers in a row must be that fast before we ask; our judgement, about a dimension."""

AT_ONCE = 0.1
"""Seconds below which two answers were not given but put there, by a file or a link."""

type _Timed = tuple[float, Practice, int]
"""When, in seconds; what; and the rung that was chosen."""


def pace(model: Model, answers: Answers) -> Mapping[str, float]:
    """Seconds from the answer before to this one, of practices answered in a fast run, by id.

    The run's first answer is left out: nobody knows how long that took.
    """
    timed = sorted(_timed(model, answers), key=lambda one: one[0])
    return {id: seconds for run in _runs(timed) if len(run) >= RUN for id, seconds in run.items()}


def _timed(model: Model, answers: Answers) -> Iterator[_Timed]:
    for practice in model.practices():
        rung = answers.practices.get(practice.id)
        at = instant(answers.answered_at.get(practice.id))
        if isinstance(rung, int) and at is not None:
            yield at.timestamp(), practice, rung


def _runs(timed: Sequence[_Timed]) -> Iterator[dict[str, float]]:
    """Answers that follow each other faster than they can be read, each run by itself."""
    run: dict[str, float] = {}
    for (before, *_), (at, practice, rung) in pairwise(timed):
        passed = at - before
        if AT_ONCE <= passed < seconds_to_read(practice, rung):
            run[practice.id] = passed
        elif run:
            yield run
            run = {}
    yield run  # the last, which may be empty


def seconds_to_read(practice: Practice, rung: int) -> float:
    """Seconds that a fast reader needs for the statement and the ladder up to `rung`."""
    text = [practice.statement, *(found.said for found in practice.ladder[: rung + 1])]
    return sum(len(part.split()) for part in text) * 60 / WORDS_PER_MINUTE
