"""Puts answers from elsewhere together with the reader's own, question by question.

A question is one field, or the few that make one answer, such as "does not apply" and its reason.
Pure functions from records to records.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from widgets.core.answers.field_kinds import PLACES
from widgets.core.answers.kept_texts import time_of, value_of
from widgets.core.words.times import milliseconds

type Stand = Literal["same", "only mine", "only theirs", "differs"]

_WHOLE = re.compile(r"choose\.(account|other)\.")
_WITH = {
    kind.prefix: place.fields[0].prefix
    for place in PLACES
    for kind in place.fields
    if place.leads and kind.key
}
"""Fields that belong to another, by the beginning of their names."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One question, here and there."""

    key: str
    """Name of its first field."""
    stand: Stand
    mine: Mapping[str, str]
    theirs: Mapping[str, str]
    """What each of its fields says; blank ones are left out."""
    theirs_newer: bool
    """Whether both are dated and theirs is the later one."""


def units(mine: Mapping[str, str], theirs: Mapping[str, str]) -> tuple[Unit, ...]:
    """Every question that either answers, in the order of `mine`, then of `theirs`."""
    ours, others = _grouped(mine), _grouped(theirs)
    return tuple(_unit(key, ours.get(key, {}), others.get(key, {})) for key in {**ours, **others})


def merged(
    mine: Mapping[str, str], theirs: Mapping[str, str], take: Collection[str]
) -> dict[str, str]:
    """`mine` with its blanks filled from `theirs`, and the questions in `take` replaced."""
    taken = {
        unit.key
        for unit in units(mine, theirs)
        if unit.stand == "only theirs" or (unit.stand == "differs" and unit.key in take)
    }
    left = {name: text for name, text in mine.items() if key_of(name) not in taken}
    return left | {name: text for name, text in theirs.items() if key_of(name) in taken}


def key_of(name: str) -> str:
    """The question that the field `name` belongs to."""
    for prefix, leading in _WITH.items():
        if name.startswith(prefix):
            return leading + name.removeprefix(prefix)
    whole = _WHOLE.match(name)
    return whole[0] if whole else name


def _unit(key: str, mine: Mapping[str, str], theirs: Mapping[str, str]) -> Unit:
    here, there = (_said(records) for records in (mine, theirs))
    return Unit(
        key=key,
        stand=_stand(here, there),
        mine=here,
        theirs=there,
        theirs_newer=0 < _newest(mine.values()) < _newest(theirs.values()),
    )


def _stand(here: Mapping[str, str], there: Mapping[str, str]) -> Stand:
    if here == there:
        return "same"
    if not there:
        return "only mine"
    return "differs" if here else "only theirs"


def _grouped(records: Mapping[str, str]) -> dict[str, dict[str, str]]:
    grouped: dict[str, dict[str, str]] = {}
    for name, text in records.items():
        grouped.setdefault(key_of(name), {})[name] = text
    return {key: some for key, some in grouped.items() if _said(some)}


def _said(records: Mapping[str, str]) -> dict[str, str]:
    return {name: said for name, text in records.items() if (said := value_of(text))}


def _newest(texts: Iterable[str]) -> int:
    return max((milliseconds(at) for text in texts if (at := time_of(text))), default=0)
