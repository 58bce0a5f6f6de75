"""The outsourced-HR case, the signs it gave, and how a careful sentence turns into a number."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    LINE,
    arrow,
    bar,
    box,
    curve,
    drawing,
    line,
    lines,
    manager,
    person,
    text,
)
from widgets.core.drawing.svg import element

CASE: Sequence[tuple[str, str]] = (
    ("setting", "The firm runs HR services for a few large corporations."),
    ("setting", "A major client leaves."),
    ("setting", "The board answers with account management."),
    ("setting", "A seasoned programme manager comes; five account managers."),
    ("good", "Customers grow more satisfied."),
    ("good", "Some who were looking elsewhere weigh larger contracts."),
    ("mistake", "People working at customers’ sites are not told."),
    ("mistake", "A new VP of Sales, told to raise sales, takes control."),
    ("warning", "Senior managers let their customer ties go quiet."),
    ("warning", "The monthly account reports lapse."),
    ("warning", "Renewals go on being lost."),
    ("warning", "Clients complain that the programme was shelved."),
    ("warning", "Short-term sales rise; so do dissatisfaction and turnover."),
    ("outcome", "Three of the five account managers go within six months."),
    ("outcome", "The other two leave within the year."),
    ("outcome", "The verdict: too short to prove, but the signs were good."),
)
"""The events of the case in the order told (facts E019-E031), each with its kind."""

KEY: Sequence[tuple[str, str, float]] = (
    ("setting", "setting", 12),
    ("good", "good sign", 86),
    ("mistake", "mistake", 174),
    ("warning", "warning", 252),
    ("outcome", "outcome", 332),
)
"""Kinds of event, in words, and where the key shows them."""

CASE_ROW = 44


def hr_case_timeline() -> h.Element:
    """The case as a sequence of events, without a calendar."""
    top = 62
    return drawing(
        "hr-case-timeline",
        "The outsourced-HR case, event by event",
        "Sixteen events in the order told. "
        + " ".join(f"{name.title()}: {event}" for name, event in CASE),
        top + CASE_ROW * len(CASE) + 4,
        [(_sign(name, x, 16), text(x + 13, 21, word, "small")) for name, word, x in KEY],
        line((22, top), (22, top + CASE_ROW * (len(CASE) - 0.6)), of=["contact"]),
        [
            (
                _sign(name, 22, top + CASE_ROW * place),
                lines(46, top + 5 + CASE_ROW * place - _lift(event), event, 47),
            )
            for place, (name, event) in enumerate(CASE)
        ],
        caption="Events in the order in which the summary tells them. Apart from the two "
        "departures nothing is dated, so there is no calendar here.",
    )


def _lift(event: str) -> float:
    return LINE / 2 if len(event) > 47 else 0


def _sign(name: str, x: float, y: float) -> h.Node:
    match name:
        case "good":
            return element("path", {"class": "kam-drawing__bar", "d": f"M{x} {y - 8}l8 14h-16Z"})
        case "mistake":
            return bar(x - 7, y - 7, 14, 14, "theirs")
        case "warning":
            return manager(x, y, "warning", size=9)
        case "outcome":
            return person(x, y, "ink", size=7)
        case _:
            return person(x, y, "open", size=6.5)


def sales_up_trust_down() -> h.Element:
    """Two lines of the case that rise together (fact E029); no scale, nothing measured."""
    return drawing(
        "sales-up-trust-down",
        "Sales up, and trouble up with it",
        "A sketch without scale. After control passes to sales, short-term sales rise. So do "
        "customer dissatisfaction and customer turnover, which the sales figure does not show.",
        216,
        line((30, 12), (30, 180), (392, 180), of=["contact"]),
        line((150, 24), (150, 180), of=["asks"]),
        text(156, 20, "control passes to sales", "small"),
        curve("M30 140H150Q240 132 330 84", of=["strong"]),
        curve("M30 164H150Q260 160 330 118", of=["strong", "theirs"]),
        text(392, 72, "short-term sales", "ours", anchor="end"),
        lines(392, 150, "dissatisfaction, customers leaving", 18, "theirs", anchor="end"),
        text(392, 202, "in the order told, no dates", "small", "quiet", anchor="end"),
        caption="Not measured: told in the case. The sketch shows only what rose together.",
    )


def early_and_late() -> h.Element:
    """From the same cause, signs light up one after another; profit comes last."""
    signs = ("plan stands still", "visits stop", "mood turns", "renewals slip", "profit falls")
    return drawing(
        "early-and-late",
        "Early signs and late ones",
        "After one cause, signs show one after another: the plan stands still, visits stop, the "
        "mood turns, renewals slip, and last of all profit falls.",
        210,
        line((20, 180), (392, 180), of=["contact"]),
        person(24, 180, "theirs", size=8),
        text(8, 204, "cause", "small"),
        [
            (
                line((64 + 62 * place, 34 + 28 * place), (64 + 62 * place, 180), of=["faint"]),
                bar(60 + 62 * place, 176, 8, 8, "theirs" if place == 4 else ""),
                text(
                    72 + 62 * place if place < 3 else 56 + 62 * place,
                    34 + 28 * place,
                    sign,
                    "theirs" if place == 4 else "",
                    "halo",
                    anchor="start" if place < 3 else "end",
                ),
            )
            for place, sign in enumerate(signs)
        ],
        text(392, 204, "later", "small", anchor="end"),
        caption="The order is our reading. Whoever watches only profit learns last.",
    )


def number_chain() -> h.Element:
    """A careful sentence loses a word at each copy."""
    copies = (
        "In one sample, in one year, some firms reported…",
        "A survey of firms reported…",
        "Research has found…",
        "Studies show…",
    )
    return drawing(
        "number-chain",
        "How a careful sentence turns into a number",
        "Four copies of one sentence, each shorter and surer than the one before: "
        + " ".join(copies),
        222,
        [
            (
                box(
                    8 + 22 * place,
                    8 + 54 * place,
                    384 - 56 * place,
                    38,
                    "",
                    "plain" if place < 3 else "lost",
                ),
                text(
                    20 + 22 * place, 32 + 54 * place, f"“{words}”", "theirs" if place == 3 else ""
                ),
                place < 3
                and arrow((40 + 22 * place, 46 + 54 * place), (40 + 22 * place, 60 + 54 * place)),
            )
            for place, words in enumerate(copies)
        ],
        caption="An invented example. At each copy a word is lost, and the rest sounds surer.",
    )
