"""Which vetoes fire or may fire, and what they close.  Pure functions."""

from collections.abc import Mapping
from typing import Literal

from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.gate import may_end, outcome
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.structures import Structures, Veto
from widgets.core.structures.veto_conditions import AnswerIs, ContextIs, GateIs, Single, parts

type VetoState = Literal["fires", "may", "no"]


def states(
    structures: Structures, chooser: Chooser, known: Mapping[str, int]
) -> dict[str, VetoState]:
    """By veto id: it *fires* if it holds for every completion of the unknowns, *may* if for some.

    Exact, as each test of a condition reads another answer and no bound takes in all answers
    (`build_tools.reading.structures_folder` sees to both).  A veto with `until_known` fires where
    another one may.
    """
    gate = _gate(structures, chooser)
    return {
        veto.id: _highest(
            [_state(part, chooser, known, gate) for part in parts(veto.when)], veto.until_known
        )
        for veto in structures.vetoes
    }


def _gate(structures: Structures, chooser: Chooser) -> VetoState:
    if outcome(structures.tests, chooser.gate) == "not-kam":
        return "fires"
    return "may" if may_end(structures.tests, chooser.gate) else "no"


def _highest(found: list[VetoState], until_known: bool) -> VetoState:
    if "fires" in found or (until_known and "may" in found):
        return "fires"
    return "may" if "may" in found else "no"


def _state(part: Single, chooser: Chooser, known: Mapping[str, int], gate: VetoState) -> VetoState:
    if isinstance(part, GateIs):
        return gate
    if isinstance(part, AnswerIs):
        if part.criterion not in known:
            return "may"
        return "fires" if part.holds(known[part.criterion]) else "no"
    if isinstance(part, ContextIs):
        return "fires" if chooser.context.get(part.context) is part.holds else "no"
    given = chooser.gate.get(part.gate_test, "unknown" if chooser.gate else None)
    return "fires" if given == part.answer else "may" if given == "unknown" else "no"


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


def closed_beside(structures: Structures, chooser: Chooser) -> frozenset[str]:
    """The options that gate and context close, whatever the criteria are."""
    gate = _gate(structures, chooser)

    def closes(veto: Veto) -> bool:
        beside = [part for part in parts(veto.when) if not isinstance(part, AnswerIs)]
        found = [_state(part, chooser, {}, gate) for part in beside]
        return _highest(found, veto.until_known) == "fires"

    return frozenset(o for veto in structures.vetoes if closes(veto) for o in veto.blocks)


def closed_while_open(structures: Structures, criterion: str) -> frozenset[str]:
    """The options that are closed while this criterion has no answer."""
    return frozenset(
        option
        for veto in structures.vetoes
        if veto.until_known
        and any(
            isinstance(part, AnswerIs) and part.criterion == criterion for part in parts(veto.when)
        )
        for option in veto.blocks
    )


def closed_by(structures: Structures) -> dict[tuple[str, int], set[str]]:
    """By criterion and answer: the options that it closes by itself, whatever the others are."""
    found: dict[tuple[str, int], set[str]] = {}
    for veto in structures.vetoes:
        for part in parts(veto.when):
            for answer in ANSWERS:
                if isinstance(part, AnswerIs) and part.holds(answer):
                    found.setdefault((part.criterion, answer), set()).update(veto.blocks)
    return found
