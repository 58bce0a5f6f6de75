"""The evidence base as frozen objects: facts, sources, and what they rest on."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_SURNAME = re.compile(r"([^,]+), (?:[A-Z]\.[- ]?)+,?")
"""A surname before its initials, in "Davies, I.A. and Ryals, L.J."."""

type Markdown = str
"""An author's prose, with citations such as `[=E015]`."""


@dataclass(frozen=True, slots=True)
class Source:
    """A work behind the guide."""

    id: str
    grade: str
    kind: str
    title: str
    read: str
    authors: str = ""
    year: int | None = None
    venue: str = ""
    doi: str = ""
    url: str = ""
    note: str = ""
    known_as: str = ""
    """How a sentence names it, where authors and year would not do."""

    @property
    def short(self) -> str:
        """How a sentence names it, such as "Wilson & Woodburn 2014"."""
        if self.known_as:
            return self.known_as
        people = [name.removeprefix("and ").strip() for name in _SURNAME.findall(self.authors)]
        if not people:
            title = self.authors or self.venue or self.title
            people = [re.split(r"[,(:]", title)[0].strip()]
        who = " & ".join(people) if len(people) < 3 else f"{people[0]} et al."
        return f"{who} {self.year}" if self.year and str(self.year) not in who else who


@dataclass(frozen=True, slots=True)
class Fact:
    """What a work says, in our own words: a finding, a story, an opinion, or what we infer."""

    id: str
    theme: str
    kind: str
    text: Markdown
    sources: tuple[str, ...]
    basis: str
    cited_by: str = ""
    locator: str = ""
    aliases: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    follows_from: tuple[str, ...] = ()
    """The facts that an inference of ours was drawn from."""
    printable: bool = True
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class FactKind:
    """What a fact is: found, told, held, proposed, described or inferred."""

    id: str
    label: str
    meaning: str
    mark: str = "{work}"
    """How a citation names the work behind such a fact."""


@dataclass(frozen=True, slots=True)
class Basis:
    """How much of a work was read for a fact."""

    id: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Theme:
    """A chapter of the facts."""

    id: str
    order: int
    title: str


@dataclass(frozen=True, slots=True)
class Point:
    """Something that one of the two main sources says, and where the guide says it."""

    id: str
    """S and a number: of the summary; W and a number: of Woodburn's article."""
    says: str
    facts: tuple[str, ...]
    places: tuple[str, ...]
    """Page and heading, such as `start/what-kam-is.md#the-meaning`."""


@dataclass(frozen=True)
class Evidence:
    """The evidence base: facts in our own words, and the works that they rest on."""

    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    kinds: tuple[FactKind, ...] = ()
    bases: tuple[Basis, ...] = ()
    grades: Mapping[str, str] = field(default_factory=dict)
    """Meaning of each grade A to E."""
    themes: tuple[Theme, ...] = ()
    coverage: tuple[Point, ...] = ()

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """Facts by id; a merged fact is found under its old ids too."""
        return {id: fact for fact in self.facts for id in (fact.id, *fact.aliases)}

    @cached_property
    def source(self) -> Mapping[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def kind(self) -> Mapping[str, FactKind]:
        """Kinds of fact by id."""
        return {kind.id: kind for kind in self.kinds}

    @cached_property
    def basis(self) -> Mapping[str, Basis]:
        """Bases by id."""
        return {basis.id: basis for basis in self.bases}

    @cached_property
    def facts_of(self) -> Mapping[str, tuple[Fact, ...]]:
        """The facts that rest on each source id."""
        return {id: tuple(fact for fact in self.facts if id in fact.sources) for id in self.source}
