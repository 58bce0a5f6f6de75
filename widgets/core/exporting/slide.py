"""The slide of a result: 16:9, one sheet, what a leadership team should see of it."""

from collections.abc import Iterator

import htpy as h
from markupsafe import Markup

from widgets.core.answers.file import model_name
from widgets.core.board import slide_drawing as drawing
from widgets.core.board.slide_drawing import HIGH, SIDE, WIDE, wrap
from widgets.core.drawing import bars
from widgets.core.drawing.dots import TITLE
from widgets.core.drawing.html import html
from widgets.core.drawing.svg import element, words
from widgets.core.exporting import pictures
from widgets.core.exporting.subject import Subject
from widgets.core.result import regions
from widgets.core.result.level import whose
from widgets.core.scoring import margins, result_words
from widgets.core.words import guide
from widgets.core.words.english import short
from widgets.core.writing.safe_text import one_line

NAME = 60
"""Letters of the assessment's name."""

NO_SCORE = "there is no score to put on a slide"

MIDDLE, RIGHT = 322, 640
"""Where the picture and the steps begin, in points from the left."""

SIGNS = "◆ critical   △ target   ⊢⊣ possible"

LOOK = """
.slide__level{font-family:"Guide Serif",Georgia,serif;font-size:40px;font-weight:600;fill:#0c4f60}
.slide__kill{font-family:"Guide Serif",Georgia,serif;font-size:17px}
.slide__step{font-size:14px;font-weight:650}
.slide__small{font-size:12px;fill:#4a535b}
"""
"""What a result's slide has beside the looks of every slide and of every chart."""


def svg(subject: Subject, *, alone: bool) -> Markup:
    """The slide; `alone`: with its looks, as a file.  Raises `LookupError` without a score."""
    if subject.result.score is None:
        raise LookupError(NO_SCORE)
    headline = result_words.headline(subject.model, subject.result)
    parts = [*_parts(subject, headline)]
    look = drawing.LOOK + pictures.LOOK + LOOK if alone else ""
    return drawing.sheet(headline, parts, alone=alone, look=look)


def _parts(subject: Subject, headline: str) -> Iterator[h.Node]:
    name = short(one_line(subject.name), NAME)
    yield words("slide__who", SIDE, 42, f"{name}. {_label(subject)}")
    yield element("line", {"class": "slide__rule", "x1": "36", "x2": "924", "y1": "54", "y2": "54"})
    yield from _left(subject, headline)
    yield _picture(subject)
    yield words("slide__small", MIDDLE + 8, HIGH - 44, SIGNS)
    yield from _steps(subject)
    foot = f"{guide.NAME}, {model_name(subject.model)}, {subject.date}."
    yield words("slide__foot", SIDE, HIGH - 14, foot)


def _label(subject: Subject) -> str:
    parts = subject.parts
    return result_words.label(subject.result, whose(parts.place.visit, parts.name))


def _left(subject: Subject, headline: str) -> Iterator[h.Node]:
    """The level, what would kill it, what holds it down, and how sure it is."""
    model, found = subject.model, subject.result
    lines = [("slide__level", 44.0, line) for line in wrap(headline, 13)]
    if kill := result_words.kill(model, found):
        said = f"{result_words.KILL}{kill}"
        lines += [("slide__kill", 22.0, line) for line in wrap(said, 29)]
    held = result_words.cap(model, found) or result_words.missing(model, found)
    if held:
        lines.append(("slide__title", 26.0, "What holds it down"))
        lines += [("slide__text", 18.0, line) for line in wrap(held, 34)]
    lines.append(("slide__title", 26.0, "How sure this is"))
    for sentence in (margins.leeway(found), margins.judged(found)):
        lines += [("slide__small", 16.0, line) for line in wrap(sentence, 40)]
    y = 62.0
    for kind, size, line in lines:
        y += size
        yield words(kind, SIDE, y, line)


def _picture(subject: Subject) -> h.Node:
    """The chart of the dimensions, without its table."""
    drawn = pictures.drawing(html(bars.dots("slide-dots", TITLE, regions.rows(subject.parts))))
    place = f'x="{MIDDLE}" y="72" width="{RIGHT - MIDDLE - 28}" height="420"'
    return Markup(drawn.replace("<svg", f'<svg {place} preserveAspectRatio="xMidYMin"', 1))


def _steps(subject: Subject) -> Iterator[h.Node]:
    """The first steps: what, who, this week."""
    y = 84.0
    wide = {"x1": f"{RIGHT}", "x2": f"{WIDE - SIDE}"}
    for n, step in enumerate(subject.parts.first, start=1):
        yield element("line", {"class": "slide__rule", **wide, "y1": f"{y:g}", "y2": f"{y:g}"})
        said = [("slide__step", 17.0, line) for line in wrap(f"{n}. {step.title}", 32)]
        said += [("slide__small", 15.0, line) for line in wrap(f"Who: {step.who}", 41)]
        said += [("slide__small", 15.0, line) for line in wrap(f"This week: {step.this_week}", 41)]
        y += 4
        for kind, size, line in said:
            y += size
            yield words(kind, RIGHT, y, line)
        y += 16
