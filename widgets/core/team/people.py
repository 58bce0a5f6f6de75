"""The list of raters: names and functions to change in place, and who was removed."""

from collections.abc import Sequence

import htpy as h

from widgets.core.page.controls import button
from widgets.core.team.raters import FUNCTIONS, Seat
from widgets.core.words.english import listed, number_of


def people(here: Sequence[Seat], gone: Sequence[Seat]) -> h.Node:
    """Everybody who is here, and below them who was removed."""
    return (
        bool(here)
        and h.details(".kam-raters", open=True)[
            h.summary[_summary(here)],
            h.ul[[h.li(".kam-rater")[_rater(seat)] for seat in here]],
            h.p[button("team.remove-all", "Remove all")] if len(here) > 1 else None,
        ],
        bool(gone)
        and h.details(".kam-raters")[
            h.summary[f"Removed, and not yet erased: {len(gone)}"],
            h.ul[
                [
                    h.li(".kam-rater")[
                        h.span(".kam-rater__name")[h.bdi[seat.name]],
                        button("team.bring-back", "Bring back", seat.id),
                    ]
                    for seat in gone
                ]
            ],
            h.div(".kam-actions", role="group", aria_label="Removed raters")[
                button("team.bring-back", "Bring all back"),
                button("team.erase", "Erase for good"),
            ],
        ],
    )


def _summary(here: Sequence[Seat]) -> str:
    told = {seat.function for seat in here if seat.function}
    functions = f", {number_of(len(told), 'function')}" if told else ""
    return number_of(len(here), "rater") + functions


def _rater(seat: Seat) -> h.Node:
    return (
        h.label[
            h.span(".kam-hidden")[f"Name of rater {seat.number}"],
            h.input(
                id=f"team-name-{seat.id}",
                name=f"name {seat.id}",
                value=seat.given,
                placeholder=f"Rater {seat.number}" if seat.number else "Name",
                autocomplete="off",
                maxlength="60",
                data_kam_do="team.change",
                data_kam_value=seat.id,
            ),
        ],
        h.label[
            h.span(".kam-hidden")[f"Function of {seat.name}"],
            h.select(
                id=f"team-function-{seat.id}",
                name=f"function {seat.id}",
                data_kam_do="team.change",
                data_kam_value=seat.id,
            )[
                h.option(value="", selected=not seat.function)["No function"],
                [
                    h.option(value=one.id, selected=one.id == seat.function)[one.label]
                    for one in FUNCTIONS
                ],
            ],
        ],
        h.span(".kam-rater__has")[_has(seat)],
        button(
            "team.remove",
            "Remove",
            seat.id,
            look=".kam-rater__remove",
            id=f"team-remove-{seat.id}",
            says=f"Remove {seat.name}",
        ),
        seat.problem
        and h.p(".kam-error")[f"Not compared: {seat.problem} Remove it and ask for it again."],
    )


def _has(seat: Seat) -> str:
    """What a rater answered."""
    states, quick = seat.answers.practices, len(seat.answers.quick)
    parts = []
    if states:
        open_ = len(states) - seat.rungs
        parts.append(
            number_of(seat.rungs, "practice") + (f", {open_} without a rung" if open_ else "")
        )
    if quick:
        parts.append(number_of(quick, "quick answer"))
    return listed(parts) or "nothing to compare"
