"""The form of the full assessment: the profile, then every practice under its dimension."""

from collections.abc import Iterator, Mapping

import htpy as h

from widgets.core import fields
from widgets.core.answers import UNKNOWN, Answers
from widgets.core.model import RUNGS, Dimension, Practice, ProfileQuestion
from widgets.core.question import practice_question
from widgets.core.view import Place

SECONDS = 25
"""What one question takes, for the estimate of the time left; our judgement."""


def form(place: Place, drawn: Mapping[str, h.Node]) -> h.Element:
    """The whole form; `drawn` holds the regions that stand in it."""
    return h.form(".kam-form", data_kam_form=True, autocomplete="off")[
        _scope(place, drawn["scope"]),
        [_section(place, d, drawn[f"progress-{d.id}"]) for d in place.model.dimensions],
    ]


def _scope(place: Place, proposed: h.Node) -> h.Node:
    return h.details(".kam-scope", id="scope")[
        h.summary["First, what fits your firm: what may not apply, and what is good enough"],
        [_profile(question) for question in place.model.profile],
        proposed,
        h.fieldset(".kam-targets")[
            h.legend["Overrule a target"],
            [_target(dimension) for dimension in place.model.dimensions],
        ],
    ]


def _profile(question: ProfileQuestion) -> h.Element:
    name = fields.PROFILE + question.id
    return h.fieldset(".kam-question.kam-question--profile", id=f"profile-{question.id}")[
        h.legend[question.question],
        [
            h.label(".kam-choice")[
                h.input(type="radio", name=name, value=option.id),
                h.span(".kam-choice__text")[option.label],
            ]
            for option in question.options
        ],
    ]


def _target(dimension: Dimension) -> h.Element:
    return h.label[
        dimension.name,
        h.select(name=fields.TARGET + dimension.id)[
            h.option(value="")["as proposed"],
            [h.option(value=str(rung))[str(rung)] for rung in RUNGS],
        ],
    ]


def _section(place: Place, dimension: Dimension, done: h.Node) -> h.Node:
    total = len(dimension.practices)
    return h.section(".kam-dimension", id=f"d-{dimension.id}")[
        h.h2[dimension.name, dimension.critical and h.span(title="critical")[" ◆"]],
        done,
        [
            (practice_question(place, practice, f"{n} of {total}"), _details(practice))
            for n, practice in enumerate(dimension.practices, start=1)
        ],
    ]


def _details(practice: Practice) -> h.Element:
    def named(prefix: str) -> str:
        return prefix + practice.id

    return h.details(".kam-detail")[
        h.summary["Note, proof and owner"],
        h.p["What would prove it: ", practice.evidence_hint],
        h.label(".kam-tick")[
            h.input(type="checkbox", name=named("proof."), value="yes"), "We have this proof"
        ],
        h.label["Where it is, and of what date", h.input(type="text", name=named("evidence."))],
        h.label["Note", h.textarea(name=named("note."), rows="2")],
        h.label["Owner", h.input(type="text", name=named("owner."))],
    ]


def progress(dimension: Dimension, answers: Answers) -> h.Node:
    """How many of a dimension's practices have a state."""
    done = sum(p.id in answers.practices for p in dimension.practices)
    total = len(dimension.practices)
    words = "all answered" if done == total else f"{done} of {total} answered"
    return h.p(".kam-progress")[
        h.meter(min="0", max=str(total), value=str(done), aria_label=f"{dimension.name}: {words}"),
        " ",
        words,
    ]


def open_practices(place: Place, answers: Answers) -> Iterator[Practice]:
    """The practices without a state, in model order."""
    return (p for p in place.model.practices() if p.id not in answers.practices)


def time_left(count: int) -> str:
    """How long `count` questions take, in words."""
    minutes = max(1, round(count * SECONDS / 60))
    return f"about {minutes} minute{'s' if minutes > 1 else ''} left"


def unknowns(answers: Answers) -> int:
    """How many practices are marked "we don't know"."""
    return sum(state == UNKNOWN for state in answers.practices.values())
