"""The stronger half of the twelve ways to organise, on the same plan of a firm."""

import htpy as h

from build_tools.figures.plan import (
    CUSTOMER,
    FLOOR,
    MIDDLES,
    TOP,
    customer,
    functions,
    management,
    trunk,
)
from build_tools.figures.shapes import (
    arrow,
    box,
    drawing,
    fan,
    line,
    manager,
    person,
    sponsor,
    text,
)

LOCAL = (44, 124, 204)


def diamond_team() -> h.Element:
    """A named team in pairs, led from general management."""
    seats = (88, 144, 256, 312)
    return drawing(
        "option-diamond-team",
        "Diamond team: named people in pairs",
        "A key account manager answers to general management and leads a team with one member from "
        "each function. Every member has a partner at the customer.",
        CUSTOMER + 44,
        trunk(),
        line((200, TOP), (200, 168)),
        management(),
        functions(),
        box(56, 148, 288, 40, "", "plain"),
        [
            line((unit, FLOOR), (seat, 168), of=["asks"])
            for unit, seat in zip(MIDDLES, seats, strict=True)
        ],
        [line((x, 168), (x, CUSTOMER), of=["contact", "strong"]) for x in (*seats, 200)],
        customer(),
        [(person(x, 168), person(x, CUSTOMER, "theirs")) for x in seats],
        line((200, TOP), (200, 168)),
        manager(200, 168),
        person(200, CUSTOMER, "theirs", size=8),
        text(350, 172, "team", "small"),
        caption="Diamond team. ◆ answers to general management. Each member belongs to a function "
        "and has a partner at the customer.",
    )


def balanced_matrix() -> h.Element:
    """Each member answers to two lines; a guardian stands at the corner."""
    columns, rows = (138, 202, 266), (112, 168, 224)
    names = ("Sales", "Ops", "Tech")
    return drawing(
        "option-balanced-matrix",
        "Balanced matrix: two lines for everybody",
        "Three functions run down, three accounts run across. Where they cross stands a team "
        "member who answers to both. A guardian at the corner settles what they cannot.",
        256,
        box(8, 40, 88, 36, "Guardian", "open"),
        text(52, 28, "settles disputes", "small", anchor="middle"),
        [box(x - 29, 40, 58, 36, name) for x, name in zip(columns, names, strict=True)],
        [line((x, 76), (x, rows[-1])) for x in columns],
        [line((52, y), (292, y)) for y in rows],
        [line((280, y), (310, y), of=["contact", "strong"]) for y in rows],
        [box(310, y - 17, 82, 34, f"Account {place}", "theirs") for place, y in enumerate(rows, 1)],
        [manager(52, y) for y in rows],
        [person(x, y, size=7) for x in columns for y in rows],
        line((96, 58), (109, 58), of=["asks"]),
        line((52, 76), (52, 100), of=["asks"]),
        caption="Balanced matrix. Each ● answers to a function (down) and to an account (across). "
        "Without a guardian nobody settles the crossings.",
    )


def central_group() -> h.Element:
    """One unit decides for the accounts; local units deliver."""
    return drawing(
        "option-central-group",
        "Central group: one unit decides, local units deliver",
        "A central key account group beside general management decides for three local units. "
        "It alone talks to the customer’s central buyer; the units deliver to its sites.",
        CUSTOMER + 44,
        management(92),
        box(232, 8, 160, 92, "", "filled"),
        text(246, 32, "Key account group", "on-ours"),
        line((176, 23), (232, 23)),
        line((232, 62), (44, 62), of=["strong"]),
        [arrow((x, 62), (x, 132), of=["strong"]) for x in LOCAL],
        [box(x - 36, 132, 72, 30, f"Unit {name}") for x, name in zip(LOCAL, "ABC", strict=True)],
        text(312, 152, "one voice", "small", "halo", anchor="end"),
        [line((x, 162), (x, CUSTOMER), of=["contact"]) for x in LOCAL],
        line((330, 100), (330, CUSTOMER), of=["contact", "strong"]),
        customer(),
        [person(x, CUSTOMER, "theirs") for x in LOCAL],
        manager(330, 66, "pale"),
        person(330, CUSTOMER, "theirs", size=9),
        text(330, 206, "central buyer", "small", "theirs", "halo", anchor="middle"),
        text(132, 206, "sites", "small", "theirs", "halo", anchor="middle"),
        text(142, 54, "decides", "small", anchor="middle"),
        caption="Central group. Arrows: it decides, the units deliver. It fits a customer who "
        "buys as one.",
    )


def separate_customer_unit() -> h.Element:
    """One customer has a unit of its own, with every function in it."""
    inner = ("Sales", "Operations", "Technical", "Finance")
    return drawing(
        "option-separate-customer-unit",
        "Separate unit: a small firm for one customer",
        "On the left the rest of the firm with its four functions and many small customers. On the "
        "right a unit with the same four functions and a leader, which serves one customer.",
        CUSTOMER + 44,
        line((200, TOP), (200, 56), (92, 56), (92, 70)),
        line((200, 56), (296, 56), (296, 70)),
        management(),
        box(8, 70, 168, 100, "", "plain"),
        text(92, 88, "The rest of the firm", "small", anchor="middle"),
        box(200, 70, 192, 128, ""),
        text(214, 93, "Unit for one customer", "small", "bold"),
        [box(16 + 78 * (place % 2), 96 + 34 * (place // 2), 74, 28, "", "") for place in range(4)],
        [
            text(53 + 78 * (place % 2), 115 + 34 * (place // 2), name, "small", anchor="middle")
            for place, name in enumerate(inner)
        ],
        [
            box(208 + 90 * (place % 2), 128 + 32 * (place // 2), 86, 27, "", "plain")
            for place in range(4)
        ],
        [
            text(251 + 90 * (place % 2), 146 + 32 * (place // 2), name, "small", anchor="middle")
            for place, name in enumerate(inner)
        ],
        manager(372, 93),
        [line((x, 198), (x, CUSTOMER), of=["contact", "strong"]) for x in range(216, 390, 24)],
        [line((x, 170), (x, CUSTOMER + 6), of=["contact"]) for x in (32, 72, 112, 152)],
        [box(x - 12, CUSTOMER + 6, 24, 24, "", "theirs") for x in (32, 72, 112, 152)],
        box(200, CUSTOMER, 192, 40, "One great customer", "theirs"),
        caption="Separate unit. All functions twice: once for one customer, once for the rest.",
    )


def front_back() -> h.Element:
    """Fronts face customers, backs make products, and a bargain stands between."""
    fronts, backs = (70, 200, 330), (70, 200, 330)
    return drawing(
        "option-front-back",
        "Front-back: fronts face customers, backs make products",
        "Three back units make products. Three front units, each led by somebody who knows the "
        "customers of one segment, buy from all of them. Between the two stands a bargain.",
        276,
        [box(x - 58, 28, 116, 32, f"Product {name}") for x, name in zip(backs, "ABC", strict=True)],
        text(8, 18, "Back: scale", "small", "quiet"),
        [line((back, 60), (front, 156), of=["contact"]) for back in backs for front in fronts],
        box(60, 94, 280, 30, "the bargain: price and priority", "plain"),
        [box(x - 58, 156, 116, 40, "") for x in fronts],
        [manager(x - 42, 176) for x in fronts],
        [text(x - 24, 181, f"Front {place}") for place, x in enumerate(fronts, 1)],
        text(8, 148, "Front: fit", "small", "quiet", "halo"),
        [
            line((x + dx, 196), (x + dx, 228), of=["contact", "strong"])
            for x in fronts
            for dx in (-30, 0, 30)
        ],
        [
            box(x - 58, 228, 116, 36, f"Segment {place}", "theirs")
            for place, x in enumerate(fronts, 1)
        ],
        caption="Front-back. Every front buys from every back. The bargain between them must be "
        "open, or it is fought each quarter.",
    )


def programme_office() -> h.Element:
    """A hub, a steering group and sponsors join accounts that stay where they are."""
    accounts = (66, 200, 334)
    return drawing(
        "option-programme-office",
        "Programme office: a hub and a net of sponsors",
        "Three accounts stay in their units. Above, a steering group with three sponsors, each "
        "tied to one account. In the middle a small hub, joined to the accounts by broken lines.",
        276,
        box(8, 8, 384, 62, ""),
        text(200, 28, "Steering group", anchor="middle"),
        [line((x, 52), (x, 190)) for x in accounts],
        [sponsor(x, 52) for x in accounts],
        text(84, 57, "sponsor", "small"),
        text(318, 57, "sponsor", "small", anchor="end"),
        text(218, 57, "sponsor", "small"),
        box(152, 104, 96, 34, "Hub", "filled"),
        fan((152, 121), [(66, 190)], of=["asks"]),
        fan((200, 138), [(200, 190)], of=["asks"]),
        fan((248, 121), [(334, 190)], of=["asks"]),
        [box(x - 58, 168, 116, 46, "") for x in accounts],
        [manager(x - 40, 191) for x in accounts],
        [
            text(x - 22, 196, name)
            for x, name in zip(accounts, ("Sales", "Unit B", "Unit C"), strict=True)
        ],
        [line((x, 214), (x, 236), of=["contact", "strong"]) for x in accounts],
        [
            box(x - 58, 236, 116, 32, f"Account {place}", "theirs")
            for place, x in enumerate(accounts, 1)
        ],
        caption="Programme office. The accounts stay where they are. The hub gives method, a "
        "sponsor (ring) opens doors, the steering group decides.",
    )
