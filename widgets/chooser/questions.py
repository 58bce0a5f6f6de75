"""What the chooser asks beside its scales: today's form, and what is there already."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.page.citations import ours
from widgets.core.page.scale import asked
from widgets.core.page.view import Place, foot
from widgets.core.structures.structures import NO_FORM, AddOn, Claim, Structures
from widgets.core.words.english import lower_first


def sources(place: Place, structures: Structures, facts: tuple[str, ...]) -> h.Node:
    """Links to the works behind some facts, each once; without facts the sign of our judgement."""
    works = {work.label: work.page for work in (structures.works[fact] for fact in facts)}
    if not works:
        return ours(place.root)
    links = [place.link(page, label) for label, page in works.items()]
    return h.small["Evidence: ", [("; " if at else "", link) for at, link in enumerate(links)]]


def claims(place: Place, structures: Structures, told: Sequence[Claim]) -> h.Element:
    """What is said of a form, each with the works behind it."""
    return h.ul[[h.li[one.text, ". ", sources(place, structures, one.facts)] for one in told]]


def to_question(place: Place, id: str, words: str) -> h.Node:
    """Words that lead to a question of the form; bare where another's answers are shown, alone."""
    return words if place.visit.beside else h.a(href=f"#q-{id}")[words]


def today(structures: Structures, position: str) -> h.Element:
    """Today's form, by what one sees and not by what it is called."""
    told = structures.today
    return h.fieldset(".kam-question.kam-question--profile.kam-seen", id="q-today")[
        asked(position, told.question),
        h.p(".kam-question__ask")[
            told.hint, " ", h.span["Who knows: ", lower_first(told.ask), "."]
        ],
        [_seen(one.id, one.seen) for one in structures.options if one.seen],
        _seen(NO_FORM, told.none),
        foot(),
    ]


def _seen(value: str, words: str) -> h.Element:
    """A choice without an order: its mark says nothing."""
    return h.label(".kam-choice")[
        h.input(type="radio", name=chooser_fields.TODAY, value=value),
        h.span(".kam-choice__rung", aria_hidden="true"),
        h.span(".kam-choice__text")[words],
    ]


def have(structures: Structures, told: Mapping[str, h.Node]) -> h.Element:
    """The companions that are there already; `told` holds a region for those that may be known."""
    return h.fieldset(".kam-question.kam-having", id="q-have")[
        h.legend["Which of these do you have, in use and not on paper?"],
        h.p(".kam-question__ask")["Tick what one would see. Not ticked counts as not there."],
        [(_companion(one), told.get(one.id)) for one in structures.add_ons],
        foot(blank=False),
    ]


def _companion(one: AddOn) -> h.Element:
    return h.label(".kam-tick.kam-have")[
        h.input(type="checkbox", name=chooser_fields.HAVE + one.id, value="yes"),
        h.span[one.have_as, h.small(".kam-definition")[one.name]],
    ]
