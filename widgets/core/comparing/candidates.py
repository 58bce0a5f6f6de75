"""What a reader may compare: own assessments, earlier states of one, and what is open beside it.

Reads what the browser keeps and knows nothing of how it is compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from widgets.core.answers import fields
from widgets.core.answers.kept_texts import record_of, time_of
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.keeping import opening, restore_points, shelf, snapshots
from widgets.core.keeping.point_keys import SNAPSHOT
from widgets.core.keeping.restore_points import Point
from widgets.core.keeping.visit import Visit
from widgets.core.migrating import record_migration
from widgets.core.migrating.file_migration import Migrated
from widgets.core.model.maturity import Model
from widgets.core.words.times import day_in_words, milliseconds

MOST_SIDES = 8
"""How many are compared at once: more marks in one line of a chart cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Side:
    """One set of answers that may be compared."""

    key: str
    """ "own:" and an id, "point:" and a key, or "beside"."""
    name: str
    date: str
    """Day of its newest answer, such as "22 November 2026"; empty if that is not known."""
    at: str
    """When its newest answer was given, to the millisecond; it puts candidates in order."""
    records: Mapping[str, str]
    snapshot: bool = False
    """Whether it was kept in silence, so that it can be compared with."""

    @property
    def sign(self) -> str:
        """Equal for equal answers."""
        return snapshots.sign(self.records)

    def read(self, model: Model) -> tuple[fields.Kept, Migrated | None]:
        """What its records say in the release of `model`, and what became of older ones."""
        moved = record_migration.move(self.records, model)
        return opening.read_records(moved.records, model), moved.migrated


@dataclass(frozen=True, slots=True)
class ChosenSide:
    """One side that the reader chose."""

    letter: str
    """A, B, C …: how figures and tables name it."""
    side: Side
    answers: Answers
    problems: tuple[Problem, ...]
    """Sentences on records that were not used."""
    migrated: Migrated | None
    """What became of answers of an older release; None: there were none."""


def offered(visit: Visit, shown: Mapping[str, str]) -> list[Side]:
    """Everything with an answer, the oldest first; what bears no date comes last.

    `shown` are the records on the page, which may be borrowed.  The open assessment comes after
    all its earlier states, and what is borrowed without a date before it: "yours" is what moved.
    """
    found = [side for side in _all(visit, shown) if side.records]
    mine = own_key(visit)
    points = [side.at for side in found if side.key.startswith("point:")]
    found = [
        replace(side, at=max(side.at, *points)) if side.key == mine and points else side
        for side in found
    ]
    return sorted(
        found,
        key=lambda side: (not side.at and side.key != BESIDE, side.at, side.key == mine),
    )


BESIDE = "beside"
"""Key of what is open beside the reader's own answers."""


def own_key(visit: Visit) -> str:
    """Key of the assessment that is open."""
    return f"own:{visit.assessment}"


def usual(visit: Visit, sides: list[Side]) -> list[str]:
    """Keys of the two that a reader most likely means; one or none where there are no two.

    What is open beside and their own; else the last snapshot that differs and their own.
    """
    mine = own_key(visit)
    by_key = {side.key: side for side in sides}
    first = [key for key in (BESIDE, mine) if key in by_key]
    own = [key for key in reversed(by_key) if key.startswith("own:") and key != mine]
    earlier = _earlier(visit, by_key.get(mine), sides)
    since = [key for key in earlier if by_key[key].snapshot]
    return [*dict.fromkeys([*first, *since, *own, *earlier])][:2]


def _earlier(visit: Visit, mine: Side | None, sides: list[Side]) -> list[str]:
    """Keys of earlier states of the open assessment that differ from it.

    Snapshots come first, among them those from before today; then the newest.
    """
    today, sign = day_in_words(visit.now), mine.sign if mine else ""
    points = [side for side in sides if side.key.startswith("point:") and side.sign != sign]
    order = sorted(points, key=lambda side: side.at, reverse=True)
    order.sort(key=lambda side: (not side.snapshot, side.date == today))
    return [side.key for side in order]


def chosen_sides(
    sides: list[Side], keys: list[str], model: Model, turned: bool
) -> list[ChosenSide]:
    """The sides with `keys`, `MOST_SIDES` at most, in order of time; `turned`: backwards."""
    row = [side for side in sides if side.key in keys][:MOST_SIDES]
    row = row[::-1] if turned else row
    return [
        ChosenSide(letter, side, kept.answers, kept.problems, migrated)
        for letter, side in zip("ABCDEFGH", row, strict=False)
        for kept, migrated in [side.read(model)]
    ]


def _all(visit: Visit, shown: Mapping[str, str]) -> Iterator[Side]:
    for one in shelf.assessments(visit.stored):
        mine = one.id == visit.assessment and not visit.beside
        records = shelf.records(visit.stored, one.id)
        yield _side(f"own:{one.id}", one.name, _said({**records, **shown} if mine else records))
    for point in restore_points.points(visit.stored, visit.assessment, visit.now):
        snapshot = point.kind == SNAPSHOT
        name = _snapshot(point) if snapshot else _point(point)
        side = _side(f"point:{point.key}", name, _said(point.records), point.at)
        yield replace(side, snapshot=snapshot)
    if visit.beside:
        yield _side(BESIDE, visit.beside, _said(shown))


def _snapshot(point: Point) -> str:
    return f"kept {point.why}"


def _point(point: Point) -> str:
    return point.name or (f"before: {point.why}" if point.why else "a restore point")


def _side(key: str, name: str, records: Mapping[str, str], at: str = "") -> Side:
    newest = at or max(map(time_of, records.values()), key=milliseconds, default="")
    dated = newest if milliseconds(newest) else ""
    return Side(key, name, day_in_words(dated), dated, records)


def _said(records: Mapping[str, str]) -> dict[str, str]:
    """Those of `records` that are not blank."""
    found = {name: record_of(text) for name, text in records.items()}
    return {name: records[name] for name, one in found.items() if one is None or one.value}
