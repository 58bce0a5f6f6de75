"""A drawing as a PNG, painted by Pillow: a rectangle, a circle and a path are lines and fields.

Our figures have five kinds of part and no more, so that nothing but what draws preview images is
needed.  A test holds each picture against what a browser makes of the same drawing.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import pairwise
from math import cos, hypot, pi, sin
from xml.etree import ElementTree

from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import parse_path
from PIL import Image, ImageDraw, ImageFont

from build_tools.pictures.drawn import SCALE

FINER = 3
"""A picture is painted larger by this much and made smaller, so that its slants are smooth."""
WEIGHTS = (400, 650)
"""Weights of the typeface that drawings use."""

_MEASURES = ("x", "y", "width", "height", "cx", "cy", "r", "rx", "x1", "y1", "x2", "y2")
_STEPS = 12
"""Straight pieces of a curve."""

type Point = tuple[float, float]
type Line = tuple[list[Point], bool]
"""Points, and whether the last is joined to the first."""


class _Flat(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Turns a path into lines."""

    def __init__(self) -> None:
        super().__init__(None)
        self.found: list[Line] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802 - the pen's own names
        self.found.append(([point], False))

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        self.found[-1][0].append(point)

    def _curveToOne(self, one: Point, two: Point, end: Point) -> None:  # noqa: N802
        points = self.found[-1][0]
        start = points[-1]
        for step in range(1, _STEPS + 1):
            t = step / _STEPS
            shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            points.append(_mixed(shares, (start, one, two, end)))

    def _closePath(self) -> None:  # noqa: N802
        self.found[-1] = (self.found[-1][0], True)


def _mixed(shares: Sequence[float], points: Sequence[Point]) -> Point:
    return (
        sum(share * x for share, (x, _) in zip(shares, points, strict=True)),
        sum(share * y for share, (_, y) in zip(shares, points, strict=True)),
    )


@cache
def typeface(source: bytes, weight: int, size: float) -> ImageFont.FreeTypeFont:
    """A typeface of variable weight as Pillow writes with it, `size` in pixels."""
    face = ImageFont.truetype(BytesIO(source), size)
    face.set_variation_by_axes([weight])
    return face


def png(drawing: ElementTree.Element, source: bytes) -> bytes:
    """`drawing` as `alone` gives it, painted; `source` is the typeface, of variable weight."""
    left, top, width, height = (float(part) for part in drawing.attrib["viewBox"].split())
    unit = SCALE * FINER
    image = Image.new("RGB", (round(width * unit), round(height * unit)))
    brush = _Brush(ImageDraw.Draw(image), (left, top), unit, source)
    for part in drawing:
        if part.tag == "text":
            brush.words(part)
        elif part.tag not in ("title", "desc"):
            brush.shape(part)
    packed = BytesIO()
    small = image.reduce(FINER).quantize(colors=64, dither=Image.Dither.NONE)
    small.save(packed, "png", compress_level=7)  # the highest takes six times as long for a tenth
    return packed.getvalue()


class _Brush:
    def __init__(self, draw: ImageDraw.ImageDraw, corner: Point, unit: int, source: bytes) -> None:
        self._draw, self._corner, self._unit, self._source = draw, corner, unit, source

    def _at(self, points: Sequence[Point]) -> list[Point]:
        x, y = self._corner
        return [((px - x) * self._unit, (py - y) * self._unit) for px, py in points]

    def words(self, part: ElementTree.Element) -> None:
        """A line of text, with a halo where it has one."""
        said = part.attrib
        weight = WEIGHTS[1] if int(said.get("font-weight", "400")) > 500 else WEIGHTS[0]
        size = float(said["font-size"]) * self._unit
        face = typeface(self._source, weight, size)
        anchor = {"start": "ls", "middle": "ms", "end": "rs"}[said.get("text-anchor", "start")]
        (at,) = self._at([(float(said["x"]), float(said["y"]))])
        halo = float(said.get("stroke-width", "0")) / 2 * self._unit
        self._draw.text(
            at,
            part.text or "",
            fill=said["fill"],
            font=face,
            anchor=anchor,
            stroke_width=round(halo),
            stroke_fill=said.get("stroke"),
        )

    def shape(self, part: ElementTree.Element) -> None:
        """A field, and the line around it or through it."""
        fill, stroke = part.attrib.get("fill", "none"), part.attrib.get("stroke", "none")
        lines = list(_lines(part))
        for points, _ in lines:
            if fill != "none" and len(points) > 2:
                self._draw.polygon(self._at(points), fill=fill)
        if stroke == "none":
            return
        width = max(1, round(float(part.attrib.get("stroke-width", "1")) * self._unit))
        dashes = [float(d) for d in part.attrib.get("stroke-dasharray", "").split()]
        for points, closed in lines:
            whole = [*points, points[0], points[1]] if closed else points
            if not dashes:
                self._draw.line(self._at(whole), fill=stroke, width=width, joint="curve")
            for dash in _dashed(whole[:-1] if closed else whole, dashes) if dashes else ():
                self._draw.line(self._at(dash), fill=stroke, width=width, joint="curve")


def _lines(part: ElementTree.Element) -> Iterator[Line]:
    said = {name: float(part.attrib.get(name, "0")) for name in _MEASURES}
    if part.tag == "line":
        yield [(said["x1"], said["y1"]), (said["x2"], said["y2"])], False
    elif part.tag == "circle":
        yield _arc((said["cx"], said["cy"]), said["r"], 0, 48, 48), True
    elif part.tag == "rect":
        round_by = min(said["rx"], said["width"] / 2, said["height"] / 2)
        x, y = said["x"] + round_by, said["y"] + round_by
        right, low = x + said["width"] - 2 * round_by, y + said["height"] - 2 * round_by
        centres = ((right, low), (x, low), (x, y), (right, y))
        corners = [_arc(at, round_by, 4 * n, 4 * n + 4, 16) for n, at in enumerate(centres)]
        yield [point for corner in corners for point in corner], True
    else:
        pen = _Flat()
        parse_path(part.attrib["d"], pen)
        yield from (line for line in pen.found if len(line[0]) > 1)


def _arc(centre: Point, radius: float, first: int, last: int, of: int) -> list[Point]:
    x, y = centre
    turns = (2 * pi * step / of for step in range(first, last + 1))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def _dashed(points: Sequence[Point], dashes: Sequence[float]) -> Iterator[list[Point]]:
    """The pieces of a broken line that are drawn."""
    pattern = [*dashes, *dashes] if len(dashes) % 2 else list(dashes)
    turn, left, piece = 0, pattern[0], [points[0]]
    for (x, y), end in pairwise(points):
        start = (x, y)
        long = hypot(end[0] - x, end[1] - y)
        while long > left:
            share = left / long
            start = _mixed((1 - share, share), (start, end))
            if turn % 2 == 0:
                yield [*piece, start]
            long -= left
            turn, piece = turn + 1, [start]
            left = pattern[turn % len(pattern)]
        left -= long
        piece.append(end)
    if turn % 2 == 0 and len(piece) > 1:
        yield piece
