"""The charts as pictures of their own: SVG with its own colours, readable outside the site.

A picture names itself, its date and its model, and how unknowns were treated.
"""

import re
from collections.abc import Callable, Mapping

import htpy as h
from markupsafe import Markup

from widgets.core.answers.file import model_name
from widgets.core.drawing import bars
from widgets.core.drawing.bars import Bar
from widgets.core.drawing.dots import TITLE, describe
from widgets.core.drawing.html import html
from widgets.core.drawing.svg import WIDTH, element
from widgets.core.exporting.subject import Subject
from widgets.core.result.regions import rows
from widgets.core.scoring import margins
from widgets.core.words.english import short
from widgets.core.writing.safe_text import one_line

LOOK = """
svg{font-family:"Guide Sans","Segoe UI",system-ui,Helvetica,Arial,sans-serif;fill:#1b2127}
text{font-size:14.5px}
.kam-chart__axis{stroke:#dcdcd4;stroke-width:1}
.kam-chart__tick{fill:#4a535b;font-size:12.5px}
.kam-chart__label,.kam-chart__value{paint-order:stroke;stroke:#fff;stroke-linejoin:round;\
stroke-width:5px}
.kam-chart__value{font-weight:600}
.kam-chart__track{fill:#f2f2ed;stroke:#dcdcd4;stroke-width:1}
.kam-chart__bar{fill:#0c4f60}
.kam-chart__range{fill:none;stroke:#a33a20;stroke-width:2}
.kam-dots__track{fill:none;stroke:#7d837f;stroke-width:1}
.kam-dots__score{fill:#0c4f60;stroke:#fff;stroke-width:1.5}
.kam-dots__target{fill:#fff;stroke:#1b2127;stroke-linejoin:round;stroke-width:1.5}
.kam-radar__ring{fill:none}
.kam-radar__scores{fill:#0c4f60;fill-opacity:.12;stroke:#0c4f60;stroke-linejoin:round;\
stroke-width:2}
.kam-radar__targets{fill:none;stroke:#1b2127;stroke-dasharray:5 4;stroke-linejoin:round;\
stroke-width:1.5}
.radar .kam-chart__label{font-size:13px}
.frame-title{font-size:16px;font-weight:600}
.frame-note{fill:#4a535b;font-size:10.5px}
"""
"""The colours of `tokens.css` on paper: a picture outside the site has no style sheet."""

SIDE = 28
HEAD = 64
LINE = 15
"""Geometry of the frame in SVG units."""

_DRAWING = re.compile(r"<svg[^>]*kam-chart.*?</svg>", re.S)
_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')


def dot_chart(subject: Subject, framed: bool = True) -> str:
    """Score, possible range and target of each dimension."""
    return _picture(subject, TITLE, html(bars.dots("dots", TITLE, rows(subject.parts))), framed)


def radar_chart(subject: Subject, framed: bool = True) -> str:
    """Score and target of each dimension as a radar."""
    title = "Score and target of each dimension, 0 to 4"
    return _picture(subject, title, html(bars.radar("radar", title, rows(subject.parts))), framed)


def bar_chart(subject: Subject, framed: bool = True) -> str:
    """Score and possible range of each dimension as bars."""
    drawn = [
        Bar(d.name, d.critical, found.score, found.range, found.asked)
        for d in subject.model.dimensions
        for found in [subject.result.dimensions[d.id]]
    ]
    return _picture(subject, bars.TITLE, html(bars.bars("bars", bars.TITLE, drawn)), framed)


CHARTS: Mapping[str, tuple[str, Callable[[Subject], str]]] = {
    "dots": ("Score, range and target", dot_chart),
    "bars": ("Bars", bar_chart),
    "radar": ("Radar", radar_chart),
}
"""Every chart by its name: what it is called, and what draws it."""


def alt(subject: Subject) -> str:
    """The chart of the dimensions in words."""
    return describe(rows(subject.parts))


def drawing(figure: str) -> str:
    """The drawing in the HTML of a chart, without its legend and its table."""
    drawn = _DRAWING.search(figure)
    assert drawn, "a chart holds its drawing"  # noqa: S101
    return drawn[0]


def _picture(subject: Subject, title: str, figure: str, framed: bool) -> str:
    """The drawing of a chart with its legend; in a frame, with its title and where it is from."""
    drawn = drawing(figure)
    found = _BOX.search(drawn)
    assert found, "a drawing has a size"  # noqa: S101
    height = int(found[2])
    top = HEAD if framed else 8
    legend, entries = _legend(figure, top + height + 22)
    notes = _notes(subject) if framed else []
    foot = top + height + 22 + LINE * 1.4 * entries
    whole = int(foot + LINE * len(notes) + 14)
    wide = WIDTH + 2 * SIDE
    inner = drawn.replace("<svg", f"<svg {_box(top, height)}", 1)
    named = "radar" if "kam-radar" in figure else "chart"
    parts = (
        element("style", {}, Markup(LOOK)),
        element("rect", {"width": "100%", "height": "100%", "style": "fill:#fff"}),
        framed and _head(subject, title),
        Markup(inner),
        legend,
        [_text("frame-note", SIDE, foot + LINE * n + 8, note) for n, note in enumerate(notes)],
    )
    size = {"width": str(2 * wide), "height": str(2 * whole), "viewBox": f"0 0 {wide} {whole}"}
    outer = {"xmlns": "http://www.w3.org/2000/svg", "class": named, **size}
    return str(html(element("svg", outer, *parts)))


def _box(top: int, height: int) -> str:
    """Where the drawing stands; its outermost labels may leave it."""
    return f'x="{SIDE}" y="{top}" width="{WIDTH}" height="{height}" style="overflow:visible"'


def _head(subject: Subject, title: str) -> h.Node:
    return (
        _text("frame-title", SIDE, 28, short(one_line(subject.name), 44)),
        _text("frame-note", SIDE, 46, title),
    )


def _notes(subject: Subject) -> list[str]:
    model = subject.model
    notes = [
        f"{model.title}, {model_name(model)}",
        f"{subject.date}. Scores are means of known answers.",
        "In a range what is not known counts 0 at the low end, 4 at the high.",
        margins.dimensions_judged(subject.result),
    ]
    return [note for note in notes if note]


def _text(kind: str, x: float, y: float, text: str) -> h.Element:
    return element("text", {"class": kind, "x": f"{x:g}", "y": f"{y:g}"}, text)


def _legend(figure: str, top: float) -> tuple[h.Node, int]:
    """The legend of a figure, drawn below one another, and how many lines it has."""
    entries = re.findall(r'<svg viewBox="0 0 20 20"[^>]*>(.*?)</svg>([^<]*)', figure, re.S)
    drawn = []
    for n, (shape, words) in enumerate(entries):
        y = top + LINE * 1.4 * n
        place = {"transform": f"translate({SIDE} {y - 14:g})"}
        drawn.append(element("g", place, Markup(shape)))
        drawn.append(_text("frame-note", SIDE + 26, y, str(Markup(words).unescape())))
    return drawn, len(entries)
