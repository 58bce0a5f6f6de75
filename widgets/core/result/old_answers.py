"""Answers that have grown old: which they are, and a second look at just those.

Pure; the clock is the reader's, as `Visit` tells it, and may be wrong.  An answer from a time that
this clock has not reached is not called old, and it is said that its age cannot be told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import htpy as h

from widgets.core.answers import field_names
from widgets.core.answers.states import Answers
from widgets.core.keeping.visit import Visit
from widgets.core.model.maturity import Model
from widgets.core.page.times import time
from widgets.core.page.view import Place
from widgets.core.words.english import listed
from widgets.core.words.times import instant


@dataclass(frozen=True, slots=True)
class Aged:
    """One answer and its age."""

    field: str
    """Name of the field that keeps it."""
    at: str
    """When it was given."""


@dataclass(frozen=True, slots=True)
class Ages:
    """The ages of the answers that a result rests on."""

    old: tuple[Aged, ...] = ()
    """Answers older than the model allows, the oldest first."""
    ahead: tuple[Aged, ...] = ()
    """Answers given after the present, by this clock."""


def ages(model: Model, answers: Answers, visit: Visit) -> Ages:
    """How old the answers are; without a clock nothing is."""
    now = instant(visit.now)
    if now is None:
        return Ages()
    dated = [
        (at, Aged(field, text))
        for field, text in _times(model, answers, visit.times).items()
        if (at := instant(text))
    ]
    dated.sort(key=lambda pair: pair[0])
    return Ages(
        old=tuple(aged for at, aged in dated if _is_old(at, now, model.recheck_months)),
        ahead=tuple(aged for at, aged in dated if (at - now).days >= 1),
    )


def _times(model: Model, answers: Answers, times: Mapping[str, str]) -> dict[str, str]:
    """When each answer was given, by field: of practices, and of quick answers that stand."""
    details = answers.rest.get("details") or {}
    found = {}
    for dimension in model.dimensions:
        mine = [p.id for p in dimension.practices if p.id in answers.practices]
        for id in mine:
            own = (details.get(id) or {}).get("answered_at")
            found[field_names.PRACTICE + id] = own or times.get(field_names.PRACTICE + id, "")
        if dimension.id in answers.quick and not mine:
            found[field_names.QUICK + dimension.id] = times.get(
                field_names.QUICK + dimension.id, ""
            )
    return found


def _is_old(at: datetime, now: datetime, months: int) -> bool:
    """Whether so many calendar months have passed."""
    passed = (now.year - at.year) * 12 + now.month - at.month
    whole = (now.day, now.time()) >= (at.day, at.time())
    return passed - (not whole) >= months


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
        h.p[
            h.button(".md-button", type="button", data_kam_do="earlier.recheck")[
                "Go through just these"
            ]
        ],
        h.details[h.summary["Which they are"], h.ul[[_line(model, aged) for aged in old]]],
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


def _line(model: Model, aged: Aged) -> h.Element:
    return h.li[
        h.a(href=f"#{anchor(aged.field)}")[question(model, aged.field)], ", ", time(aged.at)
    ]


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
    return "1 answer is" if number == 1 else f"{number} answers are"
