"""Why the chooser's answer is what it is: reasons, bars, vetoes, flips and evidence."""

from collections.abc import Iterable

import htpy as h

from widgets.chooser.contribution_bars import Contribution, bars
from widgets.chooser.questions import sources
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty, lines
from widgets.core.choosing_words.certainty import Reason
from widgets.core.choosing_words.phrases import option, percent, signed, title
from widgets.core.choosing_words.veto_words import open_triggers, triggers
from widgets.core.model.structures import Option, Veto
from widgets.core.page.view import Place


def why(place: Place, found: Outcome) -> h.Node:
    """Three reasons, the strongest counter-argument, and every contribution as bars."""
    if found.first is None or certainty.all_level(found.choice):
        return None
    choice, first = found.choice, found.first.id
    against = certainty.counter(choice, found.chooser, first)
    second = choice.home[1].option if len(choice.home) > 1 else ""
    answers = found.chooser.criteria
    rows = [
        Contribution(
            criterion.name,
            signed(answer) if isinstance(answer := answers.get(criterion.id), int) else "open",
            choice.contributions[first][criterion.id],
            choice.contributions[second][criterion.id] if second else None,
        )
        for criterion in found.structures.criteria
    ]
    rows.sort(key=lambda row: -row.first)
    reasons = certainty.reasons(choice, found.chooser, first)
    name = option(found.structures, first)
    mine, theirs = _names(found, (first, second))
    return (
        h.h3[f"What speaks for {name}"],
        h.ol[[_reason(place, found, found.first, reason) for reason in reasons]]
        if reasons
        else h.p["No criterion speaks for it; the others only have more against them."],
        h.h3["The strongest argument against it"],
        h.ul[_reason(place, found, found.first, against)]
        if against
        else h.p["No criterion speaks against it."],
        h.h3["What each criterion adds"],
        bars("chooser-bars", mine, theirs, tuple(rows)),
    )


def _reason(place: Place, found: Outcome, first: Option, reason: Reason) -> h.Element:
    cell = first.cells[reason.criterion]
    return h.li[
        h.a(href=f"#q-{reason.criterion}")[lines.reason_words(found, reason)],
        ". ",
        cell.because and f"{cell.because} ",
        sources(place, found.structures, cell.facts),
    ]


def vetoes(place: Place, found: Outcome) -> h.Node:
    """What is closed and by which answer, what may be closed, and what only warns."""
    shut = found.vetoes(found.choice.vetoed)
    may = found.vetoes(found.choice.possible_vetoes) if found.first else {}
    warned = [veto for veto in found.structures.vetoes if veto.id in found.choice.notices]
    return (
        bool(shut)
        and (h.h3["Closed"], h.ul[[_veto(place, found, veto, shut[veto]) for veto in shut]]),
        bool(may)
        and (h.h3["May be closed"], h.ul[[_possible(found, veto, may[veto]) for veto in may]]),
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
    )


def _names(found: Outcome, ids: Iterable[str]) -> list[str]:
    """What options are called, where they stand alone; nothing for none."""
    return [id and title(found.structures, id) for id in ids]


def _veto(place: Place, found: Outcome, veto: Veto, options: list[str]) -> h.Element:
    because = " and ".join(triggers(found.structures, found.chooser, veto))
    return h.li[
        h.strong[", ".join(_names(found, options))],
        f". {veto.sentence} Because {because}. ",
        sources(place, found.structures, veto.facts),
    ]


def _possible(found: Outcome, veto: Veto, options: list[str]) -> h.Element:
    when = " or ".join(open_triggers(found.structures, found.chooser, veto))
    every = len(options) > certainty.PLACES
    names = f"{len(options)} options" if every else ", ".join(_names(found, options))
    return h.li[h.strong[names], f": {when}. {veto.sentence}"]


def flips(found: Outcome) -> h.Node:
    """The smallest change of an answer, and of a weight, that puts another option first."""
    if found.choice.tie:
        return None
    answer = certainty.answer_flip(found.structures, found.choice)
    weight = certainty.weight_flip(found.structures, found.choice)
    flip = found.choice.flip_answer
    return bool(answer or weight) and (
        h.h3["What would change the answer"],
        h.dl(".kam-flips")[
            h.dt["Smallest change of one answer"],
            h.dd[h.a(href=f"#q-{flip.criterion}")[answer] if flip else answer],
            h.dt["Nearest weight of one criterion"],
            h.dd[weight],
        ],
    )


def facts(place: Place, found: Outcome) -> h.Node:
    """How much of the first option's points rests on facts, and on which works."""
    if found.first is None:
        return None
    share = found.choice.fact_share[found.first.id]
    counted = found.choice.contributions[found.first.id]
    named = [fact for id, cell in found.first.cells.items() if counted[id] for fact in cell.facts]
    return share is not None and (
        h.h3["What it rests on"],
        h.p[
            f"{percent(share)} of its points, without their signs, rest on facts alone; the rest "
            "is our judgement in part or in whole. Only the direction of a fit is ever evidence, "
            "never its size."
        ],
        h.p[sources(place, found.structures, tuple(dict.fromkeys(named)))],
    )
