"""What would change the answer: the nearest step of a single question that leads elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.decision import Answer, Decision, decision
from widgets.core.choosing.points import Contest
from widgets.core.questionnaire.derived import moved


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer moved, and what the chooser says then."""

    question: str
    before: int
    after: int
    answer: Answer | None
    first: str | None

    def as_json(self) -> dict[str, str | int | None]:
        """With the keys of the published result."""
        return {
            "question": self.question,
            "from": self.before,
            "to": self.after,
            "answer": self.answer,
            "first": self.first,
        }


def turns(field: Contest, found: Decision) -> tuple[Turn, ...]:
    """Every nearest move of one answered question after which kind or form is another, in order.

    All have the same distance, 1 to 4; none if no single answer changes anything, or if no question
    is answered.
    """
    for distance in range(1, len(ANSWERS)):
        nearest = tuple(_at(distance, field, found))
        if nearest:
            return nearest
    return ()


def _at(distance: int, field: Contest, found: Decision) -> Iterator[Turn]:
    for id in field.structures.question:
        before = field.chooser.answers.get(id)
        if not isinstance(before, int):
            continue
        for after in (before - distance, before + distance):
            if after not in ANSWERS:
                continue
            then = decision(field.at(moved(field.structures, field.chooser, id, after)))
            if (then.answer, then.first) != (found.answer, found.first):
                yield Turn(id, before, after, then.answer, then.first)
