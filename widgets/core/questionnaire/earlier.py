"""Answers that the first release of the structures asked for: what of them counts, what is shown.

Pure, for choosers that a file, a link or a browser kept.  Whoever gives criteria, gate and context
to compute with does not come here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from widgets.core.answers.states import ANSWERS, UNKNOWN, Unknown
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.second_context import Other
from widgets.core.structures.structures import Structures
from widgets.core.words.numbers import MINUS

ENDS = (ANSWERS[0], ANSWERS[-1])
"""Old answers that may be carried, where a map says so."""

type Shown = Mapping[str, tuple[str, ...]]
"""By question id, in model order: what was answered before, in words, an entry for each answer."""


@dataclass(frozen=True, slots=True)
class Saved:
    """A kept chooser as it counts now, and what stands beside it."""

    chooser: Chooser
    """Without criteria, gate and context, which nobody is asked for any more."""
    earlier: Shown
    earlier_other: Shown
    """Of the second context."""


def saved(structures: Structures, kept: Chooser) -> Saved:
    """What counts of `kept`: its own answers, and old ones that mean the same as a new one."""
    answers = _ordered(structures, {**_carried(structures, kept), **kept.answers})
    other = _other(structures, kept.other, begun=bool(answers)) if kept.other else None
    return Saved(
        replace(kept, answers=answers, criteria={}, gate={}, context={}, other=other),
        _shown(structures, kept),
        _shown(structures, kept.other) if kept.other else {},
    )


def _other(structures: Structures, other: Other, *, begun: bool) -> Other:
    """The second context.

    An old answer there that is not carried makes its question open: otherwise the first context's
    answer would stand where the reader gave another.
    """
    left_open = dict.fromkeys(_shown(structures, other), UNKNOWN) if begun else {}
    answers = {**left_open, **_carried(structures, other), **other.answers}
    return replace(other, answers=_ordered(structures, answers), criteria={}, gate={}, context={})


def _carried(structures: Structures, kept: Chooser | Other) -> dict[str, int | Unknown]:
    return {
        question: answer
        for question, lines in structures.earlier.items()
        for line in lines
        if line.keep == "ends" and (answer := kept.criteria.get(line.id)) in ENDS
    }


def _ordered(
    structures: Structures, answers: Mapping[str, int | Unknown]
) -> dict[str, int | Unknown]:
    return {id: answers[id] for id in structures.question if id in answers}


def _shown(structures: Structures, kept: Chooser | Other) -> dict[str, tuple[str, ...]]:
    found = {
        question: tuple(
            f"{_answer(getattr(kept, line.part)[line.id])} to “{line.asked}”"
            for line in structures.earlier.get(question, ())
            if line.id in getattr(kept, line.part)
        )
        for question in structures.question
    }
    return {question: words for question, words in found.items() if words}


def _answer(answer: int | str | bool | None) -> str:
    if answer is None or answer == UNKNOWN:
        return "We do not know"
    if isinstance(answer, bool):
        return "Yes" if answer else "No"
    if isinstance(answer, str):
        return answer.capitalize()
    return f"{answer:+d}".replace("-", MINUS) if answer else "0"
