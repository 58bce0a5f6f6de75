"""The lighter half of the twelve ways to organise, each drawn on the same plan of a firm.

General management above, units in a row, the customer below: what moves is what the option is.
"""

import htpy as h

from build_tools.figures.plan import (
    CUSTOMER,
    FLOOR,
    MIDDLES,
    TOP,
    countries,
    customer,
    functions,
    management,
    trunk,
)
from build_tools.figures.shapes import arrow, box, curve, drawing, line, manager, person, text


def segment_sales() -> h.Element:
    """Functions serve the customer in turn; nobody owns the account."""
    return drawing(
        "option-segment-sales",
        "Segment sales: every function meets the customer on its own",
        "General management above four functions: sales, operations, technical and finance. Each "
        "has its own line to the customer. No key account manager joins them.",
        CUSTOMER + 44,
        trunk(),
        management(),
        functions(),
        customer(),
        [line((x, FLOOR), (x, CUSTOMER), of=["contact"]) for x in MIDDLES],
        [person(x, CUSTOMER, "theirs") for x in MIDDLES],
        box(100, 148, 200, 30, "nobody owns the whole", "lost"),
        caption="Segment sales. Each function does its part; the lines meet only at the customer.",
    )


def part_time_ownership() -> h.Element:
    """A leader owns the account beside the day job."""
    return drawing(
        "option-part-time-ownership",
        "Part-time ownership: a leader with two jobs",
        "The same four functions. The head of one, here technical, is also the owner of the "
        "account and keeps the only planned line to the customer.",
        CUSTOMER + 44,
        trunk(),
        management(),
        functions(),
        customer(),
        line((MIDDLES[2], FLOOR), (MIDDLES[2], CUSTOMER), of=["strong"]),
        manager(MIDDLES[2], FLOOR + 26, "part"),
        person(MIDDLES[2], CUSTOMER, "theirs", size=8),
        text(MIDDLES[2] - 18, FLOOR + 25, "heads the function", anchor="end"),
        text(MIDDLES[2] - 18, FLOOR + 43, "and owns the account", anchor="end"),
        caption="Part-time ownership. ◇ owns the account beside the day job. The chart stays.",
    )


def bow_tie_in_sales() -> h.Element:
    """One account manager in the sales line, one buyer."""
    sales = MIDDLES[0]
    return drawing(
        "option-bow-tie-in-sales",
        "Bow-tie inside sales: one channel",
        "A key account manager reports to sales. One line runs from this person to the customer’s "
        "buyer. Operations, technical and finance have no line to the customer.",
        CUSTOMER + 44,
        trunk(),
        management(),
        functions(),
        customer(),
        line((sales, FLOOR), (sales, 156)),
        line((sales, 156), (sales, CUSTOMER), of=["contact", "strong"]),
        [line((x, FLOOR), (x, 156), (sales, 156), of=["asks"]) for x in MIDDLES[1:]],
        manager(sales, 156),
        person(sales, CUSTOMER, "theirs", size=8),
        [person(x, CUSTOMER, "quiet") for x in MIDDLES[1:]],
        text(sales + 14, 202, "the buyer is the only door", "small", "theirs"),
        caption="Bow-tie inside sales. ◆ reports to sales and asks the others (broken line). "
        "Grey: people at the customer whom nobody meets.",
    )


def lead_function() -> h.Element:
    """One function in front; the others behind it, unwilling."""
    return drawing(
        "option-lead-function",
        "Lead function: one in front, three behind",
        "One function stands between the others and the customer and leads the account. Sales, "
        "operations and finance should follow; the lines that tie them to it are broken.",
        CUSTOMER + 44,
        [line((200, TOP), (200, 56), (x, 56), (x, 74)) for x in (64, 200, 336)],
        management(),
        [
            box(x - 44, 74, 88, 30, name)
            for x, name in ((64, "Sales"), (200, "Operations"), (336, "Finance"))
        ],
        [line((x, 104), (200 + (x - 200) / 4, 142), of=["lost"]) for x in (64, 200, 336)],
        box(110, 142, 180, 36, "Technical leads", "filled"),
        line((200, 178), (200, CUSTOMER), of=["strong"]),
        customer(),
        person(200, CUSTOMER, "theirs", size=8),
        text(8, 134, "old quarrels,", "small", "theirs"),
        text(8, 150, "slow answers", "small", "theirs"),
        caption="Lead function. The chart says that the others follow. The broken red lines are "
        "where they do not.",
    )


def internal_market() -> h.Element:
    """Units trade with each other; the whole need stands empty."""
    price = [(200, 92), (100, 146), (300, 146)]
    return drawing(
        "option-internal-market",
        "Internal market: units trade, nobody sees the whole",
        "Four units, one of them an outside firm, are joined by arrows with price tags. In their "
        "middle an empty field stands for the customer’s whole need.",
        290,
        [(arrow(a, b), arrow(b, a)) for a, b in (((110, 92), (290, 92)),)],
        [(arrow((x, 108), (x, 184)), arrow((x, 184), (x, 108))) for x in (100, 300)],
        box(8, 76, 102, 32, "Operations"),
        box(290, 76, 102, 32, "Technical"),
        box(8, 184, 102, 32, "Sales"),
        box(290, 184, 102, 32, "Outside firm", "open"),
        [
            (
                box(x - 24, y - 11, 48, 22, "", "plain"),
                text(x, y + 5, "price", "small", anchor="middle"),
            )
            for x, y in price
        ],
        box(140, 128, 120, 56, "the whole need: / nobody", "lost"),
        [line((x, 216), (x, 246), of=["contact"]) for x in (59, 341)],
        customer(246),
        [person(x, 246, "theirs") for x in (59, 341)],
        management(),
        line((200, TOP), (200, 56), (59, 56), (59, 76)),
        line((200, 56), (341, 56), (341, 76)),
        caption="Internal market. Each part has a price. The whole has no owner.",
    )


def co_ordination_overlay() -> h.Element:
    """Account managers ask; countries decide."""
    return drawing(
        "option-co-ordination-overlay",
        "Co-ordination overlay: the account manager asks, countries decide",
        "Full lines run from general management to four countries, which serve the customer’s "
        "sites. A key account manager is joined to each country by a broken line only.",
        CUSTOMER + 44,
        trunk(),
        management(),
        countries(),
        customer(),
        [line((x, FLOOR), (x, CUSTOMER), of=["contact"]) for x in MIDDLES],
        [curve(f"M200 160Q{x} 160 {x} {FLOOR}", of=["asks"]) for x in MIDDLES],
        line((200, 160), (200, CUSTOMER), of=["contact", "strong"]),
        manager(200, 160),
        [person(x, CUSTOMER, "theirs") for x in MIDDLES],
        person(200, CUSTOMER, "theirs", size=8),
        text(200, 196, "joins up, without authority", "small", "halo", anchor="middle"),
        caption="Co-ordination overlay. Full line: authority. Broken: ◆ asks, and needs a yes.",
    )
