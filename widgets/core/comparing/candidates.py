"""What a reader may compare: own assessments, earlier states of one, and what is open beside it.

Reads what the browser keeps and knows nothing of how it is compared.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from widgets.core.answers import fields
from widgets.core.answers.kept_texts import record_of, time_of
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.keeping import opening, restore_points, shelf
from widgets.core.keeping.visit import Visit
from widgets.core.migrating import record_migration
from widgets.core.migrating.file_migration import Migrated
from widgets.core.model.maturity import Model
from widgets.core.words.times import day, milliseconds

MOST_SIDES = 8
"""How many are compared at once: more marks in one line of a chart cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Side:
    """One set of answers that may be compared."""

    key: str
    """ "own:" and an id, "point:" and a key, or "beside"."""
    name: str
    date: str
    """Day of its newest answer, such as 2026-11-22; empty if that is not known."""
    at: str
    """When its newest answer was given, to the millisecond; it puts candidates in order."""
    records: Mapping[str, str]

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

    `shown` are the records on the page, which may be borrowed.
    """
    found = [side for side in _all(visit, shown) if side.records]
    return sorted(found, key=lambda side: (not side.at, side.at))


def usual(visit: Visit, sides: list[Side]) -> list[str]:
    """Keys of the two that a reader most likely means; one or none where there are no two."""
    keys = [side.key for side in sides]
    mine = f"own:{visit.assessment}"
    first = [key for key in ("beside", mine) if key in keys]
    own = [key for key in reversed(keys) if key.startswith("own:") and key != mine]
    points = [key for key in keys if key.startswith("point:")]
    return [*first, *own, *points][:2]


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
        records = shelf.records(visit.stored, one.id)
        yield _side(f"own:{one.id}", one.name, _said(records))
    for point in restore_points.points(visit.stored, visit.assessment):
        why = point.name or f"before: {point.why}" if point.why else point.name
        yield _side(f"point:{point.key}", why or "a restore point", _said(point.records), point.at)
    if visit.beside:
        yield _side("beside", visit.beside, _said(shown))


def _side(key: str, name: str, records: Mapping[str, str], at: str = "") -> Side:
    newest = at or max(map(time_of, records.values()), key=milliseconds, default="")
    dated = newest if milliseconds(newest) else ""
    return Side(key, name, day(dated), dated, records)


def _said(records: Mapping[str, str]) -> dict[str, str]:
    """Those of `records` that are not blank."""
    found = {name: record_of(text) for name, text in records.items()}
    return {name: records[name] for name, one in found.items() if one is None or one.value}
