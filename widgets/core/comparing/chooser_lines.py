"""What moved in the chooser between two sets of answers, in lines.  Pure."""

from collections.abc import Iterator

from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.model.maturity import Model
from widgets.core.model.structures import Structures
from widgets.core.words import numbers


def lines(model: Model, structures: Structures, before: Answers, after: Answers) -> Iterator[str]:
    """The gate, the first option and its points, and the answers that changed; else why not."""
    was, now = (outcome_of(model, structures, answers) for answers in (before, after))
    if not was.begun and not now.begun:
        return
    for one, when in ((was, "first"), (now, "last")):
        if one.problem or not one.begun:
            yield f"Not comparable: in the {when} one the chooser is not answered, or damaged."
            return
    if was.choice.gate != now.choice.gate:
        yield f"The gate: {_gate(was)}, then {_gate(now)}."
    yield _first(was, now)
    changed = [
        f"{c.name}: {_answer(was, c.id)}, then {_answer(now, c.id)}"
        for c in structures.criteria
        if was.chooser.criteria.get(c.id) != now.chooser.criteria.get(c.id)
    ]
    yield (f"Answers that changed: {'; '.join(changed)}." if changed else "No answer changed.")


def _gate(one: Outcome) -> str:
    named = {verdict.id: verdict.name for verdict in one.structures.verdicts}
    return f"“{named[one.choice.gate]}”" if one.choice.gate in named else "not decided"


def _first(was: Outcome, now: Outcome) -> str:
    then, today = (_home(one) for one in (was, now))
    return f"First option: {then}." if then == today else f"First option: {then}, then {today}."


def _home(one: Outcome) -> str:
    if not one.first:
        return "none yet"
    points = numbers.number(one.choice.home[0].points)
    return f"{one.first.name} ({points} points{', a tie' if one.choice.tie else ''})"


def _answer(one: Outcome, criterion: str) -> str:
    answer = one.chooser.criteria.get(criterion)
    if answer is None:
        return "not answered"
    return "not known" if answer == UNKNOWN else f"{answer:+d}" if answer else "0"
