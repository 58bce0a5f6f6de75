"""How people stand: loyalties, worries, kinds of executive, kinds of office."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    arrow,
    bar,
    box,
    drawing,
    line,
    lines,
    manager,
    person,
    text,
)

LOYALTIES: Sequence[tuple[str, str, int, int]] = (
    ("Partisan", "firm first", 0, 0),
    ("Arbiter", "true to both", 1, 0),
    ("Self-server", "true to neither", 0, 1),
    ("Renegade", "customer first", 1, 1),
)
"""Wilson and Millman's positions (fact E095), with column and row."""


def four_loyalties() -> h.Element:
    """Loyalty to the employer against loyalty to the account."""
    return drawing(
        "four-loyalties",
        "Four positions between two loyalties",
        "A square. Upward, loyalty to the employer; to the right, to the account. Partisan: "
        "high and low. Arbiter: high and high. Self-server: low and low. Renegade: low and high.",
        244,
        [
            (
                box(
                    70 + 160 * column,
                    8 + 96 * row,
                    152,
                    88,
                    "",
                    "filled" if name == "Arbiter" else "plain",
                ),
                text(
                    146 + 160 * column,
                    48 + 96 * row,
                    name,
                    "bold",
                    "on-ours" if name == "Arbiter" else "",
                    anchor="middle",
                ),
                text(
                    146 + 160 * column,
                    68 + 96 * row,
                    what,
                    "small",
                    "on-ours" if name == "Arbiter" else "",
                    anchor="middle",
                ),
            )
            for name, what, column, row in LOYALTIES
        ],
        arrow((58, 192), (58, 10), of=["contact"]),
        arrow((70, 204), (380, 204), of=["contact"]),
        [
            text(50, 90 + 16 * place, word, "small", anchor="end")
            for place, word in enumerate(("loyal", "to the", "firm"))
        ],
        text(226, 224, "loyal to the account", "small", anchor="middle"),
        caption="After Wilson and Millman. The arbiter holds both loyalties at once.",
    )


def four_worries() -> h.Element:
    """What team members raise, in falling order."""
    worries = ("Pay", "Disputes and feedback", "How goals are set", "Word about strategy")
    return drawing(
        "four-worries",
        "What team members worry about, most first",
        "Four steps of falling height: " + "; ".join(worries) + ".",
        188,
        [
            (
                bar(
                    8 + 96 * place,
                    16 + 30 * place,
                    90,
                    108 - 30 * place,
                    "" if place == 0 else "soft",
                ),
                lines(8 + 96 * place, 144, worry, 12, "bold" if place == 0 else ""),
            )
            for place, worry in enumerate(worries)
        ],
        line((4, 124), (396, 124), of=["contact"]),
        caption="The order is from Cespedes (1992), as Woodburn reports it. The heights show order "
        "only.",
    )


EXECUTIVES: Sequence[tuple[str, str]] = (
    ("Hands-off", "No dates in the diary"),
    ("Social visitor", "Dinners, no notes"),
    ("Dealmaker", "Comes when there is something to sign"),
    ("Loose cannon", "Promises first, asks afterwards"),
    ("Growth champion", "Knows the plan, clears the way"),
)
"""Capon and Senn's five types (fact E074); the scenes are ours."""


def five_executives() -> h.Element:
    """How five types of executive meet a customer."""
    ties: Sequence[Sequence[str]] = (
        ["lost"],
        ["asks"],
        ["theirs"],
        ["theirs", "strong"],
        ["strong"],
    )
    return drawing(
        "five-executives",
        "Five kinds of executive at the customer’s door",
        " ".join(f"{name}: {scene}." for name, scene in EXECUTIVES),
        268,
        [
            (
                line((30, 28 + 52 * place), (86 if place else 52, 28 + 52 * place), of=tie),
                person(24, 28 + 52 * place, "" if place == 4 else "quiet", size=9),
                person(98, 28 + 52 * place, "theirs", size=9),
                text(124, 24 + 52 * place, name, "bold", "ours" if place == 4 else ""),
                text(124, 43 + 52 * place, scene, "small"),
            )
            for place, ((name, scene), tie) in enumerate(zip(EXECUTIVES, ties, strict=True))
        ],
        caption="The names are Capon and Senn’s. The scenes are our reading of the names.",
    )


def two_offices() -> h.Element:
    """Forms that flow up, or help that flows down."""
    return drawing(
        "two-offices",
        "Two kinds of programme office",
        "On the left, forms flow up from three account teams to an office. On the right, help "
        "flows down from an office to three account teams.",
        196,
        [
            (
                box(34 + shift, 10, 130, 36, "Office", look),
                [manager(48 + shift + 51 * place, 136, size=12) for place in range(3)],
                text(99 + shift, 190, name, "bold", anchor="middle"),
            )
            for shift, name, look in (
                (0, "Forms flow up", "plain"),
                (203, "Help flows down", "filled"),
            )
        ],
        [arrow((48 + 51 * place, 120), (70 + 29 * place, 50), of=["lost"]) for place in range(3)],
        [box(51 + 39 * place, 72, 18, 24, "", "lost") for place in range(3)],
        [
            arrow((273 + 29 * place, 50), (251 + 51 * place, 120), of=["strong"])
            for place in range(3)
        ],
        text(302, 92, "method, skill", "small", "halo", anchor="middle"),
        text(99, 166, "account teams", "small", anchor="middle"),
        text(302, 166, "account teams", "small", anchor="middle"),
        caption="Ask of every form: who reads it, and what did they do?",
    )
