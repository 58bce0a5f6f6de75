"""Merge: puts what is open beside together with the reader's own answers, question by question."""

from collections.abc import Iterator, Sequence

import htpy as h

from widgets.core.importing import field_words, union
from widgets.core.importing.union import Unit
from widgets.core.keeping import restore_points, shelf
from widgets.core.keeping.steps import Beside, Put
from widgets.core.migrating.record_migration import move
from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.import_panel import own_name
from widgets.core.words.english import number_of

TAKE = "take."
"""Prefix of the fields that choose between two answers; the question's first field follows."""


def run(desk: Desk) -> Reply:
    """Shows what differs and lets the reader choose, then does it after a restore point.

    Answers of an older release are taken to this one first: only what was asked alike is put
    together.
    """
    visit = desk.place.visit
    if not visit.beside:
        return Reply(announce="Nothing is open beside your answers that could be added to them.")
    mine = dict(move(shelf.records(visit.stored, visit.assessment), desk.place.model).records)
    units = union.units(mine, desk.records)
    if desk.text("value") == "do":
        return _done(desk, mine, units)
    return _asked(desk, units)


def _done(desk: Desk, mine: dict[str, str], units: Sequence[Unit]) -> Reply:
    visit, name = desk.place.visit, own_name(desk)
    take = {unit.key for unit in units if desk.text(TAKE + unit.key) == "theirs"}
    new = union.merged(mine, desk.records, take)
    filled = sum(unit.stand == "only theirs" for unit in units)
    replaced = sum(unit.stand == "differs" and unit.key in take for unit in units)
    steps = (
        *restore_points.replace(
            visit.stored, visit.assessment, new, visit.now, f"merge of {visit.beside}"
        ),
        Beside(None),
    )
    made = next((s.key for s in steps if isinstance(s, Put) and s.key.startswith("restore:")), "")
    did = (
        f"“{name}”: {number_of(filled, 'blank')} filled, {number_of(replaced, 'answer')} replaced."
    )
    return Reply(
        panel=(
            h.p[did],
            bool(made)
            and (
                h.p["Your answers as they were stand in a restore point."],
                h.p[button("earlier.restore", "Put them back", made)],
            ),
        ),
        title="Added",
        announce=did,
        steps=steps,
    )


def _asked(desk: Desk, units: Sequence[Unit]) -> Reply:
    filled = sum(unit.stand == "only theirs" for unit in units)
    differ = [unit for unit in units if unit.stand == "differs"]
    source, name = desk.place.visit.beside, own_name(desk)
    panel = (
        h.p[
            f"{number_of(filled, 'question')} blank in “{name}” will be filled from {source}. "
            f"{number_of(len(differ), 'question')} with two answers: choose which one stays. An "
            "answer of yours is replaced only if you say so here, and a restore point comes first."
        ],
        bool(differ) and _table(desk, differ),
        h.div(".kam-actions", role="group", aria_label="Add them")[
            button("borrowed.put-together", "Add them", "do", look=PRIMARY, id="merge-do"),
            button("borrowed.discard", "Leave mine as it is", id="merge-leave"),
        ],
    )
    return Reply(panel=panel, title="Add them to my answers")


def _table(desk: Desk, differ: Sequence[Unit]) -> h.Node:
    model, chosen = desk.place.model, dict(_chosen(desk, differ))
    return (
        h.div(".kam-actions", role="group", aria_label="All at once")[
            [
                button("borrowed.put-together", label, value, id=f"merge-{value}")
                for value, label in (
                    ("mine", "All mine"),
                    ("theirs", "All theirs"),
                    ("newer", "The newer ones"),
                )
            ]
        ],
        [
            h.fieldset(".kam-either")[
                h.legend[field_words.label(unit.key, model)],
                [
                    h.label(".kam-tick")[
                        h.input(
                            type="radio",
                            name=TAKE + unit.key,
                            value=whose,
                            checked=chosen[unit.key] == whose,
                        ),
                        h.span[f"{words}: {field_words.values_together(values, model)}"],
                    ]
                    for whose, words, values in (
                        ("mine", "Mine", unit.mine),
                        ("theirs", "Theirs", unit.theirs),
                    )
                ],
            ]
            for unit in differ
        ],
    )


def _chosen(desk: Desk, differ: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Whose answer is ticked to each question: mine, until the reader says otherwise."""
    every = desk.text("value")
    for unit in differ:
        before = desk.text(TAKE + unit.key) or "mine"
        newer = "theirs" if unit.theirs_newer else "mine"
        yield unit.key, {"mine": "mine", "theirs": "theirs", "newer": newer}.get(every, before)
