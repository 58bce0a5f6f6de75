"""The shapes that all figures share, in one grammar; they know nothing about KAM's findings.

Ours is petrol, the customer's is madder.  A circle is a person, a diamond a key account manager,
a ring a sponsor; a full line is authority, a broken one asks, a thin one is contact.
Units are those of the drawing, which is always `WIDTH` wide; y grows downwards.
"""

from collections.abc import Iterable, Sequence
from math import hypot
from textwrap import wrap

import htpy as h

from widgets.core.drawing.svg import element

WIDTH = 400
LINE = 17
"""From one line of text to the next."""

MARK_TITLE = "Copy a link to this figure"
"""What the mark behind a caption is for."""

type Point = tuple[float, float]


def drawing(
    slug: str, title: str, desc: str, height: float, *shapes: h.Node, caption: str
) -> h.Element:
    """The figure `slug`: an SVG that a screen reader can name, and its caption."""
    return h.figure(".kam-figure", id=f"figure-{slug}")[
        h.svg(
            ".kam-drawing",
            viewBox=f"0 0 {WIDTH} {height:g}",
            role="img",
            aria_labelledby=f"figure-{slug}-title figure-{slug}-desc",
        )[
            element("title", {"id": f"figure-{slug}-title"}, title),
            element("desc", {"id": f"figure-{slug}-desc"}, desc),
            shapes,
        ],
        h.figcaption[
            caption,
            " ",
            h.a(".headerlink", href=f"#figure-{slug}", title=MARK_TITLE)["¶"],
        ],
    ]


def kind(part: str, *variants: str) -> str:
    """The classes of `part`: its own, and one for each variant that is not empty."""
    own = f"kam-drawing__{part}"
    return " ".join([own, *(f"{own}--{variant}" for variant in variants if variant)])


def text(x: float, y: float, words: str, *variants: str, anchor: str = "start") -> h.Element:
    """One line of text; variants: `bold`, `small`, `quiet`, `ours`, `theirs`, `on-ours`, `halo`."""
    return element(
        "text",
        {"class": kind("text", *variants), "x": f"{x:g}", "y": f"{y:g}", "text-anchor": anchor},
        words,
    )


def lines(
    x: float, y: float, words: str, width: int, *variants: str, anchor: str = "start"
) -> list[h.Element]:
    """Text in lines of at most `width` characters, the first at `y`."""
    return [
        text(x, y + LINE * place, line, *variants, anchor=anchor)
        for place, line in enumerate(wrap(words, width))
    ]


def box(
    x: float, y: float, width: float, height: float, label: str = "", *variants: str
) -> list[h.Element]:
    """A unit; ` / ` in the label parts its lines.

    Variants: `theirs`, `plain`, `filled`, `open`, `lost`, `shade`.
    """
    words = label.split(" / ") if label else []
    first = y + height / 2 + 5 - LINE * (len(words) - 1) / 2
    ink = "on-ours" if "filled" in variants else ""
    rect = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}", "rx": "2"}
    return [
        element("rect", {"class": kind("box", *variants), **rect}),
        *(
            text(x + width / 2, first + LINE * place, word, ink, anchor="middle")
            for place, word in enumerate(words)
        ),
    ]


def bar(x: float, y: float, width: float, height: float, *variants: str) -> h.Element:
    """A plain block of colour; variants: `soft`, `theirs`."""
    place = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}"}
    return element("rect", {"class": kind("bar", *variants), **place})


def person(x: float, y: float, *variants: str, size: float = 6) -> h.Element:
    """Somebody; variants: `theirs`, `quiet`, `ink`, `open`."""
    place = {"cx": f"{x:g}", "cy": f"{y:g}", "r": f"{size:g}"}
    return element("circle", {"class": kind("person", *variants), **place})


def manager(x: float, y: float, *variants: str, size: float = 11) -> h.Element:
    """A key account manager; variants: `part`, `pale`, `gone`, `warning`."""
    way = f"M{x:g} {y - size:g}l{size:g} {size:g}-{size:g} {size:g}-{size:g}-{size:g}Z"
    return element("path", {"class": kind("manager", *variants), "d": way})


def sponsor(x: float, y: float) -> list[h.Element]:
    """An executive sponsor: a person with a ring."""
    ring = {"cx": f"{x:g}", "cy": f"{y:g}", "r": "10"}
    return [element("circle", {"class": kind("ring"), **ring}), person(x, y, size=5)]


def line(*points: Point, of: Sequence[str] = ()) -> h.Element:
    """A line through `points`.

    Variants: `asks`, `contact`, `theirs`, `strong`, `lost`, `faint`, `wall`, `road`.
    """
    way = "M" + "L".join(f"{x:g} {y:g}" for x, y in points)
    return element("path", {"class": kind("line", *of), "d": way})


def fan(start: Point, ends: Iterable[Point], of: Sequence[str] = ()) -> list[h.Element]:
    """A line from `start` to each of `ends`."""
    return [line(start, end, of=of) for end in ends]


def arrow(start: Point, end: Point, of: Sequence[str] = ()) -> list[h.Element]:
    """A straight line with a head at `end`."""
    return [line(start, end, of=of), head(start, end, of)]


def head(start: Point, end: Point, of: Sequence[str] = ()) -> h.Element:
    """The head at `end` of a line that comes from the direction of `start`."""
    (x1, y1), (x2, y2) = start, end
    long = hypot(x2 - x1, y2 - y1)
    dx, dy = (x2 - x1) / long * 8, (y2 - y1) / long * 8
    left = (round(x2 - dx - dy / 2, 1), round(y2 - dy + dx / 2, 1))
    right = (round(x2 - dx + dy / 2, 1), round(y2 - dy - dx / 2, 1))
    return line(left, end, right, of=[variant for variant in of if variant != "asks"])


def curve(way: str, of: Sequence[str] = ()) -> h.Element:
    """A line along the SVG path `way`."""
    return element("path", {"class": kind("line", *of), "d": way})


def area(way: str, *variants: str) -> h.Element:
    """A filled field along the SVG path `way`; variant: `theirs`."""
    return element("path", {"class": kind("area", *variants), "d": way})
