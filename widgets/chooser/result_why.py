"""Why the chooser's answer is what it is: reasons, the strongest objection, and what is closed."""

from collections.abc import Iterable

import htpy as h

from widgets.chooser.questions import sources, to_question
from widgets.core.board.reasons import objection
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty, course, lines
from widgets.core.choosing_words.certainty import Reason
from widgets.core.choosing_words.failed_tests import failed
from widgets.core.choosing_words.headline import headline
from widgets.core.choosing_words.phrases import option, title
from widgets.core.choosing_words.veto_words import lifted_if, open_triggers, triggers
from widgets.core.page.view import Place
from widgets.core.structures.structures import Claim, Option, Veto
from widgets.core.words.english import lower_first

FEW = 3
"""Forms that a line names; of more it says how many."""


def why(place: Place, found: Outcome) -> h.Node:
    """Three reasons and the strongest objection, in the words of the answers."""
    structures, choice, chooser = found.structures, found.choice, found.chooser
    if choice.answer == "no-kam":
        return _why_not(place, found)
    id = course.aim(choice)
    if id is None or not headline(found).settled:
        return None
    form = structures.option[id]
    reasons = certainty.reasons(structures, choice, chooser, id)
    against = certainty.counter(structures, choice, chooser, id)
    return (
        h.div(".kam-for")[
            h.h3[f"What speaks for {option(structures, id)}"],
            h.ol[[h.li[_reason(place, found, form, reason)] for reason in reasons]]
            if reasons
            else h.p["None of your answers speaks for it; the others have more against them."],
        ],
        h.div(".kam-against")[
            h.h3["The strongest objection"],
            h.p[_reason(place, found, form, against)]
            if against
            else (
                h.p["None of your answers speaks against it."],
                [_usual(place, found, way) for way in form.fails[:1]],
            ),
        ],
    )


def _usual(place: Place, found: Outcome, way: Claim) -> h.Element:
    """How such a form fails, whatever the answers."""
    return h.p[
        f"Such a form can fail in another way: {lower_first(way.text)}. ",
        sources(place, found.structures, way.facts),
    ]


def _why_not(place: Place, found: Outcome) -> h.Node:
    """The tests that fail, each with the answer behind it; and what will be said against it."""
    against = objection(found)
    return (
        h.div(".kam-for")[
            h.h3["Why not"],
            h.ol[[_failed(place, found, id) for id in failed(found.structures, found.chooser)]],
        ],
        against is not None
        and h.div(".kam-against")[
            h.h3["The strongest objection"],
            h.p[against.said.answer, " ", against.said.because],
            h.p[h.strong["What answers it: "], against.answered],
        ],
    )


def _failed(place: Place, found: Outcome, id: str) -> h.Element:
    structures = found.structures
    test = next(one for one in structures.tests if one.id == id)
    bound = test.no_if[0]
    question = structures.question[bound.asked]
    said = question.said_high if bound.at_least is not None else question.said_low
    return h.li[
        to_question(place, question.id, said),
        f" {test.if_no} ",
        sources(place, structures, test.facts),
    ]


def _reason(place: Place, found: Outcome, form: Option, reason: Reason) -> h.Node:
    cell = form.cells[reason.criterion]
    question = found.structures.criterion[reason.criterion].asks[0]
    return (
        to_question(place, question, lines.plainly(reason)),
        " ",
        (told := certainty.why_so(cell, reason.answer)) and f"{told} ",
        sources(place, found.structures, cell.facts),
    )


def warnings(place: Place, found: Outcome) -> h.Node:
    """What closes no form and yet should be minded."""
    warned = [veto for veto in found.structures.vetoes if veto.id in found.choice.notices]
    if not found.begun or not warned:
        return None
    return (
        h.h3["Mind"],
        h.ul[
            [
                h.li[veto.sentence, " ", sources(place, found.structures, veto.facts)]
                for veto in warned
            ]
        ],
    )


def closed(place: Place, found: Outcome) -> h.Node:
    """What is closed, by which answer, and what would open it; and what may be."""
    if not found.begun:
        return None
    shut = found.vetoes(found.choice.vetoed)
    may = found.vetoes(found.choice.possible_vetoes) if found.choice.home else {}
    return (
        bool(shut) and h.ul[[_veto(place, found, veto, shut[veto]) for veto in shut]],
        bool(may)
        and (
            h.p[h.strong["These may be closed as well" if shut else "These may be closed"]],
            h.ul[[_possible(found, veto, may[veto]) for veto in may]],
        ),
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
