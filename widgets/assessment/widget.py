"""The full assessment's view: the form by dimension, and the result in named regions."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.assessment.form import form, progress
from widgets.core import result_parts, working
from widgets.core.advice import advise
from widgets.core.answers import Answers, as_json
from widgets.core.scope import proposals
from widgets.core.score import score
from widgets.core.view import Place, Saved, View, actions, json_text, region, state_line

OPTIONS: Mapping[str, Sequence[str]] = {}
"""The assessment takes no option."""

TOOL = True
"""A reader opens its page in order to answer, so Python may start before they do."""


def view(place: Place, answers: Answers, problems: Sequence[str] = ()) -> View:
    """The assessment for `answers`; `problems` are sentences about records that were not used."""
    model = place.model
    result = score(model, answers)
    scoped = proposals(model, answers)
    parts = result_parts.Parts(place, answers, result, scoped, advise(model, answers, result))
    regions: dict[str, h.Node] = {
        "problems": [h.div(".kam-error", role="alert")[h.p[words]] for words in problems],
        "scope": parts.scope(),
        **{f"progress-{d.id}": progress(d, answers) for d in model.dimensions},
        "headline": parts.headline(),
        "dots": parts.dots(),
        "cap": parts.cap(),
        "focus": parts.focus(),
        "advice": parts.advice(),
        "plan": parts.road(),
        "climb": parts.climb(),
        "exposure": parts.exposure(),
        "deciding": parts.deciding(),
        "second": parts.second_look(),
        "radar": parts.radar(),
        "working": working.of(model, result),
        "copy": parts.copied(),
        "jump": parts.jump(),
    }
    return View(
        form=lambda: _page(place, regions),
        regions=regions,
        announce=parts.announce(),
        save=Saved("kam-assessment.json", json_text(as_json(answers, model))),
    )


def _page(place: Place, regions: Mapping[str, h.Node]) -> h.Node:
    drawn = {name: region(name, node) for name, node in regions.items()}
    rest = ("dots", "cap", "focus", "advice", "plan", "climb", "exposure")
    last = ("deciding", "second", "radar")
    return (
        drawn["problems"],
        h.div(".kam-columns")[
            form(place, drawn),
            drawn["jump"],
            h.section(".kam-results", id="assessment-result", aria_label="Your result")[
                drawn["headline"],
                state_line(),
                [drawn[name] for name in (*rest, *last)],
                drawn["working"],
                actions("assessment"),
                drawn["copy"],
            ],
        ],
    )
