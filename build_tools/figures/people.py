"""People: the account manager, the team, sponsors, loyalty, and who stands where."""

import htpy as h

from build_tools.figures.shapes import (
    arrow,
    box,
    curve,
    drawing,
    line,
    manager,
    person,
    sponsor,
    text,
)

TEAM = ("operations", "technical", "finance", "service")


def account_team() -> h.Element:
    """Core pairs, extended members behind, sponsor outside the line, steering group above."""
    rows = (120, 152, 184, 216)
    return drawing(
        "account-team",
        "An account team and those around it",
        "A key account manager leads four core members: operations, technical, finance, service. "
        "Each has a partner at the customer. Behind stand extended members. A sponsor stands "
        "outside the reporting line, the steering group above.",
        282,
        box(90, 8, 220, 32, "Steering group"),
        line((200, 40), (200, 62), of=["asks"]),
        text(208, 58, "settles conflicts", "small", "halo"),
        sponsor(370, 76),
        text(394, 60, "sponsor", "small", anchor="end"),
        line((362, 82), (240, 88), of=["asks"]),
        box(60, 68, 174, 166, "", "plain"),
        text(72, 93, "core team", "small", "quiet"),
        manager(216, 88),
        [
            (
                person(216, y, size=8),
                text(202, y + 5, name, anchor="end"),
                line((224, y), (340, y), of=["contact", "strong"]),
                person(348, y, "theirs", size=8),
            )
            for y, name in zip(rows, TEAM, strict=True)
        ],
        text(366, 142, "their", "small", "theirs"),
        text(362, 158, "people", "small", "theirs"),
        [person(x, 250, "quiet", size=5) for x in (72, 92, 112, 132, 152)],
        text(166, 255, "extended: legal, HR, supply…", "small"),
        text(72, 278, "called in for a task", "small", "quiet"),
        caption="◆ leads. Each core member has a named partner. The sponsor (ring) is nobody’s "
        "boss here.",
    )


def kam_two_faces() -> h.Element:
    """The account manager between firm and customer, with five roles on the side each faces."""
    inward = ("Co-ordinator of / the whole offer", "Promoter of KAM / inside")
    outward = ("Relationship / builder", "Organiser of / exchanges")
    return drawing(
        "kam-two-faces",
        "A job that faces two ways",
        "The key account manager stands between the firm and the customer. Facing in: co-ordinator "
        "of the whole offer, promoter of KAM. Facing out: relationship builder, organiser of "
        "exchanges. In the middle: owner of growth and profit.",
        236,
        box(4, 8, 176, 172, "", "plain"),
        box(220, 8, 176, 172, "", "theirs"),
        text(16, 30, "Your firm", "ours"),
        text(384, 30, "The customer", "theirs", anchor="end"),
        [box(12, 44 + 66 * place, 136, 52, name) for place, name in enumerate(inward)],
        [box(252, 44 + 66 * place, 136, 52, name, "plain") for place, name in enumerate(outward)],
        arrow((184, 104), (152, 72)),
        arrow((184, 104), (152, 136)),
        arrow((216, 104), (248, 72)),
        arrow((216, 104), (248, 136)),
        line((200, 124), (200, 194), of=["strong"]),
        manager(200, 104, size=22),
        box(88, 194, 224, 34, "Owner of growth and profit", "filled"),
        caption="Five roles after Holt and McDonald. On which side each stands is our reading.",
    )


def joint_team() -> h.Element:
    """Three degrees: two teams that meet, a team with guests, one team from two firms."""
    names = ("We meet", "You visit", "We share")
    return drawing(
        "joint-team",
        "Three ways to work as one team",
        "First, two teams meet in pairs. Second, two of the customer’s people sit in our team’s "
        "review. Third, one team of people from both firms.",
        146,
        [
            text(66 + 134 * place, 140, name, "bold", anchor="middle")
            for place, name in enumerate(names)
        ],
        box(6, 14, 48, 104, ""),
        box(78, 14, 48, 104, "", "theirs"),
        [line((30, y), (102, y), of=["contact", "strong"]) for y in (38, 66, 94)],
        [(person(30, y), person(102, y, "theirs")) for y in (38, 66, 94)],
        box(146, 14, 108, 104, ""),
        [person(172, y) for y in (38, 66, 94)],
        [
            (person(228, y, "theirs"), line((262, y), (238, y), of=["theirs", "asks"]))
            for y in (52, 80)
        ],
        box(280, 14, 108, 104, "", "plain"),
        [
            (
                person(310, y, "" if y != 66 else "theirs"),
                person(358, y, "theirs" if y != 66 else ""),
            )
            for y in (38, 66, 94)
        ],
        caption="Petrol: your people. Red: the customer’s. The degrees are ours.",
    )


def who_is_who() -> h.Element:
    """The people of a programme on one page."""
    return drawing(
        "who-is-who",
        "Who is who in a key account programme",
        "The account manager in the middle with a team. Facing them, their partners at the "
        "customer. Behind stand sponsor and programme office, above the board.",
        266,
        box(90, 8, 160, 32, "Board"),
        line((170, 40), (170, 60)),
        box(8, 62, 96, 40, "Programme / office", "plain"),
        text(170, 77, "sponsor", anchor="middle"),
        sponsor(170, 94),
        line((170, 104), (170, 152), of=["asks"]),
        line((56, 102), (150, 160), of=["asks"]),
        curve("M90 24H56V62"),
        [
            (
                line((x, y), (170, 166)),
                person(x, y, size=8),
            )
            for x, y in ((110, 216), (150, 226), (190, 226), (230, 216))
        ],
        text(170, 256, "team", anchor="middle"),
        [
            (line((x, y), (tx, ty), of=["contact"]), person(tx, ty, "theirs", size=7))
            for (x, y), (tx, ty) in (
                ((230, 216), (330, 216)),
                ((190, 226), (330, 240)),
                ((170, 94), (330, 94)),
            )
        ],
        line((170, 166), (330, 166), of=["contact", "strong"]),
        person(330, 166, "theirs", size=9),
        manager(170, 166, size=14),
        text(192, 152, "account manager", "small", "halo"),
        text(342, 99, "their head", "small", "theirs"),
        text(342, 171, "their lead", "small", "theirs"),
        text(342, 228, "partners", "small", "theirs"),
        caption="◆ leads the account. Broken line: helps, does not command.",
    )


def seller_or_manager() -> h.Element:
    """Two sets of skills that overlap in a small part."""
    return drawing(
        "seller-or-manager",
        "A seller and an account manager share some skills",
        "Two fields that overlap. Selling: closing, pace, own target. Account management: "
        "planning, leading a team, patience. Shared: listening, knowing the customer.",
        222,
        curve("M148 20a80 80 0 1 0 .1 0Z", of=["strong"]),
        curve("M252 20a80 80 0 1 0 .1 0Z", of=["strong", "theirs"]),
        text(104, 14, "Seller", "bold", "halo", anchor="middle"),
        text(296, 14, "Account manager", "bold", "halo", anchor="middle"),
        [
            text(112, 78 + 24 * place, word, anchor="middle")
            for place, word in enumerate(("closing", "pace", "own target"))
        ],
        [
            text(288, 78 + 24 * place, word, anchor="middle")
            for place, word in enumerate(("planning", "leading", "patience"))
        ],
        manager(200, 78, size=9),
        line((200, 92), (200, 194), of=["contact"]),
        text(200, 210, "both: listen, know the customer", "halo", anchor="middle"),
        caption="Our drawing. The shared part is smaller than a promotion from one to the other "
        "assumes.",
    )
