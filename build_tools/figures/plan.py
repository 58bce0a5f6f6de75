"""The plan of a firm on which every option is drawn: management, a row of units, the customer."""

from collections.abc import Sequence

import htpy as h

from build_tools.figures.shapes import box, line

MIDDLES: Sequence[float] = (53, 151, 249, 347)
"""Where the four units stand."""

HALF = 44
TOP, SHELF, FLOOR, CUSTOMER = 38, 84, 114, 220
"""Below management, above the units, below the units, and where the customer begins."""


def management(x: float = 200) -> h.Node:
    """The one box above all."""
    return box(x - 84, 8, 168, 30, "General management")


def trunk(x: float = 200, *, to: Sequence[float] = MIDDLES) -> h.Node:
    """Full lines from management down to the units."""
    return [line((x, TOP), (x, 61), (unit, 61), (unit, SHELF)) for unit in to]


def functions() -> h.Node:
    """Sales, operations, technical, finance."""
    return _row("Sales", "Operations", "Technical", "Finance")


def countries() -> h.Node:
    """Four countries."""
    return _row("Country A", "Country B", "Country C", "Country D")


def customer(y: float = CUSTOMER, label: str = "The customer") -> h.Node:
    """The customer, along the lower edge."""
    return box(8, y, 384, 40, label, "theirs")


def _row(*names: str) -> h.Node:
    return [
        box(x - HALF, SHELF, 2 * HALF, 30, name) for x, name in zip(MIDDLES, names, strict=True)
    ]
