"""Restore points: states of one assessment that can be put back.  Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from widgets.core.answers.kept_texts import object_of, text_of
from widgets.core.keeping import point_keys
from widgets.core.keeping.point_keys import PASSING, PointKey, PointKind
from widgets.core.keeping.shelf import Stored, count, free, records
from widgets.core.keeping.steps import Drop, Put


@dataclass(frozen=True, slots=True)
class Point:
    """A state of one assessment that can be put back."""

    key: str
    kind: PointKind
    sign: str
    """Of a snapshot: equal for equal answers."""
    at: str
    why: str
    name: str
    """What the reader called it, or the day of a snapshot; empty for others."""
    records: Mapping[str, str]
    damaged: bool
    """Whether it cannot be read, or not all of it."""

    @property
    def count(self) -> int:
        """How many questions are answered in it."""
        return count(self.records)


def points(stored: Stored, id: str, now: str = "") -> list[Point]:
    """The restore points of the assessment `id`, the newest first."""
    keys = point_keys.keys(stored, id, now)
    return [_point(key, object_of(stored[key.text])) for key in reversed(keys)]


def last_point(stored: Stored, id: str, now: str = "") -> int:
    """When the newest restore point of `id` was made, in milliseconds since 1970; 0: none.

    One that is later than `now` comes from a clock that was wrong, and does not count.
    """
    until = point_keys.until(now)
    return max((key.at for key in point_keys.keys(stored, id, now) if key.at <= until), default=0)


def point(
    stored: Stored,
    id: str,
    at: str,
    why: str,
    name: str = "",
    *,
    kept: Mapping[str, str],
    kind: PointKind = PASSING,
    sign: str = "",
    clock: str = "",
) -> Iterator[Put | Drop]:
    """Keeps `kept`, records of the assessment `id`, as a restore point; drops what is too many.

    `at`: when they stood so; `clock`: the reader's, where that is later; both as in `Visit`.
    Nothing is kept of an assessment without records.
    """
    if not kept:
        return
    now = clock or at
    held = point_keys.keys(stored, id, now)
    taken = {key.at for key in held}
    new = point_keys.written(id, free(at, taken.__contains__), kind, sign)
    gone = point_keys.surplus(held, new, now)
    if new in gone:
        return
    yield from (Drop(key.text) for key in gone)
    text = text_of({"at": at, "why": why, "name": name, "records": dict(kept)})
    yield Put(new.text, text)


def replace(
    stored: Stored, id: str, new: Mapping[str, str], now: str, why: str
) -> Iterator[Put | Drop]:
    """Puts `new` in the place of all records of `id`, after a restore point."""
    old = records(stored, id)
    yield from point(stored, id, now, why, kept=old)
    yield from (Drop(f"answer:{id}:{name}") for name in old if name not in new)
    yield from (Put(f"answer:{id}:{n}", text) for n, text in new.items() if old.get(n) != text)


def _point(key: PointKey, held: Mapping[str, Any]) -> Point:
    at, why, name = (str(held.get(part) or "") for part in ("at", "why", "name"))
    kept = held.get("records")
    found = kept if isinstance(kept, dict) else {}
    good = {name: text for name, text in found.items() if isinstance(text, str)}
    damaged = not good or len(good) < len(found)
    return Point(key.text, key.kind, key.sign, at, why, name, good, damaged)
