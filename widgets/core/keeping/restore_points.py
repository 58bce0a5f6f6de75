"""Restore points: states of one assessment that can be put back.  Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from typing import Any

from widgets.core.answers.kept_texts import object_of, text_of
from widgets.core.keeping.shelf import Stored, count, free, records
from widgets.core.keeping.steps import Drop, Put
from widgets.core.words.times import milliseconds

MOST_POINTS = 20
"""Restore points kept of one assessment; the oldest goes first."""


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


def points(stored: Stored, id: str, now: str = "") -> list[Point]:
    """The restore points of the assessment `id`, the newest first."""
    keys = _keys(stored, id, now)
    return [_point(key, object_of(stored[key])) for key in reversed(keys)]


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
    stamp = free(now, lambda number: f"restore:{id}:{number:015d}" in stored)
    held = {"at": now, "why": why, "name": name, "records": dict(kept)}
    yield Put(f"restore:{id}:{stamp:015d}", text_of(held))


def replace(
    stored: Stored, id: str, new: Mapping[str, str], now: str, why: str
) -> Iterator[Put | Drop]:
    """Puts `new` in the place of all records of `id`, after a restore point."""
    old = records(stored, id)
    yield from point(stored, id, now, why, kept=old)
    yield from (Drop(f"answer:{id}:{name}") for name in old if name not in new)
    yield from (Put(f"answer:{id}:{n}", text) for n, text in new.items() if old.get(n) != text)


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
