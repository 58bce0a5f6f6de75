"""Which structure?  The gate, the home of the programme, the contact shapes and the add-ons.

Pure functions; the exact rules are on the page "How the structure is chosen" (DESIGN 8).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from widgets.core.choosing.companions import companions
from widgets.core.choosing.contact_shape import HOLDING, AccountShape, contact_shape
from widgets.core.choosing.decision import Answer, Decision, KeptBecause, Ranked, decision
from widgets.core.choosing.flips import Flip, flip_answer, flip_weight
from widgets.core.choosing.gate import GateOutcome, judge
from widgets.core.choosing.points import TIE, Contest, OptionPoints, contest, rows
from widgets.core.choosing.robustness import (
    EXACT_UNKNOWNS,
    acceptability,
    points_range,
    possible_first,
    unknown,
)
from widgets.core.choosing.turns import Turn, turns
from widgets.core.choosing.vetoes import blocked, states
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.structures import Structures


@dataclass(frozen=True, slots=True)
class Home:
    """An option that may be the home of the programme, and its points."""

    option: str
    points: float


@dataclass(frozen=True, slots=True)
class Keep:
    """Today's arrangement, where it stays."""

    option: str
    because: KeptBecause
    mend: tuple[str, ...]
    """Ids of the add-ons that mend it."""


@dataclass(frozen=True, slots=True)
class Choice(Ranked[tuple[Home, ...]]):
    """What the chooser found; every mapping is by option id, in model order."""

    answer: Answer | None
    """None while there is nothing to go by."""
    first: str | None
    """The form that the answer names: the step now in a trial; else the one to keep, to take or to
    come to."""
    conditions: tuple[str, ...]
    """On "not yet", and where a form is kept and has to be mended first: what comes first."""
    now: str | None
    """Where `then` is given: the form for the time being."""
    then: tuple[Home, ...] | None
    """On "not yet", and where a form is kept and mended first: every option that is open once the
    conditions are met, best first."""
    keep: Keep | None
    companions: tuple[str, ...]
    """Ids of the add-ons to offer now, in their order."""
    companions_later: Mapping[str, str]
    """By add-on id: why it can wait."""
    close: tuple[str, ...]
    """The forms within a tie of the first of the ranking that the answer rests on, best first; the
    form named comes first where it is one of them."""
    turns: tuple[Turn, ...]
    """The nearest moves of one answer that change answer or form, all equally near."""
    home: tuple[Home, ...]
    """Every option that is open today, best first; empty while no criterion is answered."""
    tie: bool
    vetoed: Mapping[str, tuple[str, ...]]
    contributions: Mapping[str, Mapping[str, float]]
    """Weighted; they sum to the points."""
    fact_share: Mapping[str, float | None]
    """Share of an option's points, without their signs, that rests on cells of facts alone."""
    acceptability: Mapping[str, float]
    flip_answer: Flip | None
    flip_weight: Flip | None
    gate: GateOutcome | None
    gate_open: tuple[str, ...]
    """Tests that can still change the verdict."""
    possible_vetoes: Mapping[str, tuple[str, ...]]
    points_range: Mapping[str, tuple[float, float]]
    possible_first: tuple[str, ...]
    possible_first_exact: bool
    """Whether every completion of the unknowns was looked at, and not a draw of them."""
    accounts: tuple[AccountShape, ...]
    add_ons_missing: tuple[str, ...]
    notices: tuple[str, ...]
    """Vetoes that fire and close nothing: they warn."""


def choose(structures: Structures, chooser: Chooser) -> Choice:
    """Everything that the chooser says to these answers."""
    chooser = derived(structures, chooser)
    field = contest(structures, chooser)
    found = states(structures, chooser, field.known)
    said = decision(field)
    home = said.home
    ranked = {option for option, _ in home}
    eligible = [option for option in field.options if option in ranked]
    outcome, open_ = judge(structures.tests, chooser.gate)
    held = found.get(HOLDING) == "fires"
    beside = companions(structures, chooser, said.first, said.conditions)
    return Choice(
        answer=said.answer,
        first=said.first,
        conditions=said.conditions,
        now=said.now,
        then=None if said.then is None else _homes(field, said.then),
        keep=Keep(said.first, said.kept, beside.now) if said.first and said.kept else None,
        companions=beside.now,
        companions_later=beside.later,
        close=_close(field, said),
        turns=turns(field, said),
        home=_homes(field, home),
        tie=field.tied(home),
        vetoed=blocked(structures, found, "fires"),
        contributions=_contributions(field),
        fact_share=_fact_shares(field),
        acceptability=acceptability(field, eligible) if home else {},
        flip_answer=flip_answer(field, home),
        flip_weight=flip_weight(field, home),
        gate=outcome,
        gate_open=open_,
        possible_vetoes=blocked(structures, found, "may"),
        points_range=points_range(field),
        possible_first=possible_first(field) if home else (),
        possible_first_exact=len(unknown(field)) <= EXACT_UNKNOWNS,
        accounts=tuple(contact_shape(a, held, structures) for a in chooser.accounts),
        add_ons_missing=_missing(structures, chooser, said.first),
        notices=tuple(v.id for v in structures.vetoes if found[v.id] == "fires" and not v.blocks),
    )


def _contributions(field: Contest) -> dict[str, dict[str, float]]:
    return {
        option: {id: field.natural(field.weights[id] * part) for id, part in row.items()}
        for option, row in rows(field.structures, field.known).items()
    }


def _fact_shares(field: Contest) -> dict[str, float | None]:
    """Sum of |c| over cells with basis `facts` over the sum of |c|; None where all are 0."""
    shares: dict[str, float | None] = {}
    for option, row in rows(field.structures, field.known).items():
        cells = field.structures.option[option].cells
        sizes = {id: field.weights[id] * abs(part) for id, part in row.items()}
        facts = sum(size for id, size in sizes.items() if cells[id].basis == "facts")
        total = sum(sizes.values())
        shares[option] = facts / total if total else None
    return shares


def _homes(field: Contest, ranking: Iterable[OptionPoints]) -> tuple[Home, ...]:
    return tuple(Home(option, field.natural(units)) for option, units in ranking)


def _close(field: Contest, said: Decision) -> tuple[str, ...]:
    """Those within a tie of the first of the ranking; the form named first, if it is one."""
    ranking = said.ranking
    if said.first is None or not ranking:
        return ()
    near = [id for id, units in ranking if field.within(ranking[0][1] - units, TIE)]
    return tuple(dict.fromkeys([said.first, *near]) if said.first in near else near)


def _missing(structures: Structures, chooser: Chooser, form: str | None) -> tuple[str, ...]:
    """What the form named needs and the reader does not have."""
    needs = structures.option[form].needs if form else ()
    return tuple(add_on for add_on in needs if add_on not in chooser.have)


def as_json(choice: Choice) -> dict[str, Any]:
    """The result as plain data, with the keys that the method page names."""
    plain = {name: getattr(choice, name) for name in Choice.__slots__}
    return {
        **plain,
        "home": _plain(choice.home),
        "then": None if choice.then is None else _plain(choice.then),
        "keep": choice.keep
        and {name: getattr(choice.keep, name) for name in ("option", "because", "mend")},
        "turns": [turn.as_json() for turn in choice.turns],
        "flip_answer": choice.flip_answer and choice.flip_answer.as_json(),
        "flip_weight": choice.flip_weight and choice.flip_weight.as_json(),
        "accounts": [
            {name: getattr(account, name) for name in AccountShape.__slots__}
            for account in choice.accounts
        ],
    }


def _plain(found: Iterable[Home]) -> list[dict[str, str | float]]:
    return [{"option": home.option, "points": home.points} for home in found]
