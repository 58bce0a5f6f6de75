"""What a share link carries of given answers, in a reader's words."""

from collections.abc import Iterator, Mapping
from typing import Any

from widgets.core.answers.chooser_fields import mapping_of
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.model.maturity import Dimension, Model
from widgets.core.sharing.link_parts import WEIGHTS
from widgets.core.words.answered import of_them
from widgets.core.words.english import number_of


def carried(answers: Answers, model: Model) -> list[str]:
    """A line for each kind of answer that the link carries, such as the result counts them."""
    choosing = answers.chooser
    counts = (
        (len(answers.profile), "answer", "answers", " about your organisation"),
        (len(answers.targets), "target of your own", "targets of your own"),
        (_choices(choosing), "answer", "answers", " in the structure chooser"),
        (
            _choices(mapping_of(choosing.get("other"))),
            *("answer", "answers", " of the second context that the chooser compares"),
        ),
    )
    lines = [
        number_of(count, one, many) + "".join(after) for count, one, many, *after in counts if count
    ]
    return [*_practices(answers), *_quick(answers, model), *lines]


def rounded(answers: Answers) -> Iterator[str]:
    """A sentence where a weight travels as another one, and where old answers stay behind."""
    if answers.retired:
        yield "Answers to an older version of the questions do not go along; the JSON has them."
    choosing = answers.chooser
    for part in (choosing, mapping_of(choosing.get("other"))):
        if any(weight not in WEIGHTS for weight in mapping_of(part.get("weights")).values()):
            yield "An exact weight goes as the nearest class of importance."
            return


def _practices(answers: Answers) -> Iterator[str]:
    states = list(answers.practices.values())
    if not states:
        return
    unknown = sum(state == UNKNOWN for state in states)
    away = sum(isinstance(state, NotApplicable) for state in states)
    said = of_them(unknown)
    said += [f"{away} of them “does not apply”"] if away else []
    yield ", ".join([f"answers to {number_of(len(states), 'practice')}", *said])


def _quick(answers: Answers, model: Model) -> Iterator[str]:
    """The quick answers; those that enter no figure are said to, for the result counts the rest."""
    if not answers.quick:
        return
    behind = [id for id in answers.quick if _behind(model.dimension[id], answers)]
    unknown = sum(s == UNKNOWN for id, s in answers.quick.items() if id not in behind)
    said = of_them(unknown)
    said += [f"{len(behind)} of them replaced by answers to practices"] if behind else []
    yield ", ".join([number_of(len(answers.quick), "quick answer"), *said])


def _behind(dimension: Dimension, answers: Answers) -> bool:
    return any(practice.id in answers.practices for practice in dimension.practices)


def _choices(part: Mapping[str, Any]) -> int:
    keys = ("answers", "weights", "criteria", "gate", "context")
    inner = sum(_filled(part.get(key)) for key in keys)
    return inner + len(part.get("have") or ()) + (part.get("today") is not None)


def _filled(part: Any) -> int:
    return sum(value is not None for value in mapping_of(part).values())
