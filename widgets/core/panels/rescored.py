"""The working of what is found by scoring again: recommendations, the way up, what is not known.

Each shows which answers are put in place of the reader's own, and the same sums with them.
"""

from collections.abc import Sequence

import htpy as h
from markupsafe import Markup

from widgets.core.advising.advice import Recommendation, eased, raised, what_if
from widgets.core.advising.effects import modelled
from widgets.core.advising.open_answers import ENDS, Open, filled
from widgets.core.advising.plan import Plan, aims
from widgets.core.advising.way_up import WayUp
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Model
from widgets.core.result.parts import SECONDS, Parts
from widgets.core.result.working import dimensions, row, table
from widgets.core.scoring import sums
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score_dimension
from widgets.core.words.numbers import number


def every_sum(found: Parts) -> h.Node:
    """The sums of everything in a result that scoring again finds."""
    model, answers, result = found.place.model, found.answers, found.result
    return (
        advice(model, answers, result, found.advised),
        plan(model, answers, result, found.plan),
        way_up(model, result, found.way),
        deciding(model, answers, result, found.deciding_first),
        time_left(sum(1 for _ in found.open_practices()), SECONDS),
    )


def advice(
    model: Model, answers: Answers, result: Result, advised: Sequence[Recommendation]
) -> h.Node:
    """What following each recommendation would come to."""
    if not advised:
        return None
    heads = (
        *("Recommendation", "Raises", "Modelled", "Dimensions", "Programme"),
        "Exposure that falls most",
    )
    rows = [_advice(model, answers, result, item) for item in advised]
    return (
        h.h3["What each recommendation would change"],
        h.p[
            "The same sums, with the answers that it raises. Modelled is what the rules of this "
            "guide make of them, before and after; it is no forecast."
        ],
        table("Working of the recommendations", heads, rows),
    )


def _advice(model: Model, answers: Answers, result: Result, item: Recommendation) -> Markup:
    changes = {**item.changes, **item.quick_changes}
    after = raised(model, answers, changes)
    homes = {(model.home[id] if id in model.practice else model.dimension[id]).id for id in changes}
    best = eased(item)
    guards = sums.guards(model, after, best) if best else ()
    return row(
        item.advice.title,
        _raises(model, answers, changes),
        modelled(model, item),
        *_scored(model, after, result, homes),
        "–" if best is None else sums.exposure(guards, item.exposure[best][1]),
    )


def _raises(model: Model, answers: Answers, changes: dict[str, int]) -> str:
    found = []
    for id, rung in changes.items():
        was = answers.practices.get(id, answers.quick.get(id))
        found.append(f"{was} to {rung}: “{_named(model, id).rstrip('.')}”")
    return "; ".join(found)


def _named(model: Model, id: str) -> str:
    return model.practice[id].statement if id in model.practice else model.dimension[id].name


def _scored(model: Model, answers: Answers, result: Result, homes: set[str]) -> tuple[str, str]:
    """The sums of the dimensions that `answers` change, and those of the programme."""
    mine = {d.id: score_dimension(d, answers) for d in model.dimensions if d.id in homes}
    every = {**result.dimensions, **mine}
    changed = (
        f"{model.dimension[id].name}: {sums.sum_of(found)}; {sums.level_of(found)}"
        for id, found in mine.items()
    )
    return ". ".join(changed), "; ".join(sums.programme(model, every))


def way_up(model: Model, result: Result, way: WayUp | None) -> h.Node:
    """The steps of the shortest way up, and the same sums with them taken."""
    if way is None or way.climb is None or way.after is None:
        return None
    climb = way.climb
    steps = [rung - _rung(model, result, id) for id, rung in climb.changes.items()]
    steps += [rung - _rung(model, result, id) for id, rung in climb.quick_changes.items()]
    total = f"{' + '.join(map(str, steps))} = {climb.steps}" if len(steps) > 1 else climb.steps
    return (
        h.h3["What if you take the shortest way up"],
        h.p[
            "Every rung counts as one step, and no smaller number reaches the level: "
            f"{total}. Modelled: score {number(result.score)} to {number(way.after.score)} of 4. "
            "The same sums, with these steps taken:"
        ],
        dimensions(model, way.after, "Working after the steps"),
    )


def plan(model: Model, answers: Answers, result: Result, made: Plan) -> h.Node:
    """What the plan would come to, if its actions reach what they aim at."""
    if not made.road or result.score is None:
        return None
    after = what_if(model, answers, aims(made))
    return (
        h.h3["What the plan should lift"],
        h.p[
            f"Modelled: score {number(result.score)} to {number(after.score)} of 4. The same sums, "
            "with what its actions aim at:"
        ],
        dimensions(model, after, "Working of the plan"),
    )


def _rung(model: Model, result: Result, unit: str) -> int:
    if unit in model.practice:
        return result.dimensions[model.home[unit].id].rungs[unit]
    return result.dimensions[unit].level or 0


def deciding(model: Model, answers: Answers, result: Result, found: Sequence[Open]) -> h.Node:
    """What the programme comes to with each of some unknown answers at 0, and at 4."""
    if not found:
        return None
    heads = ("Not known", *(f"At {end}" for end in ENDS))
    rows = [
        row(
            _named(model, item.id),
            *(
                "; ".join(
                    _scored(model, filled(answers, item.id, end, model), result, {item.dimension})
                )
                for end in ENDS
            ),
        )
        for item in found
    ]
    return (
        h.h3["What you do not know"],
        h.p["Modelled: the same sums, with one answer that is not known filled in. No forecast."],
        table("Working of what is not known", heads, rows),
    )


def time_left(count: int, seconds: int) -> h.Node:
    """How the estimate of the time left comes about."""
    if not count:
        return None
    return (
        h.h3["Time left"],
        h.p[
            f"{seconds} seconds for a question (our judgement): "
            f"{count} × {seconds} / 60 = {number(count * seconds / 60)} minutes."
        ],
    )
