"""Questions in place: the practices of a dimension or a failure factor, or those that are named.

Shares its answers with every other widget; says where the reader's programme stands on them.
"""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import TOP, Practice
from widgets.core.page.frame import WidgetError
from widgets.core.page.notices import problem
from widgets.core.page.question import practice_question
from widgets.core.page.state_line import state_line
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words import numbers
from widgets.core.words.numbers import hundredths

OPTIONS: Mapping[str, Sequence[str]] = {"dimension": (), "factor": (), "practices": ()}
"""What to ask: all of a dimension, all that guard against a factor, or practices by id."""

TOOL = False
"""It stands on reading pages: Python starts only when a reader answers, or has answered."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The questions that `place.options` names, and what `answers` say of them."""
    practices = _practices(place)
    result = score(place.model, answers)
    regions: dict[str, h.Node] = {
        "problems": [problem(words) for words in problems],
        "standing": _standing(place, practices, answers, result),
    }
    return View(
        form=lambda: _page(place, practices, regions),
        regions=regions,
        announce=_spoken(practices, answers),
        file="kam-answers.json",
        progress=(sum(p.id in answers.practices for p in practices), len(practices)),
    )


def _practices(place: Place) -> list[Practice]:
    options, model = place.options, place.model
    if len(options) != 1:
        raise WidgetError(must="the widget “questions” takes one of dimension, factor, practices")
    (kind, value), *_ = options.items()
    known = {
        "dimension": model.dimension,
        "factor": model.guarding,
        "practices": model.practice,
    }[kind]
    wanted = value.split()
    for id in wanted:
        if id not in known:
            raise WidgetError(
                found=f"the widget “questions”: there is no {kind} “{id}” in the model"
            )
    if kind == "dimension":
        return [p for id in wanted for p in model.dimension[id].practices]
    if kind == "factor":
        wanted = [id for factor in wanted for id in model.guarding[factor]]
    return [model.practice[id] for id in dict.fromkeys(wanted)]


def _page(place: Place, practices: Sequence[Practice], regions: Mapping[str, h.Node]) -> h.Node:
    total = len(practices)
    return (
        region("problems", regions["problems"]),
        region("standing", regions["standing"]),
        h.form(".kam-form", data_kam_form=True, autocomplete="off")[
            [
                practice_question(place, practice, f"{number} of {total}")
                for number, practice in enumerate(practices, start=1)
            ]
        ],
        left_off("the lines not chosen."),
        state_line(),
    )


def _standing(
    place: Place, practices: Sequence[Practice], answers: Answers, result: Result
) -> h.Node:
    words = _standing_words(place, practices, answers, result)
    return h.p(".kam-standing")[
        words or "Not answered yet. Your answers count in the assessment too."
    ]


def _known(practices: Sequence[Practice], answers: Answers) -> list[int]:
    """The rungs among the answers."""
    return [s for p in practices if isinstance(s := answers.practices.get(p.id), int)]


def _spoken(practices: Sequence[Practice], answers: Answers) -> str:
    """Where the reader stands, in a few words."""
    known = _known(practices, answers)
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
    if len(practices) == 1 or lowest == TOP:
        return words
    names = [p.statement for p in practices if answers.practices.get(p.id) == lowest]
    more = f", {len(names)} of them, first" if len(names) > 1 else ""
    return f"{words} Lowest, at {lowest}{more}: {names[0]}"
