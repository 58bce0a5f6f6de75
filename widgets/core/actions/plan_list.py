"""The plan as the page shows it: a road of actions, and what its order does not keep."""

from collections.abc import Mapping, Sequence

import htpy as h

from widgets.core.advising.plan import Action, Plan, summary
from widgets.core.answers.field_kinds import PLAN, PLAN_MONTH
from widgets.core.model.maturity import Advice
from widgets.core.page.controls import line, tick
from widgets.core.words.months import doubt, in_words


def draw(
    made: Plan,
    offered: bool,
    typed: Mapping[str, str],
    expected: Sequence[str],
    *,
    editable: bool = True,
) -> h.Node:
    """The plan and what it is `expected` to lift; `offered`: something could be put into it.

    `typed`: what stands in the fields of months, by their names, where a file has it otherwise.
    `editable`: whether an action that is no longer advised can be taken out.
    """
    if not made.road:
        return offered and h.p["Empty. Tick “Put into the plan” at what you mean to do."]
    titles = {action.advice.id: action.advice for action in made.road}
    return (
        h.p[summary(made)],
        h.ol(".kam-road")[[_step(action, titles) for action in made.road]],
        bool(made.clashes) and h.ul(".kam-clashes")[[h.li[clash] for clash in made.clashes]],
        bool(expected) and (h.h4["What it should lift"], [h.p[words] for words in expected]),
        editable
        and [_gone(a, typed.get(PLAN_MONTH + a.advice.id, "")) for a in made.road if not a.advised],
    )


def _step(action: Action, titles: dict[str, Advice]) -> h.Element:
    after = [titles[id].title for id in action.needs if id in titles]
    month = in_words(action.month)
    return h.li[
        h.span(".kam-road__month")[h.time(datetime=action.month)[month] if month else "No month"],
        " ",
        h.strong[action.advice.title],
        " ",
        h.span(".kam-road__owner")[action.owner or "no owner yet"],
        [h.span(".kam-road__after")[f" After “{title}”."] for title in after],
    ]


def _gone(action: Action, typed: str) -> h.Element:
    """An action that is no recommendation by itself any more: only here it can be taken out.

    Its month stands here too where what was `typed` is none.
    """
    why = (
        f"it is now part of “{action.part_of}”"
        if action.part_of
        else "your answers no longer lead to it"
    )
    words = f"Keep “{action.advice.title}” in the plan: {why}"
    month = PLAN_MONTH + action.advice.id
    return h.div(".kam-road__gone")[
        tick(PLAN + action.advice.id, True, words),
        (said := doubt(typed)) and line(month, typed, "Month", "month", said),
    ]
