"""A figure that stands alone: its drawing with every colour written into it.

On a page the style sheet draws a figure.  In a wiki or on a slide there is none, so what
`figures.css` says of each part becomes an attribute of that part, as on paper.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

import tinycss2

from build_tools import BuildError, Mistake

SVG = "http://www.w3.org/2000/svg"
MARGIN = 14
"""Units of paper around a drawing."""
SCALE = 2
"""Pixels of a picture for each unit of a drawing."""

_PARTS = re.compile(r"[.]?[a-z][\w-]*")
_TOKEN = re.compile(r"var\(--kam-([\w-]+)\)")
_TAKEN = re.compile(
    r"fill|stroke|stroke-(?:width|dasharray|linejoin)|font-(?:size|weight)|paint-order"
)
_HALOED = {"kam-drawing__text--halo", "kam-chart__label"}
_TYPEFACE = "Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif"


class PictureError(BuildError):
    """A figure holds what cannot be drawn outside a page."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a style sheet says of parts with a tag or with classes."""

    tag: str
    classes: frozenset[str]
    weight: tuple[int, int]
    says: Mapping[str, str]


def rules(sheet: str, light: Mapping[str, str]) -> tuple[Rule, ...]:
    """The rules of `sheet` in the order in which they win; `light` has the value of each token."""
    found = []
    for node in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True):
        if node.type != "qualified-rule":
            continue
        says = {
            one.lower_name: _value(tinycss2.serialize(one.value).strip(), light)
            for one in tinycss2.parse_blocks_contents(
                node.content, skip_comments=True, skip_whitespace=True
            )
            if one.type == "declaration" and _TAKEN.fullmatch(one.lower_name)
        }
        for selector in tinycss2.serialize(node.prelude).split(","):
            parts = _PARTS.findall(selector)
            classes = [part for part in parts if part.startswith(".")]
            last = _PARTS.findall(selector.split()[-1])
            named = frozenset(part[1:] for part in last if part.startswith("."))
            tag = next((part for part in last if not part.startswith(".")), "")
            weight = (len(classes), len(parts) - len(classes))
            found.append(Rule(tag, named, weight, says))
    return tuple(sorted(found, key=lambda rule: rule.weight))


def _value(text: str, light: Mapping[str, str]) -> str:
    return _TOKEN.sub(lambda token: light[token[1]], text).replace("px", "")


def size(figure: str) -> tuple[int, int]:
    """Pixels of the picture of `figure` where it is shown at its own size: width, height."""
    _, _, width, height = (float(part) for part in _parsed(figure).attrib["viewBox"].split())
    return round(width + 2 * MARGIN), round(height + 2 * MARGIN)


def alone(figure: str, by: tuple[Rule, ...]) -> ElementTree.Element:
    """The drawing of `figure`, HTML as a page has it, whole by itself.

    Raises `PictureError` for a part that no picture can draw.
    """
    root = _parsed(figure)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    whole = (width + 2 * MARGIN, height + 2 * MARGIN)
    box = " ".join(f"{part:g}" for part in (-MARGIN, -MARGIN, *whole))
    size = {
        name: f"{SCALE * part:g}" for name, part in zip(("width", "height"), whole, strict=True)
    }
    labelled = root.attrib["aria-labelledby"]
    ground = {"x": f"{-MARGIN}", "y": f"{-MARGIN}", "fill": _ground(by)}
    ground |= {name: f"{part:g}" for name, part in zip(("width", "height"), whole, strict=True)}
    out = ElementTree.Element("svg", {"xmlns": SVG, "viewBox": box, **size})
    out.attrib |= {"role": "img", "aria-labelledby": labelled, "font-family": _TYPEFACE}
    parts = list(_parts(root, by))
    words = [part for part in parts if part.tag in ("title", "desc")]
    out.extend([*words, ElementTree.Element("rect", ground)])
    out.extend(part for part in parts if part not in words)
    return out


def _ground(by: tuple[Rule, ...]) -> str:
    """The colour of paper: that of a halo, which hides a line behind a word."""
    return next(rule.says["stroke"] for rule in by if rule.classes & _HALOED)


@cache
def _parsed(figure: str) -> ElementTree.Element:
    drawing = re.search(r"<svg\b.*?</svg>", figure, re.DOTALL)
    if drawing is None:
        raise PictureError(Mistake("", figure[:60], "is no figure", "it holds an SVG"))
    return ElementTree.fromstring(drawing[0])  # noqa: S314 - our own drawing


def _parts(root: ElementTree.Element, by: tuple[Rule, ...]) -> Iterator[ElementTree.Element]:
    for part in root.iter():
        if part is root or part.tag == "g":
            continue
        if part.tag not in ("title", "desc", "text", "rect", "circle", "path", "line"):
            must = "a drawing has rect, circle, path, line and text"
            raise PictureError(Mistake("", part.tag, "is no part of a picture", must))
        kept = {name: value for name, value in part.attrib.items() if name != "class"}
        made = ElementTree.Element(part.tag, kept | _said(part, by))
        made.text = part.text
        yield made


def _said(part: ElementTree.Element, by: tuple[Rule, ...]) -> dict[str, str]:
    classes = set(part.attrib.get("class", "").split())
    said: dict[str, str] = {}
    if part.tag not in ("title", "desc"):
        for rule in by:
            named = rule.classes or rule.tag
            if named and rule.classes <= classes and rule.tag in ("", part.tag):
                said |= rule.says
    return said


def text(drawing: ElementTree.Element) -> str:
    """`drawing` as the text of a file."""
    return ElementTree.tostring(drawing, encoding="unicode") + "\n"
