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
    verb = "does" if away == 1 else "do"
    but = [f"{unknown} not known"] * bool(unknown) + [f"{away} that {verb} not apply"] * bool(away)
    yield len(states), _n(len(states), "practice") + (f" ({', '.join(but)})" if but else "")
    yield len(answers.quick), _n(len(answers.quick), "quick answer")
    rest = answers.rest
    details: Sequence[Mapping[str, object]] = [
        d or {} for d in (rest.get("details") or {}).values()
    ]
    for key, words in (
        ("note", "note"),
        ("owner", "name"),
        ("proof", "proof"),
        ("evidence", "text"),
    ):
        number = sum(bool(detail.get(key)) for detail in details)
        yield number, _n(number, words) + (" of evidence" if key == "evidence" else "")
    plan = rest.get("plan") or {}
    parts = {
        "planned action": plan.get("actions"),
        "target": rest.get("targets"),
        "answer about the organisation": rest.get("profile"),
        "answer to the chooser": _chooser(rest.get("chooser") or {}),
    }
    for words, part in parts.items():
        yield len(part or ()), _n(len(part or ()), words)


def _chooser(part: Mapping[str, object]) -> list[object]:
    kinds = [part.get(key) for key in ("criteria", "gate", "context", "accounts", "have")]
    return [one for kind in kinds if isinstance(kind, list | dict) for one in kind]


def _n(number: int, words: str) -> str:
    if number == 1:
        return f"1 {words}"
    first, _, rest = words.partition(" ")
    plural = {"answer": f"answers {rest}"}.get(first) if rest else None
    return f"{number} {plural or words + 's'}"
