"""The chooser's questions that never change: the gate, today, the criteria, the add-ons."""

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.answers.states import UNKNOWN
from widgets.core.choosing_words.phrases import signed
from widgets.core.model.structures import (
    ANSWERS,
    ContextQuestion,
    Criterion,
    GateTest,
    Option,
    Structures,
)
from widgets.core.page.controls import choice
from widgets.core.page.view import Place, foot
from widgets.core.words.english import lower_first

BETWEEN = {-1: "Nearer to the line above", 0: "In between", 1: "Nearer to the line below"}
"""What the answers without a text of their own mean."""

YES_NO = (("yes", "Yes"), ("no", "No"), (UNKNOWN, "We don't know"))


def sources(place: Place, structures: Structures, facts: tuple[str, ...]) -> h.Node:
    """Links to the works behind some facts, each once; without facts it is our judgement."""
    works = {work.label: work.page for work in (structures.works[fact] for fact in facts)}
    if not works:
        return h.small["Our judgement"]
    links = [place.link(page, label) for label, page in works.items()]
    return h.small["Evidence: ", [("; " if at else "", link) for at, link in enumerate(links)]]


def gate_test(place: Place, structures: Structures, test: GateTest) -> h.Element:
    """One test of the gate, with why it is asked and what a no means."""
    half = [one.id for one in structures.tests if one.number == test.number]
    letter = "ab"[half.index(test.id)] if len(half) > 1 else ""
    return h.fieldset(".kam-question.kam-question--row", id=f"g-{test.id}")[
        h.legend[
            h.span(".kam-question__number")[f"Test {test.number}{letter} of 7 "], test.question
        ],
        h.p(".kam-question__ask")[test.why, " If no: ", lower_first(test.if_no)],
        _yes_no(chooser_fields.test(test.id)),
        foot(),
        h.p(".kam-question__more")[sources(place, structures, test.facts)],
    ]


def truth(question: ContextQuestion) -> h.Element:
    """One question of the context."""
    return h.fieldset(".kam-question.kam-question--row", id=f"x-{question.id}")[
        h.legend[question.question], _yes_no(chooser_fields.context(question.id)), foot()
    ]


def _yes_no(name: str) -> h.Element:
    return h.div(".kam-row")[[_kind(name, value, text) for value, text in YES_NO]]


def _kind(name: str, value: str, text: h.Node) -> h.Element:
    """A choice without an order: its mark says nothing."""
    return h.label(".kam-choice")[
        h.input(type="radio", name=name, value=value),
        h.span(".kam-choice__rung", aria_hidden="true"),
        h.span(".kam-choice__text")[text],
    ]


def today(structures: Structures) -> h.Element:
    """Today's arrangement, those that we never recommend among them."""
    return h.fieldset(".kam-question.kam-question--profile", id="q-today")[
        h.legend["Which of these comes nearest to what you have?"],
        h.p(".kam-question__ask")[
            "No rule reads this answer. It shows how that form usually fails."
        ],
        [_option(one) for one in structures.options if one.kind != "add-on"],
        foot(),
    ]


def _option(one: Option) -> h.Element:
    return _kind(
        chooser_fields.TODAY,
        one.id,
        (h.strong[one.name], h.small(".kam-definition")[one.definition]),
    )


def criterion(one: Criterion, position: str, proposed: h.Node) -> h.Element:
    """One criterion, from -2 to 2, with a text at both ends."""
    name = chooser_fields.criterion(one.id)
    ends = {-2: one.low, 2: one.high}
    return h.fieldset(".kam-question", id=f"q-{one.id}")[
        h.legend[h.span(".kam-question__number")[f"{position} · {one.name} "], one.question],
        proposed,
        [
            choice(name, str(answer), signed(answer), ends.get(answer) or BETWEEN[answer])
            for answer in ANSWERS
        ],
        choice(name, UNKNOWN, "?", "We don't know"),
        foot(),
    ]


def have(structures: Structures) -> h.Element:
    """The supports that are there already."""
    return h.fieldset(".kam-question", id="q-have")[
        h.legend["Tick what is at work today, not what is planned."],
        [
            h.label(".kam-tick.kam-have")[
                h.input(type="checkbox", name=chooser_fields.HAVE + add_on.id, value="yes"),
                h.span[h.strong[add_on.name], h.small(".kam-definition")[add_on.definition]],
            ]
            for add_on in structures.add_ons
        ],
        foot(blank=False),
    ]
