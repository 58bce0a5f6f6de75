"""What a file holds of things that are asked no longer: hints for new questions, and gaps.

Pure.  After a migration the part `retired` and the maps of the model tell the same story for ever.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from widgets.core.answers.states import Answers
from widgets.core.migrating.file_migration import Old
from widgets.core.migrating.things import things
from widgets.core.model.maturity import Model


@dataclass(frozen=True, slots=True)
class Gap:
    """An answer that cannot be compared with one to this release of the model."""

    old: Old
    into: tuple[str, ...]
    """What is asked in its place; empty: nothing."""
    merged: bool
    """Whether its answer, with others, became that of `into`, by a rule that is our judgement."""
    because: str
    since: str
    """The release that asks it no longer."""


def align(answers: Answers, model: Model) -> tuple[Gap, ...]:
    """What of `answers`, already taken to the release of `model`, no longer compares by itself.

    Practices and dimensions only, in the order in which they left; whatever is not here and is
    answered means the same in every release.
    """
    return tuple(
        gap
        for gap in _gaps(answers, model)
        if gap.old.thing.startswith(("practice ", "dimension ")) and "state" in gap.old.entry
    )


def hints(answers: Answers, model: Model) -> Mapping[str, tuple[Old, ...]]:
    """Questions of `model` without an answer, and the old answers that led to them."""
    known: dict[str, list[Old]] = {}
    kept = {gap.old.thing: gap.old for gap in _gaps(answers, model)}
    for thing, into in _ways(model) if kept else ():
        olds = [kept[thing]] if thing in kept else known.get(thing, [])
        for new in into:
            known[new] = [*known.get(new, []), *olds]
    return {
        thing: tuple(known[thing])
        for thing in things(model)
        if known.get(thing) and not _answered(answers, thing)
    }


def _ways(model: Model) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everything that left, in the order of releases, and what is asked in its place."""
    for step in model.migrations:
        yield from ((thing, (one.thing,)) for one in step.merged for thing in one.parts)
        yield from ((left.thing, left.into) for left in step.left)


def _gaps(answers: Answers, model: Model) -> Iterator[Gap]:
    kept = answers.retired
    for step in model.migrations if kept else ():
        for left in step.left:
            if left.thing in kept:
                old = Old(left.thing, left.words, kept[left.thing])
                yield Gap(old, left.into, False, left.because, step.after)
        for merged in step.merged:
            for thing, words in merged.parts.items():
                if thing in kept:
                    old = Old(thing, words, kept[thing])
                    yield Gap(old, (merged.thing,), True, merged.because, step.after)


def _answered(answers: Answers, thing: str) -> bool:
    kind, _, id = thing.partition(" ")
    question, _, option = id.partition(".")
    return {
        "practice": id in answers.practices,
        "dimension": id in answers.quick,
        "rule": id in answers.actions,
        "question": id in answers.profile,
        "option": question in answers.profile or not option,
    }[kind]
