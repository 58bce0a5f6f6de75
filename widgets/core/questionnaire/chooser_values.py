"""Reads single values of the chooser's answers; refuses what cannot be used, in one sentence.

Each function takes a value from JSON and the words that name its place in a message, and raises
`AnswersError`.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from widgets.core.answers.states import ANSWERS, GATE_ANSWERS, UNKNOWN, GateAnswer, Unknown
from widgets.core.files.refusals import Mistakes, Refusal, mapping, shown, wrong
from widgets.core.words import english

type Reader[S] = Callable[[Any, str], S]
"""Reads a value at a place; raises `AnswersError`."""


def each[S](
    data: Mapping[str, Any],
    part: str,
    ids: Sequence[str],
    kind: str,
    value: Reader[S],
    start: str = "",
) -> dict[str, S]:
    """The values of one part by id, in the order of `ids`; blank ones are left out.

    `start` comes before the part's name in messages.
    """
    where, found = start + part, data.get(part)
    given = {} if found is None else mapping(found, where)
    mistakes, values = Mistakes(), dict[str, S]()
    with mistakes:
        _check_known(given, ids, where, kind)
    for id in ids:
        if given.get(id) is not None:
            with mistakes:
                values[id] = value(given[id], f"{where}.{id}")
    mistakes.refuse()
    return values


def answer(value: Any, where: str) -> int | Unknown:
    """An answer to a question or a criterion."""
    if isinstance(value, str) and value == UNKNOWN:
        return UNKNOWN
    if _is_int(value) and value in ANSWERS:
        return int(value)
    raise wrong(where, value, '-2 to 2 or "unknown"')


def weight(value: Any, where: str) -> int | float:
    """The weight of a criterion."""
    if _is_int(value) and value >= 0:
        return int(value)
    if isinstance(value, float) and value >= 0 and math.isfinite(value):
        return value
    raise wrong(where, value, "a number from 0")


def test(value: Any, where: str) -> GateAnswer:
    """An answer to a test of the gate."""
    for possible in GATE_ANSWERS:
        if isinstance(value, str) and value == possible:
            return possible
    raise wrong(where, value, english.listed(GATE_ANSWERS, "or"))


def truth(value: Any, where: str) -> bool:
    """A fact of the context."""
    if isinstance(value, bool):
        return value
    raise wrong(where, value, "true or false")


def whole(value: Any, where: str, most: int) -> int:
    """A whole number from 0 to `most`."""
    if _is_int(value) and 0 <= value <= most:
        return int(value)
    raise wrong(where, value, f"a whole number, 0 to {most}")


def one_of(value: Any, where: str, ids: Sequence[str]) -> str:
    """One of some ids."""
    if isinstance(value, str) and value in ids:
        return value
    raise wrong(where, value, english.listed(ids, "or"))


def text(value: Any, where: str) -> str:
    """A text that is not blank."""
    if isinstance(value, str) and value.strip():
        return value
    raise wrong(where, value, "a text")


def listed(value: Any, where: str) -> list[Any]:
    """A list."""
    if isinstance(value, list):
        return value
    raise wrong(where, value, "a list […]")


def filled(value: Any, where: str) -> Iterator[tuple[int, Any]]:
    """The entries of a list that are not blank, each with its place."""
    return ((place, one) for place, one in enumerate(listed(value, where)) if one is not None)


def every[S](listed: Iterable[tuple[int, Any]], where: str, value: Reader[S]) -> tuple[S, ...]:
    """The values in a list of entries with their places."""
    mistakes, values = Mistakes(), list[S]()
    for place, one in listed:
        with mistakes:
            values.append(value(one, f"{where}[{place}]"))
    mistakes.refuse()
    return tuple(values)


def known_keys(data: Any, where: str, keys: Sequence[str]) -> Mapping[str, Any]:
    """A mapping that has no key but `keys`."""
    found = mapping(data, where)
    _check_known(found, keys, where, "key here")
    return found


def _check_known(given: Mapping[str, Any], known: Sequence[str], where: str, kind: str) -> None:
    mistakes = Mistakes()
    for id in given:
        if id not in known:
            must = f"it must be {english.listed(known, 'or')}"
            mistakes.add(Refusal(where, f"{shown(id)} is no {kind}", must))
    mistakes.refuse()


def _is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
