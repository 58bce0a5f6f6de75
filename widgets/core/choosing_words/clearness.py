"""How clear the answer is: a clear lead, or a close call between some forms.  Pure."""

from collections.abc import Sequence

from widgets.core.choosing.choice import Choice
from widgets.core.choosing.decision import SEGMENTS, TRIAL
from widgets.core.choosing_words.phrases import fitting, option
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.structures.structures import Structures
from widgets.core.words.english import in_words, listed, lower_first

CLEAR = "It has a clear lead."
LEVEL = "Your answers do not tell these forms apart"
LAST = "Nothing else is left: every other form is closed."


def all_level(choice: Choice) -> bool:
    """Whether several forms are left and the answers tell none of them apart."""
    found = choice.ranking
    return len(found) > 1 and len({one.points for one in found}) == 1


def is_trial(choice: Choice) -> bool:
    """Whether the answer is a trial for the time being."""
    return choice.answer == "not-yet" and bool(choice.then) and choice.now == TRIAL == choice.first


def more(choice: Choice) -> str | None:
    """The form that a trial leads to; None where nothing more would fit best."""
    first = choice.ranking[0].option
    return None if first in (SEGMENTS, TRIAL) else first


def this_form(structures: Structures, chooser: Chooser, choice: Choice) -> str:
    """How clear it is where a form is to be taken."""
    if len(choice.ranking) == 1:
        return LAST
    if all_level(choice):
        return f"{LEVEL}; answers further from the middle would."
    near = _today_first(choice, chooser)
    return CLEAR if len(near) < 2 else f"{_between(structures, near)}."


def keep(structures: Structures, chooser: Chooser, choice: Choice) -> str:
    """How clear it is where today's form stays."""
    kept = choice.keep
    found = choice.ranking
    if kept is None or len(found) == 1:
        return LAST
    if all_level(choice):
        return f"{LEVEL}, so yours stays."
    others = [id for id in choice.close if id != kept.option]
    if kept.because == "held":
        leads = option(structures, found[0].option)
        return f"On paper {leads} leads, but not by enough to pay for a change. Yours has held."
    if not others:
        return CLEAR
    held = chooser_held(chooser, structures)
    why = {
        "first": "Yours leads, so it stays.",
        "level": "Yours has held, so it stays." if held else "We would not change for so little.",
    }[kept.because]
    return f"A close call between {_named(structures, others, 'yours')}. {why}"


def chooser_held(chooser: Chooser, structures: Structures) -> bool:
    """Whether what the firm has came through a strain."""
    fact = next((one for one in structures.context if one.id == "today_has_held"), None)
    steps = chooser.answers
    if fact is None or not fact.true_if:
        return False
    return chooser.context.get(fact.id) is True or all(
        isinstance(step := steps.get(bound.asked), int) and bound.holds(step)
        for bound in fact.true_if
    )


def then(structures: Structures, choice: Choice) -> str:
    """How clear it would be once the conditions are met."""
    if len(choice.ranking) == 1:
        return "Then nothing else would be left: every other form is closed."
    if all_level(choice):
        return f"{LEVEL} yet."
    if len(choice.close) < 2:
        return "Then it would have a clear lead."
    return f"Then {lower_first(_between(structures, choice.close))}."


def after_trial(structures: Structures, choice: Choice, most: int) -> str:
    """What has to be so before more than a trial, and what fits then; or that no more would."""
    first = more(choice)
    near = [one.option for one in choice.ranking if one.option in choice.close]
    how = "a close call" if len(near) > 1 else "a clear lead"
    conditions = [structures.condition[id] for id in choice.conditions]
    left = f", and {in_words(len(conditions) - 2)} more" if len(conditions) > 2 else ""
    whole = ", and ".join(one.first for one in conditions[:2]) + left
    names = ", and ".join(lower_first(one.name) for one in conditions[:2]) + left
    one = lower_first(conditions[0].name) if conditions else ""
    alone = one + (f", and {in_words(len(conditions) - 1)} more" if len(conditions) > 1 else "")
    if first is None:
        best = "segment sales" if choice.ranking[0].option == SEGMENTS else "this form"
        return fitting(
            most, [f"Even with {said}, {best} would fit best: {how}." for said in (names, alone)]
        )
    after = [
        f"Then {structures.option[first].phrase}: {how}.",
        f"Then {option(structures, first)}: {how}.",
    ]
    return fitting(
        most, [f"Before more: {said}. {end}" for said in (whole, names, alone) for end in after]
    )


def _today_first(choice: Choice, chooser: Chooser) -> list[str]:
    near = list(choice.close)
    if chooser.today in near:
        near.remove(chooser.today)
        near.insert(0, chooser.today)
    return near


def _between(structures: Structures, near: Sequence[str]) -> str:
    return f"A close call between {_named(structures, near)}"


def _named(structures: Structures, ids: Sequence[str], *before: str) -> str:
    """What stands before them, and every one of some forms: whoever decides asks which."""
    return listed([*before, *(option(structures, id) for id in ids)])
