"""Answers of an older release of the model, taken to this one.

Pure.  Nothing that was entered is lost: what is asked no longer moves to the part `retired` of the
file.  Nothing is guessed: where the old answer does not hold for the new question, it is asked
again, and the old answer stands beside it.  What several answers become is our judgement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from widgets.core.migrating import file_entries
from widgets.core.migrating.file_entries import Entry
from widgets.core.migrating.merged_answers import merge
from widgets.core.migrating.things import asked, things
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED, Left, Merged, Migration, Words, asked_as


class UnknownReleaseError(ValueError):
    """A release from which no way leads to this model; the message is its version."""


class ClashError(ValueError):
    """A file that holds a thing twice: answered, and retired; the message is its name."""


@dataclass(frozen=True, slots=True)
class Old:
    """What was entered about one thing, and the words that it was entered under."""

    thing: str
    words: Words
    entry: Entry


@dataclass(frozen=True, slots=True)
class Reworded:
    """An answer that is carried, and whose words have changed."""

    old: Old
    now: Words


@dataclass(frozen=True, slots=True)
class Gone:
    """An answer to what is asked no longer: split into other questions, or retired."""

    old: Old
    into: tuple[str, ...]
    """Empty: retired."""
    because: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Answers to things that became one."""

    thing: str
    parts: tuple[Old, ...]
    entry: Entry
    """What they became; empty: asked again."""
    becomes: str
    because: str


@dataclass(frozen=True, slots=True)
class Migrated:
    """What became of the answers in one file, in model order as far as things are in the model."""

    before: str
    after: str
    data: Mapping[str, Any]
    """The file of this release."""
    carried: tuple[str, ...]
    """Things whose answers stand as they were."""
    reworded: tuple[Reworded, ...] = ()
    split: tuple[Gone, ...] = ()
    merged: tuple[Joined, ...] = ()
    retired: tuple[Gone, ...] = ()
    again: Mapping[str, tuple[Old, ...]] = field(default_factory=dict)
    """What is asked again, and the old answers that may help."""
    new: tuple[str, ...] = ()
    """What was not asked before."""

    @property
    def stand(self) -> int:
        """How many answers to practices and quick questions count in this release."""
        kept = (*self.carried, *(one.old.thing for one in self.reworded))
        merged = (part for one in self.merged if one.entry for part in one.parts)
        return sum("state" in file_entries.look(self.data, thing) for thing in _rated(kept)) + sum(
            1 for part in merged if _is_answer(part)
        )

    @property
    def given(self) -> int:
        """How many answers to practices and quick questions there were."""
        asked = (part for one in self.merged if not one.entry for part in one.parts)
        gone = (*asked, *(one.old for one in (*self.split, *self.retired)))
        return self.stand + sum(map(_is_answer, gone))

    @property
    def apart(self) -> bool:
        """Whether some of what was answered does not count here: a team's figures leave it out."""
        return self.stand < self.given

    @property
    def few(self) -> bool:
        """Whether less than half of what was answered stands: too little for a level."""
        return 2 * self.stand < self.given


@dataclass(slots=True)
class _Course:
    """A file on its way through the releases, and what happened to it."""

    data: dict[str, Any]
    was: dict[str, dict[str, str]] = field(default_factory=dict)
    """Words under which answers were given, as far as they have changed."""
    gone: list[Gone] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    hints: dict[str, list[Old]] = field(default_factory=dict)

    def old(self, thing: str, words: Words) -> Old:
        was = asked_as(thing)
        return Old(thing, {**words, **self.was.get(was, {})}, file_entries.look(self.data, was))

    def clear(self, old: Old) -> None:
        """Takes everything out about a thing; of an option, only where it is chosen."""
        if old.entry or not old.thing.startswith("option "):
            file_entries.put(self.data, asked_as(old.thing), {})

    def retire(self, old: Old) -> None:
        """Moves what was entered to the part that nobody asks about."""
        kept = self.data.get(RETIRED)
        if not isinstance(kept, Mapping | None):
            return
        self.clear(old)
        if not old.entry:
            return
        if old.thing in (kept or {}):
            raise ClashError(old.thing)
        self.data[RETIRED] = {**(kept or {}), old.thing: old.entry}


def migrate(
    data: Mapping[str, Any],
    model: Model,
    later: Mapping[str, Mapping[str, Any]] = MappingProxyType({}),
) -> Migrated:
    """What becomes of `data`, a file of an older release or of this one, not yet checked.

    `later` holds, by release, what was entered when the model had come that far.

    Raises `UnknownReleaseError` where no way leads from its release to `model`, and `ClashError`.
    """
    named = data.get("model")
    before = named.get("version") if isinstance(named, Mapping) else None
    course = _Course(dict(data))
    for step in way(before, model):
        _step(course, step)
        file_entries.join(course.data, later.get(step.after, {}))
    course.data["model"] = {"id": model.id, "version": model.version}
    return _told(course, str(before), model)


def way(version: Any, model: Model) -> Sequence[Migration]:
    """The steps from a release to `model`; none from its own.

    Raises `UnknownReleaseError` where there is no way.
    """
    if version == model.version:
        return ()
    starts = [step.before for step in model.migrations]
    if version not in starts:
        raise UnknownReleaseError(version)
    return model.migrations[starts.index(version) :]


def _step(course: _Course, step: Migration) -> None:
    for merged in step.merged:
        _merge(course, merged)
    for left in step.left:
        _leave(course, left)
    for thing, words in step.reworded.items():
        if file_entries.look(course.data, thing):
            course.was[thing] = {**words, **course.was.get(thing, {})}


def _leave(course: _Course, left: Left) -> None:
    old = course.old(left.thing, left.words)
    course.was.pop(asked_as(left.thing), None)
    course.retire(old)
    known = [old] if old.entry else course.hints.get(left.thing, [])
    for thing in left.into:
        course.hints[thing] = [*course.hints.get(thing, []), *known]
    if old.entry:
        course.gone.append(Gone(old, left.into, left.because))


def _merge(course: _Course, merged: Merged) -> None:
    parts = [course.old(thing, words) for thing, words in merged.parts.items()]
    made = merge(merged.thing.partition(" ")[0], [part.entry for part in parts], merged.becomes)
    alone = merged.becomes == "same" and len(parts) == 1
    for part in parts:
        if alone:
            course.clear(part)
        else:
            course.retire(part)
    if made:
        file_entries.put(course.data, merged.thing, made)
    known = [hint for p in parts for hint in ([p] if p.entry else course.hints.get(p.thing, []))]
    course.hints[merged.thing] = known
    if told := tuple(part for part in parts if part.entry):
        joined = Joined(merged.thing, told, made, merged.becomes, merged.because)
        course.joined.append(joined)


def _told(course: _Course, before: str, model: Model) -> Migrated:
    words = {thing: now for thing in things(model) if (now := asked(model, thing))}
    held = set(file_entries.things(course.data))
    reworded = [
        Reworded(Old(thing, old, file_entries.look(course.data, thing)), words[thing])
        for thing in words
        if (old := _changed(course.was.get(thing, {}), words[thing]))
        and file_entries.look(course.data, thing)
    ]
    made = {one.thing for one in course.joined} | {one.old.thing for one in reworded}
    made |= {_question(thing) for thing in made}
    new = [thing for step in way(before, model) for thing in step.new]
    return Migrated(
        before=before,
        after=model.version,
        data=course.data,
        carried=tuple(t for t in words if t in held and t not in made),
        reworded=tuple(reworded),
        split=tuple(one for one in course.gone if one.into),
        merged=tuple(course.joined),
        retired=tuple(one for one in course.gone if not one.into),
        again={
            thing: tuple(course.hints[thing])
            for thing in words
            if course.hints.get(thing) and not file_entries.look(course.data, thing)
        },
        new=tuple(t for t in words if t in new and not t.startswith("rule ") and t not in held),
    )


def _rated(found: Iterable[str]) -> Iterator[str]:
    """Of some things, those that a level is made of."""
    return (thing for thing in found if thing.startswith(("practice ", "dimension ")))


def _is_answer(old: Old) -> bool:
    return "state" in old.entry and any(_rated((old.thing,)))


def _question(thing: str) -> str:
    """The question of an option, whose answer it is."""
    kind, _, id = thing.partition(" ")
    return f"question {id.partition('.')[0]}" if kind == "option" else thing


def _changed(was: Words, now: Words) -> dict[str, str]:
    return {key: text for key, text in was.items() if now.get(key) != text}
