"""The full assessment's view: the form by dimension, and the result in named regions."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.assessment.contents import contents, progress
from widgets.assessment.form import form
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.page import screens, whose_answers
from widgets.core.page.controls import FORM
from widgets.core.page.notices import problem
from widgets.core.page.state_line import actions, again
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.result import asked_again, old_answers, page, panel, regions
from widgets.core.result.parts import parts

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The assessment takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""

NAME = "assessment"


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The assessment for `answers`; `problems` are sentences about records that were not used."""
    model = place.model
    found = parts(place, answers)
    done, total = len(answers.practices), len(model.practice)
    shown: dict[str, h.Node] = {
        "problems": [problem(words) for words in problems],
        "again": (asked_again.region(place, answers), old_answers.region(place, answers)),
        "contents": contents(model, answers),
        "scope": regions.scope(found),
        **{f"progress-{d.id}": progress(d, answers) for d in model.dimensions},
        "panel": panel.panel(model, found.result, done, total),
        "kept": whose_answers.region(place),
        **page.drawn(found, NAME),
        "jump": regions.jump(found),
    }
    return View(
        form=lambda: _page(place, shown),
        regions=shown,
        announce=found.announce(),
        file="kam-assessment.json",
        text=found.text,
        progress=(done, total),
        asides=found.asides,
        later=page.LATER,
    )


def _page(place: Place, shown: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in shown.items() if name not in page.ALL}
    return (
        drawn["problems"],
        drawn["again"],
        h.div(".kam-columns.kam-columns--contents")[
            drawn["contents"],
            form(place, drawn),
            panel.aside(drawn, screens.all_in_one()),
            drawn["jump"],
        ],
        page.section(shown, says="Your result", after=actions(), end=again(), back=FORM),
        left_off(
            "questions with neither an answer nor a note, the lines not chosen, your profile, "
            "advice beyond the first five, the radar and the sums. “Print a report” has the "
            "advice and the sums.",
            "the questions about your firm, and the lines for notes, proof and owners.",
        ),
    )
