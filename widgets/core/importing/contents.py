"""What answers hold, counted in words."""

from collections.abc import Iterator, Mapping, Sized

from widgets.core.answers.field_kinds import DETAILS
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.words import english


def contents(answers: Answers) -> str:
    """What `answers` hold, such as "48 practices (2 not known), 8 quick answers and 3 notes"."""
    parts = [one for number, one in _counts(answers) if number]
    return english.listed(parts) or "no answer"


def _counts(answers: Answers) -> Iterator[tuple[int, str]]:
    states = list(answers.practices.values())
    unknown = states.count(UNKNOWN)
    away = sum(isinstance(state, NotApplicable) for state in states)
    but = [f"{unknown} not known"] if unknown else []
    but += [f"{away} that {english.one_or_many(away, 'does', 'do')} not apply"] if away else []
    practices = english.number_of(len(states), "practice")
    yield len(states), practices + (f" ({', '.join(but)})" if but else "")
    yield len(answers.quick), english.number_of(len(answers.quick), "quick answer")
    for kind in sorted(DETAILS.fields, key=lambda kind: len(kind.counted)):  # long words last
        number = sum(bool(getattr(beside, kind.key)) for beside in answers.details.values())
        if kind.counted:
            yield number, english.number_of(number, *kind.counted)
    parts: Mapping[tuple[str, ...], Sized] = {
        ("planned action",): answers.actions,
        ("target",): answers.targets,
        ("answer about the organisation", "answers about the organisation"): answers.profile,
        ("answer to the chooser", "answers to the chooser"): _chooser(answers.chooser),
    }
    for words, part in parts.items():
        yield len(part), english.number_of(len(part), *words)


def _chooser(part: Mapping[str, object]) -> list[object]:
    keys = ("answers", "criteria", "gate", "context", "accounts", "have")
    kinds = [part.get(key) for key in keys]
    return [one for kind in kinds if isinstance(kind, list | dict) for one in kind]
