"""The parts of the chooser's form that follow the answers."""

from collections.abc import Collection

import htpy as h

from widgets.chooser.questions import claims
from widgets.core.answers import chooser_fields
from widgets.core.choosing.outcome import Outcome
from widgets.core.drawing.html import kept
from widgets.core.model.importance import CLASSES
from widgets.core.page.view import Place
from widgets.core.structures.structures import NO_FORM, Option
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


def had(found: Outcome, add_on: str, told: Collection[str]) -> h.Node:
    """Whether the assessment says that an add-on is there; it counts only once it is ticked."""
    if add_on not in told or add_on in found.own.have:
        return None
    return h.p(".kam-told")[
        "Your assessment says that this is there. It does not count until you tick it."
    ]


def weights(found: Outcome) -> h.Node:
    """How much each of the twelve things weighs: a slider with five stops, its class in words."""
    return (
        h.p(".kam-note")[
            "Drag, or use the arrow keys. Five classes, which weigh ¼, ½, 1, 2 and 4: our choice. "
            "Without a change all weigh the same."
        ],
        h.div(".kam-sliders")[
            [_slider(found, one.id, one.name) for one in found.structures.criteria]
        ],
    )


def _slider(found: Outcome, id: str, name: str) -> h.Node:
    weight = found.own.weights.get(id, 1)
    here = next((one for one in CLASSES if one.weight == weight), None)
    words = here.words if here else f"weight {weight:g}, from a file"
    return _stops(id, name, str(here.step if here else 0), words)


@kept
def _stops(id: str, name: str, step: str, words: str) -> h.Node:
    return h.label(".kam-slider")[
        h.span(".kam-slider__name")[name],
        h.input(
            id=f"weight-{id}",
            type="range",
            name=chooser_fields.weight(id),
            min="-2",
            max="2",
            step="1",
            value=step,
            aria_valuetext=words,
        ),
        h.span(".kam-slider__words", aria_hidden="true")[words],
    ]


def today(place: Place, found: Outcome) -> h.Node:
    """How today's form can fail, and the ways out of it."""
    if found.own.today is None:
        return None
    if found.own.today == NO_FORM:
        return h.p(".kam-today")[found.structures.today.unknown]
    option = found.structures.option[found.own.today]
    return h.details(".kam-today")[
        h.summary[
            f"You have: {lower_first(option.name.partition(',')[0])}. How it can fail, and "
            "the ways out"
        ],
        claims(place, found.structures, option.fails),
        bool(option.costs)
        and (h.p[h.strong["What it costs"]], claims(place, found.structures, option.costs)),
        option.kind == "recognise-only"
        and h.p["We advise nobody to build it: it is here so that you recognise it."],
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


def _moves(found: Outcome, option: Option) -> h.Element:
    return h.ul[
        [
            h.li[f"{found.structures.option[move.to].name}: {lower_first(move.when)}"]
            for move in option.moves
        ]
    ]
