"""Recheck: goes through just the answers that have grown old, and says which still hold."""

from collections.abc import Iterable, Sequence

import htpy as h

from widgets.core.advising import ages
from widgets.core.advising.ages import Aged
from widgets.core.answers import field_kinds
from widgets.core.answers.kept_texts import record_of
from widgets.core.drawing.html import time
from widgets.core.keeping.steps import Put
from widgets.core.migrating.things import asked
from widgets.core.model.maturity import Model
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.result import old_answers

ALL, AWAY = "all", "away"
"""Values beside the fields: every answer still holds; a link was followed, so the dialog closes."""


def run(desk: Desk) -> Reply:
    """Shows the old answers; an answer that still holds gets the date of today."""
    if desk.text("value") == AWAY:
        return Reply(close=True)
    visit = desk.place.visit
    old = ages.ages(desk.place.model, desk.answers, visit).old
    value = desk.text("value")
    held = [aged for aged in old if value in (ALL, aged.field)]
    left = [aged for aged in old if aged not in held]
    steps = tuple(_again(desk, held))
    return Reply(
        panel=_panel(desk, left),
        title="Answers to look at again",
        announce=f"{old_answers.are(len(held))} dated today." if held else "",
        steps=steps,
    )


def _again(desk: Desk, held: Iterable[Aged]) -> Iterable[Put]:
    """Gives each of the `held` answers anew, as of now."""
    visit = desk.place.visit
    for aged in held:
        if record := record_of(desk.records.get(aged.field, "")):
            key = f"answer:{visit.assessment}:{aged.field}"
            yield Put(key, record.changed(was=record.value, at=visit.now))


def _panel(desk: Desk, left: Sequence[Aged]) -> h.Node:
    model = desk.place.model
    if not left:
        return h.p[f"No answer here is older than {model.recheck_months} months."]
    return (
        h.p[
            f"These answers are older than {model.recheck_months} months. That interval is our "
            "judgement. Say which still hold, and answer the others anew."
        ],
        h.ol[[_line(desk, aged) for aged in left]],
        h.p[button("earlier.recheck", "All of them still hold", ALL)],
    )


def _line(desk: Desk, aged: Aged) -> h.Element:
    model = desk.place.model
    return h.li[
        h.strong[old_answers.question(model, aged.field)],
        h.br,
        _said(desk, model, aged.field),
        " (",
        time(aged.at),
        ") ",
        button("earlier.recheck", "Still holds", aged.field),
        " ",
        h.a(
            href=f"#{old_answers.anchor(aged.field)}",
            data_kam_do="earlier.recheck",
            data_kam_value=AWAY,
        )["Answer anew"],
    ]


def _said(desk: Desk, model: Model, field: str) -> str:
    prefix, _, id = field.partition(".")
    practice = prefix + "." == field_kinds.PRACTICE
    state = (desk.answers.practices if practice else desk.answers.quick).get(id)
    words = asked(model, f"{'practice' if practice else 'dimension'} {id}")
    if isinstance(state, int):
        return f"{state}: {words[str(state)]}"
    return "We don't know" if isinstance(state, str) else "Does not apply"
