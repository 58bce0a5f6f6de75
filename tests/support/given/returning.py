"""Somebody who comes back: what their page writes, what Python is asked, and when."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from tests.support.given.desks import record
from widgets.core.keeping import automatic_points, point_keys, restore_points, shelf, snapshots
from widgets.core.keeping.point_keys import HAND, SNAPSHOT
from widgets.core.keeping.restore_points import Point
from widgets.core.keeping.steps import Copy, File, Picture, Print, Step
from widgets.core.keeping.visit import Visit

FIRST = datetime(2026, 3, 1, 9, tzinfo=UTC)
HANDED: Mapping[str, tuple[str, tuple[Step, ...]]] = {
    "print": ("export.print-report", (Print(),)),
    "file": ("export.file", (File("a", "b", b""),)),
    "picture": ("export.chart", (Picture("a", "b"),)),
    "copy": ("view.text", (Copy("a"),)),
    "share": ("export.share", ()),
    "look at the formats": ("export.show", ()),
    "copy the team": ("team.copy", (Copy("a"),)),
}
"""By what the reader does: the command, and the steps of its reply."""


class Returning:
    """A reader's browser, day after day; each act takes a minute."""

    def __init__(self) -> None:
        self.stored: dict[str, str] = {}
        self.replaced: list[tuple[str, str | None]] = []
        self.clock = FIRST
        self.beside = ""
        self.stood: list[dict[str, str]] = []
        """Every state of the answers that there was."""

    @property
    def now(self) -> str:
        """The reader's clock, as the page writes it."""
        return self.clock.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    @property
    def records(self) -> dict[str, str]:
        """The answers as the browser keeps them."""
        return shelf.records(self.stored, shelf.DEFAULT)

    def visit(self) -> Visit:
        """What the page tells Python, with what restore points hold left out as for a view."""
        light = {
            key: "" if key.startswith("restore:") else text for key, text in self.stored.items()
        }
        times = {name: shelf.changed({name: text}) for name, text in self.records.items()}
        told = Visit(self.now, stored=light, times=times, shown=self.records)
        return Visit(
            **{name: getattr(told, name) for name in ("now", "stored", "times", "shown")},
            replaced=tuple(self.replaced),
            beside=self.beside,
        )

    def wait(self, days: float) -> None:
        """Time goes by."""
        self.clock += timedelta(days=days)

    def reload(self) -> None:
        """The page is opened anew: what changes replaced is forgotten."""
        self.replaced = []

    def answer(self, name: str, value: str) -> None:
        """What the page does at an answer, without Python."""
        self.clock += timedelta(minutes=1)
        key = f"answer:{shelf.DEFAULT}:{name}"
        self.replaced.append((key, self.stored.get(key)))
        self.stored[key] = record(value, self.now)
        self.stood.append(self.records)

    def look(self) -> None:
        """Python draws the page."""
        self._do(automatic_points.due(self.visit(), self.records))

    def hand(self, what: str) -> None:
        """Does one of `HANDED`."""
        self.clock += timedelta(minutes=1)
        self._do(snapshots.handed_over(self.visit(), *HANDED[what]))

    def compare(self) -> None:
        """Opens Compare, with nothing to compare with."""
        self._do(snapshots.looked_at(self.visit()))

    def point(self) -> None:
        """Makes a restore point by hand."""
        self.clock += timedelta(minutes=1)
        self._do(
            restore_points.point(
                self.stored,
                shelf.DEFAULT,
                self.now,
                "by hand",
                "mine",
                kept=self.records,
                kind=HAND,
            )
        )

    def again(self) -> None:
        """Starts again."""
        self.clock += timedelta(minutes=1)
        self._do(restore_points.replace(self.stored, shelf.DEFAULT, {}, self.now, "start again"))
        self.replaced = []  # as the page does once a command puts answers

    def points(self, kind: point_keys.PointKind = SNAPSHOT) -> list[Point]:
        """The restore points of one kind, the oldest first."""
        found = restore_points.points(self.stored, shelf.DEFAULT, self.now)
        return [point for point in reversed(found) if point.kind == kind]

    def _do(self, steps) -> None:
        self.stored = shelf.after(self.stored, steps)
