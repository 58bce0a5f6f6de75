"""How much a recommendation would change, in words; its figures stand in the working.

Pure.  What it would change is what the model says of the raised answers: a sum and no forecast, so
that figures would claim more than anybody knows.
"""

from dataclasses import dataclass
from typing import Literal

from widgets.core.advising.advice import Recommendation, eased
from widgets.core.model.maturity import TOP, Model
from widgets.core.scoring.climb import TOLERANCE
from widgets.core.scoring.result_words import level_name, names
from widgets.core.words.english import upper_first
from widgets.core.words.numbers import hundredths, number

MUCH_LESS_EXPOSED, LESS_EXPOSED = 0.25, 0.125
"""Falls of an exposure, 0 to 1, from which we say much and some: what it comes to if every guard
rises by one rung, and half of that.  Our judgement."""

MUCH_SCORE, SOME_SCORE = 0.25, 0.125
"""Gains of the score, in levels, from which we say much and some: a quarter of the way to the next
level, and half of that.  Our judgement."""

type Degree = Literal["much", "some", "little"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What following a recommendation would change."""

    degree: Degree | Literal["later"]
    """How much; `later` where only time, or a change that is outlived, can bring it."""
    what: str
    """In one sentence, without a figure of the model's."""
    rough: bool = False
    """Whether quick answers stand behind it."""

    @property
    def short(self) -> str:
        """For a cell: "Much. By the model it lifts the level from 1 to 2."."""
        return f"{upper_first(self.degree)}{' (rough)' if self.rough else ''}. {self.what}"

    @property
    def sentence(self) -> str:
        """For a page: "Effect: much. By the model it lifts the level from 1 to 2."."""
        return f"Effect: {self.degree}{' (rough)' if self.rough else ''}. {self.what}"


def effect(model: Model, item: Recommendation) -> Effect:
    """What following `item` would change: the level, else a cap, else an exposure, else the score.

    Rung 4 needs a change that is outlived, or years; what would raise to it has its effect later.
    """
    if TOP in (*item.changes.values(), *item.quick_changes.values()):
        words = "The model counts it once it has lasted through a change."
        return Effect("later", words, item.rough)
    before, after = item.level
    if after > before:
        words = f"By the model it lifts the level from {before} to {after}."
        return Effect("much", words, item.rough)
    gone = [id for id in item.capped_by[0] if id not in item.capped_by[1]]
    if gone:
        words = f"By the model it lifts the cap of {names(model, gone)}."
        return Effect("some", words, item.rough)
    if best := eased(item):
        was, will = item.exposure[best]
        degree = _degree(was - will, MUCH_LESS_EXPOSED, LESS_EXPOSED)
        words = f"It makes you less exposed to “{_factor(model, best)}”."
        return Effect(degree, words, item.rough)
    gain = item.score[1] - item.score[0]
    return Effect(_degree(gain, MUCH_SCORE, SOME_SCORE), "It raises the score.", item.rough)


def modelled(model: Model, item: Recommendation) -> str:
    """The figures behind an `Effect`, before and after, for the working."""
    said = []
    if item.level[0] != item.level[1]:
        was, will = (level_name(model, level) for level in item.level)
        said.append(f"level {was} to {will}")
    if best := eased(item):
        was, will = map(hundredths, item.exposure[best])
        said.append(f"exposure to “{_factor(model, best)}” {was} to {will} of 100")
    said.append(f"score {number(item.score[0])} to {number(item.score[1])}")
    return "; ".join(said)


def _factor(model: Model, id: str) -> str:
    return next(factor.name for factor in model.failure_factors if factor.id == id)


def _degree(change: float, much: float, some: float) -> Degree:
    if change >= much - TOLERANCE:
        return "much"
    return "some" if change >= some - TOLERANCE else "little"
