"""Keep: makes what is shown beside the reader's own answers an assessment of theirs."""

from collections.abc import Iterator

import htpy as h

from widgets.core.keeping import shelf
from widgets.core.keeping.steps import Beside, Put, Step, Switch
from widgets.core.keeping.visit import Visit
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import name_field, named
from widgets.core.words.times import day_in_words


def run(desk: Desk) -> Reply:
    """Asks for a name; with one, keeps the answers under it and shows them."""
    visit = desk.place.visit
    if not visit.beside:
        return Reply(
            title="Nothing to keep",
            panel=h.p["The answers that are shown are your own, and kept already."],
        )
    if desk.text("value") != "yes":
        return Reply(title="Keep these answers", panel=_panel(_proposed(visit)))
    name = named(desk.text("name"), _proposed(visit))
    return Reply(
        steps=tuple(_steps(desk, name)),
        close=True,
        announce=f"Kept as “{name}”, and shown. Your other answers are under My assessments.",
    )


def _proposed(visit: Visit) -> str:
    return named(f"From {visit.beside}, {day_in_words(visit.now)}", "Kept")


def _panel(proposed: str) -> h.Node:
    return (
        h.p[
            "They become an assessment of yours, beside those that you have, in this browser. "
            "Nothing of yours is replaced."
        ],
        name_field("Name", "name", proposed),
        h.p[button("borrowed.keep", "Keep them", "yes")],
    )


def _steps(desk: Desk, name: str) -> Iterator[Step]:
    visit = desk.place.visit
    id = shelf.new_id(visit.stored, visit.now)
    yield shelf.about(visit.stored, id, name=name, made=visit.now)
    yield from (Put(f"answer:{id}:{field}", text) for field, text in desk.records.items())
    yield Beside(None)
    yield Switch(id)
