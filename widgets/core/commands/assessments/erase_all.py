"""Erases everything that this guide keeps in this browser, after showing what it is."""

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

import htpy as h

from widgets.core.keeping import elsewhere, restore_points, shelf
from widgets.core.keeping.shelf import Stored
from widgets.core.keeping.steps import Beside, Drop, Forget, Step, Switch
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.shelf_panel import answer_count
from widgets.core.words.english import number_of

UNDER = " under this address"
"""What a promise is limited to while another path keeps something."""


def run(desk: Desk) -> Reply:
    """Shows what is kept; with "yes" as value erases it, with a path what that path keeps."""
    visit, asked = desk.place.visit, desk.text("value")
    others = elsewhere.paths(visit)
    if asked in others:
        words = f"What {unquote(asked)} kept in this browser is erased."
        left = [path for path in others if path != asked]
        shown = (h.p[words], visit.stored and _what(visit.stored), _elsewhere(left))
        return Reply(regions={"erasing": shown}, announce=words, steps=(Forget(asked),))
    if not visit.stored:
        words = f"This guide keeps nothing in this browser{UNDER if others else ''}."
        told = (h.p[words], _elsewhere(others))
        return Reply(regions={"erasing": told}, announce=words, steps=(Beside(None),))
    if asked != "yes":
        return Reply(regions={"erasing": (_what(visit.stored), _elsewhere(others))})
    dropped = [Drop(key) for key in (*visit.stored, "current")]
    steps: list[Step] = [Beside(None), Switch(shelf.DEFAULT), *dropped]
    under = UNDER if others else ""
    words = f"All of it is erased: this guide keeps nothing in this browser any more{under}."
    told = (h.p[words], _elsewhere(others))
    return Reply(regions={"erasing": told}, announce=words, steps=tuple(steps))


def _elsewhere(others: Sequence[str]) -> h.Node:
    """What other paths of this host keep of the same model, each with a button of its own."""
    return others and (
        h.p["Under another address of this host this browser also keeps answers:"],
        h.ul[
            [
                h.li[
                    h.code[h.bdi[unquote(path)]],
                    " ",
                    button("assessments.erase-all", "Erase these", path),
                ]
                for path in others
            ]
        ],
    )


def _what(stored: Stored) -> h.Node:
    return (
        h.p["This guide keeps here:"],
        h.ul[[h.li[line] for line in _lines(stored)]],
        h.p["Erasing cannot be undone. Export what you want to have later; a file stays yours."],
        h.p[button("assessments.erase-all", "Erase all of this", "yes")],
    )


def _lines(stored: Stored) -> Iterator[h.Node]:
    for one in (*shelf.assessments(stored), *shelf.deleted(stored)):
        answers = answer_count(shelf.count(shelf.records(stored, one.id)))
        points = len(restore_points.points(stored, one.id))
        gone = ", deleted" if one.deleted else ""
        yield (
            "the assessment “",
            h.bdi[one.name],
            f"”{gone}: {answers} with their notes, restore points: {points}",
        )
    raters = sum(key.startswith("rater:") for key in stored)
    if raters:
        yield f"the answers of {number_of(raters, 'rater')} on the team page"
    known = ("answer:", "about:", "restore:", "rater:")
    others = [key for key in stored if not key.startswith(known)]
    if others:
        yield ("settings: ", ", ".join(sorted(key[:60].removeprefix("setting:") for key in others)))
