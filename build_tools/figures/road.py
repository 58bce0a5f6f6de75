"""Time: the four phases, value against the quarter, the first hundred days, the levels."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import (
    LINE,
    box,
    curve,
    drawing,
    head,
    line,
    lines,
    person,
    text,
)

PHASES: Sequence[tuple[str, str, str]] = (
    ("Scoping", "Is there a case?", "Customer says yes; a leader has booked days."),
    ("Introducing", "Two or three accounts.", "An outsider has checked how they run."),
    ("Embedding", "Everyone else changes.", "It runs while a key person is away."),
    ("Optimising", "Earn it again each year.", "Each year: go on, hold or stop."),
)
"""The phases of Cranfield's guide (fact E033); what stands at each gate is ours."""

STRETCH = 108


def the_road() -> h.Element:
    """Four stretches, a gate after each, and a way back."""
    return drawing(
        "the-road",
        "The road in four stretches, with gates",
        "A road runs down through four stretches. "
        + " ".join(f"{name}: {what} Gate: {gate}" for name, what, gate in PHASES)
        + " At each gate a way leads back.",
        8 + STRETCH * 4,
        line((48, 8), (48, 4 + STRETCH * 4 - 8), of=["road"]),
        [_stretch(place, *phase) for place, phase in enumerate(PHASES)],
        caption="Four stretches. A bar is a gate: what must be proved before you go on. "
        "Broken lines are ways back.",
    )


def _stretch(place: int, name: str, what: str, gate: str) -> h.Node:
    top = 8 + STRETCH * place
    bottom = top + STRETCH - 22
    return (
        person(48, top + 20, "open", size=11),
        text(48, top + 25, str(place + 1), "small", anchor="middle"),
        text(78, top + 20, name, "bold"),
        text(78, top + 20 + LINE, what),
        line((30, bottom), (66, bottom), of=["wall"]),
        text(78, bottom + 5, gate, "small", "ours"),
        place > 0
        and (
            curve(f"M28 {bottom - 6}C2 {bottom - 20} 2 {top - 40} 32 {top - 70}", of=["lost"]),
            head((18, top - 60), (32, top - 70), of=["theirs"]),
        ),
    )


def value_against_the_quarter() -> h.Element:
    """Costs first, value late, and the line of the quarter's report."""
    return _value(
        "value-against-the-quarter",
        "Value comes late; the quarter asks early",
        "the quarter’s report asks here",
        "A sketch without scale. Nobody can give you the date on which the lines cross.",
    )


def value_curve() -> h.Element:
    """Cost at once and value late, with the stretch in which patience is tested."""
    return _value(
        "value-curve",
        "Where patience is tested",
        "patience is tested here",
        "A sketch without scale or dates. The shaded stretch is where cost shows and value does "
        "not.",
    )


def _value(slug: str, title: str, early: str, caption: str) -> h.Element:
    return drawing(
        slug,
        title,
        "Cost starts at once and stays level. Value starts low, passes cost late and rises on. "
        f"In the early stretch, before they cross: {early}. No numbers on the axes.",
        236,
        box(44, 40, 150, 158, "", "shade"),
        [
            line((44 + 37.5 * tick, 198), (44 + 37.5 * tick, 204), of=["contact"])
            for tick in range(10)
        ],
        line((30, 10), (30, 198), (392, 198), of=["contact"]),
        curve("M30 198C36 120 60 110 110 110H392", of=["strong", "theirs"]),
        curve("M30 196C150 192 210 170 268 110S350 34 392 20", of=["strong"]),
        lines(119, 60, early, 20, "bold", anchor="middle"),
        text(384, 128, "cost", "theirs", anchor="end"),
        text(330, 34, "value", "ours", anchor="end"),
        text(392, 224, "quarter after quarter", "small", anchor="end"),
        text(30, 224, "start", "small"),
        caption=caption,
    )


def hundred_days() -> h.Element:
    """Three stretches; customers come last."""
    bands = (
        ("Listen and narrow", "leaders, those who may lose, a champion", 0),
        ("Settle it inside", "operations, finance, sponsors", 1),
        ("Go to the customer", "two or three customers", 2),
    )
    return drawing(
        "hundred-days",
        "The first hundred days: customers come last",
        "Three bands one after another. First listen and narrow, with leaders and those who may "
        "lose. Then settle it inside, with operations, finance and sponsors. Last go to the "
        "customer.",
        222,
        [
            (
                box(8 + 40 * place, 12 + 66 * place, 304, 52, "", "theirs" if place == 2 else ""),
                text(22 + 40 * place, 34 + 66 * place, name, "bold"),
                text(22 + 40 * place, 53 + 66 * place, who, "small"),
            )
            for name, who, place in bands
        ],
        [
            (
                line(
                    (24 + 40 * place, 64 + 66 * place),
                    (24 + 40 * place, 104 + 66 * place),
                    (46 + 40 * place, 104 + 66 * place),
                ),
                head((30 + 40 * place, 104 + 66 * place), (47 + 40 * place, 104 + 66 * place)),
            )
            for place in range(2)
        ],
        text(392, 218, "day one hundred", "small", "quiet", anchor="end"),
        caption="Three stretches. The customer’s band (red) is the last one.",
    )


LEVELS: Sequence[tuple[str, str]] = (
    ("In name", "Nothing to kill."),
    ("Reasoned", "One busy quarter."),
    ("Running", "One departure, one new boss."),
    ("Rooted", "Only a decision at the top."),
    ("Renewing", "A change of strategy."),
)
"""Each level with what would kill it, shortened from docs/model/model.yaml."""


def levels_staircase() -> h.Element:
    """Five levels as steps; the way down is as real as the way up."""
    return drawing(
        "levels-staircase",
        "Five levels, told apart by what would kill the programme",
        "Steps from level 0 to level 4. "
        + " ".join(f"Level {level}, {name}: {kills}" for level, (name, kills) in enumerate(LEVELS))
        + " Broken lines lead down from every step.",
        318,
        [_step(level, *words) for level, words in enumerate(LEVELS)],
        [
            (
                curve(f"M{30 + 36 * level} {276 - 60 * level}q-18 6-18 36", of=["lost"]),
                head(
                    (12 + 36 * level, 300 - 60 * level),
                    (12 + 36 * level, 314 - 60 * level),
                    of=["theirs"],
                ),
            )
            for level in range(1, 5)
        ],
        text(8, 20, "What would kill it?", "bold"),
        text(8, 38, "The way down is real.", "small", "theirs"),
        caption="A staircase that can go down. Score it again to see which way you are going.",
    )


def _step(level: int, name: str, kills: str) -> h.Node:
    left, top = 30 + 36 * level, 256 - 60 * level
    return (
        box(left, top, 392 - left, 54, ""),
        text(left + 12, top + 22, f"{level}  {name}", "bold"),
        text(left + 12, top + 42, kills, "small"),
    )
