"""Why the chooser's answer is what it is: reasons, the strongest objection, and what is closed."""

from collections.abc import Iterable

import htpy as h

from widgets.chooser.questions import sources
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty, course, lines
from widgets.core.choosing_words.certainty import Reason
from widgets.core.choosing_words.headline import headline
from widgets.core.choosing_words.phrases import option, title
from widgets.core.choosing_words.veto_words import lifted_if, open_triggers, triggers
from widgets.core.model.structures import Option, Veto
from widgets.core.page.view import Place

FEW = 3
"""Forms that a line names; of more it says how many."""


def why(place: Place, found: Outcome) -> h.Node:
    """Three reasons and the strongest objection, in the words of the answers."""
    structures, choice, chooser = found.structures, found.choice, found.chooser
    id = course.aim(choice)
    if id is None or not headline(found).settled:
        return None
    form = structures.option[id]
    reasons = certainty.reasons(structures, choice, chooser, id)
    against = certainty.counter(structures, choice, chooser, id)
    return (
        h.h3[f"What speaks for {option(structures, id)}"],
        h.ol[[_reason(place, found, form, reason) for reason in reasons]]
        if reasons
        else h.p["None of your answers speaks for it; the others have more against them."],
        h.h3["The strongest objection"],
        h.ul[_reason(place, found, form, against)]
        if against
        else h.p["None of your answers speaks against it."],
    )


def _reason(place: Place, found: Outcome, form: Option, reason: Reason) -> h.Element:
    cell = form.cells[reason.criterion]
    asked = found.structures.criterion[reason.criterion].asks[0]
    return h.li[
        h.a(href=f"#q-{asked}")[lines.plainly(reason)],
        " ",
        (told := certainty.why_so(cell, reason.answer)) and f"{told} ",
        sources(place, found.structures, cell.facts),
    ]


def vetoes(place: Place, found: Outcome) -> h.Node:
    """What is closed, by which answer, and what would open it; what may be; what only warns."""
    if not found.begun:
        return None
    shut = found.vetoes(found.choice.vetoed)
    may = found.vetoes(found.choice.possible_vetoes) if found.choice.home else {}
    warned = [veto for veto in found.structures.vetoes if veto.id in found.choice.notices]
    return (
        bool(warned)
        and (
            h.h3["Mind"],
            h.ul[
                [
                    h.li[veto.sentence, " ", sources(place, found.structures, veto.facts)]
                    for veto in warned
                ]
            ],
        ),
        bool(shut or may)
        and h.details(".kam-rest")[
            h.summary["Forms that are closed, and what would open them"],
            bool(shut) and h.ul[[_veto(place, found, veto, shut[veto]) for veto in shut]],
            bool(may)
            and (
                h.p[h.strong["These may be closed as well"]],
                h.ul[[_possible(found, veto, may[veto]) for veto in may]],
            ),
        ],
    )


def _names(found: Outcome, ids: Iterable[str]) -> str:
    named = [title(found.structures, id) for id in ids]
    return ", ".join(named)


def _veto(place: Place, found: Outcome, veto: Veto, options: list[str]) -> h.Element:
    because = " and ".join(triggers(found.structures, found.chooser, veto))
    lifted = lifted_if(found.structures, found.chooser, veto)
    return h.li[
        h.strong[_names(found, options)],
        f": {veto.sentence} Closed because {because}. ",
        lifted and f"It would open {lifted}. ",
        sources(place, found.structures, veto.facts),
    ]


def _possible(found: Outcome, veto: Veto, options: list[str]) -> h.Element:
    when = " or ".join(open_triggers(found.structures, found.chooser, veto))
    names = f"{len(options)} forms" if len(options) > FEW else _names(found, options)
    return h.li[h.strong[names], f": it depends on {when}. {veto.sentence}"]
