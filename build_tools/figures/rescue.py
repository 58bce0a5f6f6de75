"""When trouble comes: departures, new leaders, cuts, and the yearly fork."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    area,
    arrow,
    box,
    curve,
    drawing,
    line,
    lines,
    manager,
    person,
    text,
)


def one_rope_or_five() -> h.Element:
    """One tie that is cut, and five of which one is cut."""
    return drawing(
        "one-rope-or-five",
        "One rope, or five",
        "Above, firm and customer hold on to each other by one rope, and it is cut. Below, by five "
        "ropes; one is cut and four hold.",
        196,
        [
            (box(8, y, 96, height, "Your firm"), box(296, y, 96, height, "The customer", "theirs"))
            for y, height in ((8, 56), (84, 104))
        ],
        _cut(36),
        [line((104, y), (296, y), of=["strong"]) for y in (98, 117, 155, 174)],
        _cut(136),
        caption="A departure cuts one rope. The question is how many there were.",
    )


def _cut(y: float) -> h.Node:
    return (
        line((104, y), (184, y), of=["strong"]),
        line((216, y), (296, y), of=["strong"]),
        line((190, y - 8), (206, y + 8), of=["theirs", "strong"]),
        line((206, y - 8), (190, y + 8), of=["theirs", "strong"]),
    )


def one_prop_or_many() -> h.Element:
    """A roof on one post, and the same roof on five."""
    return drawing(
        "one-prop-or-many",
        "One post, or five",
        "On the left the programme’s roof rests on one post, the chief executive. On the right the "
        "same roof rests on five: chief executive, sponsors, customers, operations, finance.",
        210,
        [
            (
                area(f"M{x} 58L{x + 88} 14L{x + 176} 58Z"),
                text(x + 88, 50, "programme", "small", anchor="middle"),
                line((x, 150), (x + 176, 150), of=["contact"]),
            )
            for x in (8, 216)
        ],
        line((96, 58), (96, 150), of=["wall"]),
        lines(96, 170, "chief executive", 16, anchor="middle"),
        [line((232 + 36 * place, 58), (232 + 36 * place, 150), of=["wall"]) for place in range(5)],
        lines(304, 170, "chief, sponsors, customers, operations, finance", 26, anchor="middle"),
        caption="When one post goes, what holds the roof?",
    )


def go_hold_stop() -> h.Element:
    """A yearly fork with three ways."""
    ways: Sequence[tuple[str, str, str]] = (
        ("Go on", "The return is shown, and customers want it.", "filled"),
        ("Hold", "One gap is named, with a date. Nothing new.", "plain"),
        ("Stop", "It does not pay, and the gap cannot close.", "lost"),
    )
    return drawing(
        "go-hold-stop",
        "Once a year: go on, hold, or stop",
        "A fork with three ways. " + " ".join(f"{name}: {shown}" for name, shown, _ in ways),
        220,
        line((4, 108), (40, 108), of=["road"]),
        [arrow((44, 108), (106, 38 + 70 * place), of=["strong"]) for place in range(3)],
        person(40, 108, "open", size=13),
        text(40, 140, "each", "small", anchor="middle"),
        text(40, 156, "year", "small", anchor="middle"),
        [
            (
                box(112, 16 + 70 * place, 84, 44, name, look),
                lines(210, 34 + 70 * place, shown, 25),
            )
            for place, (name, shown, look) in enumerate(ways)
        ],
        caption="Each way has its proof. Holding without a gap and a date is a slow stop.",
    )


def two_sheets_into_one() -> h.Element:
    """Costs and customers on two sheets, and on one."""
    return drawing(
        "two-sheets-into-one",
        "Two sheets, or one",
        "On the left a sheet with costs and a sheet with customers lie apart. On the right one "
        "sheet shows in each row a cost and the customer it would touch.",
        178,
        box(8, 12, 76, 120, "", "plain"),
        text(46, 34, "Costs", "bold", anchor="middle"),
        box(100, 12, 82, 120, "", "theirs"),
        text(141, 34, "Customers", "bold", anchor="middle"),
        [line((18, y), (74, y), of=["contact"]) for y in (60, 84, 108)],
        [line((110, y), (172, y), of=["theirs"]) for y in (60, 84, 108)],
        arrow((192, 72), (216, 72), of=["strong"]),
        box(224, 12, 168, 120, ""),
        text(308, 34, "Cost and customer", "bold", anchor="middle"),
        [
            (
                line((236, y), (290, y), of=["contact"]),
                arrow((296, y), (316, y)),
                line((322, y), (380, y), of=["theirs"]),
            )
            for y in (60, 84, 108)
        ],
        text(95, 158, "each read alone", anchor="middle"),
        text(308, 158, "who notices each cut", anchor="middle"),
        caption="Row by row: what we would save, and which customer would notice.",
    )


def moments() -> h.Element:
    """The road, and where trouble tends to come."""
    troubles: Sequence[tuple[str, float, float]] = (
        ("a bad quarter", 70, 84),
        ("a departure", 160, 101),
        ("a new chief", 250, 83),
        ("a round of cuts", 330, 73),
    )
    return drawing(
        "moments",
        "The road, and four kinds of trouble on it",
        "A road with four marks along it: a bad quarter, a departure, a new chief, a round of "
        "cuts. They can come in any order.",
        150,
        curve("M8 92C90 60 130 120 210 90S330 60 392 86", of=["road"]),
        manager(18, 90),
        [
            (
                line((x, label), (x, road), of=["theirs"]),
                person(x, road, "theirs", size=7),
                text(x, label - 6 if label < 80 else label + 14, name, "theirs", anchor="middle"),
            )
            for (name, x, road), label in zip(troubles, (44, 126, 44, 126), strict=True)
        ],
        caption="They come in any order. Each has a page.",
    )
