"""What the preview image of each tool shows: a drawing of what it does, and never a result.

Each is drawn in a square of `FIELD` units a side, from the corner at its top left.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from build_tools.site.tokens import light

FIELD = 400
"""Units of a motif's side; one unit is a pixel of the finished image."""

_FINER = 3
"""A motif is drawn larger by this much and made smaller, so that its slants are smooth."""

PAPER, INK, OURS, TINT, THEIRS, THEIR_TINT, EDGE, RULE = map(
    light, ("paper", "ink", "ours", "ours-tint", "theirs", "theirs-tint", "edge", "rule")
)

type Point = tuple[float, float]


class Pen:
    """Draws in units of the field on a larger ground."""

    def __init__(self, ground: Image.Image) -> None:
        self._draw = ImageDraw.Draw(ground)

    def line(self, start: Point, end: Point, colour: str = OURS, width: float = 3) -> None:
        """A line from one point to another."""
        self._draw.line(_scaled(start, end), fill=colour, width=round(width * _FINER))

    def dot(self, at: Point, radius: float, colour: str = OURS, fill: str = "") -> None:
        """A filled circle; with `fill`, a ring in `colour` around it."""
        (x, y), r = at, radius
        self._draw.ellipse(
            _scaled((x - r, y - r), (x + r, y + r)),
            fill=fill or colour,
            outline=colour,
            width=4 * _FINER,
        )

    def box(self, start: Point, end: Point, fill: str, edge: str = "") -> None:
        """A rectangle between two corners."""
        self._draw.rectangle(
            _scaled(start, end), fill=fill, outline=edge or None, width=3 * _FINER if edge else 0
        )

    def shape(self, points: Sequence[Point], fill: str) -> None:
        """A filled polygon."""
        self._draw.polygon(_scaled(*points), fill=fill)


def _scaled(*points: Point) -> list[Point]:
    return [(x * _FINER, y * _FINER) for x, y in points]


@dataclass(frozen=True, slots=True)
class Motif:
    """One drawing."""

    words: str
    """What it shows, for whoever does not see it: the end of a sentence."""
    draw: Callable[[Pen, Sequence[int]], None]
    """Takes how many practices each dimension has."""


def picture(motif: Motif, practices: Sequence[int]) -> Image.Image:
    """`motif` on paper; `practices` has the number of practices of each dimension."""
    ground = Image.new("RGB", (FIELD * _FINER, FIELD * _FINER), PAPER)
    motif.draw(Pen(ground), practices)
    return ground.resize((FIELD, FIELD), Image.Resampling.LANCZOS)


def _bars(pen: Pen, practices: Sequence[int]) -> None:
    step = FIELD / len(practices)
    for place in range(len(practices)):
        top = place * step + step * 0.2
        pen.box((0, top), (FIELD, top + step * 0.5), TINT)
        pen.box((0, top), (step * (place + 1), top + step * 0.5), OURS)


def _ladders(pen: Pen, practices: Sequence[int]) -> None:
    wide, rise = FIELD / len(practices), FIELD / (max(practices) + 1)
    for place, rungs in enumerate(practices):
        left, right = (place + 0.22) * wide, (place + 0.78) * wide
        top = FIELD - rise * (rungs + 0.6)
        for side in (left, right):
            pen.line((side, top), (side, FIELD), EDGE)
        for rung in range(rungs):
            height = FIELD - rise * (rung + 0.8)
            pen.line((left, height), (right, height), OURS, 8)


def _shapes(pen: Pen, _practices: Sequence[int]) -> None:
    rows = [10 + 36 * row for row in range(5)]
    for colour, tint, edge, middle in ((OURS, TINT, 12, 166), (THEIRS, THEIR_TINT, 388, 234)):
        pen.shape([(edge, rows[0]), (middle, rows[2]), (edge, rows[4])], tint)
        for row in rows:
            pen.line((edge, row), (middle, rows[2]), colour)
            pen.dot((edge, row), 9, colour)
        pen.dot((middle, rows[2]), 14, colour)
    pen.line((166, rows[2]), (234, rows[2]), INK, 4)
    low = [row + 226 for row in rows]
    for row in low:
        pen.line((138, row), (262, row), EDGE)
    for colour, tint, lead, front in ((OURS, TINT, 14, 138), (THEIRS, THEIR_TINT, 386, 262)):
        pen.shape([(lead, low[2]), (front, low[0]), (front, low[4])], tint)
        for row in low:
            pen.line((lead, low[2]), (front, row), colour)
            pen.dot((front, row), 9, colour)
        pen.dot((lead, low[2]), 14, colour)


def _team(pen: Pen, _practices: Sequence[int]) -> None:
    ours, theirs = ((3, 0), (4, 1), (2, 0)), ((0, 0), (1, 0), (3, 1))
    for row in range(3):
        base = 110 + 140 * row
        pen.line((0, base), (FIELD, base), EDGE)
        for rung in range(5):
            pen.line((24 + 88 * rung, base - 7), (24 + 88 * rung, base + 7), EDGE)
        for colour, placed in ((OURS, ours[row]), (THEIRS, theirs[row])):
            rung, more = placed
            for high in range(2 + more):
                pen.dot((24 + 88 * rung, base - 24 - 34 * high), 14, colour)


def _dumbbells(pen: Pen, _practices: Sequence[int]) -> None:
    for base, then, now, colour in ((120, 90, 330, OURS), (280, 310, 130, THEIRS)):
        pen.line((0, base), (FIELD, base), RULE)
        pen.line((then, base), (now, base), colour, 12)
        pen.dot((then, base), 26, colour, PAPER)
        pen.dot((now, base), 26, colour)


def _sheet(pen: Pen, _practices: Sequence[int]) -> None:
    pen.box((60, 0), (340, FIELD - 2), light("raised"), EDGE)
    pen.box((92, 40), (250, 62), OURS)
    for place, long in enumerate((216, 196, 206)):
        pen.box((92, 92 + 26 * place), (92 + long, 98 + 26 * place), RULE)
    for place, long in enumerate((60, 108, 156, 204)):
        pen.box((92, 196 + 46 * place), (308, 218 + 46 * place), TINT)
        pen.box((92, 196 + 46 * place), (92 + long, 218 + 46 * place), OURS)


MOTIFS: Mapping[str, Motif] = {
    "quick-scan.md": Motif("a bar for each dimension", _bars),
    "assessment.md": Motif("a ladder for each dimension, with a rung for each practice", _ladders),
    "choose.md": Motif("the bow-tie, joined in one pair, and the diamond, joined in five", _shapes),
    "team.md": Motif("what people of two functions say, as dots on three scales", _team),
    "compare.md": Motif("two lines, each from a ring for then to a dot for now", _dumbbells),
    "examples/": Motif("a sheet of paper with a result on it", _sheet),
}
"""The motif of each tool by its address; that of a folder serves all of its pages."""


def motif(address: str) -> Motif | None:
    """The motif of the page whose Markdown is at `address`; none for what is no tool."""
    folder = address.rpartition("/")[0] + "/"
    return MOTIFS.get(address) or MOTIFS.get(folder)
