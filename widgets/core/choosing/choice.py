"""Which structure?  The gate, the home of the programme, the contact shapes and the add-ons.

Pure functions; the exact rules are on the page "How the structure is chosen" (DESIGN 8).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from widgets.core.choosing.chooser import Chooser
from widgets.core.choosing.contact_shape import HOLDING, AccountShape, contact_shape
from widgets.core.choosing.flips import Flip, flip_answer, flip_weight
from widgets.core.choosing.gate import GateOutcome, judge
from widgets.core.choosing.points import Contest, OptionPoints, contest, rows
from widgets.core.choosing.robustness import (
    EXACT_UNKNOWNS,
    acceptability,
    points_range,
    possible_first,
    unknown,
)
from widgets.core.choosing.vetoes import blocked, states
from widgets.core.model.structures import Structures


@dataclass(frozen=True, slots=True)
class Home:
    """An option that may be the home of the programme, and its points."""

    option: str
    points: float


@dataclass(frozen=True, slots=True)
class Choice:
    """What the chooser found; every mapping is by option id, in model order."""

    home: tuple[Home, ...]
    """Every eligible option, best first; empty while no criterion is answered."""
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
    field = contest(structures, chooser)
    found = states(structures, chooser, field.known)
    home = field.ranked(field.known) if field.known else []
    eligible = [option for option in field.options if option in dict(home)]
    outcome, open_ = judge(structures.tests, chooser.gate)
    held = found.get(HOLDING) == "fires"
    return Choice(
        home=tuple(Home(option, field.natural(units)) for option, units in home),
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
        add_ons_missing=_missing(structures, chooser, home),
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


def _missing(structures: Structures, chooser: Chooser, home: list[OptionPoints]) -> tuple[str, ...]:
    """What the first option needs and the reader does not have."""
    needs = structures.option[home[0][0]].needs if home else ()
    return tuple(add_on for add_on in needs if add_on not in chooser.have)


def as_json(choice: Choice) -> dict[str, Any]:
    """The result as plain data, with the keys that the method page names."""
    plain = {name: getattr(choice, name) for name in Choice.__slots__}
    return {
        **plain,
        "home": [{"option": home.option, "points": home.points} for home in choice.home],
        "flip_answer": choice.flip_answer and choice.flip_answer.as_json(),
        "flip_weight": choice.flip_weight and choice.flip_weight.as_json(),
        "accounts": [
            {name: getattr(account, name) for name in AccountShape.__slots__}
            for account in choice.accounts
        ],
    }
