"""What the browser keeps, read by its keys: assessments, their records, their restore points.

Keys, after the base that names site and model: `answer:<assessment>:<field>`,
`about:<assessment>`, `restore:<assessment>:<time>`, `current`.  Pure; a damaged entry is shown as
empty, never an error, and never dropped unasked.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from widgets.core.keeping.steps import Drop, Put, Step
from widgets.core.words.times import milliseconds

type Stored = Mapping[str, str]

DEFAULT = "default"
"""Id of the assessment that is there without being made."""
UNNAMED = "My assessment"
"""What it is called until the reader names it."""
MOST_POINTS = 20
"""Restore points kept of one assessment; the oldest goes first."""
COUNTED = ("quick.", "practice.", "choose.criteria.", "choose.gate.")
"""What the names of fields begin with that are answers, not notes on them."""
OF_ONE = ("answer", "about", "restore", "overtaken:answer")
"""What the keys of one assessment begin with, before its id."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One assessment on the reader's shelf."""

    id: str
    name: str
    made: str
    exported: str
    """When it was last exported as a file; empty if never."""
    deleted: str
    """When it was taken off the shelf; empty if it stands there."""


@dataclass(frozen=True, slots=True)
class Point:
    """A state of one assessment that can be put back."""

    key: str
    at: str
    why: str
    name: str
    """What the reader called it; empty for automatic ones."""
    records: Mapping[str, str]
    damaged: bool
    """Whether it cannot be read, or not all of it."""

    @property
    def count(self) -> int:
        """How many questions are answered in it."""
        return count(self.records)


def assessments(stored: Stored) -> list[Shelved]:
    """Every assessment that is not deleted, the default one first, then by time made."""
    return [one for one in _all(stored) if not one.deleted]


def deleted(stored: Stored) -> list[Shelved]:
    """Every assessment that is deleted and can still be brought back."""
    return [one for one in _all(stored) if one.deleted]


def _all(stored: Stored) -> list[Shelved]:
    ids = {key.split(":")[1] for key in stored if key.startswith(("answer:", "about:"))}
    found = [shelved(stored, id) for id in ids | {DEFAULT}]
    return sorted(found, key=lambda one: (one.id != DEFAULT, one.made, one.id))


def shelved(stored: Stored, id: str) -> Shelved:
    """What is known about the assessment `id`."""
    about = entry(stored.get(f"about:{id}", ""))
    unnamed = UNNAMED if id == DEFAULT else f"Assessment {id}"
    said = [about.get(key) for key in ("name", "made", "exported", "deleted")]
    name, made, exported, gone = (text if isinstance(text, str) else "" for text in said)
    return Shelved(id, name or unnamed, made, exported, gone)


def about(stored: Stored, id: str, **changes: str) -> Put:
    """Keeps `changes` in what is known about the assessment `id`."""
    known = {**entry(stored.get(f"about:{id}", "")), **changes}
    return Put(f"about:{id}", json.dumps(known, ensure_ascii=False))


def records(stored: Stored, id: str) -> dict[str, str]:
    """The records of the assessment `id`: field name to text."""
    prefix = f"answer:{id}:"
    return {key.removeprefix(prefix): t for key, t in stored.items() if key.startswith(prefix)}


def count(records: Mapping[str, str]) -> int:
    """How many questions are answered in `records`."""
    named = (text for name, text in records.items() if name.startswith(COUNTED))
    return sum(bool(entry(text).get("value")) for text in named)


def changed(records: Mapping[str, str]) -> str:
    """When the newest of `records` was written; empty if that is not known."""
    times = (entry(text).get("at") for text in records.values())
    return max((at for at in times if isinstance(at, str)), default="")


def everything(stored: Stored, id: str) -> Iterator[Drop]:
    """Erases all that is kept of the assessment `id`, restore points too."""
    mine = tuple(f"{part}:{id}:" for part in OF_ONE)
    yield from (Drop(key) for key in stored if f"{key}:".startswith(mine))


def points(stored: Stored, id: str, now: str = "") -> list[Point]:
    """The restore points of the assessment `id`, the newest first."""
    keys = _keys(stored, id, now)
    return [_point(key, entry(stored[key])) for key in reversed(keys)]


def last_point(stored: Stored, id: str, now: str = "") -> int:
    """When the newest restore point of `id` was made, in milliseconds since 1970; 0: none.

    One that is later than `now` comes from a clock that was wrong, and does not count.
    """
    until = _until(now)
    return max((at for key in _keys(stored, id, now) if (at := _stamp(key)) <= until), default=0)


def point(
    stored: Stored, id: str, now: str, why: str, name: str = "", *, kept: Mapping[str, str]
) -> Iterator[Put | Drop]:
    """Keeps `kept`, records of the assessment `id`, as a restore point; more than twenty: drops.

    `now` as in `Visit`; nothing is kept of an assessment without records.
    """
    if not kept:
        return
    keys = _keys(stored, id, now)
    yield from (Drop(key) for key in keys[: max(0, len(keys) - MOST_POINTS + 1)])
    stamp = milliseconds(now)
    while (key := f"restore:{id}:{stamp:015d}") in stored:
        stamp += 1
    held = {"at": now, "why": why, "name": name, "records": dict(kept)}
    yield Put(key, json.dumps(held, ensure_ascii=False))


def replace(
    stored: Stored, id: str, new: Mapping[str, str], now: str, why: str
) -> Iterator[Put | Drop]:
    """Puts `new` in the place of all records of `id`, after a restore point."""
    old = records(stored, id)
    yield from point(stored, id, now, why, kept=old)
    yield from (Drop(f"answer:{id}:{name}") for name in old if name not in new)
    yield from (Put(f"answer:{id}:{n}", text) for n, text in new.items() if old.get(n) != text)


def after(stored: Stored, steps: Iterable[Step]) -> dict[str, str]:
    """What the browser keeps once `steps` are done."""
    kept = dict(stored)
    for step in steps:
        if isinstance(step, Put):
            kept[step.key] = step.text
        elif isinstance(step, Drop):
            kept.pop(step.key, None)
    return kept


def entry(text: str) -> dict[str, Any]:
    """A kept JSON object; empty for anything else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _keys(stored: Stored, id: str, now: str) -> list[str]:
    """Keys of the restore points of `id`, the oldest first.

    Those later than `now` were made before the clock was set back, so they are the oldest.
    """
    prefix, until = f"restore:{id}:", _until(now)
    found = [key for key in stored if key.startswith(prefix)]
    good = [key for key in found if key.removeprefix(prefix).isdecimal()]
    return sorted(good, key=lambda key: ((at := _stamp(key)) <= until, at))


def _until(now: str) -> float:
    """Where the future begins; without a clock, nowhere."""
    return milliseconds(now) or inf


def _stamp(key: str) -> int:
    return int(key.rpartition(":")[2][:15])


def _point(key: str, held: Mapping[str, Any]) -> Point:
    at, why, name = (str(held.get(part) or "") for part in ("at", "why", "name"))
    kept = held.get("records")
    found = kept if isinstance(kept, dict) else {}
    good = {name: text for name, text in found.items() if isinstance(text, str)}
    return Point(key, at, why, name, good, damaged=not good or len(good) < len(found))
