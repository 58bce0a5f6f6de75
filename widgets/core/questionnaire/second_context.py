"""A second context beside the first: a what-if, another division, the same firm in three years.

It says only what differs; `Chooser.second` puts the two together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from widgets.core.answers.states import GateAnswer, Unknown
from widgets.core.files.refusals import Mistakes, mapping
from widgets.core.questionnaire import chooser_values as values
from widgets.core.structures.asked import CONTEXT
from widgets.core.structures.structures import Structures

KEYS = ("name", "answers", "criteria", "weights", "gate", "context")


@dataclass(frozen=True, slots=True)
class Other:
    """What differs in the second context."""

    name: str = ""
    answers: Mapping[str, int | Unknown] = field(default_factory=dict)
    criteria: Mapping[str, int | Unknown] = field(default_factory=dict)
    weights: Mapping[str, int | float] = field(default_factory=dict)
    gate: Mapping[str, GateAnswer] = field(default_factory=dict)
    context: Mapping[str, bool | None] = field(default_factory=dict)
    """None: not known there."""

    @property
    def differs(self) -> bool:
        """Whether any answer is another one here; a name alone is no difference."""
        direct = self.criteria or self.gate or self.context
        return bool(self.answers or self.weights or direct)


def other(data: Any, structures: Structures) -> Other:
    """The second context in `data`, plain data from JSON; raises `AnswersError`."""
    found, mistakes = mapping(data, "other"), Mistakes()
    with mistakes:
        values.known_keys(found, "other", KEYS)
    name, tests = found.get("name"), [test.id for test in structures.tests]

    def each[S](part: str, ids: Sequence[str], kind: str, value: values.Reader[S]) -> dict[str, S]:
        return mistakes.value(lambda: values.each(found, part, ids, kind, value, "other."), {})

    made = Other(
        name="" if name is None else mistakes.value(lambda: values.text(name, "other.name"), ""),
        answers=each("answers", [*structures.question], "question", values.answer),
        criteria=each("criteria", [*structures.criterion], "criterion", values.answer),
        weights=each("weights", [*structures.criterion], "criterion", values.weight),
        gate=each("gate", tests, "test of the gate", values.test),
        context=mistakes.value(lambda: _context(found.get("context")), {}),
    )
    mistakes.refuse()
    return made


def _context(data: Any) -> dict[str, bool | None]:
    """Unlike in the first context, null says that nobody knows."""
    given = {} if data is None else mapping(data, "other.context")
    mistakes = Mistakes()
    known = {id: truth for id, truth in given.items() if truth is not None}
    unknown = {id: None for id in given if id not in known}
    there, asked = {"context": known}, "fact of the context"
    found: dict[str, bool] = {}
    with mistakes:
        found = values.each(there, "context", CONTEXT, asked, values.truth, "other.")
    with mistakes:
        values.known_keys(unknown, "other.context", CONTEXT)
    mistakes.refuse()
    return {**found, **unknown}
