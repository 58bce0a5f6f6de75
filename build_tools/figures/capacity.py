"""What an account costs, and how many a firm can carry."""

from collections.abc import Sequence
from itertools import accumulate

import htpy as h

from build_tools import ROOT
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
from build_tools.guide import sums

DAYS: Sequence[tuple[str, str]] = (
    ("account manager", "manager-days"),
    ("team members", "team-days"),
    ("sponsor", "sponsor-days-year"),
    ("programme", "head-days"),
)
"""Who spends days on one invented account, and the quantity that start/what-it-costs.md shows."""


SCALE = 1.3
"""Height of a day."""


PLACE = 46
"""Width of a place in the list."""


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
    found = sums.read(ROOT / "docs" / "model")
    days = [int(found[id].amount) for _, id in DAYS]
    named = [f"{name}, {found[id].shown} days" for name, id in DAYS]
    return drawing(
        "cost-iceberg",
        "What one account costs in days, above the line and below",
        "A stacked bar, to scale. Above the line: "
        + f"{named[0]}. Below it: {'; '.join(named[1:])}.",
        292,
        [
            (
                bar(40, 32 + SCALE * before, 130, SCALE * own - 2, "" if place == 0 else "soft"),
                text(184, 37 + SCALE * (before + own / 2), f"{name}: {own} days"),
            )
            for place, ((name, _), own, before) in enumerate(
                zip(DAYS, days, accumulate(days, initial=0), strict=False)
            )
        ],
        line((20, 31 + SCALE * days[0]), (392, 31 + SCALE * days[0]), of=["strong", "theirs"]),
        text(40, 20, "in the budget", "small", "quiet"),
        text(
            392, 45 + SCALE * days[0], "not in any budget", "small", "theirs", "halo", anchor="end"
        ),
        caption="The invented account of this page, in days a year, to scale.",
    )


def sponsor_capacity() -> h.Element:
    """The days leaders can give set the ceiling on the number of key accounts."""
    leaders = (6, 3, 2, 3)
    for_one = int(sums.read(ROOT / "docs" / "model")["sponsor-days"].amount)
    places = [days // for_one for days in leaders]
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
                        "" if day < places[row] * for_one else "soft",
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
    found = sums.read(ROOT / "docs" / "model")
    sponsors, managers = found["sponsor-places"], found["manager-places"]
    limit = float(found["limit"].amount)
    return drawing(
        "two-ceilings",
        "Two ceilings; the lower one counts",
        f"Two bars to scale: sponsor places, {sponsors.shown}, and manager places, "
        f"{managers.shown}. The lower bar is the limit for the list of key accounts.",
        168,
        [
            (
                text(8, 22 + 52 * place, f"{name}: {value.shown}"),
                bar(8, 30 + 52 * place, PLACE * float(value.amount), 18, look),
            )
            for place, (name, value, look) in enumerate(
                (("Sponsor places", sponsors, ""), ("Manager places", managers, "soft"))
            )
        ],
        line((8 + PLACE * limit, 10), (8 + PLACE * limit, 164), of=["strong", "theirs"]),
        [
            box(8 + PLACE * spot + 4, 128, PLACE - 8, 26, "", "theirs" if spot < limit else "lost")
            for spot in range(8)
        ],
        text(8, 122, "The list", "small", "quiet"),
        text(2 + PLACE * limit, 122, "the limit", "small", "theirs", anchor="end"),
        caption="The sum of this page. A fifth account manager would change nothing; a seventh "
        "sponsor place would.",
    )
