"""Who talks to whom: bow-tie, two leads, diamond, and the stages of a relationship."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    Point,
    area,
    arrow,
    bar,
    box,
    drawing,
    fan,
    line,
    lines,
    manager,
    person,
    text,
)

OUTER, INNER = 30, 152
"""Where people stand: at the edge, or close to the other firm; the customer's side mirrors it."""

STEP = 27
MIRROR = 400


def bow_tie() -> h.Element:
    """All contact through one pair."""
    return drawing(
        "bow-tie",
        "The bow-tie: one pair carries every contact",
        "Five of our people stand behind one key account manager, five of the customer’s people "
        "behind one buyer. The only line between the two firms joins these two.",
        152,
        _sides(),
        _knot(30),
        caption="Bow-tie. ◆ is the key account manager. All of it hangs on one pair.",
    )


def two_leads() -> h.Element:
    """A second person shares the account."""
    top = 30.0
    leads = [(INNER, top + STEP), (INNER, top + 3 * STEP)]
    buyer = (MIRROR - INNER, top + 2 * STEP)
    return drawing(
        "two-leads",
        "Two leads: a second person shares the account",
        "As in the bow-tie, but on our side a second person stands beside the key account manager "
        "and knows the customer’s buyer and one of the buyer’s colleagues.",
        152,
        _sides(),
        area(f"M{OUTER} {top}L{INNER} {top + STEP}V{top + 3 * STEP}L{OUTER} {top + 4 * STEP}Z"),
        area(_triangle(MIRROR - OUTER, MIRROR - INNER, top), "theirs"),
        fan(leads[0], _column(OUTER, top)[:3]),
        fan(leads[1], _column(OUTER, top)[2:]),
        fan(buyer, _column(MIRROR - OUTER, top), of=["theirs"]),
        [line(lead, buyer, of=["contact", "strong"]) for lead in leads],
        line(leads[1], (MIRROR - INNER, top + 3.4 * STEP), of=["contact"]),
        line(*leads),
        _people(top),
        manager(*leads[0]),
        person(*leads[1], size=8),
        person(*buyer, "theirs", size=8),
        person(MIRROR - INNER, top + 3.4 * STEP, "theirs"),
        caption="Two leads. If one leaves, the other knows the buyer. It is a halfway step.",
    )


def diamond() -> h.Element:
    """Many pairs, and somebody who holds them together."""
    return drawing(
        "diamond",
        "The diamond: many pairs, held together",
        "Five of our people each have a partner among five of the customer’s people. The key "
        "account manager stands behind ours, the customer’s lead behind theirs.",
        152,
        _sides(),
        _pairs(30),
        caption="Diamond. Each has a partner; ◆ the key account manager holds it together.",
    )


def bow_tie_and_diamond() -> h.Element:
    """Both shapes, one above the other."""
    return drawing(
        "bow-tie-and-diamond",
        "The bow-tie above, the diamond below",
        "Above, all contact runs through one pair, with five people behind each. Below, five "
        "people on each side meet in pairs, with the two leads behind them.",
        336,
        _sides(),
        _knot(30),
        text(200, 164, "Bow-tie", "bold", anchor="middle"),
        _pairs(196),
        text(200, 328, "Diamond", "bold", anchor="middle"),
        caption="The same people, joined in two ways. ◆ is the key account manager.",
    )


def _sides() -> h.Node:
    return (
        text(4, 13, "Your firm", "small", "ours"),
        text(396, 13, "The customer", "small", "theirs", anchor="end"),
    )


def _column(x: float, top: float) -> list[Point]:
    return [(x, top + STEP * place) for place in range(5)]


def _triangle(edge: float, point: float, top: float) -> str:
    return f"M{edge:g} {top:g}L{point:g} {top + 2 * STEP:g}L{edge:g} {top + 4 * STEP:g}Z"


def _people(top: float) -> h.Node:
    return (
        [person(*place) for place in _column(OUTER, top)],
        [person(*place, "theirs") for place in _column(MIRROR - OUTER, top)],
    )


def _knot(top: float) -> h.Node:
    middle = top + 2 * STEP
    ours, theirs = (INNER + 16, middle), (MIRROR - INNER - 16, middle)
    return (
        area(_triangle(OUTER, ours[0], top)),
        area(_triangle(MIRROR - OUTER, theirs[0], top), "theirs"),
        fan(ours, _column(OUTER, top)),
        fan(theirs, _column(MIRROR - OUTER, top), of=["theirs"]),
        line(ours, theirs, of=["contact", "strong"]),
        _people(top),
        manager(*ours),
        person(*theirs, "theirs", size=8),
    )


def _pairs(top: float) -> h.Node:
    middle = top + 2 * STEP
    ours, theirs = (OUTER, middle), (MIRROR - OUTER, middle)
    left, right = _column(INNER, top), _column(MIRROR - INNER, top)
    return (
        area(_triangle(INNER, OUTER, top)),
        area(_triangle(MIRROR - INNER, MIRROR - OUTER, top), "theirs"),
        fan(ours, left),
        fan(theirs, right, of=["theirs"]),
        [line(a, b, of=["contact", "strong"]) for a, b in zip(left, right, strict=True)],
        [person(*place) for place in left],
        [person(*place, "theirs") for place in right],
        manager(*ours),
        person(*theirs, "theirs", size=8),
    )


STAGES: Sequence[tuple[str, str, float, float, int]] = (
    ("Exploratory", "no trade yet", 8, 8, 0),
    ("Basic", "simple trade", 8, 92, 1),
    ("Cooperative", "one of several", 8, 176, 2),
    ("Interdependent", "could still leave", 216, 176, 4),
    ("Integrated", "leaving hurts both", 216, 92, 6),
)
"""Name, what it is, place, and how many ties to draw."""


def relationship_stages() -> h.Element:
    """Six states as fields on a map; moves go both ways."""
    moves: list[tuple[Point, Point]] = [
        ((92, 64), (92, 92)),
        ((92, 148), (92, 176)),
        ((176, 204), (216, 204)),
        ((300, 176), (300, 148)),
    ]
    return drawing(
        "relationship-stages",
        "Six states of a relationship, as a map",
        "Exploratory, basic, cooperative, interdependent and integrated lie next to each other "
        "with moves in both directions. From every one a way leads to disintegrating.",
        318,
        [(arrow(a, b), arrow(b, a)) for a, b in moves],
        [arrow((x, 232), (x, 266), of=["lost"]) for x in (60, 124, 268, 332)],
        line((8, 36), (2, 36), (2, 290), (8, 290), of=["lost"]),
        line((384, 120), (394, 120), (394, 290), (384, 290), of=["lost"]),
        [_stage(*stage) for stage in STAGES],
        box(8, 266, 376, 46, "", "lost"),
        text(196, 286, "Disintegrating", "bold", "theirs", anchor="middle"),
        text(196, 303, "the case for closeness has ended", "small", anchor="middle"),
        lines(216, 24, "A map, not a ladder: choose the field that pays.", 24, "quiet"),
        caption="Six states. Moves go both ways, and every field has a way out. "
        "The bars show how many pairs of people are in touch.",
    )


def _stage(name: str, what: str, x: float, y: float, ties: int) -> h.Node:
    return (
        box(x, y, 168, 56),
        text(x + 10, y + 23, name, "bold"),
        text(x + 10, y + 42, what, "small"),
        [bar(x + 156 - 6 * tie, y + 10, 3, 12) for tie in range(ties)],
    )
