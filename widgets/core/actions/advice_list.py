"""The recommendations as the page shows them: what to do, the first step, who, and how much.

What not to do, why, and where to read on lies behind a fold.
"""

from collections.abc import Mapping, Sequence

import htpy as h
from markupsafe import Markup

from widgets.core.advising.advice import Recommendation
from widgets.core.advising.effects import effect
from widgets.core.answers import field_kinds
from widgets.core.answers.states import Planned
from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import Page, Prose
from widgets.core.page.citations import prose
from widgets.core.page.controls import line, tick
from widgets.core.page.view import Place
from widgets.core.words.english import listed
from widgets.core.words.months import doubt

ORDER = (
    "In this order: what lifts the level, then what lifts a cap, then what makes you less exposed, "
    "then what raises the score. Of equal ones the least effort leads, and what another one needs "
    "stands before it."
)
"""How the recommendations are ordered; see `widgets.core.advising.advice.advise`."""

NOT = "Do not "
"""How a warning begins."""

type InPlan = Mapping[str, Planned]
"""What stands in the plan, by id of the recommendation."""

SHOWN = 3
"""How many recommendations stand open; the rest is one tap away."""


def draw(place: Place, advised: Sequence[Recommendation], chosen: InPlan | None = None) -> h.Node:
    """The recommendations in their order; with `chosen`, each can be put into the plan."""
    if not advised:
        return None
    first, more = advised[:SHOWN], advised[SHOWN:]
    return (
        len(advised) > 1 and h.p(".kam-note")[ORDER],
        h.ol(".kam-advice")[joined(_one(place, item, chosen) for item in first)],
        bool(more)
        and h.details[
            h.summary[f"{len(more)} more"],
            h.ol(".kam-advice", start=str(SHOWN + 1))[
                joined(_one(place, item, chosen) for item in more)
            ],
        ],
    )


def _one(place: Place, item: Recommendation, chosen: InPlan | None) -> Markup:
    advice = item.advice
    planned = (chosen or {}).get(advice.id, Planned())
    return _drawn(
        id=advice.id,
        title=advice.title,
        plan=None if chosen is None else advice.id in chosen,
        owner=planned.owner,
        month=place.visit.typed.get(field_kinds.PLAN_MONTH + advice.id) or planned.month,
        who=advice.who,
        effect=f"{effect(place.model, item).sentence} Effort: {advice.effort}.",
        because=because(item),
        root=place.root,
        why=advice.why,
        first_step=item.first_step,
        do_not=advice.do_not,
        pages=advice.pages,
    )


@kept
def _drawn(
    *,
    id: str,
    title: str,
    plan: bool | None,
    owner: str,
    month: str,
    who: str,
    effect: str,
    because: str,
    root: str,
    why: Prose,
    first_step: str,
    do_not: Prose,
    pages: tuple[Page, ...],
) -> h.Node:
    """One recommendation; `plan`: whether it stands in the plan, none where there is no plan."""
    return h.li(id=f"advice-{id}")[
        h.strong[title],
        h.p[h.strong["First step: "], first_step],
        h.p[h.strong["Who: "], who, "."],
        h.p(".kam-note")[effect],
        plan is not None and _planned(id, plan, owner, month),
        h.details[_not(root, do_not), h.p["Because ", because, "."], _why(root, why, pages)],
    ]


@kept
def _not(root: str, do_not: Prose) -> h.Node:
    return (
        h.summary["What not to do, and why"],
        h.p[h.strong[NOT], prose(without_not(do_not), root)],
    )


@kept
def _why(root: str, why: Prose, pages: tuple[Page, ...]) -> h.Node:
    read = [(h.a(href=root + p.address)[p.title], ". ") for p in pages]
    return h.p[prose(why, root)], bool(pages) and h.p["Read: ", read]


def _planned(id: str, plan: bool, owner: str, month: str) -> h.Node:
    """The tick that puts a recommendation into the plan; then who and when."""
    return (
        tick(field_kinds.PLAN + id, plan, "Put into the plan"),
        plan
        and h.div(".kam-planned")[
            line(field_kinds.OWNER + id, owner, "Owner"),
            line(field_kinds.PLAN_MONTH + id, month, "Month", "month", doubt(month)),
        ],
    )


def because(item: Recommendation) -> str:
    """The answers that led to a recommendation, in the reader's own values."""
    return listed([f"you answered {b.rung}: “{b.text.rstrip('.')}”" for b in item.because])


def without_not(text: Prose) -> Prose:
    """A warning without `NOT`, which stands before it."""
    first, *rest = text
    return (first.removeprefix(NOT), *rest) if isinstance(first, str) else text
