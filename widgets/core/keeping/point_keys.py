"""The keys of restore points, and which points go when there are too many.

A key tells when its point was made and of what kind it is, so that a view, which is not told what
a point holds, can keep the rule: `restore:<assessment>:<time>`, then `:hand` for one that the
reader made, or `:snapshot:` and what tells its answers from others.  Pure.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

from widgets.core.words.times import milliseconds

type PointKind = Literal["", "hand", "snapshot"]

PASSING: PointKind = ""
"""Made before something was replaced, or after a while of work."""
HAND: PointKind = "hand"
"""Made by the reader."""
SNAPSHOT: PointKind = "snapshot"
"""Made in silence, so that there is something to compare with."""

MOST_POINTS = 20
"""Restore points kept of one assessment."""
MOST_BY_HAND = MOST_POINTS - 1
"""Those of them that a reader made: one place is always left for what a command replaces."""
MOST_SNAPSHOTS = 8
"""Those of them that are snapshots; our judgement."""
LAST_PASSING = 3
"""Passing ones, the newest, that outlast snapshots: they lead back from what was done last."""


@dataclass(frozen=True, slots=True)
class PointKey:
    """The key of one restore point."""

    text: str
    at: int
    """When it was made, in milliseconds since 1970."""
    kind: PointKind = PASSING
    sign: str = ""
    """Equal for equal answers; empty for what is no snapshot."""


def written(id: str, at: int, kind: PointKind, sign: str = "") -> PointKey:
    """The key of a new point of the assessment `id`, made `at`."""
    parts = [f"restore:{id}:{at:015d}", kind, sign]
    return PointKey(":".join(filter(None, parts)), at, kind, sign)


def keys(stored: Iterable[str], id: str, now: str = "") -> list[PointKey]:
    """Those of the assessment `id` among what is `stored`, the oldest first.

    Those later than `now` were made before the clock was set back, so they are the oldest.
    """
    found = [key for text in stored if (key := _read(text, f"restore:{id}:"))]
    end = until(now)
    return sorted(found, key=lambda key: (key.at <= end, key.at, key.text))


def until(now: str) -> float:
    """Where the future begins; without a clock, nowhere."""
    return milliseconds(now) or inf


def surplus(held: Sequence[PointKey], new: PointKey, now: str) -> list[PointKey]:
    """Which of `held`, the oldest first, go when `new` joins; `new` itself if it has no place.

    One that the reader made goes for another of that kind alone, once there are `MOST_BY_HAND`.
    Of more than `MOST_SNAPSHOTS` snapshots goes the one that lies nearest to its neighbours.  Of
    more than `MOST_POINTS` goes the oldest passing one, but for the `LAST_PASSING`; then a
    snapshot; then those too.
    """
    row = [*held, new]
    gone: list[PointKey] = []
    if new.kind == HAND:
        by_hand = [key for key in held if key.kind == HAND]
        gone += by_hand[: max(0, len(by_hand) + 1 - MOST_BY_HAND)]
    if len([key for key in row if key.kind == SNAPSHOT]) > MOST_SNAPSHOTS:
        gone.append(_nearest(row, now))
    while len(row) - len(gone) > MOST_POINTS:
        left = [key for key in row if key not in gone]
        goes = _first_to_go(left, new, now)
        if goes is None:
            break
        gone.append(goes)
    return gone


def _first_to_go(row: Sequence[PointKey], new: PointKey, now: str) -> PointKey | None:
    passing = [key for key in row if key.kind == PASSING and key != new]
    if len(passing) > LAST_PASSING:
        return passing[0]
    if any(key.kind == SNAPSHOT for key in row):
        return _nearest(row, now)
    return passing[0] if passing else None


def _nearest(row: Sequence[PointKey], now: str) -> PointKey:
    """The snapshot without which the least is lost: one of the future, or one between two near.

    The first and the last stay as long as there is another.
    """
    snapshots = sorted((key for key in row if key.kind == SNAPSHOT), key=lambda key: key.at)
    if snapshots[-1].at > until(now):
        return snapshots[-1]
    between = zip(snapshots, snapshots[1:], snapshots[2:], strict=False)
    gaps = [(after.at - before.at, key) for before, key, after in between]
    return min(gaps, key=lambda gap: gap[0])[1] if gaps else snapshots[0]


def _read(text: str, prefix: str) -> PointKey | None:
    """What a key says; None for one of another assessment, or that no release of ours wrote."""
    if not text.startswith(prefix):
        return None
    at, *more = text.removeprefix(prefix).split(":")
    if not at.isdecimal():
        return None
    time = int(at[:15])
    match more:
        case []:
            return PointKey(text, time)
        case ["hand"]:
            return PointKey(text, time, HAND)
        case ["snapshot", sign]:
            return PointKey(text, time, SNAPSHOT, sign)
    return None
