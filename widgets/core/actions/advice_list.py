"""The recommendations as the page shows them: why, what changes, who, and the first step."""

from collections.abc import Mapping, Sequence

import htpy as h
from markupsafe import Markup

from widgets.core.advising.advice import Recommendation, eased
from widgets.core.answers import field_kinds
from widgets.core.answers.states import Planned
from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import Model, Page, Prose
from widgets.core.page.controls import line, tick
from widgets.core.page.view import Place, prose
from widgets.core.scoring.result_words import level_name, names
from widgets.core.words.english import listed
from widgets.core.words.months import doubt
from widgets.core.words.numbers import hundredths, number

type InPlan = Mapping[str, Planned]
"""What stands in the plan, by id of the recommendation."""

SHOWN = 5
"""How many recommendations stand open; the rest is one tap away."""


def draw(place: Place, advised: Sequence[Recommendation], chosen: InPlan | None = None) -> h.Node:
    """The recommendations in their order; with `chosen`, each can be put into the plan."""
    if not advised:
        return None
    first, more = advised[:SHOWN], advised[SHOWN:]
    return (
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
        summary=f"{gain(place.model, item)}. Effort: {advice.effort}. Who: {advice.who}",
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
    summary: str,
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
        plan is not None and _planned(id, plan, owner, month),
        h.details[
            h.summary[summary],
            h.p["Because ", because, "."],
            h.p[prose(why, root)],
            h.p[h.strong["First step: "], first_step],
            h.p[h.strong["Do not: "], prose(do_not, root)],
            bool(pages)
            and h.p["Read: ", [(h.a(href=root + p.address)[p.title], ". ") for p in pages]],
        ],
    ]


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


def gain(model: Model, item: Recommendation) -> str:
    """What following the advice would change, by re-scoring."""
    rough = "Rough: " if item.rough else ""
    before, after = item.level
    if after > before:
        return f"{rough}lifts you from {level_name(model, before)} to {level_name(model, after)}"
    gone = [id for id in item.capped_by[0] if id not in item.capped_by[1]]
    if gone:
        return f"{rough}lifts the cap of {names(model, gone)}"
    best = eased(item)
    if best:
        factor = next(f.name for f in model.failure_factors if f.id == best)
        was, will = map(hundredths, item.exposure[best])
        return f"{rough}cuts your exposure to “{factor}” from {was} to {will} of 100"
    return f"{rough}raises the score from {number(item.score[0])} to {number(item.score[1])}"
