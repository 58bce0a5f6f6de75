"""The chooser's answers as fields of a form, and back: the names that begin with `choose.`.

Knows how each value is written and not which ids there are;
`widgets.core.questionnaire.chooser` refuses a stranger.  The form writes answers to questions;
criteria, gate and context are what the first release of the structures asked, and they stay as
they are.  Pure functions.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from widgets.core.answers.field_kinds import TICKED
from widgets.core.answers.states import ANSWERS, GATE_ANSWERS, UNKNOWN
from widgets.core.model.importance import text_of, weight_of

PREFIX = "choose."
TODAY = "choose.today"
SEED = "choose.seed"
HAVE = "choose.have."
ACCOUNT = "choose.account."
BOARD = "choose.board."
OTHER = "choose.other."
"""Answers of the second context; the same names follow as after `choose.`."""
NAME = "choose.other.name"

TRUTH = {"yes": True, "no": False, "unknown": None}

_ACCOUNT = re.compile(r"choose\.account\.([1-9]\d{0,2})\.(name|stage|attractiveness)")
_CONTACT = re.compile(r"choose\.account\.([1-9]\d{0,2})\.contact\.([1-9]\d{0,2})\.(ours|theirs)")

type Value = Callable[[str], Any]
"""Reads the text of a field; raises `ValueError` or `KeyError` where it says nothing."""


def question(id: str) -> str:
    """Name of the field with the answer to a question."""
    return f"choose.answers.{id}"


def weight(id: str) -> str:
    """Name of the field with the importance of a criterion."""
    return f"choose.weights.{id}"


def board(id: str) -> str:
    """Name of a field that is typed for the page of a board."""
    return f"{BOARD}{id}"


def part(values: Mapping[str, str]) -> tuple[dict[str, Any], set[str]]:
    """The `chooser` part of an answers file, and the names of the fields that it was read from.

    `values`: the text of every field by its name; an empty one was taken back.
    """
    filled = {name: text for name, text in values.items() if name.startswith(PREFIX) and text}
    used: set[str] = set()
    found: dict[str, Any] = {
        **_answers(filled, PREFIX, used),
        "accounts": _accounts(filled, used),
        "board": _board(filled, used),
        "have": [name.removeprefix(HAVE) for name in _ticked(filled, used)],
        "seed": _one(filled, SEED, int, used),
        "today": _one(filled, TODAY, str, used),
    }
    other = _answers(filled, OTHER, used)
    if name := _one(filled, NAME, _typed, used):
        other["name"] = name
    return {key: some for key, some in (found | {"other": other}).items() if _there(some)}, used


def values(part: Mapping[str, Any]) -> dict[str, str]:
    """The text of every field that a `chooser` part fills: what `part` reads, written."""
    found = dict(_written(part, PREFIX))
    other = mapping_of(part.get("other"))
    found |= dict(_written(other, OTHER))
    for name, value in ((NAME, other.get("name")), (TODAY, part.get("today"))):
        if isinstance(value, str):
            found[name] = value
    if isinstance(part.get("seed"), int):
        found[SEED] = str(part["seed"])
    found |= {f"{HAVE}{id}": "yes" for id in _list(part.get("have"))}
    typed = mapping_of(part.get("board"))
    found |= {board(id): text for id, text in typed.items() if isinstance(text, str)}
    for number, account in enumerate(_list(part.get("accounts")), start=1):
        found |= dict(_account_fields(mapping_of(account), f"{ACCOUNT}{number}."))
    return found


def numbers(values: Mapping[str, str]) -> dict[int, tuple[int, ...]]:
    """The accounts that a reader began, by the number in their fields, each with its contacts."""
    begun: dict[int, set[int]] = {}
    for name, text in values.items():
        if text and (match := _ACCOUNT.fullmatch(name)):
            begun.setdefault(int(match[1]), set())
        elif text and (match := _CONTACT.fullmatch(name)):
            begun.setdefault(int(match[1]), set()).add(int(match[2]))
    return {number: tuple(sorted(begun[number])) for number in sorted(begun)}


def _there(value: Any) -> bool:
    return value is not None and value not in ({}, [])


def _one(filled: Mapping[str, str], name: str, value: Value, used: set[str]) -> Any:
    try:
        found = value(filled[name])
    except (KeyError, ValueError):
        return None
    used.add(name)
    return found


def _answers(filled: Mapping[str, str], prefix: str, used: set[str]) -> dict[str, Any]:
    """The parts that a second context has too."""
    parts: dict[str, Any] = {}
    for key, (value, _) in _PARTS.items():
        start = f"{prefix}{key}."
        for name in filled:
            if not name.startswith(start):
                continue
            found = _one(filled, name, value, used)
            if name in used:
                parts.setdefault(key, {})[name.removeprefix(start)] = found
    return parts


def _step(text: str) -> int | str:
    return UNKNOWN if text == UNKNOWN else ANSWERS[ANSWERS.index(int(text))]


def _typed(text: str) -> str | None:
    """A text that somebody typed; None where it is blank, which is no mistake."""
    return text if text.strip() else None


def _board(filled: Mapping[str, str], used: set[str]) -> dict[str, str]:
    names = [name for name in filled if name.startswith(BOARD)]
    found = {name.removeprefix(BOARD): _one(filled, name, _typed, used) for name in names}
    return {id: text for id, text in found.items() if text}


def _ticked(filled: Mapping[str, str], used: set[str]) -> Iterator[str]:
    for name, text in filled.items():
        if name.startswith(HAVE) and text in TICKED:
            used.add(name)
            yield name


def _accounts(filled: Mapping[str, str], used: set[str]) -> list[dict[str, Any] | None]:
    """The accounts by their numbers; null stands for one that was taken back."""
    begun = numbers(filled)
    return [
        _account(filled, number, begun[number], used) if number in begun else None
        for number in range(1, max(begun, default=0) + 1)
    ]


def _account(
    filled: Mapping[str, str], number: int, contacts: tuple[int, ...], used: set[str]
) -> dict[str, Any]:
    start = f"{ACCOUNT}{number}."
    name = _one(filled, f"{start}name", str, used) or ""
    pairs = range(1, max(contacts, default=0) + 1)
    found = {
        "name": name if name.strip() else f"Account {number}",
        "stage": _one(filled, f"{start}stage", str, used),
        "attractiveness": _one(filled, f"{start}attractiveness", _attractiveness, used),
        "contacts": [_contact(filled, f"{start}contact.{m}.", used) for m in pairs],
    }
    return {key: some for key, some in found.items() if _there(some)}


def _attractiveness(text: str) -> int:
    return range(5).index(int(text))


def _contact(filled: Mapping[str, str], start: str, used: set[str]) -> dict[str, str | None] | None:
    """A pair, of which one side may be blank; null where both are."""
    pair = {side: _one(filled, f"{start}{side}", _named, used) for side in ("ours", "theirs")}
    return pair if any(pair.values()) else None


def _named(text: str) -> str:
    if not text.strip():
        raise ValueError(text)
    return text


def _written(part: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, (_, text) in _PARTS.items():
        for id, value in mapping_of(part.get(key)).items():
            if value is not None or key == "context":  # where nobody knows
                yield f"{prefix}{key}.{id}", text(value)


_PARTS: Mapping[str, tuple[Value, Callable[[Any], str]]] = {
    "answers": (_step, str),
    "criteria": (_step, str),
    "weights": (weight_of, text_of),
    "gate": ({str(answer): answer for answer in GATE_ANSWERS}.__getitem__, str),
    "context": (TRUTH.__getitem__, {truth: word for word, truth in TRUTH.items()}.__getitem__),
}
"""What both contexts hold, by its key in the file: how it is read, and written."""


def _account_fields(account: Mapping[str, Any], start: str) -> Iterator[tuple[str, str]]:
    for key in ("name", "stage", "attractiveness"):
        if account.get(key) is not None:
            yield f"{start}{key}", str(account[key])
    for number, contact in enumerate(_list(account.get("contacts")), start=1):
        for side, name in mapping_of(contact).items():
            if name is not None:
                yield f"{start}contact.{number}.{side}", str(name)


def mapping_of(value: Any) -> Mapping[str, Any]:
    """`value` where it is a mapping; an empty one for anything else."""
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
