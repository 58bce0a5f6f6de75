"""What the chooser advises: this form, keep what you have, not yet, or no key account management.

Pure.  The ranking says how well each form fits; this says what to do about it, from what a firm has
today and what it can change.  The rules are our judgement; `docs/method/choosing.md` has them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from widgets.core.choosing.gate import outcome
from widgets.core.choosing.points import TIE, Contest, OptionPoints
from widgets.core.choosing.vetoes import states
from widgets.core.model.structures import NO_FORM, Structures, Veto
from widgets.core.model.veto_conditions import AnswerIs, ContextIs, GateIs, Single, TestIs, parts
from widgets.core.questionnaire.chooser import Chooser

type Answer = Literal["this-form", "keep", "not-yet", "no-kam"]

type Reason = Literal["first", "level", "held"]
"""Why a form is kept: no other leads it; one leads by a tie; one leads by too little to pay for a
change."""

HELD = 6
"""A form that has held is kept up to so many points behind; another one up to `TIE`."""

TRIAL = "part-time-ownership"
"""What a firm may do now in which nobody has key accounts as a job."""

NOBODY = ("segment-sales", TRIAL, NO_FORM, None)
"""Arrangements of today in which nobody has key accounts as a job."""

NEVER_KEPT = ("segment-sales", NO_FORM, None)

IN_SALES, LINE = "bow-tie-in-sales", "line"
"""A form whose definition is the line that this condition moves."""


@dataclass(frozen=True, slots=True)
class Decision:
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
    """On "not yet": the form for the time being."""
    kept: Reason | None = None

    @property
    def ranking(self) -> tuple[OptionPoints, ...]:
        """The ranking that the answer rests on."""
        return self.home if self.then is None else self.then

    @property
    def named(self) -> tuple[str, ...]:
        """Up to three forms: the one named, then those that follow in the ranking."""
        if self.first is None:
            return ()
        return (self.first, *(id for id, _ in self.ranking if id != self.first))[:3]


def decision(field: Contest) -> Decision:
    """What to do under the answers of `field`."""
    chooser, structures = field.chooser, field.structures
    verdict = outcome(structures.tests, chooser.gate)
    home = tuple(field.ranked(field.known)) if field.known else ()
    if verdict == "not-kam":
        return Decision("no-kam", None, home)
    unmet = _unmet(structures, chooser, field.known)
    if not home:
        open_ = _named(structures, unmet, None)
        return Decision("not-yet", None, (), (), open_) if verdict == "not-now" else _NOTHING
    if unmet:
        met = field.at(lifted(chooser, [veto for veto, _ in unmet]))
        then = tuple(_reachable(met.ranked(met.known), unmet))
        first, kept = _kept_or_first(field, then, unmet)
        if verdict == "not-now" or any(first in veto.blocks for veto, _ in unmet):
            return _not_yet(structures, chooser, home, then, (first, kept), unmet)
    first, kept = _kept_or_first(field, home, unmet)
    return Decision("keep" if kept else "this-form", first, home, kept=kept)


_NOTHING = Decision(None, None)

type Unmet = Sequence[tuple[Veto, str]]
"""Vetoes that fire and that the firm can lift, each with its condition."""


def _not_yet(
    structures: Structures,
    chooser: Chooser,
    home: tuple[OptionPoints, ...],
    then: tuple[OptionPoints, ...],
    choice: tuple[str, Reason | None],
    unmet: Unmet,
) -> Decision:
    first, kept = choice
    conditions = _named(structures, unmet, first, chooser.today)
    if chooser.today in NOBODY:
        return Decision("not-yet", TRIAL, home, then, _named(structures, unmet, then[0][0]), TRIAL)
    if kept:
        return Decision("keep", first, home, then, conditions, chooser.today, kept)
    return Decision("not-yet", first, home, then, conditions, chooser.today)


def _unmet(structures: Structures, chooser: Chooser, known: Mapping[str, int]) -> Unmet:
    found = states(structures, chooser, known)
    return [
        (veto, veto.until) for veto in structures.vetoes if veto.until and found[veto.id] == "fires"
    ]


def _reachable(ranking: Sequence[OptionPoints], unmet: Unmet) -> list[OptionPoints]:
    """Without a pair in sales where its line has to move first: that is not where it leads."""
    moves = LINE in {condition for _, condition in unmet}
    return [place for place in ranking if not (moves and place[0] == IN_SALES)]


def _named(
    structures: Structures, unmet: Unmet, first: str | None, today: str | None = None
) -> tuple[str, ...]:
    """The conditions that the gate asks for, or that the form named waits for; in their order.

    Where today is a pair in sales, the line is one of them.
    """
    ids = {
        condition
        for veto, condition in unmet
        if first is None
        or first in veto.blocks
        or any(isinstance(part, TestIs) for part in parts(veto.when))
        or (condition, today) == (LINE, IN_SALES)
    }
    return tuple(id for id in structures.condition if id in ids)


def lifted(chooser: Chooser, vetoes: Sequence[Veto]) -> Chooser:
    """`chooser` with each answer that fires one of `vetoes` moved by the least that lifts it."""
    criteria, gate, context = dict(chooser.criteria), dict(chooser.gate), dict(chooser.context)
    for veto in vetoes:
        for part in parts(veto.when):
            _lift(part, criteria, gate, context)
    return replace(chooser, answers={}, criteria=criteria, gate=gate, context=context)


def _lift(part: Single, criteria: dict, gate: dict, context: dict) -> None:  # type: ignore[type-arg]
    if isinstance(part, AnswerIs):
        given = criteria.get(part.criterion)
        if isinstance(given, int) and part.holds(given):
            criteria[part.criterion] = part.beyond
    elif isinstance(part, ContextIs):
        if context.get(part.context) is part.holds:
            context[part.context] = not part.holds
    elif not isinstance(part, GateIs) and gate.get(part.gate_test) == part.answer:
        gate[part.gate_test] = "yes" if part.answer == "no" else "no"


def _kept_or_first(
    field: Contest, ranking: Sequence[OptionPoints], unmet: Unmet
) -> tuple[str, Reason | None]:
    """Today's form where no other leads it by the price of a change; else the first."""
    chooser, points = field.chooser, dict(ranking)
    today, (first, most) = chooser.today, ranking[0]
    moving = today == IN_SALES and LINE in {condition for _, condition in unmet}
    if today is None or today in NEVER_KEPT or today not in points or moving:
        return first, None
    if today == first:
        return today, "first"
    if field.within(most - points[today], TIE):
        return today, "level"
    held = chooser.context.get("today_has_held") is True
    return (today, "held") if held and field.within(most - points[today], HELD) else (first, None)
