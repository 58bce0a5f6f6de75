"""The dimensions as a list that shows how far each is answered and leads to it."""

import htpy as h

from widgets.core.answers.states import Answers
from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import Dimension, Model

ID = "contents"
"""Where the list stands, for links to it."""


def contents(model: Model, answers: Answers) -> h.Node:
    """All dimensions with their progress, and that of the whole."""
    total = sum(len(d.practices) for d in model.dimensions)
    return h.nav(".kam-contents", id=ID, aria_label="Dimensions and progress")[
        h.p[_words(len(answers.practices), total)],
        h.ol[
            joined(_entry(d.id, d.name, d.critical, *_done(d, answers)) for d in model.dimensions)
        ],
    ]


def _done(dimension: Dimension, answers: Answers) -> tuple[int, int, bool]:
    """How many practices have a state, of how many; whether a quick answer stands in for them."""
    done = sum(p.id in answers.practices for p in dimension.practices)
    return done, len(dimension.practices), not done and dimension.id in answers.quick


def _words(done: int, total: int) -> str:
    return "All answered" if done == total else f"{done} of {total} answered"


@kept
def _entry(id: str, name: str, critical: bool, done: int, total: int, quick: bool) -> h.Node:
    words = "quick answer" if quick else f"{done} of {total}"
    return h.li[
        h.a(href=f"#d-{id}")[
            h.span[critical and "◆ ", name],
            " ",
            h.span(".kam-contents__done")[words],
            h.meter(min="0", max=str(total), value=str(done), aria_hidden="true"),
        ]
    ]


def progress(dimension: Dimension, answers: Answers) -> h.Node:
    """How many of a dimension's practices have a state, at its head."""
    done, total, _ = _done(dimension, answers)
    return _progress(dimension.name, done, total)


@kept
def _progress(name: str, done: int, total: int) -> h.Node:
    words = _words(done, total).lower()
    return h.p(".kam-progress")[
        h.meter(min="0", max=str(total), value=str(done), aria_label=f"{name}: {words}"),
        " ",
        words,
    ]
