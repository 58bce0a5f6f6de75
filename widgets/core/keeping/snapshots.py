"""Snapshots: dated restore points made in silence, so that whoever comes back can compare.

One is kept when a result is handed over (printed, exported, shared, copied), when a reader opens
*Compare* with nothing to compare with, and of the answers as they stood before they changed after
a week or more.  The same answers make no second one in a row, and no two on one day.  Pure.
"""

from binascii import crc32
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence

from widgets.core.answers.kept_texts import record_of, time_of
from widgets.core.keeping import point_keys, restore_points, shelf
from widgets.core.keeping.point_keys import SNAPSHOT, PointKey
from widgets.core.keeping.shelf import COUNTED
from widgets.core.keeping.steps import Aside, Copy, File, Picture, Print, Step
from widgets.core.keeping.visit import Visit
from widgets.core.words import times

WEEK = 7 * 24 * 60 * 60 * 1000
"""Milliseconds without a change after which the next one begins something new; our judgement."""

SHARED = "export.share"
"""The command that makes a link."""
HANDING = ("export.", "view.")
"""How the commands begin that hand a result over, if they end in a step that does."""
_DONE: Sequence[tuple[type[Step], str]] = (
    (Print, "printed"),
    (File, "exported"),
    (Picture, "exported"),
    (Copy, "copied"),
)
BEFORE = "before the first change in a week or more"
LOOKED = "when you opened Compare"


def sign(records: Mapping[str, str]) -> str:
    """What tells the answers in `records` from others: eight hexadecimal digits.

    Notes, owners and plans are no answers; a question of another release is another question.
    """
    known = ((name, record_of(records[name])) for name in sorted(records))
    said = [(name, r.value, r.model) for name, r in known if r and r.value]
    return f"{crc32(repr([one for one in said if one[0].startswith(COUNTED)]).encode()):08x}"


def handed_over(visit: Visit, command: str, steps: Sequence[Step]) -> Iterator[Aside]:
    """A snapshot of the reader's own answers, if `command`, with `steps`, hands them over."""
    done = [words for kind, words in _DONE for step in steps if isinstance(step, kind)]
    if command == SHARED:
        yield from _kept(visit, visit.shown, visit.now, "when you shared a link")
    elif done and command.startswith(HANDING):
        yield from _kept(visit, visit.shown, visit.now, f"when you {done[0]} it")


def looked_at(visit: Visit) -> Iterator[Aside]:
    """A snapshot of the answers as they are, dated by the last change."""
    at = newest(visit, visit.shown) or visit.now
    yield from _kept(visit, visit.shown, at, LOOKED)


def kept_at(visit: Visit) -> str:
    """When the answers were kept as they are, or else last changed; empty if that is not known."""
    signed = sign(visit.shown)
    held = [times.written(key.at) for key in snapshots(visit) if key.sign == signed]
    return held[-1] if held else newest(visit, visit.shown)


def differs(visit: Visit) -> bool:
    """Whether there is a snapshot of other answers than those shown."""
    signed = sign(visit.shown)
    return any(key.sign != signed for key in snapshots(visit))


def after_a_week(visit: Visit) -> Iterator[Aside]:
    """A snapshot of the answers before they changed after a week or more, or may change now."""
    found = _before(visit)
    if found:
        at, records = found
        yield from _kept(visit, records, at, BEFORE)


def snapshots(visit: Visit) -> list[PointKey]:
    """The keys of the snapshots of the open assessment, the oldest first."""
    found = point_keys.keys(visit.stored, visit.assessment, visit.now)
    return [key for key in found if key.kind == SNAPSHOT]


def newest(visit: Visit, records: Mapping[str, str]) -> str:
    """When the newest of `records` was written; empty if that is not known, or is yet to come."""
    return _latest(_times(visit, records))


def _kept(visit: Visit, records: Mapping[str, str], at: str, why: str) -> Iterator[Aside]:
    if visit.beside or not visit.now or not shelf.count(records):
        return
    signed = sign(records)
    if _needless(snapshots(visit), signed, at):
        return
    steps = restore_points.point(
        visit.stored,
        visit.assessment,
        at,
        why,
        times.day_in_words(at),
        kept=records,
        kind=SNAPSHOT,
        sign=signed,
        clock=visit.now,
    )
    yield from (Aside(step) for step in steps)


def _needless(held: Sequence[PointKey], signed: str, at: str) -> bool:
    """Whether there is one of the same answers: the last, one of that day, or one since."""
    then, day = times.milliseconds(at), times.day(at)
    same = [key for key in held if key.sign == signed]
    return any(
        key == held[-1] or key.at >= then or times.day(times.written(key.at)) == day for key in same
    )


def _before(visit: Visit) -> tuple[str, dict[str, str]] | None:
    """The latest state that stood unchanged for a week, and when it came about.

    The page tells what each change of this visit replaced: taken back one by one, the newest
    first, they lead to every state that there was.
    """
    back = _own_changes(visit)
    at_each = _times(visit, visit.shown)
    every = {*at_each.values(), *_times(visit, dict(enumerate(t or "" for _, t in back))).values()}
    if not _unchanged(min(every - {""}, default=""), visit.now):
        return None  # as it is for whoever was never here, or within a week
    state, since = dict(visit.shown), visit.now
    held = sorted(at_each.values())  # the newest last, through hundreds of changes
    for name, text in (*reversed(back), ("", None)):
        at = held[-1] if held else ""
        if _unchanged(at, since):
            return at, state
        since = at
        if state.pop(name, None) is not None:
            del held[bisect_left(held, at_each.pop(name))]
        if text is not None:
            state[name] = text
            at = time_of(text)
            at_each[name] = at if at <= visit.now else ""
            insort(held, at_each[name])
    return None


def _times[Key](visit: Visit, records: Mapping[Key, str]) -> dict[Key, str]:
    """When each of `records` was written; empty where that is not known, or is yet to come."""
    found = {name: time_of(text) for name, text in records.items()}
    return {name: at if at <= visit.now else "" for name, at in found.items()}


def _latest(written: Mapping[str, str]) -> str:
    found = max(written.values(), default="")
    return found if times.milliseconds(found) else ""


def _own_changes(visit: Visit) -> list[tuple[str, str | None]]:
    """What changes to the answers shown replaced, by field, the oldest first."""
    prefix = f"answer:{visit.assessment}:"
    return [
        (key.removeprefix(prefix), text) for key, text in visit.replaced if key.startswith(prefix)
    ]


def _unchanged(at: str, until: str) -> bool:
    """Whether a state that came about `at` stood for a week, `until` then."""
    if at[:10] == until[:10]:
        return False  # of one day, as most changes are
    then = times.milliseconds(at)
    return bool(then) and times.milliseconds(until) - then >= WEEK
