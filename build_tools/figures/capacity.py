"""What an account costs, and how many a firm can carry."""

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

DAYS: Sequence[tuple[str, int]] = (
    ("account manager", 60),
    ("team members", 48),
    ("sponsor", 36),
    ("programme", 12),
)
"""Days a year of one invented account, as start/what-it-costs.md works them out."""


SCALE = 1.35
"""Height of a day."""


PLACE = 46
"""Width of a place in the list."""


PER_PLACE = 3
"""Days a sponsor needs for one account in our example (fact E366: two to four a month)."""


def in_and_out() -> h.Element:
    """A list with few places: accounts arrive, accounts leave."""
    return drawing(
        "in-and-out",
        "A list with few places",
        "A box with six places holds this year’s key accounts. Two accounts arrive from the left; "
        "two leave to the right for ordinary good service.",
        176,
        box(132, 30, 136, 112, ""),
        text(200, 18, "this year’s list", "bold", anchor="middle"),
        [
            box(144 + 60 * (place % 2), 42 + 32 * (place // 2), 52, 24, "", "theirs")
            for place in range(6)
        ],
        [box(20, 54 + 44 * place, 52, 24, "", "theirs") for place in range(2)],
        [box(328, 54 + 44 * place, 52, 24, "", "lost") for place in range(2)],
        [arrow((78, 66 + 44 * place), (128, 66 + 44 * place), of=["strong"]) for place in range(2)],
        [arrow((272, 66 + 44 * place), (322, 66 + 44 * place), of=["asks"]) for place in range(2)],
        text(46, 164, "chosen", "small", anchor="middle"),
        lines(354, 146, "back to good ordinary service", 16, "small", anchor="middle"),
        caption="The number of places is set by what you can carry. Each arrival needs a place.",
    )


def cost_iceberg() -> h.Element:
    """The days of one account (worked example of start/what-it-costs.md), to scale."""
    return drawing(
        "cost-iceberg",
        "What one account costs in days, above the line and below",
        "A stacked bar, to scale. Above the line: "
        + "; below it: ".join(f"{name}, {days} days" for name, days in DAYS)
        + ".",
        250,
        [
            (
                bar(40, 32 + SCALE * before, 130, SCALE * days - 2, "" if place == 0 else "soft"),
                text(184, 37 + SCALE * (before + days / 2), f"{name}: {days} days"),
            )
            for place, ((name, days), before) in enumerate(
                zip(DAYS, (0, 60, 108, 144), strict=True)
            )
        ],
        line((20, 31 + SCALE * 60), (392, 31 + SCALE * 60), of=["strong", "theirs"]),
        text(40, 20, "in the budget", "small", "quiet"),
        text(392, 49 + SCALE * 60, "not in any budget", "small", "theirs", "halo", anchor="end"),
        caption="The invented account of this page, in days a year, to scale.",
    )


def sponsor_capacity() -> h.Element:
    """The days leaders can give set the ceiling on the number of key accounts."""
    leaders = (6, 3, 2, 3)
    places = [days // PER_PLACE for days in leaders]
    return drawing(
        "sponsor-capacity",
        "Leaders’ days set the ceiling",
        "An example. Four leaders give six, three, two and three days. Where one place takes three "
        "days, that makes two, one, no and one place: four accounts. Two more stay off the list.",
        262,
        text(8, 18, "Days each leader gives", "bold"),
        [
            (
                person(20, 44 + 32 * row, size=8),
                [
                    bar(
                        40 + 22 * day,
                        36 + 32 * row,
                        18,
                        16,
                        "" if day < places[row] * PER_PLACE else "soft",
                    )
                    for day in range(days)
                ],
                text(392, 49 + 32 * row, _places(places[row]), anchor="end"),
            )
            for row, days in enumerate(leaders)
        ],
        line((8, 168), (392, 168), of=["contact"]),
        text(8, 194, "Key accounts", "bold"),
        [
            manager(24 + 42 * place, 222, "" if place < sum(places) else "gone", size=14)
            for place in range(6)
        ],
        line((171, 200), (171, 244), of=["strong", "theirs"]),
        text(182, 194, "the ceiling", "theirs"),
        text(284, 227, "not this year", "small", "quiet"),
        caption="An invented example in which one account takes three days. Pale blocks make no "
        "place: half a sponsor is a name on a chart.",
    )


def _places(count: int) -> str:
    return {0: "no place", 1: "one place", 2: "two places"}.get(count, f"{count} places")


def two_ceilings() -> h.Element:
    """Sponsor places and manager places (the sum of implement/how-many-accounts.md)."""
    return drawing(
        "two-ceilings",
        "Two ceilings; the lower one counts",
        "Two bars to scale: sponsor places, 6, and manager places, 7.8. The lower bar is the "
        "limit for the list of key accounts.",
        168,
        [
            (
                text(8, 22 + 52 * place, f"{name}: {value:g}"),
                bar(8, 30 + 52 * place, PLACE * value, 18, look),
            )
            for place, (name, value, look) in enumerate(
                (("Sponsor places", 6.0, ""), ("Manager places", 7.8, "soft"))
            )
        ],
        line((8 + PLACE * 6, 10), (8 + PLACE * 6, 164), of=["strong", "theirs"]),
        [
            box(8 + PLACE * spot + 4, 128, PLACE - 8, 26, "", "theirs" if spot < 6 else "lost")
            for spot in range(8)
        ],
        text(8, 122, "The list", "small", "quiet"),
        text(2 + PLACE * 6, 122, "the limit", "small", "theirs", anchor="end"),
        caption="The sum of this page. A fifth account manager would change nothing; a seventh "
        "sponsor place would.",
    )
