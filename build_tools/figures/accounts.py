"""Choosing accounts, winning people, and the plan with two readers."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    arrow,
    box,
    curve,
    drawing,
    line,
    person,
    text,
)
from widgets.core.drawing.svg import element


def account_portfolio() -> h.Element:
    """Attractiveness against strength; circles for sales now, rings for sales there to be had."""
    accounts = ((300, 60, 14, 34), (330, 140, 24, 30), (150, 70, 8, 36), (130, 158, 20, 22))
    return drawing(
        "account-portfolio",
        "Customers by attractiveness and by strength",
        "Upward, how attractive a customer is to us. To the right, how strong it finds us. Each "
        "customer is a circle for sales now inside a ring for what it could buy in the period.",
        256,
        [
            box(60 + 164 * (place % 2), 8 + 102 * (place // 2), 160, 98, "", "plain")
            for place in range(4)
        ],
        arrow((48, 208), (48, 12), of=["contact"]),
        arrow((60, 220), (384, 220), of=["contact"]),
        [
            (
                element(
                    "circle",
                    {"class": "kam-drawing__ring", "cx": f"{x}", "cy": f"{y}", "r": f"{could}"},
                ),
                person(x, y, "theirs", size=now),
            )
            for x, y, now, could in accounts
        ],
        [
            text(44, 96 + 16 * place, word, "small", anchor="end")
            for place, word in enumerate(("draws", "us"))
        ],
        text(222, 242, "our strength, as the customer sees it", "small", anchor="middle"),
        caption="Four invented customers. Red: sales now. Ring: what it could buy from anyone. "
        "A small dot in a large ring, top left, is the one to think about.",
    )


def power_and_loss() -> h.Element:
    """People by what they lose and by what they can block; visit one corner first."""
    people = (
        (330, 48, "visit first"),
        (120, 60, "keep informed"),
        (300, 160, "make it good"),
        (110, 166, "thank them"),
    )
    return drawing(
        "power-and-loss",
        "Whom to visit first",
        "A square. Upward, how much somebody can block; to the right, how much they lose. The "
        "corner of those who lose most and can block most comes first.",
        250,
        box(60, 8, 162, 98, "", "plain"),
        box(226, 8, 162, 98, "", "theirs"),
        box(60, 110, 162, 98, "", "plain"),
        box(226, 110, 162, 98, "", "plain"),
        arrow((48, 208), (48, 12), of=["contact"]),
        arrow((60, 218), (384, 218), of=["contact"]),
        [
            text(40, 92 + 16 * place, word, "small", anchor="end")
            for place, word in enumerate(("can", "block"))
        ],
        text(222, 240, "stands to lose", "small", anchor="middle"),
        [
            (
                person(
                    141 + 166 * (x > 226), y - 8, "theirs" if label == "visit first" else "", size=8
                ),
                text(
                    141 + 166 * (x > 226),
                    y + 22,
                    label,
                    "bold" if label == "visit first" else "",
                    anchor="middle",
                ),
            )
            for x, y, label in people
        ],
        caption="The red corner comes first: early, alone, and with something in your hand.",
    )


def plan_two_readers() -> h.Element:
    """One plan in two sheets: for the customer and for your own people."""
    sheets: Sequence[tuple[float, str, str, Sequence[str]]] = (
        (12, "For the customer", "theirs", ("your aims", "what we do", "what you bring")),
        (212, "For our people", "", ("who does what", "time and money", "what it earns us")),
    )
    return drawing(
        "plan-two-readers",
        "One plan, two readers",
        "Two sheets side by side. The customer’s: your aims, what we do, what you bring. Ours: who "
        "does what, time and money, what it earns us. Both carry signatures.",
        226,
        [
            (
                box(x, 8, 176, 208, "", look),
                text(x + 16, 34, name, "bold"),
                [
                    (
                        text(x + 16, 66 + 34 * row, what),
                        line((x + 16, 74 + 34 * row), (x + 160, 74 + 34 * row), of=["contact"]),
                    )
                    for row, what in enumerate(rows)
                ],
                curve(f"M{x + 18} 188q8-22 14-4t12-4 8 2 16-8", of=["theirs"]),
                curve(f"M{x + 98} 188q6-18 12-2t14-6 10 4 20-6"),
                line((x + 16, 196), (x + 76, 196), of=["contact"]),
                line((x + 96, 196), (x + 156, 196), of=["contact"]),
            )
            for x, name, look, rows in sheets
        ],
        caption="Both sheets carry both firms’ names at the foot: a plan that only one side signed "
        "is a forecast.",
    )
