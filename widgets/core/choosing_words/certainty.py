"""Why a form comes first, and every figure behind that: what the folded working says.

Pure; every number comes from the engine, and nothing is counted anew here.  The headline says the
same without figures.
"""

from dataclasses import dataclass

from widgets.core.choosing.choice import Choice
from widgets.core.choosing.flips import Flip
from widgets.core.choosing.points import TIE
from widgets.core.choosing.robustness import DRAWS
from widgets.core.choosing_words.phrases import one_decimal, option, percent, signed
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.structures import Cell, Structures
from widgets.core.words.english import listed, lower_first, one_or_many, upper_first

REASONS = 3
MANY = 4
"""More forms than this are counted and not named."""
PLACES = 3
"""How many forms the working names at most where it names the first ones."""


@dataclass(frozen=True, slots=True)
class Reason:
    """What one criterion speaks for or against a form."""

    criterion: str
    answer: int
    points: float
    said: tuple[str, ...]
    """The same as a board would say it; more than one where the criterion asks two questions."""


def why_so(cell: Cell, answer: int) -> str:
    """Why an answer speaks for a form or against it, as its cell says; empty where it says nothing.

    A cell argues from a high answer; after a low one that is what the opposite would say.
    """
    if not cell.because or answer > 0:
        return cell.because or ""
    return f"The opposite would speak {'for' if cell.fit > 0 else 'against'} it. {cell.because}"


def reasons(structures: Structures, choice: Choice, chooser: Chooser, form: str) -> list[Reason]:
    """The criteria that speak most for a form, the strongest first; three at most."""
    found = [one for one in _all(structures, choice, chooser, form) if one.points > 0]
    return sorted(found, key=lambda reason: -reason.points)[:REASONS]


def counter(structures: Structures, choice: Choice, chooser: Chooser, form: str) -> Reason | None:
    """The criterion that speaks most against a form."""
    found = [one for one in _all(structures, choice, chooser, form) if one.points < 0]
    return min(found, key=lambda reason: reason.points) if found else None


def _all(structures: Structures, choice: Choice, chooser: Chooser, form: str) -> list[Reason]:
    answers = derived(structures, chooser).criteria
    return [
        Reason(id, answer, points, said(structures, chooser, id, answer))
        for id, points in choice.contributions[form].items()
        if isinstance(answer := answers.get(id), int)
    ]


def said(structures: Structures, chooser: Chooser, criterion: str, answer: int) -> tuple[str, ...]:
    """An answer to a criterion as a board would say it: of its questions, those that agree."""
    questions = [structures.question[id] for id in structures.criterion[criterion].asks]
    agreeing = [
        question
        for question in questions
        if not isinstance(step := chooser.answers.get(question.id), int) or step * answer > 0
    ]
    return tuple(
        question.said_high if answer > 0 else question.said_low
        for question in (agreeing or questions)
    )


def tied(choice: Choice) -> list[str]:
    """The forms open today between which the rule finds no winner: within the tie of the first."""
    first = choice.home[0].points
    return [home.option for home in choice.home if first - home.points <= TIE]


def all_level(choice: Choice) -> bool:
    """Whether several forms are open today and all have the same points."""
    return len(choice.home) > 1 and len({one.points for one in choice.home}) == 1


def summary(structures: Structures, choice: Choice) -> str:
    """The one sentence of figures: how sure the first of the forms that are open today is."""
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
        return "Nothing else is left: every other form is closed."
    first = choice.home[0].option
    share = _share(choice, first) + ("" if choice.acceptability[first] == 1 else " of")
    stays = f"stays first in {share} {DRAWS:,} random weightings"
    it, flip = upper_first(option(structures, first)), choice.flip_answer
    if flip is None:
        return f"{it} {stays}; no change of a single criterion beats it."
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
    """The smallest change of one criterion that puts another form first, with what it means."""
    flip = choice.flip_answer
    if flip is None:
        return "" if not choice.home or choice.tie else "No change of one criterion alone."
    asked = [structures.question[id] for id in structures.criterion[flip.criterion].asks]
    words = asked[0].rises if flip.after > flip.before else asked[0].falls
    name = lower_first(structures.criterion[flip.criterion].name)
    moved = f"{name} from {signed(flip.before)} to {signed(flip.after)}"
    first = option(structures, flip.first)
    return f"{upper_first(moved)}, as if {words}: then {first}."


def weight_flip(structures: Structures, choice: Choice) -> str:
    """The nearest weight of one criterion at which another form draws level."""
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
    """What is not known leaves possible; empty where all twelve are known."""
    counted = derived(structures, chooser).criteria
    unknown = [c for c in structures.criteria if not isinstance(counted.get(c.id), int)]
    if not unknown or not choice.home:
        return ""
    are = one_or_many(len(unknown), "is", "are")
    count = f"{len(unknown)} of {len(structures.criteria)} criteria {are} not known."
    names = [option(structures, id) for id in choice.possible_first]
    if len(names) > MANY:
        return f"{count} Any of {len(names)} forms could still come first."
    looked = (
        "" if choice.possible_first_exact else f" (found in {DRAWS:,} draws of what is not known)"
    )
    if len(names) == 1:
        return f"{count} Whatever the answers, {names[0]} comes first{looked}."
    return f"{count} First could be {listed(names, 'or')}{looked}."


def rests(choice: Choice, form: str) -> str:
    """How much of what a form's points come from rests on sources; empty where nothing counts."""
    share = choice.fact_share.get(form)
    if share is None:
        return ""
    half = (
        "About half"
        if 0.4 <= share <= 0.6
        else "More than half"
        if share > 0.5
        else "Less than half"
    )
    return (
        f"{half} of what counts for and against it rests on cited sources alone, studies and "
        f"practitioners' views alike ({percent(share)} of its points, without their signs). "
        "The rest is the guide's judgement."
    )
