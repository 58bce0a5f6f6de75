"""A roll-up of several units as plain data, each unit by its name.  Pure functions."""

from collections.abc import Mapping, Sequence
from typing import Any

from widgets.core.comparing.units import Across, RollUp


def as_json(found: RollUp, names: Sequence[str]) -> dict[str, Any]:
    """The units in `found`, whose names stand in the same order: worst, spread, who differs.

    No mean anywhere: it hides the unit in trouble (DESIGN 9).
    """
    return {
        "units": list(names),
        "score": _named(found.programme, names),
        "level": _named(found.levels, names),
        "dimensions": _each(found.dimensions, names),
        "practices": _each(found.practices, names),
        "capped_by": {
            name: list(result.capped_by)
            for name, result in zip(names, found.results, strict=True)
            if result.capped_by
        },
    }


def _each(found: Mapping[str, Across], names: Sequence[str]) -> dict[str, dict[str, Any]]:
    return {id: _named(across, names) for id, across in found.items()}


def _named(across: Across, names: Sequence[str]) -> dict[str, Any]:
    return {
        "n": across.n,
        "values": dict(zip(names, across.values, strict=True)),
        "worst": across.worst,
        "worst_in": [names[place] for place in across.worst_in],
        "spread": across.spread,
        "differs": None if across.differs is None else names[across.differs],
    }
