"""What became of each question from one release of the model to the next, as the site publishes it.

Only data.  `widgets.core.migrating.file_migration` takes answers along it.  A thing is a kind and
an id, such as `practice obstacle-list`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

RETIRED = "retired"
"""The part of an answers file that holds what is asked no longer, by thing."""

SINCE = "@"
"""Between a thing and the last release that asked it in those words, where its id stays."""

type Words = Mapping[str, str]
"""What a saved answer stands on: `statement`, `question`, `label` or `title`; rungs `0` to `4`."""

RULES: Mapping[str, str] = {
    "lowest": "the lowest of the old rungs",
    "highest": "the highest of the old rungs",
    "same": "the old answer as it was",
    "ask": "asked again",
}
"""What the answer to a merged question becomes; which one is right is our judgement."""


def asked_as(thing: str) -> str:
    """A thing as its release named it, without the release."""
    return thing.partition(SINCE)[0]


@dataclass(frozen=True, slots=True)
class Left:
    """A thing that is asked no longer."""

    thing: str
    words: Words
    because: str
    into: tuple[str, ...] = ()
    """What is asked in its place; empty: nothing."""


@dataclass(frozen=True, slots=True)
class Merged:
    """Things that became one."""

    thing: str
    """What they became."""
    parts: Mapping[str, Words]
    """What they were, and their words."""
    becomes: str
    """One of `RULES`."""
    because: str


@dataclass(frozen=True, slots=True)
class Migration:
    """The way from one release to the next; what it does not name is kept as it was."""

    before: str
    after: str
    reworded: Mapping[str, Words] = field(default_factory=dict)
    """By thing: those of its old words that changed."""
    left: tuple[Left, ...] = ()
    merged: tuple[Merged, ...] = ()
    new: tuple[str, ...] = ()

    def gone(self) -> tuple[str, ...]:
        """Every thing that is asked no longer."""
        return tuple(self.left_words())

    def left_words(self) -> dict[str, Words]:
        """Every thing that is asked no longer, with the words that it was asked in."""
        left = {one.thing: one.words for one in self.left}
        return left | {part: said for one in self.merged for part, said in one.parts.items()}


def became(steps: Sequence[Migration], thing: str) -> tuple[str, ...]:
    """What is asked today in place of `thing`, over all `steps`; empty: nothing, or it never left.

    What several questions became stands once, in the order of the maps.
    """
    found = [thing]
    left = False
    for step in steps:
        ways = {one.thing: one.into for one in step.left}
        ways |= {part: (one.thing,) for one in step.merged for part in one.parts}
        left = left or any(one in ways for one in found)
        found = [new for one in found for new in ways.get(one, (one,))]
    return tuple(dict.fromkeys(found)) if left else ()


def from_json(data: Mapping[str, Any]) -> Migration:
    """A migration as `model.json` has it; trusted, so not checked."""
    return Migration(
        before=data["before"],
        after=data["after"],
        reworded=data.get("reworded", {}),
        left=tuple(Left(**{**o, "into": tuple(o.get("into", ()))}) for o in data.get("left", ())),
        merged=tuple(Merged(**one) for one in data.get("merged", ())),
        new=tuple(data.get("new", ())),
    )
