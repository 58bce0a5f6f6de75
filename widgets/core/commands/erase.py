"""Erases everything that this guide keeps in this browser, after showing what it is."""

from collections.abc import Iterator

import htpy as h

from widgets.core import shelf
from widgets.core.desk import Beside, Desk, Drop, Reply, Step, Switch
from widgets.core.shelf import Stored
from widgets.core.shelf_panel import button, counted


def run(desk: Desk) -> Reply:
    """Shows what is kept; with "yes" as value, erases it."""
    stored = desk.place.visit.stored
    if not stored:
        words = "This guide keeps nothing in this browser."
        return Reply(regions={"erasing": h.p[words]}, announce=words, steps=(Beside(None),))
    if desk.text("value") != "yes":
        return Reply(regions={"erasing": _what(stored)})
    dropped = [Drop(key) for key in (*stored, "current")]
    steps: list[Step] = [Beside(None), Switch(shelf.DEFAULT), *dropped]
    words = "Everything is erased: this guide keeps nothing in this browser any more."
    return Reply(regions={"erasing": h.p[words]}, announce=words, steps=tuple(steps))


def _what(stored: Stored) -> h.Node:
    return (
        h.p["This guide keeps here:"],
        h.ul[[h.li[line] for line in _lines(stored)]],
        h.p["Erasing cannot be undone. Export what you want to have later; a file stays yours."],
        h.p[button("erase", "Erase all of this", "yes")],
    )


def _lines(stored: Stored) -> Iterator[h.Node]:
    for one in (*shelf.assessments(stored), *shelf.deleted(stored)):
        answers = counted(shelf.count(shelf.records(stored, one.id)))
        points = len(shelf.points(stored, one.id))
        gone = ", deleted" if one.deleted else ""
        yield (
            "the assessment “",
            h.bdi[one.name],
            f"”{gone}: {answers} with their notes, restore points: {points}",
        )
    raters = sum(key.startswith("rater:") for key in stored)
    if raters:
        yield f"the answers of {raters} rater{'s' if raters > 1 else ''} on the team page"
    known = ("answer:", "about:", "restore:", "rater:")
    others = [key for key in stored if not key.startswith(known)]
    if others:
        yield ("settings: ", ", ".join(sorted(key[:60].removeprefix("setting:") for key in others)))
