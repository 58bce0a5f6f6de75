"""Everything that the site is generated from: the published model and the evidence behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from build_tools import Mistake
from build_tools.guide.evidence import Evidence, Markdown
from build_tools.guide.organisations import Organisation
from build_tools.guide.sums import Sums
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures


@dataclass(frozen=True, slots=True)
class Factor:
    """A failure factor with its prose."""

    id: str
    order: int
    name: str
    how_it_looks: Markdown
    why_it_happens: Markdown
    early_signs: tuple[Markdown, ...]
    remedy: tuple[Markdown, ...]
    do_not: Markdown
    who_must_act: str
    facts: tuple[str, ...]
    practices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A warning sign and the failure factors that it points to."""

    id: str
    order: int
    sign: str
    where_seen: str
    factors: tuple[str, ...]
    facts: tuple[str, ...]
    judgement: bool


@dataclass(frozen=True, slots=True)
class Background:
    """What a page says of a dimension or practice beside what widgets show."""

    facts: tuple[str, ...]
    why: Markdown
    judgement: str = ""


@dataclass(frozen=True)
class Guide:
    """The model as published, and what only pages show."""

    model: Model
    background: Mapping[str, Background]
    """By dimension or practice id."""
    level_facts: tuple[tuple[str, ...], ...]
    """Fact ids behind each level, 0 to 4."""
    evidence: Evidence
    sums: Sums = field(default_factory=dict)
    """What pages work out for a reader, by id."""
    scopes: Mapping[str, str] = field(default_factory=dict)
    """By tag: why a practice may not apply, as its page says it."""
    contexts: Mapping[str, str] = field(default_factory=dict)
    """By tag: when a lower rung is good enough."""
    factors: tuple[Factor, ...] = ()
    signs: tuple[Sign, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    structures: Structures | None = None
    """The options and criteria of the chooser; None where a model has no such folder."""
    changes: tuple[Mistake, ...] = ()
    """What differs from a release and no version and map tell; `make check` refuses it."""
    warnings: tuple[Mistake, ...] = ()
    """What an author should look at and may leave, such as a fact that nothing names."""
