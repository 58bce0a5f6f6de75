"""How far results lay from independent judgement when the model was tried on invented firms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

type Of = Literal["quick", "full", "mixed"]
"""What a result was made from: quick answers, answers on practices, or both."""


@dataclass(frozen=True, slots=True)
class Errors:
    """What nine of ten cases stayed within, in levels; none where nothing was measured."""

    programme: float | None = None
    dimension: float | None = None

    def or_wider(self, other: "Errors") -> "Errors":
        """The wider of each two; none where one of them was not measured."""
        return Errors(
            _wider(self.programme, other.programme), _wider(self.dimension, other.dimension)
        )


def _wider(one: float | None, other: float | None) -> float | None:
    return None if one is None or other is None else max(one, other)


@dataclass(frozen=True, slots=True)
class Measured:
    """The errors of a model, for results of each kind."""

    cases: int = 0
    """How many cases were kept apart for it; 0: it was not measured."""
    quick: Errors = Errors()
    full: Errors = Errors()

    def errors(self, of: Of) -> Errors:
        """The errors of results of one kind; those of a mixed one are the wider."""
        kinds: Mapping[Of, Errors] = {"quick": self.quick, "full": self.full}
        return kinds.get(of) or self.quick.or_wider(self.full)


NOT_MEASURED = Measured()
"""Of a model that was never held against judgement."""


def from_json(data: Mapping[str, Any]) -> Measured:
    """What `measured.yaml` or a published model holds; trusted, so not checked."""
    return Measured(data["cases"], Errors(**data["quick"]), Errors(**data["full"]))
