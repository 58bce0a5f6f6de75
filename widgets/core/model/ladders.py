"""Ladders of rungs, and the roles that their questions name.  Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rung:
    """One rung of a ladder."""

    label: str
    """Two to four words that tell it from its neighbours."""
    text: str
    """An observable fact."""

    @property
    def said(self) -> str:
        """Both, in one line."""
        return f"{self.label}. {self.text}"


type Ladder = tuple[Rung, ...]
"""Five rungs, 0 to 4."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role that the questions name, and whoever stands in for it."""

    id: str
    name: str
    """As the questions write it, such as "head of operations"."""
    means: str
    """Whoever is meant where nobody has that title."""


def named(roles: Sequence[Role], texts: Iterable[str]) -> Iterator[Role]:
    """Those of `roles` that a question names in any of its `texts`, one or several of them.

    Of two names of which one holds the other, such as "leader" and "new leader", the longer counts.
    """
    said, found = "\n".join(texts), set()
    for role in sorted(roles, key=lambda role: -len(role.name)):
        said, times = _pattern(role.name).subn("\n", said)
        if times:
            found.add(role.id)
    yield from (role for role in roles if role.id in found)


def _pattern(name: str) -> re.Pattern[str]:
    """The name as whole words: a head or heads, one boss or several."""
    words = re.escape(name).replace("head", "heads?")
    return re.compile(rf"\b{words}(?:e?s)?\b", re.IGNORECASE)


def meant(roles: Sequence[Role], asked: str, ask: str, ladder: Ladder) -> list[Role]:
    """The roles that one question names: in what is asked, in who knows it, or in its rungs."""
    return list(named(roles, [asked, ask, *(rung.text for rung in ladder)]))
