"""Why, in the words of the answers: three reasons, and the strongest objection.

Pure.  A reason is an answer as the firm would say it, and why that speaks for the form, as the cell
of the table says, with the works.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from widgets.core.board.voice import ours
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty
from widgets.core.choosing_words.certainty import Reason
from widgets.core.choosing_words.course import aim
from widgets.core.choosing_words.failed_tests import failed
from widgets.core.choosing_words.phrases import option
from widgets.core.structures.asked import Bound, Question
from widgets.core.structures.structures import AddOn, NotKnown
from widgets.core.structures.veto_conditions import AnswerIs, ContextIs
from widgets.core.words.english import lower_first

MOST = 3
HELD = "today-has-held"
"""The question by which a form that is kept came through a strain."""

LOST = "People and plans that came through it are lost when the boxes move."


@dataclass(frozen=True, slots=True)
class Said:
    """What the firm says of itself, and why that counts."""

    answer: str
    because: str
    facts: tuple[str, ...] = ()
    """Those that it rests on; none: our judgement."""


@dataclass(frozen=True, slots=True)
class Objection:
    """The strongest thing against, and what answers it."""

    said: Said
    answered: str


def reasons(found: Outcome) -> tuple[Said, ...]:
    """What speaks most for the answer, the strongest first; `MOST` at most."""
    if found.choice.answer == "no-kam":
        return tuple(_failed(found))[:MOST]
    form = aim(found.choice)
    if form is None:
        return ()
    speaking = certainty.reasons(found.structures, found.choice, found.chooser, form)
    return (*_held(found), *(_said(found, form, one) for one in speaking))[:MOST]


def objection(found: Outcome) -> Objection | None:
    """The strongest thing against the answer."""
    if found.choice.answer == "no-kam":
        asks = Said(
            "A large customer will ask to be called key.", "Colleagues will ask for it too."
        )
        return Objection(asks, "thank it, and offer the named contact: a title changes nothing.")
    form = aim(found.choice)
    if form is None:
        return None
    if leader := _leads_on_paper(found):
        said = Said(f"On paper {option(found.structures, leader)} leads.", "We stay all the same.")
        return Objection(said, "it leads by too little to pay for a change.")
    against = certainty.counter(found.structures, found.choice, found.chooser, form)
    if against is None:
        return _usual_failure(found, form)
    return Objection(_said(found, form, against), _answered(found, against.criterion))


def _said(found: Outcome, form: str, one: Reason) -> Said:
    """An answer in the firm's words; of two questions the one further on that side."""
    structures = found.structures
    asked = [structures.question[id] for id in structures.criterion[one.criterion].asks]

    def side(question: Question) -> int:
        step = found.chooser.answers.get(question.id)
        return -step * one.answer if isinstance(step, int) else 0

    question = min(asked, key=side)
    words = question.said_high if one.answer > 0 else question.said_low
    cell = structures.option[form].cells[one.criterion]
    return Said(words, ours(certainty.why_so(cell, one.answer)), cell.facts)


def _held(found: Outcome) -> Iterator[Said]:
    step = found.chooser.answers.get(HELD)
    if found.choice.answer == "keep" and isinstance(step, int) and step > 0:
        yield Said(found.structures.question[HELD].said_high, LOST)


def _failed(found: Outcome) -> Iterator[Said]:
    """The tests that failed, each with the answer behind it."""
    tests = {test.id: test for test in found.structures.tests}
    for id in failed(found.structures, found.chooser):
        test = tests[id]
        bound = test.no_if[0]
        question = found.structures.question[bound.asked]
        high = bound.at_least is not None
        yield Said(question.said_high if high else question.said_low, ours(test.if_no), test.facts)


def _leads_on_paper(found: Outcome) -> str | None:
    choice = found.choice
    if choice.keep is None or choice.keep.because == "first":
        return None
    leader, points = choice.ranking[0], {one.option: one.points for one in choice.ranking}
    return leader.option if leader.points > points[choice.keep.option] else None


def _usual_failure(found: Outcome, form: str) -> Objection | None:
    """How such a form can fail, where no answer speaks against it."""
    ways = found.structures.option[form].fails
    if not ways:
        return None
    usual = f"Such a form can fail in another way: {lower_first(ways[0].text)}."
    said = Said("No answer of ours speaks against it.", usual, ways[0].facts)
    return Objection(said, "the date below, to look whether it does.")


def _answered(found: Outcome, criterion: str) -> str:
    """The companion that is offered for this very answer; else that nothing answers it yet."""
    for id in found.choice.companions:
        one = found.structures.add_on[id]
        if _offered_for(found, one, criterion):
            return f"{lower_first(one.name)}. {ours(one.definition)}"
    return "nothing in the steps below does by itself; the board weighs it."


def _offered_for(found: Outcome, one: AddOn, criterion: str) -> bool:
    structures = found.structures
    asks = structures.criterion[criterion].asks
    facts = {fact.id: fact.true_if for fact in structures.context}

    def asked(bounds: Sequence[Bound]) -> bool:
        return any(bound.asked in asks for bound in bounds)

    return any(
        (isinstance(sign, AnswerIs | NotKnown) and sign.criterion == criterion)
        or (isinstance(sign, Bound) and sign.asked in asks)
        or (isinstance(sign, ContextIs) and asked(facts[sign.context]))
        for sign in one.offer_when
    )
