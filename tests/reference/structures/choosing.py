"""What `python -m widgets choose` prints, worked out from the method page; nothing of ours."""

from fractions import Fraction
from typing import Any

from tests.reference.structures.deciding import close, decide, turns
from tests.reference.structures.joining import companions, needs_of
from tests.reference.structures.ranking import Ranking, fact_share, is_tie, known_answers, weighted
from tests.reference.structures.robustness import (
    EXACT_UNKNOWNS,
    acceptability,
    flip_answer,
    flip_weight,
    points_range,
    possible_first,
    unknown_criteria,
)
from tests.reference.structures.structure_files import Table
from tests.reference.structures.telling import Told, told
from tests.reference.structures.vetoes import blocked, gate, veto_states


def choose(table: Table, chooser: Told) -> dict[str, Any]:
    """Everything that the chooser says to a valid `chooser` part, with every key of the page."""
    given = told(table, chooser)
    known = known_answers(table, given)
    verdict, open_tests = gate(table, given["gate"])
    states = veto_states(table, given, known)
    contributions = weighted(table, given, known)
    said = decide(table, given)
    home = said["home"]
    now, later = companions(table, given, said["first"], said["conditions"])
    keep = {"option": said["first"], "because": said["because"], "mend": now}
    return {
        "answer": said["answer"],
        "first": said["first"],
        "conditions": said["conditions"],
        "now": said["now"],
        "then": None if said["then"] is None else places(said["then"]),
        "keep": keep if said["because"] else None,
        "companions": now,
        "companions_later": later,
        "close": close(said),
        "turns": turns(table, chooser, said),
        "home": places(home),
        "tie": is_tie(home),
        "vetoed": blocked(table, states, "fires"),
        "contributions": {
            option: {criterion: float(c) for criterion, c in row.items()}
            for option, row in contributions.items()
        },
        "fact_share": {
            option: number(fact_share(table, option, row)) for option, row in contributions.items()
        },
        "acceptability": acceptability(table, given, known) if home else {},
        "flip_answer": flip_answer(table, given, known) if home else None,
        "flip_weight": flip_weight(table, given, known) if home else None,
        "gate": verdict,
        "gate_open": open_tests,
        "possible_vetoes": blocked(table, states, "may"),
        "points_range": points_range(table, given, known),
        "possible_first": possible_first(table, given, known) if home else [],
        "possible_first_exact": len(unknown_criteria(table, known)) <= EXACT_UNKNOWNS,
        "accounts": [
            contact_shape(table, account, states.get("V2") == "fires")
            for account in chooser.get("accounts") or []
        ],
        "add_ons_missing": [
            one for one in needs_of(table, said["first"]) if one not in (given.get("have") or [])
        ],
        "notices": [
            veto["id"]
            for veto in table["vetoes"]
            if states[veto["id"]] == "fires" and not veto["blocks"]
        ],
    }


def contact_shape(table: Table, account: dict[str, Any], held: bool) -> dict[str, Any]:
    """The contact shape of one account by its stage; V2 (`held`) keeps it at bow-tie."""
    stage = next((one for one in table["stages"] if one["id"] == account.get("stage")), None)
    contacts = account.get("contacts") or []
    theirs = {(contact.get("theirs") or "").strip().casefold() for contact in contacts} - {""}
    shape = stage and stage["shape"]
    if stage and "second_function" in stage and len(theirs) >= 2:
        shape = stage["second_function"]
    return {
        "name": account["name"],
        "stage": account.get("stage"),
        "shape": "bow-tie" if held and shape else shape,
        "held": bool(held and shape not in (None, "bow-tie")),
        "functions": len(theirs),
    }


def places(ranking: Ranking) -> list[dict[str, Any]]:
    """A ranking as it is printed."""
    return [{"option": option, "points": float(points)} for option, points in ranking]


def number(value: Fraction | None) -> float | None:
    """The nearest float of an exact figure."""
    return None if value is None else float(value)
