"""Three first steps: what to do this week, who, what not to do, and where it comes from.

Pure.  A step is an action: never the text of a rung, never a departure.  Where the advice has less
than three, what stands high is written down, so that it outlasts the next change.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from widgets.core.advising.advice import Recommendation
from widgets.core.advising.effects import effect
from widgets.core.advising.reasons import Because
from widgets.core.model.lasting import lasting
from widgets.core.model.maturity import Dimension, Model, Page, Prose
from widgets.core.scoring.results import Result
from widgets.core.words.english import in_words, upper_first

STEPS = 3
"""How many first steps there are at most."""

KEEP_FROM = 3
"""Rung from which there is something to keep: below it only certain people do it, so that a page
would describe a habit of theirs.  Our judgement."""

SURVIVES = "So that it survives the next change."
"""What writing down is for."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One thing to do first."""

    kind: Literal["do", "keep"]
    """Whether something changes, or what runs is written down so that it lasts."""
    id: str
    """Of a rule of advice; of a practice or a dimension where the step is to keep."""
    title: str
    """An order, in one line."""
    who: str
    this_week: str
    """The first hour of it."""
    do_not: Prose | None
    why: Prose
    """Where it comes from, with its citations."""
    pages: tuple[Page, ...]
    effect: str
    """How much it would change, or what it is for, as a sentence."""
    because: tuple[Because, ...]
    """The answers that lead to it."""


def first_steps(
    model: Model, result: Result, advised: Sequence[Recommendation]
) -> tuple[FirstStep, ...]:
    """At most `STEPS` first steps for the answers whose score is `result`; the first first.

    The best of `advised`, which stand in their order, what another waits for before it; no two
    begin with the same hour.  Then what stands highest, critical dimensions first, is to be kept.
    """
    steps: list[FirstStep] = []
    raised: set[str] = set()
    for item in advised:
        hour = _hour(model, item, [step.this_week for step in steps])
        if hour and len(steps) < STEPS:
            steps.append(_do(model, item, hour))
            raised |= {*item.changes, *item.quick_changes}
    for because in _standing(model, result, raised):
        if len(steps) < STEPS:
            steps.append(keep(model, because))
    return tuple(steps)


def heading(steps: Sequence[FirstStep]) -> str:
    """What stands over first steps; empty where there is none."""
    if not steps:
        return ""
    if all(step.kind == "keep" for step in steps):
        return "Keep it: what to write down"
    return over(len(steps))


def over(count: int) -> str:
    """What stands over so many steps, one at least."""
    return "The first step" if count == 1 else f"{upper_first(in_words(count))} first steps"


def lines(steps: Sequence[FirstStep]) -> tuple[str, ...]:
    """First steps as lines of text: what stands over them, then one line for each."""
    said = (f"{step.title}. Who: {step.who}. This week: {step.this_week}" for step in steps)
    return (f"{heading(steps)}:", *said) if steps else ()


def _hour(model: Model, item: Recommendation, said: Collection[str]) -> str:
    """The first hour of a recommendation that no step before it has; empty if there is none."""
    mine = [
        id
        for id in item.advice.first_step_of
        if id in item.changes or model.home[id].id in item.quick_changes
    ]
    hours = (item.first_step, *(model.practice[id].first_step for id in mine))
    return next((hour for hour in hours if hour not in said), "")


def _do(model: Model, item: Recommendation, hour: str) -> FirstStep:
    advice = item.advice
    return FirstStep(
        kind="do",
        id=advice.id,
        title=advice.title,
        who=advice.who,
        this_week=hour,
        do_not=advice.do_not,
        why=advice.why,
        pages=advice.pages,
        effect=effect(model, item).sentence,
        because=item.because,
    )


def keep(model: Model, because: Because) -> FirstStep:
    """What to write down of a practice, or of a dimension that stands on its quick answer."""
    found = lasting(model, because.id)
    return FirstStep(
        kind="keep",
        id=because.id,
        title=f"Write down {found.write_down}",
        who=found.who,
        this_week=found.this_week,
        do_not=found.do_not,
        why=found.why,
        pages=found.pages,
        effect=SURVIVES,
        because=(because,),
    )


def _standing(model: Model, result: Result, raised: Collection[str]) -> Iterator[Because]:
    """What stands at `KEEP_FROM` or higher and is not to be raised.

    The highest rung first; of equal ones those of critical dimensions, then the first of each
    dimension before the second of any, then model order.
    """
    found = [
        (-because.rung, not dimension.critical, nth, because)
        for dimension in model.dimensions
        for nth, because in enumerate(_high(dimension, result, raised))
    ]
    found.sort(key=lambda entry: entry[:3])
    yield from (because for *_, because in found)


def _high(dimension: Dimension, result: Result, raised: Collection[str]) -> list[Because]:
    """Of one dimension, the highest first."""
    scored = result.dimensions[dimension.id]
    units = [
        Because("practice", p.id, rung, p.ladder[rung].said)
        for p in dimension.practices
        if (rung := scored.rungs.get(p.id)) is not None
    ]
    if scored.basis == "quick" and (level := scored.level) is not None:
        units = [Because("dimension", dimension.id, level, dimension.ladder[level].said)]
    high = [unit for unit in units if unit.rung >= KEEP_FROM and unit.id not in raised]
    return sorted(high, key=lambda unit: -unit.rung)
