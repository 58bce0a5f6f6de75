"""Answers that have grown old: which they are.

Pure; the clock is the reader's, as `Visit` tells it, and may be wrong.  An answer from a time that
this clock has not reached is not called old, and it is said that its age cannot be told.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from widgets.core.answers import field_kinds
from widgets.core.answers.states import Answers
from widgets.core.keeping.visit import Visit
from widgets.core.model.maturity import Model
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
    found = {}
    for dimension in model.dimensions:
        mine = [p.id for p in dimension.practices if p.id in answers.practices]
        for id in mine:
            known = times.get(field_kinds.PRACTICE + id, "")
            found[field_kinds.PRACTICE + id] = answers.answered_at.get(id, known)
        if dimension.id in answers.quick and not mine:
            found[field_kinds.QUICK + dimension.id] = times.get(
                field_kinds.QUICK + dimension.id, ""
            )
    return found


def _is_old(at: datetime, now: datetime, months: int) -> bool:
    """Whether so many calendar months have passed."""
    passed = (now.year - at.year) * 12 + now.month - at.month
    whole = (now.day, now.time()) >= (at.day, at.time())
    return passed - (not whole) >= months
