"""What a profile proposes, as the page shows it: what may not apply, and the targets."""

import htpy as h
from markupsafe import Markup

from widgets.core.advising.profile import Proposals
from widgets.core.answers.remembered import remembered
from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import Model
from widgets.core.words.english import listed


@remembered
def draw(model: Model, scoped: Proposals) -> Markup:
    """Practices that may not apply, where there are any; then a target for each dimension."""
    away = [
        _away(id, model.practice[id].statement, listed(list(item.reasons)))
        for id, item in scoped.may_not_apply.items()
    ]
    targets = [
        _target(model.dimension[t.dimension].name, t.level, t.reasons)
        for t in scoped.targets.values()
    ]
    return _proposals(joined(away), joined(targets))


@kept
def _away(id: str, statement: str, reasons: str) -> h.Node:
    return h.li[h.a(href=f"#q-{id}")[statement], " ", reasons]


@kept
def _target(name: str, level: int, reasons: tuple[str, ...]) -> h.Node:
    return h.li[f"{name}: {level}. ", " ".join(reasons)]


@kept
def _proposals(away: Markup, targets: Markup) -> h.Node:
    return h.div(".kam-proposals")[
        away and (h.h2["May not apply to you; you decide"], h.ul[away]),
        h.h2["Good enough for you: targets (our judgement)"],
        h.ul[targets],
    ]
