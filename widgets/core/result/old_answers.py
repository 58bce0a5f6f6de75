"""Old answers as the page shows them, and a second look at just those."""

from collections.abc import Iterator, Sequence

import htpy as h
from markupsafe import Markup

from widgets.core.advising.ages import Aged, Ages, ages
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import joined, kept
from widgets.core.model.maturity import Model
from widgets.core.page.controls import button
from widgets.core.page.view import Place
from widgets.core.words.english import listed, number_of
from widgets.core.words.times import moment


def region(place: Place, answers: Answers) -> h.Node:
    """The old answers as links to their questions; nothing where none is old."""
    found = ages(place.model, answers, place.visit)
    if place.visit.beside or not (found.old or found.ahead):
        return None
    return h.div(".kam-note")[
        h.p[_sentence(place.model, found)],
        bool(found.old) and _old(place.model, found.old),
        bool(found.ahead) and _ahead(len(found.ahead)),
    ]


def _old(model: Model, old: Sequence[Aged]) -> h.Node:
    return (
        h.p[button("earlier.recheck", "Go through just these")],
        h.details[h.summary["Which they are"], h.ul[joined(_lines(model, old))]],
    )


def _ahead(number: int) -> h.Element:
    return h.p[
        f"{are(number)} from after the time that the clock of this device shows. How old they are "
        "cannot be told. If the clock is wrong, set it."
    ]


def _sentence(model: Model, found: Ages) -> str:
    parts = []
    if found.old:
        parts.append(f"{are(len(found.old))} older than {model.recheck_months} months")
    if found.ahead:
        parts.append(f"{are(len(found.ahead))} from after the date of this device")
    return f"{listed(parts)}."


def _lines(model: Model, old: Sequence[Aged]) -> Iterator[Markup]:
    for aged in old:
        yield _line(anchor(aged.field), question(model, aged.field), aged.at, moment(aged.at))


@kept
def _line(anchor: str, question: str, at: str, words: str) -> h.Node:
    return h.li[h.a(href=f"#{anchor}")[question], ", ", h.time(datetime=at)[words]]


def anchor(field: str) -> str:
    """Where the form of the assessment asks it."""
    prefix, _, id = field.partition(".")
    return f"q-{id}" if prefix == "practice" else f"d-{id}"


def question(model: Model, field: str) -> str:
    """What the answer in a field answers."""
    prefix, _, id = field.partition(".")
    if prefix == "practice":
        return model.practice[id].statement
    return model.dimension[id].question


def are(number: int) -> str:
    """So many answers and their verb, such as "1 answer is"."""
    return number_of(number, "answer is", "answers are")
