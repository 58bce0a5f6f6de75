"""Which answer closed a form, which could, and what would open it again, in the reader's own words.

Pure.
"""

from collections.abc import Iterable, Iterator

from widgets.core.choosing.gate import COUNTED
from widgets.core.choosing_words.failed_tests import failed, matter
from widgets.core.choosing_words.phrases import signed
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.derived import derived
from widgets.core.structures.asked import Bound, Question
from widgets.core.structures.structures import Structures, Veto
from widgets.core.structures.veto_conditions import AnswerIs, ContextIs, Single, TestIs, parts
from widgets.core.words.english import listed


def triggers(structures: Structures, chooser: Chooser, veto: Veto) -> list[str]:
    """The answers for which a veto fires, each as words that fit after "because"."""
    counted = derived(structures, chooser)
    found = (_trigger(structures, counted, part, veto.until_known) for part in parts(veto.when))
    return [*dict.fromkeys(words for said in found for words in said)]


def open_triggers(structures: Structures, chooser: Chooser, veto: Veto) -> list[str]:
    """The questions whose answer may still close what a veto closes, each in quotes."""
    counted = derived(structures, chooser)
    found = (_open(structures, counted, part) for part in parts(veto.when))
    return [*dict.fromkeys(f"“{q.question}”" for questions in found for q in questions)]


def lifted_if(structures: Structures, chooser: Chooser, veto: Veto) -> str:
    """What would open again what a veto closes, in words that follow "once" or "if"."""
    if veto.until:
        return f"once {structures.condition[veto.until].first}"
    counted = derived(structures, chooser)
    if tests := [] if veto.id != "V1" else failed(structures, chooser):
        return f"if {matter(structures, tests)}"
    moves = [
        question.falls if bound.at_least is not None else question.rises
        for part in parts(veto.when)
        if any(True for _ in _trigger(structures, counted, part, veto.until_known))
        for bound, question in _bounds(structures, part)
    ]
    return f"if {listed([*dict.fromkeys(moves)])}" if moves else ""


def _bounds(structures: Structures, part: Single) -> Iterator[tuple[Bound, Question]]:
    """The questions behind a part of a veto, each with the bound within which the part holds."""
    if isinstance(part, AnswerIs):
        for id in structures.criterion[part.criterion].asks:
            yield Bound(id, part.at_least, part.at_most), structures.question[id]
        return
    if isinstance(part, ContextIs):
        fact = next(one for one in structures.context if one.id == part.context)
        for bound in fact.true_if:
            yield (bound if part.holds else _outside(bound)), structures.question[bound.asked]
    elif isinstance(part, TestIs):
        test = next(one for one in structures.tests if one.id == part.gate_test)
        for bound in test.no_if:
            yield (bound if part.answer == "no" else _outside(bound)), _question(structures, bound)


def _outside(bound: Bound) -> Bound:
    if bound.at_least is not None:
        return Bound(bound.asked, at_most=bound.at_least - 1)
    return Bound(bound.asked, at_least=(bound.at_most or 0) + 1)


def _question(structures: Structures, bound: Bound) -> Question:
    return structures.question[bound.asked]


def _trigger(
    structures: Structures, chooser: Chooser, part: Single, until_known: bool
) -> Iterator[str]:
    if not _fires(structures, chooser, part):
        if until_known and isinstance(part, AnswerIs):
            for question in _open(structures, chooser, part):
                yield f"nobody knows yet: “{question.question}”"
        return
    said = [*_said(chooser, (question for _, question in _bounds(structures, part)))]
    yield from said or [_direct(structures, chooser, part)]


def _fires(structures: Structures, chooser: Chooser, part: Single) -> bool:
    if isinstance(part, AnswerIs):
        answer = chooser.criteria.get(part.criterion)
        return isinstance(answer, int) and part.holds(answer)
    if isinstance(part, ContextIs):
        return chooser.context.get(part.context) is part.holds
    if isinstance(part, TestIs):
        return chooser.gate.get(part.gate_test) == part.answer
    return len(failed(structures, chooser)) > 1


def _said(chooser: Chooser, questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        step = chooser.answers.get(question.id)
        if isinstance(step, int):
            yield f"to “{question.question}” you say “{question.words(step).rstrip('.')}”"


def _direct(structures: Structures, chooser: Chooser, part: Single) -> str:
    """The same where no question was answered and the value came from a file."""
    if isinstance(part, AnswerIs):
        name, answer = structures.criterion[part.criterion].name, chooser.criteria[part.criterion]
        return f"“{name}” is {signed(int(answer))}"
    if isinstance(part, ContextIs):
        says = next(one.says for one in structures.context if one.id == part.context)
        return f"“{says.rstrip('.')}” is {'so' if part.holds else 'not so'}"
    if isinstance(part, TestIs):
        test = next(one for one in structures.tests if one.id == part.gate_test)
        return f"“{test.question}” is answered {part.answer}"
    return f"{len(failed(structures, chooser))} of the first {COUNTED} tests are failed"


def _open(structures: Structures, chooser: Chooser, part: Single) -> Iterator[Question]:
    if isinstance(part, AnswerIs):
        if not isinstance(chooser.criteria.get(part.criterion), int):
            yield from _unanswered(chooser, structures, structures.criterion[part.criterion].asks)
    elif isinstance(part, TestIs):
        if chooser.gate and chooser.gate.get(part.gate_test, "unknown") == "unknown":
            yield from _unanswered(
                chooser, structures, [bound.asked for bound, _ in _bounds(structures, part)]
            )
    elif not isinstance(part, ContextIs) and chooser.gate:
        asked = [
            bound.asked
            for test in structures.tests
            if test.number <= COUNTED and chooser.gate.get(test.id, "unknown") == "unknown"
            for bound in test.no_if
        ]
        yield from _unanswered(chooser, structures, asked)


def _unanswered(chooser: Chooser, structures: Structures, ids: Iterable[str]) -> Iterator[Question]:
    for id in ids:
        if not isinstance(chooser.answers.get(id), int):
            yield structures.question[id]
