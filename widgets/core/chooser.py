"""What a reader told the chooser: reads the `chooser` part of an answers file, or the part alone.

Strict at the door, as `widgets.core.answers` is; inside, `Chooser` is trusted.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from widgets.core.answers import UNKNOWN, AnswersError, Unknown, mapping, parsed, shown
from widgets.core.structures import ANSWERS, CONTEXT, Structures

type GateAnswer = Literal["yes", "no", "unknown"]

GATE_ANSWERS: tuple[GateAnswer, ...] = ("yes", "no", "unknown")

PARTS = ("criteria", "weights", "gate", "context", "accounts", "have", "seed", "today")
"""What a chooser may hold; every part may be missing, and null is blank."""

MOST_SEED = 2**32 - 1


@dataclass(frozen=True, slots=True)
class Contact:
    """Two functions in contact: one of ours, one of the customer's."""

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
    criteria, options = [*structures.criterion], [*structures.option]
    weights = _each(found, "weights", criteria, "criterion", _weight)
    if not any(weights.get(id, 1) for id in criteria):
        raise AnswersError("weights: all are 0; give one criterion a weight above 0.")
    seed, today = found.get("seed"), found.get("today")
    return Chooser(
        criteria=_each(found, "criteria", criteria, "criterion", _answer),
        weights=weights,
        gate=_each(found, "gate", [t.id for t in structures.tests], "test of the gate", _test),
        context=_each(found, "context", CONTEXT, "question of the context", _truth),
        accounts=_accounts(found.get("accounts"), [s.id for s in structures.stages]),
        have=_have(found.get("have"), [add_on.id for add_on in structures.add_ons]),
        seed=1 if seed is None else _whole(seed, "seed", MOST_SEED),
        today=None if today is None else _one_of(today, "today", options),
    )


def _each[S](
    data: Mapping[str, Any],
    part: str,
    ids: list[str] | tuple[str, ...],
    kind: str,
    value: Callable[[Any, str], S],
) -> dict[str, S]:
    """The values of one part by id; blank ones are left out."""
    found = data.get(part)
    given = {} if found is None else mapping(found, part)
    for id in given:
        if id not in ids:
            raise AnswersError(f"{part}: {shown(id)} is no {kind}; it must be {_or(ids)}.")
    return {id: value(given[id], f"{part}.{id}") for id in ids if given.get(id) is not None}


def _answer(value: Any, where: str) -> int | Unknown:
    if isinstance(value, str) and value == UNKNOWN:
        return UNKNOWN
    if _is_int(value) and value in ANSWERS:
        return int(value)
    raise AnswersError(f'{where}: found {shown(value)}; it must be -2 to 2 or "unknown".')


def _weight(value: Any, where: str) -> int | float:
    if _is_int(value) and value >= 0:
        return int(value)
    if isinstance(value, float) and value >= 0 and math.isfinite(value):
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be a number from 0.")


def _test(value: Any, where: str) -> GateAnswer:
    for possible in GATE_ANSWERS:
        if isinstance(value, str) and value == possible:
            return possible
    raise AnswersError(f"{where}: found {shown(value)}; it must be {_or(GATE_ANSWERS)}.")


def _truth(value: Any, where: str) -> bool:
    if isinstance(value, bool):
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be true or false.")


def _whole(value: Any, where: str, most: int) -> int:
    if _is_int(value) and 0 <= value <= most:
        return int(value)
    raise AnswersError(f"{where}: found {shown(value)}; it must be a whole number, 0 to {most}.")


def _one_of(value: Any, where: str, ids: list[str]) -> str:
    if isinstance(value, str) and value in ids:
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be {_or(ids)}.")


def _text(value: Any, where: str) -> str:
    if isinstance(value, str) and value.strip():
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be a text.")


def _list(value: Any, where: str) -> list[Any]:
    if isinstance(value, list):
        return value
    raise AnswersError(f"{where}: found {shown(value)}; it must be a list […].")


def _have(found: Any, ids: list[str]) -> tuple[str, ...]:
    given = [] if found is None else _list(found, "have")
    return tuple(_one_of(value, f"have[{place}]", ids) for place, value in enumerate(given))


def _accounts(found: Any, stages: list[str]) -> tuple[Account, ...]:
    given = [] if found is None else _list(found, "accounts")
    return tuple(_account(data, f"accounts[{n}]", stages) for n, data in enumerate(given))


def _account(data: Any, where: str, stages: list[str]) -> Account:
    found = _known(data, where, ("name", "stage", "attractiveness", "contacts"))
    stage, attractiveness = found.get("stage"), found.get("attractiveness")
    contacts = found.get("contacts")
    listed = [] if contacts is None else _list(contacts, f"{where}.contacts")
    return Account(
        name=_text(found.get("name"), f"{where}.name"),
        stage=None if stage is None else _one_of(stage, f"{where}.stage", stages),
        attractiveness=None
        if attractiveness is None
        else _whole(attractiveness, f"{where}.attractiveness", 4),
        contacts=tuple(_contact(c, f"{where}.contacts[{n}]") for n, c in enumerate(listed)),
    )


def _contact(data: Any, where: str) -> Contact:
    found = _known(data, where, ("ours", "theirs"))
    return Contact(*(_text(found.get(side), f"{where}.{side}") for side in ("ours", "theirs")))


def _known(data: Any, where: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    found = mapping(data, where)
    for key in found:
        if key not in keys:
            raise AnswersError(f"{where}: {shown(key)} is no key here; it must be {_or(keys)}.")
    return found


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _or(words: list[str] | tuple[str, ...]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))
