"""What moved in the chooser between two sets of answers, in lines.  Pure."""

from collections.abc import Iterator, Mapping

from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.model.maturity import Model
from widgets.core.structures.asked import Question
from widgets.core.structures.structures import NO_FORM, Structures
from widgets.core.words.answered import BLANK, SAID

_KINDS: Mapping[str | None, str] = {
    "this-form": "a form to build",
    "keep": "keep what you have",
    "not-yet": "not yet",
    "no-kam": "no KAM",
    None: "none yet",
}
"""Each answer of the chooser in a few words."""


def lines(model: Model, structures: Structures, before: Answers, after: Answers) -> Iterator[str]:
    """The answer, the form that it names, and each question that moved; else why not."""
    was, now = (outcome_of(model, structures, answers) for answers in (before, after))
    told = [one.begun or one.earlier or one.problem for one in (was, now)]
    if not any(told):
        return
    for one, when in ((was, "first"), (now, "last")):
        if one.problem or not one.begun:
            yield f"Not comparable: {_why_not(one, when)}."
            return
    yield _moved("The answer", *(_KINDS[one.choice.answer] for one in (was, now)))
    yield _moved("The form", *(one.first.name if one.first else "none" for one in (was, now)))
    changed = [
        f"“{q.question}” {_answer(was, q)}, then {_answer(now, q)}."
        for q in structures.questions
        if was.chooser.answers.get(q.id) != now.chooser.answers.get(q.id)
    ]
    if was.chooser.today != now.chooser.today:
        changed.append(f"“{structures.today.question}” {_today(was)}, then {_today(now)}.")
    yield f"Answers that changed: {len(changed)}." if changed else "No answer changed."
    yield from changed


def _why_not(one: Outcome, when: str) -> str:
    if one.problem:
        return f"the answers to the chooser in the {when} one are damaged"
    if one.earlier:
        return f"the {when} one answers the first release of the chooser, which asked otherwise"
    return f"in the {when} one the chooser is not answered"


def _moved(what: str, was: str, now: str) -> str:
    return f"{what}: {was}." if was == now else f"{what}: {was}, then {now}."


def _answer(one: Outcome, question: Question) -> str:
    answer = one.chooser.answers.get(question.id)
    if answer is None:
        return BLANK
    return SAID if answer == UNKNOWN else _quoted(question.words(answer))


def _today(one: Outcome) -> str:
    today = one.chooser.today
    if today is None:
        return BLANK
    asked = one.structures
    return _quoted(asked.today.none if today == NO_FORM else asked.option[today].name)


def _quoted(words: str) -> str:
    return f"“{words.rstrip('.')}”"
