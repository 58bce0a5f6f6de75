"""The recommendations as the page shows them: why, what changes, who, and the first step."""

from collections.abc import Mapping, Sequence
from typing import Any

import htpy as h

from widgets.core import fields
from widgets.core.advice import Recommendation
from widgets.core.controls import line, tick
from widgets.core.report import level_name, listed, names, number
from widgets.core.view import Place

type Chosen = Mapping[str, Mapping[str, Any] | None]
"""What stands in the plan, by id of the recommendation."""

SHOWN = 5
"""How many recommendations stand open; the rest is one tap away."""


def of(place: Place, advised: Sequence[Recommendation], chosen: Chosen | None = None) -> h.Node:
    """The recommendations in their order; with `chosen`, each can be put into the plan."""
    if not advised:
        return None
    first, more = advised[:SHOWN], advised[SHOWN:]
    return (
        h.h3["What to do, and why"],
        h.ol(".kam-advice")[[_one(place, item, chosen) for item in first]],
        bool(more)
        and h.details[
            h.summary[f"{len(more)} more"],
            h.ol(".kam-advice", start=str(SHOWN + 1))[[_one(place, item, chosen) for item in more]],
        ],
    )


def _one(place: Place, item: Recommendation, chosen: Chosen | None) -> h.Element:
    advice = item.advice
    return h.li(id=f"advice-{advice.id}")[
        h.strong[advice.title],
        chosen is not None and _planned(advice.id, chosen),
        h.details[
            h.summary[_gain(place, item), ". Effort: ", advice.effort, ". Who: ", advice.who],
            h.p["Because ", _because(item), "."],
            h.p[place.prose(advice.why)],
            h.p[h.strong["First step: "], item.first_step],
            h.p[h.strong["Do not: "], place.prose(advice.do_not)],
            bool(advice.pages)
            and h.p["Read: ", [(place.link(p.address, p.title), ". ") for p in advice.pages]],
        ],
    ]


def _planned(id: str, chosen: Chosen) -> h.Node:
    """The tick that puts a recommendation into the plan; then who and when."""
    kept = chosen.get(id) or {}
    return (
        tick(fields.PLAN + id, id in chosen, "Put into the plan"),
        id in chosen
        and h.div(".kam-planned")[
            line(fields.OWNER + id, kept.get("owner") or "", "Owner"),
            line(fields.PLAN_MONTH + id, kept.get("month") or "", "Month", "month"),
        ],
    )


def _because(item: Recommendation) -> str:
    return listed([f"you answered {b.rung}: “{b.text.rstrip('.')}”" for b in item.because])


def _gain(place: Place, item: Recommendation) -> str:
    """What following the advice would change, by re-scoring."""
    model, rough = place.model, "Rough: " if item.rough else ""
    before, after = item.level
    if after > before:
        return f"{rough}lifts you from {level_name(model, before)} to {level_name(model, after)}"
    gone = [id for id in item.capped_by[0] if id not in item.capped_by[1]]
    if gone:
        return f"{rough}lifts the cap of {names(model, gone)}"
    eased = max(item.exposure.items(), key=lambda pair: pair[1][0] - pair[1][1], default=None)
    if eased:
        factor = next(f.name for f in model.failure_factors if f.id == eased[0])
        was, will = (round(100 * value) for value in eased[1])
        return f"{rough}cuts your exposure to “{factor}” from {was} to {will} of 100"
    return f"{rough}raises the score from {number(item.score[0])} to {number(item.score[1])}"
