"""Which answer triggered a veto, and which could, in the reader's own words."""

from collections.abc import Iterator

from widgets.core.choosing.gate import FAILED, judge
from widgets.core.choosing_words.phrases import signed
from widgets.core.model.structures import Structures, Veto
from widgets.core.model.veto_conditions import AnswerIs, ContextIs, GateFails, Single, TestIs, parts
from widgets.core.questionnaire.chooser import Chooser


def triggers(structures: Structures, chooser: Chooser, veto: Veto) -> list[str]:
    """The answers for which a veto fires, each as words that fit after "because"."""
    return [words for part in parts(veto.when) for words in _trigger(structures, chooser, part)]


def open_triggers(structures: Structures, chooser: Chooser, veto: Veto) -> list[str]:
    """The open answers for which a veto may fire, as "if …"."""
    return [words for part in parts(veto.when) for words in _open(structures, chooser, part)]


def _trigger(structures: Structures, chooser: Chooser, part: Single) -> Iterator[str]:
    if isinstance(part, AnswerIs):
        answer = chooser.criteria.get(part.criterion)
        if isinstance(answer, int) and part.holds(answer):
            criterion = structures.criterion[part.criterion]
            yield f"“{criterion.name}” is answered {signed(answer)}"
    elif isinstance(part, GateFails):
        verdict, _ = judge(structures.tests, chooser.gate)
        if verdict in FAILED:
            name = next(found.name for found in structures.verdicts if found.id == verdict)
            yield f"the gate says “{name}”"
    elif isinstance(part, ContextIs) and chooser.context.get(part.context) is part.holds:
        yield _answered(_question(structures, part.context), part.holds)
    elif isinstance(part, TestIs) and chooser.gate.get(part.gate_test) == part.answer:
        test = next(test for test in structures.tests if test.id == part.gate_test)
        yield _answered(test.question, part.answer == "yes")


def _open(structures: Structures, chooser: Chooser, part: Single) -> Iterator[str]:
    if isinstance(part, AnswerIs) and not isinstance(chooser.criteria.get(part.criterion), int):
        name = f"“{structures.criterion[part.criterion].name}”"
        if part.at_least is not None:
            yield f"if {name} is {signed(part.at_least)}{' or more' if part.at_least < 2 else ''}"
        if part.at_most is not None:
            yield f"if {name} is {signed(part.at_most)}{' or less' if part.at_most > -2 else ''}"
    elif isinstance(part, GateFails) and judge(structures.tests, chooser.gate)[1]:
        yield "if the gate fails"


def _answered(question: str, yes: bool) -> str:
    return f"“{question}” is answered {'yes' if yes else 'no'}"


def _question(structures: Structures, id: str) -> str:
    return next(found.question for found in structures.questions if found.id == id)
