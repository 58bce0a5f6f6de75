"""Which vetoes fire or may fire, and what they close.  Pure functions."""

from collections.abc import Mapping
from typing import Literal

from widgets.core.choosing.chooser import Chooser
from widgets.core.choosing.gate import FAILED, judge
from widgets.core.model.structures import Structures, Veto
from widgets.core.model.veto_conditions import AnswerIs, ContextIs, GateFails, Single, parts

type VetoState = Literal["fires", "may", "no"]


def states(
    structures: Structures, chooser: Chooser, known: Mapping[str, int]
) -> dict[str, VetoState]:
    """By veto id: it *fires* if it holds for every completion of the unknowns, *may* if for some.

    Exact, as each test of a condition reads another answer and no bound takes in all answers
    (`build_tools.reading.structures_folder` sees to both).  An open gate may fail (DESIGN 8).
    """
    outcome, open_ = judge(structures.tests, chooser.gate)
    gate: VetoState = "fires" if outcome in FAILED else "may" if open_ else "no"
    return {
        veto.id: _highest([_state(part, chooser, known, gate) for part in parts(veto.when)])
        for veto in structures.vetoes
    }


def _highest(found: list[VetoState]) -> VetoState:
    return "fires" if "fires" in found else "may" if "may" in found else "no"


def _state(part: Single, chooser: Chooser, known: Mapping[str, int], gate: VetoState) -> VetoState:
    if isinstance(part, GateFails):
        return gate
    if isinstance(part, AnswerIs):
        if part.criterion not in known:
            return "may"
        return "fires" if part.holds(known[part.criterion]) else "no"
    if isinstance(part, ContextIs):
        return "fires" if chooser.context.get(part.context) is part.holds else "no"
    return "fires" if chooser.gate.get(part.gate_test) == part.answer else "no"


def blocked(
    structures: Structures, found: Mapping[str, VetoState], state: VetoState
) -> dict[str, tuple[str, ...]]:
    """By option id, in model order: the vetoes in this state that block it; none, no entry."""
    by_option = {
        option.id: tuple(
            veto.id
            for veto in structures.vetoes
            if found[veto.id] == state and option.id in veto.blocks
        )
        for option in structures.options
    }
    return {option: vetoes for option, vetoes in by_option.items() if vetoes}


def closed_by(structures: Structures, criterion: str, answer: int) -> frozenset[str]:
    """The options that this answer closes by itself, whatever the others are."""
    return frozenset(
        option
        for veto in structures.vetoes
        if _alone(veto, criterion, answer)
        for option in veto.blocks
    )


def _alone(veto: Veto, criterion: str, answer: int) -> bool:
    return any(
        isinstance(part, AnswerIs) and part.criterion == criterion and part.holds(answer)
        for part in parts(veto.when)
    )
