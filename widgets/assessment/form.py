"""The form of the full assessment: the profile, then every practice under its dimension."""

from collections.abc import Mapping
from typing import Literal

import htpy as h

from widgets.core.answers import field_kinds
from widgets.core.model.maturity import RUNGS, Dimension, Practice, ProfileQuestion
from widgets.core.page import screens
from widgets.core.page.controls import FORM, mark
from widgets.core.page.question import practice_question
from widgets.core.page.view import Place, foot
from widgets.core.result import panel

SCOPE = "scope"
"""Where the questions about the firm stand."""


def form(place: Place, drawn: Mapping[str, h.Node]) -> h.Element:
    """The whole form; `drawn` holds the regions that stand in it."""
    return h.form(".kam-form", id=FORM, data_kam_form=True, autocomplete="off")[
        _scope(place, drawn["scope"]),
        [
            _section(place, at, drawn[f"progress-{dimension.id}"])
            for at, dimension in enumerate(place.model.dimensions)
        ],
    ]


def _scope(place: Place, proposed: h.Node) -> h.Node:
    first = place.model.dimensions[0]
    return h.details(".kam-scope.kam-screen", id=SCOPE)[
        h.summary[
            "First, what fits your firm",
            h.span(".kam-scope__more")[": what may not apply, and what is good enough"],
        ],
        [_profile(question) for question in place.model.profile],
        proposed,
        h.fieldset(".kam-targets")[
            h.legend["Overrule a target"],
            [_target(dimension) for dimension in place.model.dimensions],
            foot(blank=False),
        ],
        screens.start((f"d-{first.id}", first.name), len(place.model.dimensions)),
    ]


def _profile(question: ProfileQuestion) -> h.Element:
    name = field_kinds.PROFILE + question.id
    return h.fieldset(".kam-question.kam-question--profile", id=f"profile-{question.id}")[
        h.legend[question.question],
        [
            h.label(".kam-choice")[
                h.input(type="radio", name=name, value=option.id),
                h.span(".kam-choice__rung", aria_hidden="true"),
                h.span(".kam-choice__text")[option.label],
            ]
            for option in question.options
        ],
        foot(),
    ]


def _target(dimension: Dimension) -> h.Element:
    return h.label[
        dimension.name,
        h.select(name=field_kinds.TARGET + dimension.id)[
            h.option(value="")["as proposed"],
            [h.option(value=str(rung))[str(rung)] for rung in RUNGS],
        ],
    ]


def _section(place: Place, at: int, done: h.Node) -> h.Node:
    dimensions = place.model.dimensions
    dimension = dimensions[at]
    total = len(dimension.practices)
    stops = [(f"d-{d.id}", d.name) for d in dimensions]
    id, name = stops[at]
    first = "" if at else screens.FIRST
    return h.section(
        f".kam-dimension.kam-screen{first}", id=id, tabindex="-1", aria_labelledby=f"{id}-name"
    )[
        h.div(".kam-dimension__head")[
            h.h2(id=f"{id}-name")[name],
            mark(id, name),
            dimension.critical and h.p(".kam-dimension__critical")["◆ critical"],
            done,
        ],
        [
            (practice_question(place, practice, f"{n} of {total}"), _details(practice))
            for n, practice in enumerate(dimension.practices, start=1)
        ],
        screens.ways(stops, at, (panel.ID, panel.SEE), before=(SCOPE, "what fits your firm")),
    ]


def _details(practice: Practice) -> h.Element:
    def named(key: str) -> str:
        return field_kinds.detail(key, practice.id)

    return h.details(".kam-detail")[
        h.summary["Note, proof and owner"],
        h.p["What would prove it: ", practice.evidence_hint],
        h.label(".kam-tick")[
            h.input(type="checkbox", name=named("proof"), value="yes"), "We have this proof"
        ],
        _written("Where it is", named("evidence")),
        _written("Of which day", named("dated"), "date"),
        _written("Note", named("note"), "note"),
        _written("Owner", named("owner")),
        foot(blank=False),
    ]


def _written(text: str, name: str, kind: Literal["text", "date", "note"] = "text") -> h.Element:
    """A labelled field; the blank placeholder tells style sheets whether anything is written."""
    line = h.input(type=kind, name=name, placeholder=None if kind == "date" else " ")
    field = h.textarea(name=name, rows="3", placeholder=" ")
    return h.label(".kam-written")[h.span[text], field if kind == "note" else line]
