"""The full assessment's view: the form by dimension, and the result in named regions."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.assessment.contents import contents, progress
from widgets.assessment.form import form
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.page import whose_answers
from widgets.core.page.notices import problem
from widgets.core.page.state_line import actions, state_line
from widgets.core.page.view import Place, View, left_off, region
from widgets.core.result import asked_again, old_answers, regions
from widgets.core.result.parts import parts

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The assessment takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""

PARTS = (
    *("dots", "cap", "focus", "advice", "plan", "climb"),
    *("exposure", "deciding", "second", "radar"),
)
"""The regions of the result below its headline, in the order of the page."""


def view(place: Place, answers: Answers, problems: Sequence[Problem] = ()) -> View:
    """The assessment for `answers`; `problems` are sentences about records that were not used."""
    model = place.model
    found = parts(place, answers)
    shown: dict[str, h.Node] = {
        "problems": [problem(words) for words in problems],
        "again": (asked_again.region(place, answers), old_answers.region(place, answers)),
        "contents": contents(model, answers),
        "scope": regions.scope(found),
        **{f"progress-{d.id}": progress(d, answers) for d in model.dimensions},
        "headline": regions.headline(found),
        "kept": whose_answers.region(place),
        "dots": regions.dots(found),
        "cap": regions.cap(found),
        "focus": regions.focus(found),
        "advice": regions.advice(found),
        "plan": regions.road(found),
        "climb": regions.climb(found),
        "exposure": regions.exposure(found),
        "deciding": regions.deciding(found),
        "second": regions.second_look(found),
        "radar": regions.radar(found),
        "working": regions.sums(found),
        "jump": regions.jump(found),
    }
    return View(
        form=lambda: _page(place, shown),
        regions=shown,
        announce=found.announce(),
        file="kam-assessment.json",
        text=found.text,
        progress=(len(answers.practices), len(model.practice)),
        asides=found.asides(),
    )


def _page(place: Place, shown: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in shown.items()}
    return (
        drawn["problems"],
        drawn["again"],
        h.div(".kam-columns")[
            drawn["contents"],
            form(place, drawn),
            drawn["jump"],
            h.section(".kam-results", id="assessment-result", aria_label="Your result")[
                drawn["headline"],
                state_line(),
                drawn[PARTS[0]],
                drawn["kept"],  # it comes and goes, and may push nothing that is in sight
                [drawn[name] for name in PARTS[1:]],
                drawn["working"],
                actions(),
            ],
        ],
        left_off(
            "questions with neither an answer nor a note, the lines not chosen, your profile, "
            "advice beyond the first five, the radar and the sums. “Print a report” has the "
            "advice and the sums.",
            "the questions about your firm, and the lines for notes, proof and owners.",
        ),
    )
