"""A second context beside the first: a what-if, another division, the same firm in three years.

It says only what differs; `Chooser.second` puts the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from widgets.core.answers import chooser_values as values
from widgets.core.answers.chooser_values import GateAnswer
from widgets.core.answers.refusals import mapping
from widgets.core.answers.states import Unknown
from widgets.core.model.structures import CONTEXT, Structures

KEYS = ("name", "criteria", "weights", "gate", "context")


@dataclass(frozen=True, slots=True)
class Other:
    """What differs in the second context."""

    name: str = ""
    criteria: Mapping[str, int | Unknown] = field(default_factory=dict)
    weights: Mapping[str, int | float] = field(default_factory=dict)
    gate: Mapping[str, GateAnswer] = field(default_factory=dict)
    context: Mapping[str, bool | None] = field(default_factory=dict)
    """None: not known there."""

    @property
    def differs(self) -> bool:
        """Whether any answer is another one here; a name alone is no difference."""
        return bool(self.criteria or self.weights or self.gate or self.context)


def other(data: Any, structures: Structures) -> Other:
    """The second context in `data`, plain data from JSON; raises `AnswersError`."""
    found = values.known_keys(data, "other", KEYS)
    name, tests = found.get("name"), [test.id for test in structures.tests]
    return Other(
        name="" if name is None else values.text(name, "other.name"),
        criteria=values.each(
            found, "criteria", [*structures.criterion], "criterion", values.answer, "other."
        ),
        weights=values.each(
            found, "weights", [*structures.criterion], "criterion", values.weight, "other."
        ),
        gate=values.each(found, "gate", tests, "test of the gate", values.test, "other."),
        context=_context(found.get("context")),
    )


def _context(data: Any) -> dict[str, bool | None]:
    """Unlike in the first context, null says that nobody knows."""
    given = {} if data is None else mapping(data, "other.context")
    known = {id: truth for id, truth in given.items() if truth is not None}
    found = values.each(
        {"context": known}, "context", CONTEXT, "question of the context", values.truth, "other."
    )
    unknown = values.known_keys(
        {id: None for id in given if id not in known}, "other.context", CONTEXT
    )
    return {**found, **unknown}
