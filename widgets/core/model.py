"""The maturity model as frozen objects, as the site publishes it in `model.json`.

Knows the shape of the model and nothing of YAML, pages or answers.
`build_tools.load` makes a `Model` from an author's files; a browser reads one with `from_json`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

FORMAT = 1
"""Version of the shape of `model.json` and of the answers file."""

RUNGS = (0, 1, 2, 3, 4)
"""Rungs of every ladder, lowest first; levels use the same numbers."""

TOP = RUNGS[-1]
"""The highest rung and the highest level."""

type Html = str
"""Text that is already safe HTML, made from an author's Markdown when the site is built."""


@dataclass(frozen=True, slots=True)
class Level:
    """One of the five maturity levels."""

    level: int
    """0 to 4."""
    name: str
    """Such as "In name"."""
    means: str
    """What tells this level from the one below."""
    kill: str
    """What it would take to kill a programme at this level."""


@dataclass(frozen=True, slots=True)
class GoodEnough:
    """A context in which a lower rung than 4 is right."""

    when: str
    rung: int
    because: str


@dataclass(frozen=True, slots=True)
class Practice:
    """One observable practice and its ladder."""

    id: str
    statement: str
    why: str
    ask: str
    ladder: tuple[str, ...]
    """Five observable facts, rung 0 to rung 4."""
    evidence_hint: str
    first_step: str
    guards: tuple[str, ...]
    """Ids of the failure factors that it guards against."""
    scope: tuple[str, ...] = ()
    """Tags that let a reader say that it does not apply; empty: it always applies."""
    good_enough: tuple[GoodEnough, ...] = ()
    precondition: str | None = None
    """Practice without which rung 3 or 4 here makes little sense."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its quick question, its own ladder and its practices, in model order."""

    id: str
    name: str
    critical: bool
    """A critical dimension caps the programme one level above its own."""
    question: str
    why: Html
    ask: str
    ladder: tuple[str, ...]
    page: str
    """Address of its page, from the root of the site."""
    practices: tuple[Practice, ...] = ()


@dataclass(frozen=True, slots=True)
class FailureFactor:
    """One way in which programmes fail."""

    id: str
    name: str


@dataclass(frozen=True)
class Model:
    """The whole model, in model order."""

    id: str
    version: str
    title: str
    renewing_from: float
    """Score from which the level is 4; our judgement (DESIGN 7)."""
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    failure_factors: tuple[FailureFactor, ...] = ()

    @cached_property
    def dimension(self) -> Mapping[str, Dimension]:
        """Dimensions by id."""
        return {d.id: d for d in self.dimensions}

    @cached_property
    def practice(self) -> Mapping[str, Practice]:
        """Practices by id."""
        return {p.id: p for p in self.practices()}

    @cached_property
    def home(self) -> Mapping[str, Dimension]:
        """The dimension of each practice id."""
        return {p.id: d for d in self.dimensions for p in d.practices}

    @cached_property
    def guarding(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the practices that guard against each failure factor id, in model order."""
        return {
            f.id: tuple(p.id for p in self.practices() if f.id in p.guards)
            for f in self.failure_factors
        }

    def practices(self) -> Iterator[Practice]:
        """Every practice, in model order."""
        for dimension in self.dimensions:
            yield from dimension.practices


def as_json(model: Model) -> dict[str, Any]:
    """The published form of `model`: plain lists and mappings, empty optional fields left out."""
    return {"format": FORMAT, **_without_empty(asdict(model))}


_OPTIONAL = {"scope": (), "good_enough": (), "precondition": None}


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            key: _without_empty(item)
            for key, item in value.items()
            if not (key in _OPTIONAL and item == _OPTIONAL[key])
        }
    if isinstance(value, list | tuple):
        return [_without_empty(item) for item in value]
    return value


def from_json(data: Mapping[str, Any]) -> Model:
    """The model in `data`, the content of a published `model.json`; trusted, so not checked."""
    return Model(
        id=data["id"],
        version=data["version"],
        title=data["title"],
        renewing_from=data["renewing_from"],
        levels=tuple(Level(**level) for level in data["levels"]),
        dimensions=tuple(_dimension(item) for item in data["dimensions"]),
        failure_factors=tuple(FailureFactor(**item) for item in data["failure_factors"]),
    )


def _dimension(data: Mapping[str, Any]) -> Dimension:
    practices = tuple(_practice(item) for item in data["practices"])
    return Dimension(**{**data, "ladder": tuple(data["ladder"]), "practices": practices})


def _practice(data: Mapping[str, Any]) -> Practice:
    return Practice(
        **{
            **data,
            "ladder": tuple(data["ladder"]),
            "guards": tuple(data["guards"]),
            "scope": tuple(data.get("scope", ())),
            "good_enough": tuple(GoodEnough(**item) for item in data.get("good_enough", ())),
        }
    )
