"""Why an option comes first, and how sure that is: each answer as a sentence.

Pure; every number comes from the engine, and nothing is counted anew here.
"""

from dataclasses import dataclass

from widgets.core.choosing.choice import Choice
from widgets.core.choosing.flips import Flip
from widgets.core.choosing.points import TIE
from widgets.core.choosing.robustness import DRAWS
from widgets.core.choosing_words.phrases import one_decimal, option, percent, signed
from widgets.core.model.structures import Structures
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.words.english import listed, lower_first, upper_first

REASONS = 3
MANY = 4
"""More options than this are counted and not named."""
PLACES = 3
"""How many options the answer names at most."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one criterion speaks for or against an option."""

    criterion: str
    answer: int
    points: float


def reasons(choice: Choice, chooser: Chooser, option: str) -> list[Reason]:
    """The criteria that speak most for an option, the strongest first; three at most."""
    found = [reason for reason in _all(choice, chooser, option) if reason.points > 0]
    return sorted(found, key=lambda reason: -reason.points)[:REASONS]


def counter(choice: Choice, chooser: Chooser, option: str) -> Reason | None:
    """The criterion that speaks most against an option."""
    found = [reason for reason in _all(choice, chooser, option) if reason.points < 0]
    return min(found, key=lambda reason: reason.points) if found else None


def _all(choice: Choice, chooser: Chooser, option: str) -> list[Reason]:
    return [
        Reason(id, answer, points)
        for id, points in choice.contributions[option].items()
        if isinstance(answer := chooser.criteria.get(id), int)
    ]


def tied(choice: Choice) -> list[str]:
    """The options between which the rule finds no winner: those within the tie of the first."""
    first = choice.home[0].points
    return [home.option for home in choice.home if first - home.points <= TIE]


def all_level(choice: Choice) -> bool:
    """Whether several options are left and all have the same points."""
    return len(choice.home) > 1 and len({one.points for one in choice.home}) == 1


def summary(structures: Structures, choice: Choice) -> str:
    """The one sentence that sums up how sure the first choice is."""
    if not choice.home:
        return ""
    if all_level(choice):
        return "No weighting separates them; answers further from the middle would."
    if choice.tie:
        level = tied(choice)[:PLACES]
        shares = (f"{option(structures, id)} in {_share(choice, id)}" for id in level)
        counted = listed(list(shares))
        return f"No clear winner: of {DRAWS:,} random weightings, first is {counted}."
    if len(choice.home) == 1:
        return "Nothing else is left: every other option is closed."
    first = choice.home[0].option
    share = _share(choice, first) + ("" if choice.acceptability[first] == 1 else " of")
    stays = f"stays first in {share} {DRAWS:,} random weightings"
    it, flip = upper_first(option(structures, first)), choice.flip_answer
    if flip is None:
        return f"{it} {stays}; no change of a single answer beats it."
    return f"{it} {stays}; would lose its lead to {_flipped(structures, flip)}."


def _share(choice: Choice, option: str) -> str:
    share = choice.acceptability[option]
    if share == 1:
        return "all"
    return percent(share) if share else "none"


def _flipped(structures: Structures, flip: Flip) -> str:
    moved = "rose" if flip.after > flip.before else "fell"
    name = lower_first(structures.criterion[flip.criterion].name)
    change = f"from {signed(flip.before)} to {signed(flip.after)}"
    return f"{option(structures, flip.first)} if {name} {moved} {change}"


def answer_flip(structures: Structures, choice: Choice) -> str:
    """The smallest change of one answer that changes the first choice, with what it would mean."""
    flip = choice.flip_answer
    if flip is None:
        return "" if not choice.home or choice.tie else "No change of one answer alone."
    criterion = structures.criterion[flip.criterion]
    end = criterion.high if flip.after > flip.before else criterion.low
    moved, first = upper_first(_moved(structures, flip)), option(structures, flip.first)
    return f"{moved}, nearer to “{end.rstrip('.')}”: then {first}."


def _moved(structures: Structures, flip: Flip) -> str:
    name = lower_first(structures.criterion[flip.criterion].name)
    return f"{name} from {signed(flip.before)} to {signed(flip.after)}"


def weight_flip(structures: Structures, choice: Choice) -> str:
    """The nearest weight of one criterion at which another option draws level."""
    flip = choice.flip_weight
    if choice.tie:
        return ""
    if flip is None:
        return "" if not choice.home else "No weight of one criterion alone."
    name = structures.criterion[flip.criterion].name
    return (
        f"{name} weighing {one_decimal(flip.after)} instead of {one_decimal(flip.before)}: "
        f"then {option(structures, flip.first)} draws level."
    )


def ranges(structures: Structures, choice: Choice, chooser: Chooser) -> str:
    """What the open answers leave possible; empty where all twelve are answered."""
    unknown = [c for c in structures.criteria if not isinstance(chooser.criteria.get(c.id), int)]
    if not unknown or not choice.home:
        return ""
    count = f"{len(unknown)} of {len(structures.criteria)} criteria are open."
    names = [option(structures, id) for id in choice.possible_first]
    if len(names) > MANY:
        return f"{count} Any of {len(names)} options could still come first."
    looked = (
        "" if choice.possible_first_exact else f" (found in {DRAWS:,} draws of the open answers)"
    )
    if len(names) == 1:
        return f"{count} Whatever the answers, {names[0]} comes first{looked}."
    return f"{count} First could be {listed(names, 'or')}{looked}."
