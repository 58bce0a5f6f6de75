"""The shortest way up as the page shows it: moves that a reader may leave out."""

import htpy as h
from markupsafe import Markup

from widgets.core.advising.way_up import Rise, WayUp, lines, rung_of
from widgets.core.answers.field_kinds import LEAVE
from widgets.core.drawing.html import joined, kept
from widgets.core.model.lasting import title
from widgets.core.model.maturity import Model
from widgets.core.page.controls import tick
from widgets.core.scoring import result_words
from widgets.core.scoring.results import Result


def draw(model: Model, result: Result, way: WayUp | None, editable: bool, root: str = "") -> h.Node:
    """The moves, each with a tick to leave it out, and what they change together.

    `root`: the way to the site's root, for the links to the practices.
    """
    if way is None:
        return None
    return h.div(".kam-way", id="way-up")[
        h.p[f"{lines(model, way)[0].rstrip(':.')}."],
        editable
        and h.p["Leave out what you cannot or will not move. This never touches your answers."],
        h.ul(".kam-moves")[joined(_moves(model, result, way, editable, root))],
        _changes(model, result, way.after),
        _open(result)
        and h.p(".kam-note")[
            "Not every answer is known: one that comes to be known may change this way."
        ],
    ]


def _moves(model: Model, result: Result, way: WayUp, editable: bool, root: str) -> list[Markup]:
    """Moves and units left out in model order, so that nothing jumps when a box is ticked."""
    moves = {move.unit: move for move in way.moves}
    units = [unit for d in model.dimensions for unit in (d.id, *(p.id for p in d.practices))]
    items: list[Markup] = []
    for unit in units:
        if unit in way.left:
            rung = rung_of(model, result, unit)
            items.append(_stays(unit, f"{title(model, unit)}. Stays {rung}."))
        elif unit in moves:
            items.append(_rises(moves[unit], root, editable))
    return items


@kept
def _stays(unit: str, text: str) -> h.Node:
    return h.li(".kam-left")[_left(unit, True), text]


@kept
def _rises(move: Rise, root: str, editable: bool) -> h.Node:
    return h.li[
        h.p[move.todo],
        h.p(".kam-note")[f"{move.steps}: ", h.a(href=root + move.page)[move.name], "."],
        editable and _left(move.unit, False),
    ]


def _left(unit: str, on: bool) -> h.Node:
    return tick(LEAVE + unit, on, "Leave this one out")


def _changes(model: Model, result: Result, after: Result | None) -> h.Node:
    if after is None or result.level is None or after.level is None:
        return None
    levels = (result_words.level_name(model, level) for level in (result.level, after.level))
    return _then(("Level", *levels), ("Held back by", _cap(model, result), _cap(model, after)))


@kept
def _then(*rows: tuple[str, ...]) -> h.Node:
    heads = ("What if you take these steps", "Now", "Then")
    return h.table(".kam-what-if")[
        h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
        h.tbody[[h.tr[h.th(scope="row")[row], h.td[now], h.td[then]] for row, now, then in rows]],
    ]


def _cap(model: Model, result: Result) -> str:
    return result_words.names(model, result.capped_by) or "nothing"


def _open(result: Result) -> bool:
    range_ = result.score_range
    return range_ is not None and range_[1] - range_[0] > 1e-9
