"""The three first steps as the page shows them: what to do, who, this week, and what not to do."""

from collections.abc import Sequence

import htpy as h

from widgets.core.actions.advice_list import NOT, without_not
from widgets.core.advising.first_steps import FirstStep, heading
from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import Prose
from widgets.core.page.citations import prose
from widgets.core.page.view import Place


def draw(place: Place, steps: Sequence[FirstStep]) -> h.Node:
    """The steps side by side; nothing where there is none."""
    if not steps:
        return None
    return (
        h.h3[heading(steps)],
        h.ol(".kam-first-steps")[joined(_step(place.root, step) for step in steps)],
    )


def _warning(root: str, text: Prose) -> h.Element:
    """What not to do; its first words are bold, or are put before it."""
    return h.p(".kam-first-step__not")[h.strong[NOT], prose(without_not(text), root)]


@kept
def _step(root: str, step: FirstStep) -> h.Node:
    return h.li(".kam-first-step", id=f"step-{step.id}")[
        h.h4[step.title],
        h.p(".kam-first-step__who")[h.strong["Who: "], step.who, "."],
        h.p[h.strong["This week: "], step.this_week],
        step.do_not is not None and _warning(root, step.do_not),
        h.p(".kam-first-step__why")[prose(step.why, root)],
        bool(step.effect) and h.p(".kam-note")[step.effect],
        bool(step.pages)
        and h.p(".kam-note.kam-first-step__read")[
            "Read: ",
            [
                (", " if at else "", h.a(href=root + p.address)[p.title])
                for at, p in enumerate(step.pages)
            ],
        ],
    ]
