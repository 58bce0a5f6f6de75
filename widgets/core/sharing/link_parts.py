"""What a share link can carry: a row of questions for each of its parts, each with its answers.

Positions count within the frozen list of one release, of the model or of the structures, which have
versions of their own; nothing here is free text, and nothing else is carried.  The layout of form 1
is pinned by `tests/cases/share/` and told in `docs/method/share-link.md`; a change of it is a new
form, but for a part with a new letter.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import Any

from widgets.core.answers.states import ANSWERS, GATE_ANSWERS, UNKNOWN
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.sharing import base62
from widgets.core.structures.structures import NO_FORM, Structures

NA = "na"
"""Stands for "does not apply", whose reason is never carried."""

WEIGHTS = (0, 0.25, 0.5, 1, 2, 4)
"""Weights that a link can name: none at all, and the five classes of importance."""

type Released = Callable[[str], Sequence[str]]
"""The ids of one kind in one release, in frozen order; `KeyError` if nothing was released."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One question: where its answer stands in the plain data, and the answers that it can have."""

    path: tuple[str, ...]
    answers: tuple[Any, ...]

    @property
    def radix(self) -> int:
        """How many values it takes: each answer, and 0 for none."""
        return len(self.answers) + 1

    def value(self, data: Mapping[str, Any]) -> int:
        """0 where `data` has no answer that the link can name, else 1 + the answer's place."""
        found: Any = data
        for step in self.path:
            if not isinstance(found, Mapping) or step not in found:
                return 0
            found = found[step]
        if self.answers is WEIGHTS:
            found = nearest(found)
        places = (
            place
            for place, answer in enumerate(self.answers, start=1)
            if type(answer) is type(found) and answer == found
        )
        return next(places, 0)

    def put(self, data: dict[str, Any], value: int) -> None:
        """Puts the answer that `value` names into `data`; 0 names none."""
        if value:
            *steps, last = self.path
            for step in steps:
                data = data.setdefault(step, {})
            data[last] = self.answers[value - 1]


def nearest(weight: Any) -> Any:
    """The weight of a link that is nearest to `weight`, of two as near the lower.

    Only 0 becomes 0; None for anything that is no weight.
    """
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        return None
    if weight == 0:
        return 0
    near = [known for known in WEIGHTS if known > 0]
    return min(near, key=lambda known: abs(known - weight)) if 0 < weight < inf else None


def assessment(ids: Released, _: Released) -> Iterator[Slot]:
    """Part a: the state of each practice, then each quick answer."""
    for id in ids("practice"):
        yield Slot(("answers", id), (*RUNGS, UNKNOWN, NA))
    for id in ids("dimension"):
        yield Slot(("quick", id), (*RUNGS, UNKNOWN))


def organisation(ids: Released, _: Released) -> Iterator[Slot]:
    """Part p: each question of the profile, then each target."""
    for question in ids("question"):
        start = f"{question}."
        options = tuple(o.removeprefix(start) for o in ids("option") if o.startswith(start))
        yield Slot(("profile", question), options)
    for id in ids("dimension"):
        yield Slot(("targets", id), RUNGS)


def first_context(_: Released, ids: Released, *path: str) -> Iterator[Slot]:
    """What parts c and o have in common: criteria, their weights, the gate, its context."""
    path = path or ("chooser",)
    yield from (Slot((*path, "criteria", id), (*ANSWERS, UNKNOWN)) for id in ids("criterion"))
    yield from (Slot((*path, "weights", id), WEIGHTS) for id in ids("criterion"))
    yield from (Slot((*path, "gate", id), GATE_ANSWERS) for id in ids("test"))
    yield from (Slot((*path, "context", id), (True, False, None)) for id in ids("question"))


def first_chooser(_: Released, ids: Released) -> Iterator[Slot]:
    """Part c: the chooser as its first release asked, with add-ons and today's option."""
    yield from first_context(_, ids)
    yield from (Slot(("chooser", "have", id), (True,)) for id in ids("add-on"))
    yield Slot(("chooser", "today"), tuple(ids("option")))


def first_other(_: Released, ids: Released) -> Iterator[Slot]:
    """Part o: what differs in the second context, as the first release asked."""
    return first_context(_, ids, "chooser", "other")


def chooser(_: Released, ids: Released) -> Iterator[Slot]:
    """Part s: the chooser's questions, weights, the add-ons that are there, today's option."""
    yield from _asked(ids, "chooser")
    yield from (Slot(("chooser", "have", id), (True,)) for id in ids("add-on"))
    yield Slot(("chooser", "today"), (*ids("option"), NO_FORM))


def other(_: Released, ids: Released) -> Iterator[Slot]:
    """Part t: what differs in the second context."""
    return _asked(ids, "chooser", "other")


def _asked(ids: Released, *path: str) -> Iterator[Slot]:
    yield from (Slot((*path, "answers", id), (*ANSWERS, UNKNOWN)) for id in ids("asked"))
    yield from (Slot((*path, "weights", id), WEIGHTS) for id in ids("criterion"))


PART_LETTERS: Mapping[str, Callable[[Released, Released], Iterator[Slot]]] = {
    "a": assessment,
    "p": organisation,
    "c": first_chooser,
    "o": first_other,
    "s": chooser,
    "t": other,
}
"""The parts by their letter, in the order of a link."""

FIRST = "1.0.0"
"""Release of the structures in whose list parts c and o count, whatever the model's version."""

OLD = ("criteria", "gate", "context")
"""What parts c and o are written for: answers to the first release, which others replaced."""

NUMBERS = (len(base62.ALPHABET),) * 3
"""Radices of the release's three numbers, with which parts s and t begin."""

_KINDS = ("dimension", "practice", "question", "option")
_OF_FIRST = ("option", "criterion", "test", "question", "add-on")
_OF_NOW = ("option", "criterion", "add-on", "asked")
_STRUCTURES = {"c": _OF_FIRST, "o": _OF_FIRST, "s": _OF_NOW, "t": _OF_NOW}
"""Parts that count positions in a list of the structures, and the kinds that they use."""


class Layout:
    """The parts of a link for one release of the model."""

    def __init__(self, model: Model, structures: Structures | None, version: str) -> None:
        """Raises `KeyError` for a version of the model that this guide does not know."""
        self._model: Released = lambda kind: model.released(version, kind)
        self._table = structures
        self._model(_KINDS[0])

    @property
    def parts(self) -> tuple[str, ...]:
        """The parts that this guide can write."""
        return tuple(part for part in PART_LETTERS if self._table or part not in _STRUCTURES)

    def written(self, part: str, data: Mapping[str, Any]) -> str:
        """The letters of one part, its own first; empty where it says nothing."""
        release = self._table.version if self._table and part in "st" else FIRST
        slots = self._slots(part, release)
        values = [slot.value(data) for slot in slots]
        if not any(values):
            return ""
        numbers = [int(number) for number in release.split(".")]
        named = base62.written(numbers, NUMBERS) if part in "st" else ""
        return part + named + base62.written(values, [slot.radix for slot in slots])

    def opened(self, part: str, text: str) -> Iterator[tuple[Slot, int]]:
        """The questions of one part with their values; `text`: what follows its letter.

        Raises `KeyError` for a part or a release that this guide does not know, and `ValueError`
        for letters that no answers give.
        """
        release, letters = _split(part, text)
        slots = self._slots(part, release)
        return zip(slots, base62.values(letters, [slot.radix for slot in slots]), strict=True)

    def listed(self, parts: Mapping[str, str]) -> str:
        """What the fingerprint is taken of: a line for each id in the lists that `parts` use.

        `parts`: what follows the letter of each.  Raises `KeyError` as `opened` does.
        """
        used = {
            (_split(part, text)[0], _STRUCTURES[part]): None
            for part, text in parts.items()
            if part in _STRUCTURES
        }
        lists = [_lines(self._of(release), kinds) for release, kinds in used]
        return "".join(chain(_lines(self._model, _KINDS), *lists))

    def _slots(self, part: str, release: str) -> tuple[Slot, ...]:
        return tuple(PART_LETTERS[part](self._model, self._of(release)))

    def _of(self, release: str) -> Released:
        def ids(kind: str) -> Sequence[str]:
            if self._table is None:
                raise KeyError(release)
            return self._table.released(release, kind)

        return ids


def _split(part: str, text: str) -> tuple[str, str]:
    """The release of the structures that a part counts in, and its letters."""
    if part not in "st":
        return FIRST, text
    count = len(NUMBERS)
    try:
        numbers = base62.values(text[:count], NUMBERS)
    except ValueError:
        raise KeyError(text[:count]) from None
    return ".".join(map(str, numbers)), text[count:]


def _lines(ids: Released, kinds: Sequence[str]) -> list[str]:
    return [f"{kind} {id}\n" for kind in kinds for id in ids(kind)]
