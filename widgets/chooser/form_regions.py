"""The parts of the chooser's form that follow the answers."""

import htpy as h

from widgets.chooser.questions import sources
from widgets.core.answers import chooser_fields
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words.phrases import signed
from widgets.core.model.importance import CLASSES
from widgets.core.model.structures import Claim, Option
from widgets.core.page.view import Place
from widgets.core.words.english import lower_first

OVER_THE_WALL = "segment-sales"
"""The option that is right only where key account management is not."""


def progress(name: str, done: int, total: int) -> h.Node:
    """How many questions of a part are answered."""
    words = "all answered" if done == total else f"{done} of {total} answered"
    return h.p(".kam-progress")[
        h.meter(min="0", max=str(total), value=str(done), aria_label=f"{name}: {words}"),
        " ",
        words,
    ]


def proposed(found: Outcome, criterion: str) -> h.Node:
    """What the assessment says to a criterion, and whether it counts."""
    proposal = found.proposed.get(criterion)
    if proposal is None:
        return None
    own = found.own.criteria.get(criterion)
    if own is not None:
        counts = "You answered here, so yours counts."
    elif criterion in found.carried:
        counts = "It counts until you answer here."
    else:
        counts = "It counts as soon as you answer one of the twelve yourself."
    return h.details(".kam-proposed", data_answer=str(proposal.answer) if own is None else None)[
        h.summary[h.span[f"Your assessment proposes {signed(proposal.answer)}. {counts}"],],
        h.p[f"From {proposal.reason}. The rule is our judgement."],
    ]


def weights(found: Outcome) -> h.Node:
    """How important each criterion is: a slider with five stops, and its class in words."""
    return (
        h.p(".kam-note")[
            "Drag, or use the arrow keys. Five classes, which weigh ¼, ½, 1, 2 and 4: our choice. "
            "Without a change all weigh the same."
        ],
        h.div(".kam-sliders")[
            [_slider(found, one.id, one.name) for one in found.structures.criteria]
        ],
    )


def _slider(found: Outcome, id: str, name: str) -> h.Element:
    weight = found.own.weights.get(id, 1)
    here = next((one for one in CLASSES if one.weight == weight), None)
    words = here.words if here else f"weight {weight:g}, from a file"
    return h.label(".kam-slider")[
        h.span(".kam-slider__name")[name],
        h.input(
            id=f"weight-{id}",
            type="range",
            name=chooser_fields.weight(id),
            min="-2",
            max="2",
            step="1",
            value=str(here.step if here else 0),
            aria_valuetext=words,
        ),
        h.span(".kam-slider__words", aria_hidden="true")[words],
    ]


def today(place: Place, found: Outcome) -> h.Node:
    """How today's arrangement usually fails, and the ways out of it."""
    if found.own.today is None:
        return None
    option = found.structures.option[found.own.today]
    return h.div(".kam-today")[
        h.h3[f"How {lower_first(option.name.partition(',')[0])} usually fails"],
        _claims(place, found, option.fails),
        bool(option.costs)
        and (h.p[h.strong["What it costs"]], _claims(place, found, option.costs)),
        option.kind == "recognise-only"
        and h.p["We never recommend it: it is here so that you recognise it."],
        option.id == OVER_THE_WALL
        and h.p[
            "Right where key account management is not. As a way to look after key accounts we "
            "never recommend it: see ",
            place.link("structures/over-the-wall/", "over the wall, and why it ends"),
            ".",
        ],
        bool(option.moves) and (h.p[h.strong["Ways out"]], _moves(found, option)),
        h.p[place.link(option.page, "Its page: gains, costs and evidence")],
    ]


def _claims(place: Place, found: Outcome, claims: tuple[Claim, ...]) -> h.Element:
    return h.ul[
        [h.li[claim.text, ". ", sources(place, found.structures, claim.facts)] for claim in claims]
    ]


def _moves(found: Outcome, option: Option) -> h.Element:
    return h.ul[
        [
            h.li[f"{found.structures.option[move.to].name}: {lower_first(move.when)}"]
            for move in option.moves
        ]
    ]
