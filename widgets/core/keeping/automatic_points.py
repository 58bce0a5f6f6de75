"""What the page keeps by itself after an answer: restore points that nobody asked for.

Pure; the clock is the reader's, as `Visit` tells it, and may have been set back.
"""

import re
from collections.abc import Iterator, Mapping

from widgets.core.answers.kept_texts import time_of, value_of
from widgets.core.keeping import restore_points, shelf, snapshots
from widgets.core.keeping.steps import Aside, Drop, Put
from widgets.core.keeping.visit import Visit
from widgets.core.words.times import milliseconds, written

EVERY = 30 * 60 * 1000
"""Milliseconds after which a change is in a restore point."""

TOGETHER = 10 * 1000
"""Milliseconds between two answers to one question that nobody gave knowing both: our judgement."""

WRITTEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
"""A time as the page writes it; such times are in the order of their texts."""

HALF_AN_HOUR = "half an hour of work"
TWO_TABS = "two tabs answered the same question"


def due(visit: Visit, records: Mapping[str, str]) -> Iterator[Put | Drop | Aside]:
    """Restore points that are due: after half an hour of changes, and for what was overtaken.

    And a snapshot of what stood unchanged for a week.  `records` are those shown.
    """
    if visit.beside or not visit.now:
        return
    yield from _overtaken(visit, records)
    week = list(snapshots.after_a_week(visit))
    yield from week
    stored = shelf.after(visit.stored, week) if week else visit.stored
    last = restore_points.last_point(stored, visit.assessment, visit.now)
    first, newest = changes(visit, since=written(last))
    if older(visit, first, EVERY):
        made = newest  # the time of a change, so that two widgets on a page make one point
        yield from restore_points.point(
            stored, visit.assessment, made, HALF_AN_HOUR, kept=records, clock=visit.now
        )


def changes(visit: Visit, since: str) -> tuple[str, str]:
    """When the answers were first and last changed after the time `since`; empty if never.

    Times later than now come from a clock that was wrong, and do not count.
    """
    recent = [at for at in visit.times.values() if since < at <= visit.now]
    times = [at for at in recent if WRITTEN.fullmatch(at)]
    return min(times, default=""), max(times, default="")


def older(visit: Visit, at: str, age: int) -> bool:
    """Whether the time `at` is at least `age` milliseconds ago; false if it is no time."""
    then = milliseconds(at)
    return bool(then) and milliseconds(visit.now) - then >= age


def _overtaken(visit: Visit, records: Mapping[str, str]) -> Iterator[Put | Drop]:
    """A restore point with answers of one tab over which another has written.

    The page keeps each under `overtaken:` and its key.  Both tabs may see it, so the point has
    the time of the answer: whoever makes it, it is the same one.
    """
    prefix = f"overtaken:answer:{visit.assessment}:"
    kept = {key: text for key, text in visit.stored.items() if key.startswith(prefix)}
    named = {key.removeprefix(prefix): text for key, text in kept.items()}
    lost = {n: text for n, text in named.items() if _at_once(text, records.get(n, ""))}
    if lost:
        both = {**records, **lost}
        at = shelf.changed(lost)
        yield from restore_points.point(
            visit.stored, visit.assessment, at, TWO_TABS, kept=both, clock=visit.now
        )
    yield from (Drop(key) for key in kept)


def _at_once(own: str, newer: str) -> bool:
    """Whether two tabs gave different answers so close that neither knew the other."""
    if value_of(own) == value_of(newer):
        return False
    times = [milliseconds(time_of(text)) for text in (own, newer)]
    return all(times) and abs(times[0] - times[1]) <= TOGETHER
