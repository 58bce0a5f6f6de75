"""What answers hold, counted in words."""

from collections.abc import Iterator, Mapping, Sequence

from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.words import english


def counted(answers: Answers) -> str:
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
    rest = answers.rest
    details: Sequence[Mapping[str, object]] = [
        d or {} for d in (rest.get("details") or {}).values()
    ]
    for key, words in (
        ("note", ("note",)),
        ("owner", ("name",)),
        ("proof", ("proof",)),
        ("evidence", ("text of evidence", "texts of evidence")),
    ):
        number = sum(bool(detail.get(key)) for detail in details)
        yield number, english.number_of(number, *words)
    plan = rest.get("plan") or {}
    organisation = ("answer about the organisation", "answers about the organisation")
    chooser = ("answer to the chooser", "answers to the chooser")
    for part, words in (
        (plan.get("actions"), ("planned action",)),
        (rest.get("targets"), ("target",)),
        (rest.get("profile"), organisation),
        (_chooser(rest.get("chooser") or {}), chooser),
    ):
        yield len(part or ()), english.number_of(len(part or ()), *words)


def _chooser(part: Mapping[str, object]) -> list[object]:
    kinds = [part.get(key) for key in ("criteria", "gate", "context", "accounts", "have")]
    return [one for kind in kinds if isinstance(kind, list | dict) for one in kind]
