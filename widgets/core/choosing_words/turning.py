"""What would change the answer, and whom to ask before deciding.  Pure.

From the nearest moves of one answer; a fact that somebody can count before an act of leaders, that
before what customers think.
"""

from collections.abc import Iterator, Sequence

from widgets.core.answers.states import ANSWERS
from widgets.core.choosing.choice import Choice
from widgets.core.choosing.decision import SEGMENTS, TRIAL, Decision, decision
from widgets.core.choosing.points import Contest, contest
from widgets.core.choosing.turns import Turn
from widgets.core.choosing_words.phrases import fitting, option
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.derived import derived, moved
from widgets.core.structures.structures import Structures
from widgets.core.words.english import in_words, lower_first

COUNTS = (
    *("accounts-with-time", "names-without-time", "concentration", "largest-customer"),
    *("units-per-account", "co-ordination-need", "kam-maturity", "account-pays-for-resource"),
)
"""Questions whose answer is a count, the soonest checked first."""

SOONEST = ("firm", "today", "work", "customers")
"""Sections of the other questions, by how soon their answer can be checked (our judgement)."""

FARTHEST = sorted(ANSWERS, key=lambda step: -abs(step))
"""The answers to a question, the ends before the middle."""

SEVERAL = 2
NOWHERE = "No single answer changes it. Two together might."
UNASKED = "What would change it shows once the questions themselves are answered."


def flip(
    structures: Structures, chooser: Chooser, choice: Choice, most: int, before: Sequence[str] = ()
) -> str:
    """What would change the answer, in at most `most` words, after one of `before`."""
    said = list(_variants(structures, chooser, choice))
    return fitting(most, [*(f"{start} {one}" for start in before for one in said), *said])


def _variants(structures: Structures, chooser: Chooser, choice: Choice) -> Iterator[str]:
    """The same said longer and shorter."""
    if not choice.turns:
        yield NOWHERE if any(isinstance(s, int) for s in chooser.answers.values()) else UNASKED
        return
    turn = soonest(structures, choice.turns)
    distance, several = abs(turn.after - turn.before), len(choice.turns) >= SEVERAL
    what = then(structures, choice, turn)
    ask = lower_first(structures.question[turn.question].ask)
    before = f"{ask}{',' if ',' in ask else ''} before you decide"
    count = in_words(len(choice.turns))
    for change in changes(structures, turn):
        if distance == 1 and several:
            start = f"It turns on little: {count} answers, each a step away, would change it."
            yield f"{start} If {change}, {what}. Ask first {ask}."
            yield f"It turns on little. If {change}, {what}. Ask first {ask}."
            yield f"It turns on little. If {change}, {what}."
        elif distance == 1:
            yield f"It turns on one answer: if {change}, {what}. Ask {before}."
            yield f"It turns on one answer: if {change}, {what}. Ask {ask}."
            yield f"It turns on one answer: if {change}, {what}."
        elif distance == SEVERAL:
            yield f"It would take more to change it: if {change}, {what}."
        else:
            yield (
                "No answer that you may have judged a little wrong changes it. A real change "
                f"would: if {change}, {what}."
            )
            yield f"Only a real change would alter it: if {change}, {what}."


def soonest(structures: Structures, turns: tuple[Turn, ...]) -> Turn:
    """The turn whose answer the reader can check soonest."""
    order = [*structures.question]

    def place(turn: Turn) -> tuple[int, int]:
        if turn.question in COUNTS:
            return -1, COUNTS.index(turn.question)
        section = structures.question[turn.question].section
        return SOONEST.index(section), order.index(turn.question)

    return min(turns, key=place)


def changes(structures: Structures, turn: Turn) -> Iterator[str]:
    """The change of an answer in words that follow "if": with the step that it comes to, and bare.

    The step follows where the answer is a count.
    """
    question = structures.question[turn.question]
    moved = question.rises if turn.after > turn.before else question.falls
    if turn.question in COUNTS:
        count = question.words(turn.after).partition(":")[0].rstrip(".")
        yield f"{moved} ({lower_first(count)})"
    yield moved


def then(structures: Structures, choice: Choice, turn: Turn) -> str:
    """What the answer would be, in words that follow a comma."""
    name = option(structures, turn.first) if turn.first else "nothing"
    if turn.answer == "no-kam":
        return "key account management would not be right for you"
    if turn.answer == "not-yet":
        return _not_yet(choice, turn, name)
    if turn.answer == "keep":
        return "you would keep what you have"
    if choice.answer == "not-yet" and turn.first not in (SEGMENTS, TRIAL):
        with_ = "" if turn.first == choice.first else f", with {name}"
        return f"you could begin at once{with_}"
    if choice.answer == "keep":
        return f"{name} would be worth the change"
    return f"{name} would come first"


def _not_yet(choice: Choice, turn: Turn, name: str) -> str:
    if turn.first is None:
        return "it would be “not yet”"
    if choice.answer == "not-yet":
        return f"you would come to {name} instead"
    if turn.first == TRIAL == choice.first:
        return "it would be a trial, and a step to more"
    if turn.first == choice.first:
        return "it would be “not yet”: something else has to come first"
    if turn.first == TRIAL:
        return "it would be “not yet”, and a trial first"
    return f"it would be “not yet”, and then {name}"


def open_turns(structures: Structures, chooser: Chooser) -> Iterator[Turn]:
    """What nobody knows, or nobody was asked, and that alone can turn the answer; in order.

    Each with the first answer to it that would, the ends before the middle; `before` is the middle
    and says nothing.
    """
    field = contest(structures, derived(structures, chooser))
    found = decision(field)
    for id in structures.question:
        if isinstance(chooser.answers.get(id), int):
            continue
        turns = (_turn(field, found, id, step) for step in FARTHEST)
        if (first := next(filter(None, turns), None)) is not None:
            yield first


def _turn(field: Contest, found: Decision, id: str, step: int) -> Turn | None:
    """What an answer to an open question makes of the answer; None where that stays."""
    then = decision(field.at(moved(field.structures, field.chooser, id, step)))
    turned = (then.answer, then.first) != (found.answer, found.first)
    return Turn(id, 0, step, then.answer, then.first) if turned else None
