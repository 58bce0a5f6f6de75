"""From the answers of a reader to criteria, tests of the gate and facts of the context.

Pure.  One question may answer a criterion and a test; two questions may make one criterion.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import ceil

from widgets.core.answers.states import UNKNOWN, GateAnswer, Unknown
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.asked import Bound, Criterion
from widgets.core.structures.structures import Structures

type Steps = Mapping[str, int | Unknown]
"""Answers by question id: -2 to 2, or that nobody knows."""


def derived(structures: Structures, chooser: Chooser) -> Chooser:
    """`chooser` with what its answers say of criteria, gate and context.

    What no answer touches stays as it was given; where an answer leaves a fact of the context open,
    the fact is not evaluated.
    """
    return _anew(structures, chooser, {*chooser.answers}) if chooser.answers else chooser


def moved(structures: Structures, found: Chooser, id: str, step: int) -> Chooser:
    """What is derived where the answer to one question is another than that of `found`.

    `found` is derived already; only what rests on that question is derived anew.
    """
    return _anew(structures, replace(found, answers={**found.answers, id: step}), {id})


def _anew(structures: Structures, chooser: Chooser, asked: set[str]) -> Chooser:
    """`chooser` with what its answers say where one of the questions `asked` is read."""
    given = chooser.answers
    criteria = {
        c.id: _criterion(c, given) for c in structures.criteria if not asked.isdisjoint(c.asks)
    }
    tests = {t.id: _test(t.no_if, given) for t in structures.tests if _touched(t.no_if, asked)}
    facts = {f.id: _all(f.true_if, given) for f in structures.context if _touched(f.true_if, asked)}
    context = {**chooser.context, **facts}
    return replace(
        chooser,
        criteria={**chooser.criteria, **criteria},
        gate={**chooser.gate, **tests},
        context={id: truth for id, truth in context.items() if truth is not None},
    )


def _touched(bounds: Iterable[Bound], asked: set[str]) -> bool:
    return not asked.isdisjoint([bound.asked for bound in bounds])


def _criterion(criterion: Criterion, given: Steps) -> int | Unknown:
    """The step of its question; of two the mean, halves rounded down (our judgement).

    Open while one of them is open; never below 0 while one of them stands at 0 or higher, so that
    a low answer takes both.
    """
    steps = [step for id in criterion.asks if isinstance(step := given.get(id), int)]
    if len(steps) < len(criterion.asks):
        return UNKNOWN
    mean = ceil(sum(steps) / len(steps) - 0.5)
    return max(0, mean) if len(steps) > 1 and max(steps) >= 0 else mean


def _test(bounds: Iterable[Bound], given: Steps) -> GateAnswer:
    failed = _all(bounds, given)
    return UNKNOWN if failed is None else "no" if failed else "yes"


def _all(bounds: Iterable[Bound], given: Steps) -> bool | None:
    """Whether all bounds hold; None where open answers decide."""
    found = [
        bound.holds(step) if isinstance(step := given.get(bound.asked), int) else None
        for bound in bounds
    ]
    return False if False in found else None if None in found else True
