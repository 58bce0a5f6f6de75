"""What a structure is made of, how repairs break, and where a programme reports."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    WIDTH,
    arrow,
    box,
    curve,
    drawing,
    fan,
    head,
    line,
    lines,
    manager,
    person,
    sponsor,
    text,
)


def three_choices() -> h.Element:
    """Contact shape, home and bonds: three questions with three small pictures."""
    rows: Sequence[tuple[str, str]] = (
        ("1. Contact shape", "Who talks to whom? Choose it for each account."),
        ("2. Home", "Where does the programme sit, and who has the last word?"),
        ("3. Bonds", "What holds it: sponsors, steering group, office, pay?"),
    )
    return drawing(
        "three-choices",
        "Three choices, not one",
        "Three rows. Contact shape: who talks to whom, for each account. Home: where the programme "
        "sits and who has the last word. Bonds: sponsors, steering group, office and pay.",
        292,
        [
            (
                box(8, 6 + 97 * place, 112, 84, "", "plain"),
                text(136, 30 + 97 * place, name, "bold"),
                lines(136, 52 + 97 * place, question, 33),
            )
            for place, (name, question) in enumerate(rows)
        ],
        fan((46, 48), [(24, 26), (24, 48), (24, 70)]),
        fan((82, 48), [(104, 26), (104, 48), (104, 70)], of=["theirs"]),
        line((46, 48), (82, 48), of=["contact", "strong"]),
        [person(24, y, size=4) for y in (26, 48, 70)],
        [person(104, y, "theirs", size=4) for y in (26, 48, 70)],
        manager(46, 48, size=8),
        person(82, 48, "theirs"),
        [line((64, 128), (64, 144), (x, 144), (x, 160)) for x in (32, 64, 96)],
        box(44, 114, 40, 16),
        [box(x - 13, 160, 26, 16) for x in (32, 64, 96)],
        manager(96, 144, size=8),
        [line((64, 222), (x, 264), of=["strong"]) for x in (30, 64, 98)],
        sponsor(64, 222),
        [manager(x, 264, size=9) for x in (30, 64, 98)],
        caption="Three questions. Answer them one by one; a firm can mix the answers.",
    )


def over_the_wall() -> h.Element:
    """The job flies from function to function; only the last meets the customer."""
    verbs = ("Invent", "Make", "Promote", "Sell", "Deliver")
    places = [34 + 64 * place for place in range(5)]
    return drawing(
        "over-the-wall",
        "Over the wall",
        "Five people stand between high walls: invent, make, promote, sell, deliver. Each throws "
        "the job over the wall to the next. Only the last one can see the customer.",
        172,
        [line((x + 32, 60), (x + 32, 132), of=["wall"]) for x in places[:-1]],
        line((2, 132), (398, 132), of=["contact"]),
        [
            (
                curve(f"M{x + 6} 96Q{x + 32} 8 {x + 57} 92", of=["asks"]),
                head((x + 48, 60), (x + 57, 92)),
            )
            for x in places[:-1]
        ],
        arrow((places[-1] + 14, 118), (364, 118), of=["contact"]),
        [person(x, 118, size=9) for x in places],
        [text(x, 154, verb, anchor="middle") for x, verb in zip(places, verbs, strict=True)],
        person(380, 118, "theirs", size=11),
        text(398, 92, "customer", "small", "theirs", anchor="end"),
        caption="Over the wall. Each does its part and throws the job on. Only the last one meets "
        "the customer.",
    )


def over_the_wall_to_table() -> h.Element:
    """A promise thrown at operations, beside the same promise made at one table."""
    return drawing(
        "over-the-wall-to-table",
        "A promise over the wall, and a promise at the table",
        "On the left an account manager throws a promise over a wall to operations. On the right "
        "account manager, operations, service and finance sit at one table with the promise.",
        176,
        line((100, 40), (100, 122), of=["wall"]),
        line((8, 122), (190, 122), of=["contact"]),
        curve("M48 92Q100 -14 150 88", of=["asks"]),
        head((140, 56), (150, 88)),
        text(100, 22, "the promise", "small", "halo", anchor="middle"),
        manager(44, 108, size=12),
        person(152, 108, size=9),
        text(152, 142, "operations", "small", anchor="middle"),
        text(8, 168, "Over the wall", "bold"),
        box(258, 62, 96, 44, "the promise", "plain"),
        [person(x, y, size=9) for x, y in ((306, 42), (376, 84), (306, 126))],
        manager(238, 84, size=12),
        text(306, 26, "operations", "small", anchor="middle"),
        text(320, 132, "service", "small"),
        text(398, 113, "finance", "small", anchor="end"),
        text(216, 168, "At one table", "bold"),
        caption="The same promise, made in two ways. ◆ is the key account manager.",
    )


def usual_repairs() -> h.Element:
    """Matrix, internal market, lead function, and the place where each breaks."""
    names = ("Matrix", "Internal market", "Lead function")
    breaks = (
        "Everyone shares power; nobody answers.",
        "The dealing costs more and more.",
        "Frequently, a kind of guerrilla warfare.",
    )
    columns = (66, 200, 334)
    return drawing(
        "usual-repairs",
        "Three usual repairs, and where each breaks",
        "A matrix, where nobody answers for the crossing; an internal market, where the price tags "
        "between units multiply; a lead function, whose broken lines show that others resist.",
        214,
        [
            text(x, 16, name, "bold", anchor="middle")
            for x, name in zip(columns, names, strict=True)
        ],
        [line((x, 34), (x, 128)) for x in (40, 66, 92)],
        [line((18, y), (114, y)) for y in (54, 81, 108)],
        [person(x, y, size=5) for x in (40, 66, 92) for y in (54, 108)],
        [person(x, 81, size=5) for x in (40, 92)],
        box(52, 67, 28, 28, "?", "lost"),
        box(146, 34, 108, 24, "Unit"),
        box(146, 104, 108, 24, "Unit"),
        [(arrow((x, 58), (x, 104)), arrow((x, 104), (x, 58))) for x in (174, 226)],
        [box(x - 19, 71, 38, 20, "", "lost") for x in (174, 226)],
        [text(x, 86, "price", "small", anchor="middle") for x in (174, 226)],
        box(284, 100, 100, 28, "Leader", "filled"),
        [line((x, 54), (x + (334 - x) / 3, 100), of=["lost"]) for x in (294, 334, 374)],
        [person(x, 48, size=8) for x in (294, 334, 374)],
        [
            lines(x, 154, words, 17, "theirs", anchor="middle")
            for x, words in zip(columns, breaks, strict=True)
        ],
        caption="Three repairs of structure. Red marks the place where each one often breaks.",
    )


def reporting_line() -> h.Element:
    """Two charts; in both, key account goals stand apart from the period's sales target."""
    return drawing(
        "reporting-line",
        "Two reporting lines, one rule",
        "On the left the head of key accounts reports to general management, beside sales. On the "
        "right to sales. In both, the goals of key accounts stand on a sheet of their own.",
        252,
        _line_chart(8, "Under general management", beside=True),
        _line_chart(212, "Under sales", beside=False),
        lines(WIDTH / 2, 238, "In both: two sheets, read apart.", 50, "bold", anchor="middle"),
        caption="Whatever the line, the goals of key accounts are not the period’s sales target.",
    )


def _line_chart(x: float, title: str, *, beside: bool) -> h.Node:
    sales, key, level = (x + 44, x + 138, 84.0) if beside else (x + 90, x + 138, 124.0)
    chart: h.Node = (
        [line((x + 90, 58), (x + 90, 70), (spot, 70), (spot, level)) for spot in (sales, key)]
        if beside
        else (line((x + 90, 58), (x + 90, 78)), line((x + 90, 106), (x + 138, 106), (x + 138, 124)))
    )
    return (
        text(x + 90, 18, title, "bold", anchor="middle"),
        chart,
        box(x + 38, 32, 104, 26, "Management"),
        box(sales - 40, 84 if beside else 78, 80, 28, "Sales"),
        manager(key, level + 12, size=13),
        box(x + 2, 160, 84, 52, "sales of / this period", "plain"),
        box(x + 96, 160, 84, 52, "account / goals", ""),
        line(
            (sales - (0 if beside else 32), 112 if beside else 106), (x + 44, 160), of=["contact"]
        ),
        line((key, level + 26), (key, 160), of=["contact"]),
    )


def matrix_one_owner() -> h.Element:
    """Two bosses for a member, one answerable owner for the account."""
    return drawing(
        "matrix-one-owner",
        "Two bosses for a member, one owner for the account",
        "A team member has lines to a plant manager and to a key account manager. A guardian above "
        "settles what the two cannot. Only the key account manager answers for the account.",
        246,
        box(140, 8, 120, 32, "Guardian", "open"),
        line((200, 40), (90, 78), of=["asks"]),
        line((200, 40), (310, 78), of=["asks"]),
        box(20, 78, 140, 36, "Plant manager"),
        line((90, 114), (196, 172)),
        line((310, 102), (204, 172)),
        manager(310, 88, size=15),
        text(332, 92, "account", "small"),
        text(332, 108, "manager", "small"),
        person(200, 176, size=10),
        text(200, 206, "team member", anchor="middle"),
        line((310, 104), (310, 190), of=["strong"]),
        box(256, 190, 136, 48, "answers for / the account", "theirs"),
        text(100, 160, "goal 1", "small", "halo", anchor="middle"),
        text(252, 132, "goal 2", "small", "halo", anchor="end"),
        caption="A matrix that can work: goals that fit, a guardian for disputes, and one name (◆) "
        "that answers for the account.",
    )
