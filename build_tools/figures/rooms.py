"""The rooms of the code as a stack, drawn from the table that every import is held against."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import box, drawing, text
from build_tools.rooms import BUILD, CORE, Room

ROW = 27
HEAD = 26


def rooms() -> h.Element:
    """Two stacks, the ground at the bottom; a room may know those below it."""
    height = HEAD + ROW * len(CORE) + 2
    return drawing(
        "rooms",
        "The rooms of the code, from the ground up",
        f"Two stacks. What runs in the browser: {_named(CORE)}. What builds the site: "
        f"{_named(BUILD)}. Each room may know those named before it. Shaded rooms rest on the "
        "standard library alone; a dot marks those that come with the first widgets.",
        height,
        _stack(8, "widgets/core", CORE, height),
        _stack(210, "build_tools", BUILD, height),
        caption="A room may know those below it. Shaded: the standard library alone. "
        "•: comes with the first widgets.",
    )


def _named(table: Sequence[Room]) -> str:
    return ", ".join(room.name for room in table)


def _stack(x: float, name: str, table: Sequence[Room], height: float) -> h.Node:
    top = height - ROW * len(table) - 2
    return [
        text(x + 91, top - 8, name, anchor="middle"),
        [
            box(x, height - ROW * (at + 1) - 2, 182, ROW - 3, _label(room), *_variants(room))
            for at, room in enumerate(table)
        ],
    ]


def _label(room: Room) -> str:
    return f"{room.name} •" if room.archive == "first" else room.name


def _variants(room: Room) -> tuple[str, ...]:
    return ("shade",) if room.pure else ("plain",)
