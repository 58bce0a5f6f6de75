"""What a share link can carry: a row of questions for each of its parts, each with its answers.

Positions count within the frozen list of one release; nothing here is free text, and nothing else
is carried.  The layout of form 1 is pinned by `tests/cases/share/` and told in
`docs/method/share-link.md`; a change of it is a new form.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import inf
from typing import Any

from widgets.core.answers.states import UNKNOWN
from widgets.core.model.maturity import RUNGS, Model
from widgets.core.model.structures import ANSWERS, GATE_ANSWERS, Structures

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


def context(_: Released, ids: Released, *path: str) -> Iterator[Slot]:
    """What parts c and o have in common: criteria, their weights, the gate, its context."""
    path = path or ("chooser",)
    yield from (Slot((*path, "criteria", id), (*ANSWERS, UNKNOWN)) for id in ids("criterion"))
    yield from (Slot((*path, "weights", id), WEIGHTS) for id in ids("criterion"))
    yield from (Slot((*path, "gate", id), GATE_ANSWERS) for id in ids("test"))
    yield from (Slot((*path, "context", id), (True, False, None)) for id in ids("question"))


def chooser(_: Released, ids: Released) -> Iterator[Slot]:
    """Part c: the chooser, with the add-ons that are there and the option that describes today."""
    yield from context(_, ids)
    yield from (Slot(("chooser", "have", id), (True,)) for id in ids("add-on"))
    yield Slot(("chooser", "today"), tuple(ids("option")))


def other(_: Released, ids: Released) -> Iterator[Slot]:
    """Part o: what differs in the chooser's second context."""
    return context(_, ids, "chooser", "other")


PART_LETTERS: Mapping[str, Callable[[Released, Released], Iterator[Slot]]] = {
    "a": assessment,
    "p": organisation,
    "c": chooser,
    "o": other,
}
"""The parts by their letter, in the order of a link."""

OF_STRUCTURES = ("c", "o")
"""Parts that count positions in the list of the structures."""

_KINDS = ("dimension", "practice", "question", "option")
_STRUCTURE_KINDS = ("option", "criterion", "test", "question", "add-on")


class Layout:
    """The parts of a link for one release."""

    def __init__(self, model: Model, structures: Structures | None, version: str) -> None:
        """Raises `KeyError` for a version of the model that this guide does not know."""
        self._model: Released = lambda kind: model.released(version, kind)
        self._structures: Released = lambda kind: _of(structures, version, kind)
        self._model(_KINDS[0])

    def slots(self, part: str) -> tuple[Slot, ...]:
        """The questions of one part; `KeyError` for a part that this release does not have."""
        return tuple(PART_LETTERS[part](self._model, self._structures))

    def listed(self, parts: str) -> str:
        """What the fingerprint is taken of: a line for each id in the lists that `parts` use."""
        lines = [_lines(self._model, _KINDS)]
        if set(parts) & set(OF_STRUCTURES):
            lines.append(_lines(self._structures, _STRUCTURE_KINDS))
        return "".join(chain.from_iterable(lines))


def _of(structures: Structures | None, version: str, kind: str) -> Sequence[str]:
    if structures is None:
        raise KeyError(version)
    return structures.released(version, kind)


def _lines(ids: Released, kinds: Sequence[str]) -> list[str]:
    return [f"{kind} {id}\n" for kind in kinds for id in ids(kind)]
