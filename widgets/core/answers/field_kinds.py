"""The kinds of fields, one table: a name's beginning, its place in a file, its value, its words.

Pure; it knows no ids, so that it holds for every release of the model.  The chooser's fields have
a grammar of their own, `widgets.core.answers.chooser_fields`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from widgets.core.answers.states import UNKNOWN, Day, Details
from widgets.core.model.maturity import RUNGS
from widgets.core.words.months import month

QUICK = "quick."
PRACTICE = "practice."
REASON = "reason."
PROFILE = "profile."
TARGET = "target."
PLAN = "plan."
OWNER = "plan-owner."
PLAN_MONTH = "plan-month."
LEAVE = "leave."
RETIRED_FIELD = "retired."
"""Beginnings of the names of fields; an id follows."""

TICKED = ("yes", "on")
"""Value of a ticked box: ours, and what a browser gives a box without one."""

NA = "na"
"""Value of a practice that does not apply; its reason is a field of its own."""

_LEVELS: dict[str, Any] = {str(rung): rung for rung in RUNGS}
_DAY = re.compile(r"(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}")
_TYPING_DAY = re.compile(r"[0-9]{4,6}-[0-9]{2}-[0-9]{2}")
"""A day whose year is being typed, such as 0002-03-05."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a value is written: as the text of a field, and in a file."""

    reads: Callable[[str], Any]
    """The value in the file that a text stands for; None: it says nothing."""
    writes: Callable[[Any], str] = str
    """The text of a value; empty: there is none."""
    bears: Callable[[str], object] | None = None
    """Whether a text that says nothing is no mistake, such as a day half typed."""
    holds: type = str
    must: str = "a text"
    """What a file must have there, in words."""


def _is_day(text: str) -> bool:
    """Whether `text` is a day of the calendar since 1900, such as 2027-03-05."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def _ticked(value: Any) -> str:
    return "yes" if value not in (None, False) else ""


TEXT = Form(lambda text: text or None)
DAY = Form(
    lambda text: text if _is_day(text) else None,
    bears=_TYPING_DAY.fullmatch,
    must="a day such as 2027-03-05",
)
TICK = Form(
    lambda text: True if text in TICKED else None, _ticked, holds=bool, must="true or false"
)
_LEVEL = Form(_LEVELS.get)
_QUICK = Form((_LEVELS | {UNKNOWN: UNKNOWN}).get)
_STATE = Form(
    lambda text: {NA: ""} if text == NA else _QUICK.reads(text),
    lambda state: NA if isinstance(state, Mapping) else str(state),
)
_REASON = Form(lambda text: text or None, bears=bool)
_ACTION = Form(lambda text: {} if text in TICKED else None, _ticked)
_MONTH = Form(lambda text: month(text) or None, bears=bool)
_FORMS: Mapping[Any, Form] = {str: TEXT, Day: DAY, bool: TICK}


@dataclass(frozen=True, slots=True)
class FieldKind:
    """Fields whose names begin alike."""

    prefix: str
    form: Form
    words: str = ""
    """What a reader calls it, before its value; the state of a practice needs no word."""
    key: str = ""
    """Its key in the entry about one thing; empty: it is that entry itself."""
    listed: str = ""
    """What lists of old answers call it, if not by `words`."""
    counted: tuple[str, ...] = ()
    """What one of it is called where they are counted, and several; empty: they are not."""
    between: str = "\n\n"
    """What stands between two texts that become one."""


@dataclass(frozen=True, slots=True)
class FilePlace:
    """A part of an answers file that holds an entry for each thing of some kinds, by its id."""

    path: tuple[str, ...]
    things: tuple[str, ...]
    entry: str
    """What `widgets.core.migrating` calls the entry about one thing."""
    fields: tuple[FieldKind, ...]
    """The first leads, where it has no key: without it the others say nothing."""
    listed: bool = False
    """Whether the file has a list of the ids alone."""

    @property
    def leads(self) -> bool:
        """Whether the others say something only beside the first."""
        return not self.fields[0].key

    def of(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """The entries in a file by id; none where the file has something else there."""
        found: Any = data
        for step in self.path:
            found = found.get(step) if isinstance(found, Mapping) else None
        if self.listed and isinstance(found, list):
            return {id: True for id in found if isinstance(id, str)}
        return found if isinstance(found, Mapping) and not self.listed else {}

    def put(self, data: dict[str, Any], id: str, entry: Any) -> None:
        """Adds an entry to a file that was made here."""
        *steps, last = self.path
        for step in steps:
            data = data.setdefault(step, {})
        if self.listed:
            data.setdefault(last, []).append(id)
        else:
            data.setdefault(last, {})[id] = entry


def detail(key: str, practice: str) -> str:
    """Name of the field with a detail of a practice."""
    return f"{key}.{practice}"


DETAILS = FilePlace(
    ("details",),
    ("practice",),
    "details",
    tuple(
        FieldKind(detail(f.name, ""), _FORMS[f.type], key=f.name, **f.metadata)
        for f in fields(Details)
    ),
)
PLACES = (
    FilePlace(("quick",), ("dimension",), "state", (FieldKind(QUICK, _QUICK, "Quick answer"),)),
    FilePlace(
        ("answers",),
        ("practice",),
        "state",
        (FieldKind(PRACTICE, _STATE), FieldKind(REASON, _REASON, "Reason", NA)),
    ),
    FilePlace(("profile",), ("question",), "state", (FieldKind(PROFILE, TEXT, "Profile"),)),
    FilePlace(("targets",), ("dimension",), "target", (FieldKind(TARGET, _LEVEL, "Target"),)),
    DETAILS,
    FilePlace(
        ("plan", "actions"),
        ("rule",),
        "action",
        (
            FieldKind(PLAN, _ACTION, "Plan"),
            FieldKind(OWNER, TEXT, "Owner", "owner"),
            FieldKind(PLAN_MONTH, _MONTH, "Month", "month"),
        ),
    ),
    FilePlace(
        ("plan", "left_out"),
        ("dimension", "practice"),
        "left_out",
        (FieldKind(LEAVE, TICK, "Left out of the way up"),),
        listed=True,
    ),
)
"""Every kind of field, by its place in a file, in the order in which records are written."""

KINDS = {kind.prefix: kind for place in PLACES for kind in place.fields}
PLACE_OF = {kind.prefix: place for place in PLACES for kind in place.fields}
"""By the beginning of a name, which ends with its first dot."""


def split(name: str) -> tuple[str, str]:
    """The beginning of the name of a field, and the id that follows."""
    prefix, dot, id = name.partition(".")
    return prefix + dot, id


def parts(
    values: Mapping[str, str], ids: Callable[[str], Iterable[str]]
) -> tuple[dict[str, Any], set[str]]:
    """What fields say, as the parts of a file, and the names of those that are no mistake.

    `values`: the text of each field by its name; `ids`: those of a kind of thing, in order.
    """
    data: dict[str, Any] = {}
    fine: set[str] = set()
    for place in PLACES:
        for id in (id for thing in place.things for id in ids(thing)):
            entry = _entry(place, id, values, fine)
            if entry is not None:
                place.put(data, id, entry)
    return data, fine


def _entry(place: FilePlace, id: str, values: Mapping[str, str], fine: set[str]) -> Any:
    """What the fields about one thing say of it at one place; None: nothing."""
    entry: Any = None
    for kind in place.fields:
        text = values.get(name := kind.prefix + id)
        if not text:
            continue
        value = kind.form.reads(text)
        if value is not None or (kind.form.bears and kind.form.bears(text)):
            fine.add(name)
        if not kind.key:
            entry = value
        elif value is not None and isinstance(entry, dict):
            entry[kind.key] = value
        elif value is not None and not place.leads:
            entry = {kind.key: value}
    return entry


def values(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The name and the text of every field that the parts of a file fill: what `parts` reads."""
    for place in PLACES:
        for id, entry in place.of(data).items():
            for kind in place.fields:
                inner = entry.get(kind.key) if isinstance(entry, Mapping) else None
                value = inner if kind.key else entry
                if value is not None and (text := kind.form.writes(value)):
                    yield kind.prefix + id, text
