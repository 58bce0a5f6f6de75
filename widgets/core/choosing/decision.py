"""What the chooser advises: this form, keep what you have, not yet, or no key account management.

Pure.  The ranking says how well each form fits; this says what to do about it, from what a firm has
today and what it can change.  The rules are our judgement; `docs/method/choosing.md` has them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from widgets.core.answers.states import GateAnswer
from widgets.core.choosing.gate import outcome
from widgets.core.choosing.points import TIE, Contest, OptionPoints
from widgets.core.choosing.vetoes import states
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.structures import NO_FORM, Structures, Veto
from widgets.core.structures.veto_conditions import AnswerIs, ContextIs, Single, TestIs, parts

type Answer = Literal["this-form", "keep", "not-yet", "no-kam"]

type KeptBecause = Literal["first", "level", "held"]
"""Why a form is kept: no other leads it; one leads by a tie; one leads by too little to pay for a
change."""

HELD = 6
"""A form that has held is kept up to so many points behind; another one up to `TIE`."""

SEGMENTS = "segment-sales"
"""Without key account management: it is never kept, and nothing has to come before it."""

TRIAL = "part-time-ownership"
"""What a firm may do now in which nobody has key accounts as a job."""

NOBODY = (SEGMENTS, TRIAL, NO_FORM, None)
"""Arrangements of today in which nobody has key accounts as a job."""

NEVER_KEPT = (SEGMENTS, NO_FORM, None)


@dataclass(frozen=True, slots=True)
class Patience:
    """Up to how many points behind the best form today's is kept; below 0: never for that."""

    level: int = TIE
    held: int = HELD
    """Where today's form has held."""


PATIENCE = Patience()

IN_SALES, LINE = "bow-tie-in-sales", "line"
"""A form whose definition is the line that this condition moves."""


class Ranked[R]:
    """What rests on a ranking: that of today, or the one once the conditions are met."""

    __slots__ = ()
    home: R
    then: R | None

    @property
    def ranking(self) -> R:
        """The ranking that the answer rests on."""
        return self.home if self.then is None else self.then


@dataclass(frozen=True, slots=True)
class Decision(Ranked[tuple[OptionPoints, ...]]):
    """The answer and what it rests on."""

    answer: Answer | None
    """None while there is nothing to go by."""
    first: str | None
    """The form named: the step now in a trial; else the form to keep, to take, or to come to."""
    home: tuple[OptionPoints, ...] = ()
    """The options that are open today, best first."""
    then: tuple[OptionPoints, ...] | None = None
    """On "not yet": the options that are open once the conditions are met, best first."""
    conditions: tuple[str, ...] = ()
    """Ids of the conditions that come first, in their order."""
    now: str | None = None
    """Where `then` is given: the form for the time being."""
    kept: KeptBecause | None = None

    @property
    def named(self) -> tuple[str, ...]:
        """Up to three forms: the one named, then those that follow in the ranking."""
        if self.first is None:
            return ()
        return (self.first, *(id for id, _ in self.ranking if id != self.first))[:3]


def decision(field: Contest, patience: Patience = PATIENCE) -> Decision:
    """What to do under the answers of `field`."""
    chooser, structures = field.chooser, field.structures
    verdict = outcome(structures.tests, chooser.gate)
    home = tuple(field.ranked(field.known)) if field.known else ()
    if verdict == "not-kam":
        return Decision("no-kam", None, home)
    unmet = _unmet(structures, chooser, field.known)
    if not home:
        first_come = _named(field, unmet, None)
        return Decision("not-yet", None, (), (), first_come) if verdict == "not-now" else _NOTHING
    if unmet:
        met = field.at(lifted(chooser, [veto for veto, _ in unmet]))
        then = tuple(_without_pair(met.ranked(met.known), unmet))
        first, kept = _kept_or_first(field, then, patience)
        leads_on = first != SEGMENTS or chooser.today in NOBODY
        if (verdict == "not-now" and leads_on) or any(first in v.blocks for v, _ in unmet):
            return _not_yet(field, home, then, (first, kept), unmet)
    first, kept = _kept_or_first(field, _open_today(home, unmet), patience)
    return Decision("keep" if kept else "this-form", first, home, kept=kept)


_NOTHING = Decision(None, None)

type Unmet = Sequence[tuple[Veto, str]]
"""Vetoes that fire and that the firm can lift, each with its condition."""


def _not_yet(
    field: Contest,
    home: tuple[OptionPoints, ...],
    then: tuple[OptionPoints, ...],
    choice: tuple[str, KeptBecause | None],
    unmet: Unmet,
) -> Decision:
    (first, kept), today = choice, field.chooser.today
    if today in NOBODY:
        return Decision("not-yet", TRIAL, home, then, _named(field, unmet, then[0][0]), TRIAL)
    kind: Answer = "keep" if kept else "not-yet"
    return Decision(kind, first, home, then, _named(field, unmet, first), today, kept)


def _unmet(structures: Structures, chooser: Chooser, known: Mapping[str, int]) -> Unmet:
    found = states(structures, chooser, known)
    return [
        (veto, veto.until) for veto in structures.vetoes if veto.until and found[veto.id] == "fires"
    ]


def _without_pair(ranking: Sequence[OptionPoints], unmet: Unmet) -> Sequence[OptionPoints]:
    """Without a pair in sales where its line has to move: once it has, there is no such pair."""
    others = [place for place in ranking if place[0] != IN_SALES]
    moves = any(condition == LINE for _, condition in unmet)
    return others if moves and others else ranking


def _open_today(home: Sequence[OptionPoints], unmet: Unmet) -> Sequence[OptionPoints]:
    """A pair in sales whose line has to move is named only where it leads."""
    return home if home[0][0] == IN_SALES else _without_pair(home, unmet)


def _named(field: Contest, unmet: Unmet, form: str | None) -> tuple[str, ...]:
    """The conditions that the gate asks for, or that `form` waits for; in their order.

    Where today is a pair in sales and `form` another one, the line is one of them.
    """
    today = field.chooser.today
    leaves = form is not None and today == IN_SALES != form
    ids = {
        condition
        for veto, condition in unmet
        if form in veto.blocks
        or _fails_a_test(veto, field.chooser)
        or (condition == LINE and leaves)
    }
    return tuple(id for id in field.structures.condition if id in ids)


def _fails_a_test(veto: Veto, chooser: Chooser) -> bool:
    return any(
        isinstance(part, TestIs) and chooser.gate.get(part.gate_test) == part.answer
        for part in parts(veto.when)
    )


def lifted(chooser: Chooser, vetoes: Sequence[Veto]) -> Chooser:
    """`chooser` with each answer that fires one of `vetoes` moved by the least that lifts it."""
    bare = replace(chooser, answers={})  # what they say is in criteria, gate and context
    return reduce(_lifted, (part for veto in vetoes for part in parts(veto.when)), bare)


def _lifted(chooser: Chooser, part: Single) -> Chooser:
    match part:
        case AnswerIs(id) if isinstance(given := chooser.criteria.get(id), int):
            step = part.beyond if part.holds(given) else given
            return replace(chooser, criteria={**chooser.criteria, id: step})
        case ContextIs(id, truth) if chooser.context.get(id) is truth:
            return replace(chooser, context={**chooser.context, id: not truth})
        case TestIs(id, answer) if chooser.gate.get(id) == answer:
            other: GateAnswer = "yes" if answer == "no" else "no"
            return replace(chooser, gate={**chooser.gate, id: other})
    return chooser


def _kept_or_first(
    field: Contest, ranking: Sequence[OptionPoints], patience: Patience
) -> tuple[str, KeptBecause | None]:
    """Today's form where no other leads it by the price of a change; else the first."""
    chooser, points = field.chooser, dict(ranking)
    today, (first, most) = chooser.today, ranking[0]
    if today is None or today in NEVER_KEPT or today not in points:
        return first, None
    if today == first:
        return today, "first"
    if field.within(most - points[today], patience.level):
        return today, "level"
    held = chooser.context.get("today_has_held") is True
    stays = held and field.within(most - points[today], patience.held)
    return (today, "held") if stays else (first, None)
