"""What a reader told the chooser: reads the `chooser` part of an answers file, or the part alone.

Strict at the door, as `widgets.core.answers.file` is; inside, `Chooser` is trusted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from widgets.core.answers import chooser_values as values
from widgets.core.answers.chooser_values import GATE_ANSWERS, GateAnswer
from widgets.core.answers.file import parsed
from widgets.core.answers.refusals import AnswersError, mapping, shown
from widgets.core.answers.second_context import Other, other
from widgets.core.answers.states import Unknown
from widgets.core.model.structures import CONTEXT, Structures

__all__ = ["GATE_ANSWERS", "PARTS", "Account", "Chooser", "Contact", "chooser", "read"]

PARTS = ("criteria", "weights", "gate", "context", "accounts", "have", "seed", "today", "other")
"""What a chooser may hold; every part may be missing, and null is blank."""

MOST_SEED = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Contact:
    """Two functions in contact: one of ours, one of the customer's; a blank side is empty."""

    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Account:
    """One account whose contact shape is asked for."""

    name: str
    stage: str | None = None
    attractiveness: int | None = None
    """0 to 4; shown beside the result, and read by no rule."""
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Chooser:
    """The answers to the chooser."""

    criteria: Mapping[str, int | Unknown] = field(default_factory=dict)
    weights: Mapping[str, int | float] = field(default_factory=dict)
    """Importance of criteria, 0 or more; one that is missing weighs 1."""
    gate: Mapping[str, GateAnswer] = field(default_factory=dict)
    context: Mapping[str, bool] = field(default_factory=dict)
    accounts: tuple[Account, ...] = ()
    have: tuple[str, ...] = ()
    """Ids of the add-ons that are there already."""
    seed: int = 1
    today: str | None = None
    """Option that describes today; no rule reads it."""
    other: Other | None = None
    """A second context to hold beside this one: only what differs in it."""

    def second(self) -> "Chooser | None":
        """The second context, whole; None where nothing differs."""
        if self.other is None or not self.other.differs:
            return None
        context = {**self.context, **self.other.context}
        return replace(
            self,
            criteria={**self.criteria, **self.other.criteria},
            weights={**self.weights, **self.other.weights},
            gate={**self.gate, **self.other.gate},
            context={id: truth for id, truth in context.items() if truth is not None},
            other=None,
        )

    def known(self, structures: Structures) -> dict[str, int]:
        """The answers -2 to 2, in model order."""
        found = ((c.id, self.criteria.get(c.id)) for c in structures.criteria)
        return {id: answer for id, answer in found if isinstance(answer, int)}


def read(text: str | bytes, structures: Structures) -> Chooser:
    """The chooser in `text`, a JSON object with the keys of `PARTS`.

    Raises `AnswersError` at the first mistake, in one sentence.
    """
    return chooser(parsed(text), structures, "The file")


def chooser(data: Any, structures: Structures, where: str = "chooser") -> Chooser:
    """The chooser in `data`, plain data from JSON; `where` names it in messages."""
    found = mapping(data, where)
    for key in found:
        if key not in PARTS:
            raise AnswersError(
                f"{where}: {shown(key)} is no part of a chooser; the parts are {', '.join(PARTS)}."
            )
    criteria, tests = [*structures.criterion], [test.id for test in structures.tests]
    seed, today = found.get("seed"), found.get("today")
    made = Chooser(
        criteria=values.each(found, "criteria", criteria, "criterion", values.answer),
        weights=values.each(found, "weights", criteria, "criterion", values.weight),
        gate=values.each(found, "gate", tests, "test of the gate", values.test),
        context=values.each(found, "context", CONTEXT, "question of the context", values.truth),
        accounts=_accounts(found.get("accounts"), [s.id for s in structures.stages]),
        have=_have(found.get("have"), [add_on.id for add_on in structures.add_ons]),
        seed=1 if seed is None else values.whole(seed, "seed", MOST_SEED),
        today=None if today is None else values.one_of(today, "today", [*structures.option]),
        other=None if found.get("other") is None else other(found["other"], structures),
    )
    _check_weights(made, criteria)
    return made


def _check_weights(made: Chooser, criteria: Sequence[str]) -> None:
    for where, one in (("weights", made), ("other.weights", made.second())):
        if one and not any(one.weights.get(id, 1) for id in criteria):
            raise AnswersError(f"{where}: all are 0; give one criterion a weight above 0.")


def _have(found: Any, ids: list[str]) -> tuple[str, ...]:
    given = [] if found is None else values.listed(found, "have")
    return tuple(values.one_of(value, f"have[{place}]", ids) for place, value in enumerate(given))


def _accounts(found: Any, stages: list[str]) -> tuple[Account, ...]:
    given = [] if found is None else values.listed(found, "accounts")
    named = [(f"accounts[{n}]", data) for n, data in enumerate(given) if data is not None]
    return tuple(_account(data, where, stages) for where, data in named)


def _account(data: Any, where: str, stages: list[str]) -> Account:
    found = values.known_keys(data, where, ("name", "stage", "attractiveness", "contacts"))
    stage, attractiveness = found.get("stage"), found.get("attractiveness")
    contacts = found.get("contacts")
    pairs = [] if contacts is None else values.listed(contacts, f"{where}.contacts")
    return Account(
        name=values.text(found.get("name"), f"{where}.name"),
        stage=None if stage is None else values.one_of(stage, f"{where}.stage", stages),
        attractiveness=None
        if attractiveness is None
        else values.whole(attractiveness, f"{where}.attractiveness", 4),
        contacts=tuple(
            _contact(c, f"{where}.contacts[{n}]") for n, c in enumerate(pairs) if c is not None
        ),
    )


def _contact(data: Any, where: str) -> Contact:
    found = values.known_keys(data, where, ("ours", "theirs"))
    blank = [side for side, name in found.items() if name is None]
    sides = ("ours", "theirs") if len(blank) != 1 else ({"ours", "theirs"} - {*blank})
    named = {side: values.text(found.get(side), f"{where}.{side}") for side in sides}
    return Contact(named.get("ours", ""), named.get("theirs", ""))
