"""The quick scan's view: a question for each dimension, the panel beside it, and the result."""

from collections.abc import Iterator, Mapping, Sequence

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.page import screens, whose_answers
from widgets.core.page.controls import FORM
from widgets.core.page.notices import problem
from widgets.core.page.question import quick_question
from widgets.core.page.state_line import actions, again
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.result import page, panel
from widgets.core.result.parts import parts
from widgets.core.scoring import result_words

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The quick scan takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""

NAME = "quick-scan"


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The quick scan for `answers`; `problems` are sentences about records that were not used."""
    model = place.model
    found = parts(place, answers)
    done, total = len(answers.quick), len(model.dimensions)
    words = result_words.standing(model, found.result, done, total)
    regions = {
        "problems": [problem(sentence) for sentence in problems],
        "panel": panel.panel(model, found.result, done, total),
        "kept": whose_answers.region(place),
        **page.drawn(found, NAME),
        "jump": (panel.jump(words, done, total), _following(place, answers)),
    }
    return View(
        form=lambda: _page(place, regions),
        regions=regions,
        announce=found.announce(),
        file="kam-quick-scan.json",
        text=found.text,
        progress=(done, total),
        asides=found.asides,
        later=page.LATER,
    )


def _page(place: Place, regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, regions[name]) for name in ("problems", "panel", "kept", "jump")}
    return (
        drawn["problems"],
        h.div(".kam-columns")[
            h.form(".kam-form", id=FORM, data_kam_form=True, autocomplete="off")[
                list(_questions(place))
            ],
            panel.aside(drawn, screens.all_in_one()),
            drawn["jump"],
        ],
        page.section(regions, says="Your result", after=actions(), end=again(), back=FORM),
        left_off("the lines not chosen, and the sums, which “Print a report” has."),
    )


def _following(place: Place, answers: Answers) -> h.Node:
    """The way from the result to what is not answered yet."""
    blank = [d for d in place.model.dimensions if d.id not in answers.quick]
    return bool(blank) and h.a(".kam-next", href=f"#d-{blank[0].id}")["Next unanswered question"]


def _questions(place: Place) -> Iterator[h.Element]:
    dimensions = place.model.dimensions
    stops = [(f"d-{d.id}", d.name) for d in dimensions]
    for at, ((id, name), dimension) in enumerate(zip(stops, dimensions, strict=True)):
        position = f"{at + 1} of {len(stops)}"
        first = "" if at else screens.FIRST
        yield h.section(
            f".kam-screen{first}", id=id, tabindex="-1", aria_label=f"{name}, {position}"
        )[
            quick_question(place, dimension, position),
            screens.ways(stops, at, (panel.ID, panel.SEE)),
        ]
