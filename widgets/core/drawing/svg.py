"""What every chart is drawn with: elements of SVG, and the axis from 0 to 4."""

import htpy as h

from widgets.core.drawing.html import kept
from widgets.core.model.maturity import TOP

WIDTH = 400
"""Width of a chart in its own units; the drawing scales with the column it stands in."""

MARGIN = 12
"""Units left free beside the axis, on both sides."""


def element(name: str, attributes: dict[str, str], *children: h.Node) -> h.Element:
    """An element of SVG; its name and attributes are ours, its children are escaped."""
    return h.Element(name)(attributes)[children]


def drawing(id: str, title: str, description: str, height: int, *parts: h.Node) -> h.Element:
    """A whole chart as one image, with its title and its description."""
    return h.svg(
        ".kam-chart",
        viewBox=f"0 0 {WIDTH} {height}",
        role="img",
        aria_labelledby=f"{id}-title {id}-desc",
    )[
        element("title", {"id": f"{id}-title"}, title),
        element("desc", {"id": f"{id}-desc"}, description),
        parts,
    ]


def x_of(value: float) -> float:
    """Where `value`, 0 to 4, stands on the axis across a chart."""
    return round(MARGIN + value / TOP * (WIDTH - 2 * MARGIN), 2)


def words(kind: str, x: float, y: float, text: str, anchor: str = "start") -> h.Element:
    """A line of text at a place."""
    attributes = {"class": kind, "x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor}
    return element("text", attributes, text)


@kept
def grid(height: int) -> h.Node:
    """The axis: a line and a number for each rung."""
    return [
        (
            element(
                "line",
                {
                    "class": "kam-chart__axis",
                    "x1": f"{x_of(rung):g}",
                    "x2": f"{x_of(rung):g}",
                    "y1": "18",
                    "y2": str(height),
                },
            ),
            words("kam-chart__tick", x_of(rung), 12, str(rung), "middle"),
        )
        for rung in range(TOP + 1)
    ]
