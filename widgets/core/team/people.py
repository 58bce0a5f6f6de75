"""The list of raters: names and functions to change in place, and who was removed."""

from collections.abc import Sequence

import htpy as h

from widgets.core.page.controls import button
from widgets.core.team.raters import FUNCTIONS, Rater
from widgets.core.words.english import listed, number_of


def people(here: Sequence[Rater], gone: Sequence[Rater]) -> h.Node:
    """Everybody who is here, and below them who was removed."""
    return (
        bool(here)
        and h.details(".kam-raters", open=True)[
            h.summary[_summary(here)],
            h.ul[[h.li(".kam-rater")[_rater(rater)] for rater in here]],
            h.p[button("team.remove-all", "Remove all")] if len(here) > 1 else None,
        ],
        bool(gone)
        and h.details(".kam-raters")[
            h.summary[f"Removed, and not yet erased: {len(gone)}"],
            h.ul[
                [
                    h.li(".kam-rater")[
                        h.span(".kam-rater__name")[h.bdi[rater.name]],
                        button("team.bring-back", "Bring back", rater.id),
                    ]
                    for rater in gone
                ]
            ],
            h.div(".kam-actions", role="group", aria_label="Removed raters")[
                button("team.bring-back", "Bring all back"),
                button("team.erase", "Erase for good"),
            ],
        ],
    )


def _summary(here: Sequence[Rater]) -> str:
    told = {rater.function for rater in here if rater.function}
    functions = f", {number_of(len(told), 'function')}" if told else ""
    return number_of(len(here), "rater") + functions


def _rater(rater: Rater) -> h.Node:
    return (
        h.label[
            h.span(".kam-hidden")[f"Name of rater {rater.number}"],
            h.input(
                id=f"team-name-{rater.id}",
                name=f"name {rater.id}",
                value=rater.given,
                placeholder=f"Rater {rater.number}" if rater.number else "Name",
                autocomplete="off",
                maxlength="60",
                data_kam_do="team.change",
                data_kam_value=rater.id,
            ),
        ],
        h.label[
            h.span(".kam-hidden")[f"Function of {rater.name}"],
            h.select(
                id=f"team-function-{rater.id}",
                name=f"function {rater.id}",
                data_kam_do="team.change",
                data_kam_value=rater.id,
            )[
                h.option(value="", selected=not rater.function)["No function"],
                [
                    h.option(value=one.id, selected=one.id == rater.function)[one.label]
                    for one in FUNCTIONS
                ],
            ],
        ],
        h.span(".kam-rater__has")[_has(rater)],
        button(
            "team.remove",
            "Remove",
            rater.id,
            look=".kam-rater__remove",
            id=f"team-remove-{rater.id}",
            says=f"Remove {rater.name}",
        ),
        rater.problem
        and h.p(".kam-error")[f"Not compared: {rater.problem} Remove it and ask for it again."],
    )


def _has(rater: Rater) -> str:
    """What a rater answered."""
    states, quick = rater.answers.practices, len(rater.answers.quick)
    parts = []
    if states:
        open_ = len(states) - rater.rungs
        parts.append(
            number_of(rater.rungs, "practice") + (f", {open_} without a rung" if open_ else "")
        )
    if quick:
        parts.append(number_of(quick, "quick answer"))
    return listed(parts) or "nothing to compare"
