"""The chooser's questions, drawn once: the scales, today's form, and what is there already."""

from collections.abc import Mapping

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.answers.states import UNKNOWN
from widgets.core.model.asked import Question
from widgets.core.model.structures import ANSWERS, NO_FORM, AddOn, Structures
from widgets.core.page.view import Place, foot
from widgets.core.words.english import lower_first


def sources(place: Place, structures: Structures, facts: tuple[str, ...]) -> h.Node:
    """Links to the works behind some facts, each once; without facts it is our judgement."""
    works = {work.label: work.page for work in (structures.works[fact] for fact in facts)}
    if not works:
        return h.small["Our judgement"]
    links = [place.link(page, label) for label, page in works.items()]
    return h.small["Evidence: ", [("; " if at else "", link) for at, link in enumerate(links)]]


def scale(question: Question, position: str, beside: h.Node) -> h.Element:
    """One question: five steps between two poles, and "we do not know" as one more answer.

    `beside` is the region with what the assessment or an earlier release says of it.
    """
    name = chooser_fields.question(question.id)
    return h.fieldset(".kam-question.kam-scale", id=f"q-{question.id}")[
        _asked(position, question.question),
        beside,
        h.div(f".kam-steps{_split(question)}")[
            [_step(name, step, question.words(step)) for step in ANSWERS],
            h.label(".kam-step.kam-step--unknown")[
                h.input(
                    type="radio", name=name, value=UNKNOWN, aria_describedby=f"u-{question.id}"
                ),
                h.i(aria_hidden="true")["?"],
                h.span(".kam-step__words")["We do not know"],
            ],
            foot(),
        ],
        h.p(".kam-scale__unknown", id=f"u-{question.id}")[
            h.strong["Ask: ", lower_first(question.ask), "."], " ", question.unknown
        ],
        _hint(question.hint, question.ask),
    ]


def _split(question: Question) -> str:
    """Where one pole has much more to say, a narrow page gives it more of the line."""
    low, high = len(question.low), len(question.high)
    return ".kam-steps--low" if low > 1.2 * high else ".kam-steps--high" if high > 1.2 * low else ""


def _asked(position: str, words: str) -> h.Element:
    return h.legend[h.span(".kam-question__number")[position, " "], words]


def _hint(hint: str, ask: str) -> h.Element:
    """Where readers stumble, and who knows: folded where there is little room."""
    return h.details(".kam-hint")[
        h.summary["A hint, and who knows" if hint else "Who knows"],
        h.p[hint and (hint, " "), h.span["Who knows: ", lower_first(ask), "."]],
    ]


def _step(name: str, step: int, words: str) -> h.Element:
    """One step; its words are its name, at a pole and between the poles.

    Its mark is an empty `i`: 132 of them with a class of their own would be a tenth of the page.
    """
    pole = {ANSWERS[0]: ".kam-step--low", ANSWERS[-1]: ".kam-step--high"}.get(step, "")
    return h.label(f".kam-step{pole}")[
        h.input(type="radio", name=name, value=str(step)),
        h.i,
        h.span(".kam-step__words")[words],
    ]


def today(structures: Structures, position: str) -> h.Element:
    """Today's form, by what one sees and not by what it is called."""
    asked = structures.today
    return h.fieldset(".kam-question.kam-question--profile.kam-seen", id="q-today")[
        _asked(position, asked.question),
        h.p(".kam-question__ask")[
            asked.hint, " ", h.span["Who knows: ", lower_first(asked.ask), "."]
        ],
        [_seen(one.id, one.seen) for one in structures.options if one.seen],
        _seen(NO_FORM, asked.none),
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
