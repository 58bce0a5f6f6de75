"""What to do after the headline: what comes first, what a change costs, what joins the form.  Pure.

The judgements in it are ours and are marked so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from widgets.core.choosing.choice import Choice
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words.certainty import reasons
from widgets.core.choosing_words.clearness import is_trial, more
from widgets.core.choosing_words.phrases import bare, form_of, option
from widgets.core.structures.asked import Question
from widgets.core.structures.structures import AddOn, Condition, Option, Structures
from widgets.core.words.english import lower_first, upper_first

OURS = "Our judgement."
NOW = 3
"""Companions that stand open; the others are folded."""


@dataclass(frozen=True, slots=True)
class First:
    """A condition that has to be met first, and the companion with which it begins."""

    condition: Condition
    companion: AddOn
    there: bool
    """Whether the companion is there already, and does not suffice."""


def firsts(found: Outcome) -> list[First]:
    """What has to change before the form that the answer leads to."""
    structures = found.structures
    conditions = [structures.condition[id] for id in found.choice.conditions]
    return [
        First(one, structures.add_on[one.add_on], one.add_on in found.chooser.have)
        for one in conditions
    ]


def open_questions(found: Outcome) -> list[Question]:
    """What can still say that it is too early, or not right at all."""
    if not found.begun:
        return []
    tests = [test for test in found.structures.tests if test.id in found.choice.gate_open]
    asked = dict.fromkeys(bound.asked for test in tests for bound in test.no_if)
    return [found.structures.question[id] for id in asked]


def aim(choice: Choice) -> str | None:
    """The form that the answer leads to: what follows a trial, if anything; else what it names."""
    return (more(choice) if is_trial(choice) else None) or choice.first


def no_more(structures: Structures, choice: Choice) -> str:
    """That nothing more than a trial would fit best even then; empty where something would."""
    if not is_trial(choice) or more(choice):
        return ""
    best = choice.ranking[0].option
    return "No more than the trial" + (
        f": {option(structures, best)} would fit best." if best != choice.first else "."
    )


def today(found: Outcome) -> Option | None:
    """The form that the firm has; None where it has none, or did not say."""
    return form_of(found.structures, found.own.today)


def leaving(found: Outcome) -> Option | None:
    """The form that the answer would have the firm give up; a trial gives up nothing."""
    have, choice = today(found), found.choice
    moves = choice.answer in ("this-form", "not-yet") and have is not None
    return have if moves and have is not None and aim(choice) not in (have.id, choice.now) else None


def rival(choice: Choice) -> str | None:
    """The best form beside the one that is kept."""
    kept = choice.keep.option if choice.keep else None
    return next((one.option for one in choice.ranking if one.option != kept), None)


def price(found: Outcome) -> Iterator[str]:
    """What a change would cost, and whether it would be worth it."""
    have, choice = today(found), found.choice
    if choice.keep and have:
        yield f"What your {bare(found.structures, have.id)} has for it: {_gains(have)}."
        other = rival(choice)
        if other is None:
            return
        name = upper_first(option(found.structures, other))
        told = reasons(found.structures, choice, found.chooser, other)
        if told and choice.keep.because != "first":
            yield f"{name} has most for it in this: “{told[0].said[0]}”"
        yield _not_worth(choice.keep.because)
    elif (old := leaving(found)) and (new := aim(choice)):
        yield f"You give up what your {bare(found.structures, old.id)} has for it: {_gains(old)}."
        told = reasons(found.structures, choice, found.chooser, new)
        if told:
            yield f"We think that it is worth it, because of this: “{told[0].said[0]}” {OURS}"


def _gains(form: Option) -> str:
    return "; ".join(lower_first(gain.text) for gain in form.gains) or "nothing that we know of"


def _not_worth(because: str) -> str:
    said = {
        "first": "No other form suits your answers better, so a change would buy nothing.",
        "level": "Forms so close are equals, and of equals the one that is there is the cheaper.",
        "held": "It would be a little better on paper. People and plans that came through a strain "
        "are lost when the boxes move, and we think that this is not worth it.",
    }
    return f"{said[because]} {OURS}"


def conditions(found: Outcome) -> Iterator[str]:
    """What comes first, with who must agree; what to do until then; and what fits after it."""
    structures, choice = found.structures, found.choice
    for place, first in enumerate(firsts(found), start=1):
        yield f"{place}. {upper_first(first.condition.first)}. {begin(first)}"
    if choice.answer != "not-yet":
        return
    if (now := form_of(structures, choice.now)) is not None:
        yield f"Until then: {bare(structures, now.id)}."
    if said := no_more(structures, choice):
        yield f"Then: {lower_first(said)}"
    elif (then := aim(choice)) is not None:
        yield f"Then: {structures.option[then].phrase} ({bare(structures, then)})."


def begin(first: First) -> str:
    """How a condition begins, and who must agree."""
    one = first.companion
    there = " You have this already; it does not carry that far yet." if first.there else ""
    return (
        f"Begin with {lower_first(one.name)}: {lower_first(one.first_step)} "
        f"Must agree: {lower_first(one.agree)}.{there}"
    )


def companions(found: Outcome) -> tuple[list[AddOn], list[AddOn], list[tuple[AddOn, str]]]:
    """The companions to show, those that follow, and those that can wait with the reason."""
    add_on, choice = found.structures.add_on, found.choice
    now = [add_on[id] for id in choice.companions]
    later = [(add_on[id], why) for id, why in choice.companions_later.items()]
    return now[:NOW], now[NOW:], later
