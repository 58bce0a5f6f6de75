"""Questions in place: of a dimension, a failure factor, or those that are named.

Shares its answers with every other widget; says beneath each question what follows from the answer.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import TOP, Dimension, Practice
from widgets.core.page.frame import WidgetError
from widgets.core.page.notices import problem
from widgets.core.page.question import practice_question, quick_question
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words import numbers
from widgets.core.words.numbers import hundredths
from widgets.questions.after import Asked, of_dimension, of_practice

OPTIONS: Mapping[str, Sequence[str]] = dict.fromkeys(
    ("dimension", "factor", "practices", "practice", "quick"), ()
)
"""What to ask: all of a dimension, all that guard against a factor, practices by id; the practice
whose page this is, or the quick question of the dimension whose page this is."""

TOOL = False
"""It stands on reading pages: Python starts only when a reader answers, or has answered."""

FOLDED = "dimension"
"""The option under which each question is folded: four ladders are a page of their own."""

OWN_PAGE = ("practice", "quick")
"""Options of a widget on the page of what it asks: there the question is the ladder to read too."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The questions that `place.options` names, and what `answers` say of them."""
    things = _things(place)
    practices = [one for one in things if isinstance(one, Practice)]
    result = score(place.model, answers)
    asked = Asked(place, answers, result, own_page=_own_page(place))
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in problems],
        **{f"after-{one.id}": _after(asked, one) for one in things},
    }
    if len(practices) > 1:
        regions["standing"] = _standing(place, practices, answers, result)
    return View(
        form=lambda: _page(place, things, regions),
        regions=regions,
        announce=_spoken(things, answers),
        file="kam-answers.json",
        progress=(sum(_state(one, answers) is not None for one in things), len(things)),
    )


def _own_page(place: Place) -> bool:
    return any(option in place.options for option in OWN_PAGE)


def _after(asked: Asked, thing: Practice | Dimension) -> h.Node:
    if isinstance(thing, Dimension):
        return of_dimension(asked, thing)
    return of_practice(asked, thing)


def _things(place: Place) -> Sequence[Practice | Dimension]:
    """What is asked: practices, or one dimension by its quick question."""
    options, model = place.options, place.model
    if len(options) != 1:
        raise WidgetError(must=f"the widget “questions” takes one of {', '.join(OPTIONS)}")
    (kind, value), *_ = options.items()
    known: Mapping[str, object] = {
        "dimension": model.dimension,
        "factor": model.guarding,
        "practices": model.practice,
        "practice": model.practice,
        "quick": model.dimension,
    }[kind]
    wanted = value.split()
    for id in wanted:
        if id not in known:
            raise WidgetError(
                found=f"the widget “questions”: there is no {kind} “{id}” in the model"
            )
    if kind == "quick":
        return [model.dimension[id] for id in wanted]
    if kind == "dimension":
        return [p for id in wanted for p in model.dimension[id].practices]
    if kind == "factor":
        wanted = [id for factor in wanted for id in model.guarding[factor]]
    return [model.practice[id] for id in dict.fromkeys(wanted)]


def _page(
    place: Place, things: Sequence[Practice | Dimension], regions: Mapping[str, h.Node]
) -> h.Node:
    own_page = _own_page(place)
    whole = ".kam-form--whole" if own_page else ""
    return (
        region("problems", regions["problems"]),
        h.form(f".kam-form{whole}", data_kam_form=True, autocomplete="off")[
            [
                _question(place, one, f"{number} of {len(things)}" * (not own_page), regions)
                for number, one in enumerate(things, start=1)
            ]
        ],
        "standing" in regions and region("standing", regions["standing"]),
        not own_page and left_off("the lines not chosen."),
        state_line(),
    )


def _question(
    place: Place, thing: Practice | Dimension, position: str, regions: Mapping[str, h.Node]
) -> h.Element:
    name = f"after-{thing.id}"
    after = h.div(".kam-region.kam-after", data_kam_region=name)[regions[name]]
    own_page = _own_page(place)
    if isinstance(thing, Dimension):
        return quick_question(place, thing, position, after=after, own_page=own_page)
    folded = FOLDED in place.options
    asked = practice_question(
        place, thing, position, after=after, own_page=own_page, asked_above=folded
    )
    return _fold(thing, position, asked) if folded else asked


def _fold(practice: Practice, position: str, question: h.Element) -> h.Element:
    """A question behind its own words, which a style sheet marks once it is answered."""
    return h.details(".kam-fold")[
        h.summary[h.span(".kam-question__number")[position, " "], practice.statement], question
    ]


def _standing(
    place: Place, practices: Sequence[Practice], answers: Answers, result: Result
) -> h.Node:
    words = _standing_words(place, practices, answers, result)
    return h.p(".kam-standing")[
        words or "Not answered yet. Your answers count in the assessment too."
    ]


def _state(thing: Practice | Dimension, answers: Answers) -> object:
    """The answer to what is asked; None while it is blank."""
    given: Mapping[str, object] = (
        answers.quick if isinstance(thing, Dimension) else answers.practices
    )
    return given.get(thing.id)


def _known(things: Sequence[Practice | Dimension], answers: Answers) -> list[int]:
    """The rungs among the answers."""
    return [s for one in things if isinstance(s := _state(one, answers), int)]


def _spoken(things: Sequence[Practice | Dimension], answers: Answers) -> str:
    """Where the reader stands, in a few words."""
    known = _known(things, answers)
    return f"Here you stand at {numbers.number(sum(known) / len(known))} of 4" if known else ""


def _standing_words(
    place: Place, practices: Sequence[Practice], answers: Answers, result: Result
) -> str:
    known = _known(practices, answers)
    if not known:
        return ""
    mean = numbers.number(sum(known) / len(known))
    words = f"Where you stand here: {mean} of 4, from {len(known)} of {len(practices)} answers."
    factor = place.options.get("factor", "")
    if factor in result.exposure and result.exposure[factor].value is not None:
        value = hundredths(result.exposure[factor].value)
        words += f" Your exposure to this failure is {value} of 100."
    lowest = min(known)
    if lowest == TOP:
        return words
    names = [p.statement for p in practices if answers.practices.get(p.id) == lowest]
    more = f", {len(names)} of them, first" if len(names) > 1 else ""
    return f"{words} Lowest, at {lowest}{more}: {names[0]}"
