"""The result of DESIGN section 8: `choose` puts gate, ranking and robustness together."""

from fractions import Fraction
from typing import Any

from tests.reference.ranking import fact_share, is_tie, known_answers, ranked, weighted
from tests.reference.robustness import (
    acceptability,
    flip_answer,
    flip_weight,
    points_range,
    possible_first,
)
from tests.reference.vetoes import blocked, gate, veto_states

SHAPES = {
    "exploratory": "bow-tie",
    "basic": "bow-tie",
    "cooperative": "two-lead",
    "interdependent": "diamond",
    "integrated": "diamond",
    "disintegrating": "bow-tie",
}
"""Relationship stage -> contact shape; `cooperative` needs a second function in contact."""


def choose(table: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    """Choose from a valid `chooser` part; keys as in issue [6/6], item 8, and `notices`.

    `table` is structures.yaml as plain data: `criteria`, `options` (with `needs` where an option
    needs add-ons), `cells`, `vetoes` and `gate`, whose tests have an `id` and a number `n`
    (test 6 is two tests).
    """
    known = known_answers(table, answers)
    outcome, open_tests = gate(table, answers.get("gate") or {})
    states = veto_states(table, answers, known)
    contributions = weighted(table, answers, known)
    # Without any answer nothing is ranked.
    home = ranked(table, answers, known) if known else []
    return {
        "home": [{"option": option, "points": float(points)} for option, points in home],
        "tie": is_tie(home),
        "vetoed": blocked(table, states, "fires"),
        "contributions": {
            option: {criterion: float(c) for criterion, c in row.items()}
            for option, row in contributions.items()
        },
        "fact_share": {
            option: number(fact_share(table, option, row)) for option, row in contributions.items()
        },
        "acceptability": acceptability(table, answers, known) if home else {},
        "flip_answer": flip_answer(table, answers, known) if home else None,
        "flip_weight": flip_weight(table, answers, known) if home else None,
        "gate": outcome,
        "gate_open": open_tests,
        "possible_vetoes": blocked(table, states, "may"),
        "points_range": points_range(table, answers, known),
        "possible_first": possible_first(table, answers, known) if home else [],
        "accounts": [
            contact_shape(account, states["V2"] == "fires")
            for account in answers.get("accounts") or []
        ],
        "add_ons_missing": add_ons_missing(table, home, answers.get("have") or []),
        "notices": [
            veto["id"]
            for veto in table["vetoes"]
            if states[veto["id"]] == "fires" and not veto["blocks"]
        ],
    }


def contact_shape(account: dict[str, Any], held: bool) -> dict[str, Any]:
    """The contact shape of one account by its stage; V2 (`held`) keeps it at bow-tie."""
    shape = SHAPES[account["stage"]]
    functions = {contact["theirs"] for contact in account.get("contacts") or []}
    if shape == "two-lead" and len(functions) < 2:
        shape = "bow-tie"
    return {"name": account.get("name"), "shape": "bow-tie" if held else shape}


def add_ons_missing(
    table: dict[str, Any], home: list[tuple[str, Fraction]], have: list[str]
) -> list[str]:
    """What the first option needs and the reader does not have."""
    if not home:
        return []
    first = next(option for option in table["options"] if option["id"] == home[0][0])
    return [add_on for add_on in first.get("needs", []) if add_on not in have]


def number(value: Fraction | None) -> float | None:
    """The nearest float of an exact figure."""
    return None if value is None else float(value)
