"""The slide of 16:9 as one SVG: printed as a page of 13.333 × 7.5 inches, or saved as a picture.

A unit is a point: 960 × 540.  The SVG carries its own colours, so that it can leave the site.
"""

from collections.abc import Iterator, Sequence
from textwrap import TextWrapper

import htpy as h
from markupsafe import Markup

from widgets.core.board import meetings
from widgets.core.board.slide import Slide
from widgets.core.drawing.html import html
from widgets.core.drawing.svg import element, words
from widgets.core.words import guide

WIDE, HIGH, SIDE = 960, 540, 36
MOST_LINES = 6
"""Lines of the recommendation in large type."""

TOP = 72
"""Where the drawing begins."""

LEFT = 270
"""Width of the recommendation."""

LOOK = """
.slide{font-family:"Guide Sans","Segoe UI",system-ui,Helvetica,Arial,sans-serif;fill:#1b2127}
.slide__paper{fill:#fff}
.slide__do{font-family:"Guide Serif",Georgia,serif;font-size:24px;font-weight:600;fill:#0c4f60}
.slide__do--small{font-size:19px}
.slide__clear{font-size:14px;fill:#4a535b}
.slide__who{font-size:13px;font-weight:650;fill:#4a535b}
.slide__title{font-size:14px;font-weight:650;fill:#0c4f60}
.slide__text{font-size:14px}
.slide__foot{font-size:9.5px;fill:#4a535b}
.slide__rule{stroke:#0c4f60;stroke-width:1.5}
.kam-meet__head{font-size:12.5px;font-weight:650}
.kam-meet__ours{fill:#e1edef}
.kam-meet__theirs,.kam-meet__change{fill:#f9e9e3}
.kam-meet__firm,.kam-meet__decides{font-size:10.5px;fill:#4a535b}
.kam-meet__box{fill:#fff;stroke:#1b2127}
.kam-meet__box--new{stroke-dasharray:4 3}
.kam-meet__name{font-size:11px}
.kam-meet__name--two{font-size:9px}
.kam-meet__line{stroke:#1b2127;stroke-width:1.75}
.kam-meet__line--new{stroke-dasharray:5 4}
.kam-meet__box--blank,.kam-meet__line--blank{stroke:#7d837f;stroke-dasharray:1 3}
.kam-meet__dot,.kam-meet__bar{fill:#a33a20}
.kam-meet__number{fill:#fff;font-size:10px;font-weight:650}
.kam-meet__said{font-size:11.5px}
"""
"""`board.css` on paper, for a picture that leaves the site; there the style sheet does it."""

FOOT = (
    f"{guide.NAME}, “Which structure?”: from our own answers; judgement of the guide unless "
    "a source is named there."
)


def svg(slide: Slide, *, alone: bool) -> Markup:
    """The slide; `alone`: with its looks and its size in pixels, as a file that leaves the site."""
    return sheet(slide.do, [*_parts(slide)], alone=alone, look=LOOK if alone else "")


def sheet(title: str, parts: Sequence[h.Node], *, alone: bool, look: str) -> Markup:
    """A slide of some `parts` with a `title` and a `look`; `alone`: with its size in pixels."""
    size = {"width": "1280", "height": "720"} if alone else {}
    box = {"viewBox": f"0 0 {WIDE} {HIGH}", "role": "img", "class": "slide", **size}
    outer = {"xmlns": "http://www.w3.org/2000/svg", **box}
    paper = {"class": "slide__paper", "width": f"{WIDE}", "height": f"{HIGH}"}
    return html(
        element(
            "svg",
            outer,
            element("title", {}, title),
            bool(look) and element("style", {}, Markup(look)),
            element("rect", paper),
            parts,
        )
    )


def _parts(slide: Slide) -> Iterator[h.Node]:
    yield words("slide__who", SIDE, 42, slide.organisation or guide.NAME)
    yield element("line", {"class": "slide__rule", "x1": "36", "x2": "924", "y1": "54", "y2": "54"})
    kind, size, lines = "slide__do", 24, wrap(slide.do, 20)
    if len(lines) > MOST_LINES:
        kind, size, lines = "slide__do slide__do--small", 19, wrap(slide.do, 26)
    y = 84.0
    for line in lines:
        yield words(kind, SIDE, y, line)
        y += size * 1.2
    for line in wrap(slide.clear, 38):
        yield words("slide__clear", SIDE, y + 4, line)
        y += 18
    yield from _drawing(slide)
    yield from _boxes(slide)
    yield words("slide__foot", SIDE, HIGH - 14, FOOT)


def _drawing(slide: Slide) -> Iterator[h.Node]:
    """The panels side by side in the right two thirds."""
    drawing = slide.drawing
    room = WIDE - 2 * SIDE - LEFT - 24
    wide, gap, many = meetings.width(drawing), 20, len(drawing.panels)
    percent = min(100 * room // (wide * many + gap * (many - 1)), 118)
    start = SIDE + LEFT + 24
    for n, panel in enumerate(drawing.panels):
        at = (100 * start + n * (wide + gap) * percent) / 100
        place = {"transform": f"translate({at} {TOP}) scale({percent / 100})"}
        yield element("g", place, [*meetings.parts(panel, drawing.account, wide)])
    under = f"{drawing.account} {drawing.others}."
    yield drawing.others and words(
        "slide__foot", start, TOP + meetings.HIGH * percent / 100 + 14, under
    )


def _boxes(slide: Slide) -> Iterator[h.Node]:
    """Four boxes in a row."""
    wide, top = (WIDE - 2 * SIDE) / 4, 326
    for n, (title, lines) in enumerate(slide.boxes):
        left = SIDE + wide * n
        ends = {"x1": f"{left:g}", "x2": f"{left + wide - 16:g}", "y1": f"{top}", "y2": f"{top}"}
        yield element("line", {"class": "slide__rule", **ends})
        yield words("slide__title", left, top + 18, title)
        y = top + 38
        for line in lines:
            for piece in wrap(line, 30):
                yield words("slide__text", left, y, piece)
                y += 17
            y += 5


def wrap(text: str, letters: int) -> list[str]:
    """`text` in lines of at most so many letters."""
    return TextWrapper(letters, break_on_hyphens=False).wrap(text)
