"""What a reader told the chooser: reads the `chooser` part of an answers file, or the part alone.

Strict at the door, as `widgets.core.answers.file` is; inside, `Chooser` is trusted.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from widgets.core.answers.states import GateAnswer, Unknown
from widgets.core.files.refusals import (
    FILE,
    Mistakes,
    Refusal,
    mapping,
    shown,
)
from widgets.core.files.strict_json import parsed
from widgets.core.questionnaire import chooser_values as values
from widgets.core.questionnaire.second_context import Other, other
from widgets.core.structures.asked import CONTEXT
from widgets.core.structures.structures import NO_FORM, Structures

PARTS = (
    *("answers", "criteria", "weights", "gate", "context"),
    *("accounts", "have", "seed", "today", "other", "board"),
)
"""What a chooser may hold; every part may be missing, and null is blank.

`criteria`, `gate` and `context` say directly what `answers` to the questions say otherwise.
"""

BOARD = (
    *("organisation", "decision", "date", "prepared", "agree"),
    *("cost", "stops", "again", "doubt"),
)
"""What a reader types for the page of a board."""

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

    answers: Mapping[str, int | Unknown] = field(default_factory=dict)
    """By question id: -2 to 2."""
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
    """Option that describes today, or `NO_FORM`; it may be kept."""
    other: Other | None = None
    """A second context to hold beside this one: only what differs in it."""
    board: Mapping[str, str] = field(default_factory=dict)
    """What was typed for the page of a board; no rule reads it."""

    def second(self) -> "Chooser | None":
        """The second context, whole; None where nothing differs."""
        if self.other is None or not self.other.differs:
            return None
        context = {**self.context, **self.other.context}
        return replace(
            self,
            answers={**self.answers, **self.other.answers},
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

    Raises `AnswersError`.
    """
    return chooser(parsed(text), structures, FILE)


def chooser(data: Any, structures: Structures, where: str = "chooser") -> Chooser:
    """The chooser in `data`, plain data from JSON; `where` names it in messages."""
    found, mistakes = mapping(data, where), Mistakes()
    _check_parts(found, where, mistakes)
    criteria, tests = [*structures.criterion], [test.id for test in structures.tests]
    questions = [*structures.question]
    stages, add_ons = ([one.id for one in all] for all in (structures.stages, structures.add_ons))

    def each[S](part: str, ids: Sequence[str], kind: str, value: values.Reader[S]) -> dict[str, S]:
        return mistakes.value(lambda: values.each(found, part, ids, kind, value), {})

    def part[S](name: str, read: Callable[[Any], S], otherwise: S) -> S:
        given = found.get(name)
        return otherwise if given is None else mistakes.value(lambda: read(given), otherwise)

    made = Chooser(
        answers=each("answers", questions, "question", values.answer),
        criteria=each("criteria", criteria, "criterion", values.answer),
        weights=each("weights", criteria, "criterion", values.weight),
        gate=each("gate", tests, "test of the gate", values.test),
        context=each("context", CONTEXT, "fact of the context", values.truth),
        accounts=part("accounts", lambda given: _accounts(given, stages), ()),
        have=part("have", lambda given: _have(given, add_ons), ()),
        seed=part("seed", lambda given: values.whole(given, "seed", MOST_SEED), 1),
        today=part("today", lambda given: _today(given, structures), None),
        other=part("other", lambda given: other(given, structures), None),
        board=each("board", BOARD, "field of the page for a board", values.text),
    )
    _check_weights(made, criteria, mistakes)
    mistakes.refuse()
    return made


def _check_parts(found: Mapping[str, Any], where: str, mistakes: Mistakes) -> None:
    for key in found:
        if key not in PARTS:
            parts = f"the parts are {', '.join(PARTS)}"
            mistakes.add(Refusal(where, f"{shown(key)} is no part of a chooser", parts))


def _check_weights(made: Chooser, criteria: Sequence[str], mistakes: Mistakes) -> None:
    for where, one in (("weights", made), ("other.weights", made.second())):
        if one and not any(one.weights.get(id, 1) for id in criteria):
            mistakes.add(Refusal(where, "all are 0", do="give one criterion a weight above 0"))


def _today(given: Any, structures: Structures) -> str | None:
    return values.one_of(given, "today", [*structures.option, NO_FORM])


def _have(given: Any, ids: list[str]) -> tuple[str, ...]:
    listed = enumerate(values.listed(given, "have"))
    return values.every(listed, "have", lambda value, where: values.one_of(value, where, ids))


def _accounts(given: Any, stages: list[str]) -> tuple[Account, ...]:
    listed = values.filled(given, "accounts")
    return values.every(listed, "accounts", lambda data, where: _account(data, where, stages))


def _account(data: Any, where: str, stages: list[str]) -> Account:
    found, mistakes = mapping(data, where), Mistakes()
    with mistakes:
        values.known_keys(data, where, ("name", "stage", "attractiveness", "contacts"))

    def part[S](name: str, read: Callable[[Any, str], S], otherwise: S) -> S:
        given, place = found.get(name), f"{where}.{name}"
        return otherwise if given is None else mistakes.value(lambda: read(given, place), otherwise)

    account = Account(
        name=mistakes.value(lambda: values.text(found.get("name"), f"{where}.name"), ""),
        stage=part("stage", lambda given, place: values.one_of(given, place, stages), None),
        attractiveness=part(
            "attractiveness", lambda given, place: values.whole(given, place, 4), None
        ),
        contacts=part("contacts", _contacts, ()),
    )
    mistakes.refuse()
    return account


def _contacts(given: Any, where: str) -> tuple[Contact, ...]:
    return values.every(values.filled(given, where), where, _contact)


def _contact(data: Any, where: str) -> Contact:
    found = values.known_keys(data, where, ("ours", "theirs"))
    blank = [side for side, name in found.items() if name is None]
    sides = ("ours", "theirs") if len(blank) != 1 else ({"ours", "theirs"} - {*blank})
    named = {side: values.text(found.get(side), f"{where}.{side}") for side in sides}
    return Contact(named.get("ours", ""), named.get("theirs", ""))
