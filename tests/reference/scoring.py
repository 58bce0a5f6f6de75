"""The result of docs/method/scoring.md: the figures of `figures` and `way_up` put together."""

from typing import Any

from tests.reference.figures import (
    capped_by,
    dimension_result,
    exposure,
    fill,
    guarding_practices,
    measured,
    number,
    pair,
    programme_level,
    programme_score,
    read_dimensions,
)
from tests.reference.way_up import shortest_way_up


def score(model: dict[str, Any], answers_file: dict[str, Any]) -> dict[str, Any]:
    """Score a valid answers file against a published model; keys as in issue [1/6]."""
    dimensions = read_dimensions(model, answers_file)
    lowest, highest = (tuple(fill(d, rung) for d in dimensions) for rung in (0, 4))
    return {
        "level": programme_level(dimensions),
        "level_range": pair(programme_level(lowest), programme_level(highest)),
        "score": number(programme_score(dimensions)),
        "score_range": pair(programme_score(lowest), programme_score(highest)),
        "capped_by": capped_by(dimensions),
        "dimensions": {d.id: dimension_result(d) for d in dimensions},
        "exposure": {
            factor: {
                "value": number(exposure(guards, dimensions)),
                "range": pair(exposure(guards, highest), exposure(guards, lowest)),
            }
            for factor, guards in guarding_practices(model).items()
        },
        "shortest_way_up": shortest_way_up(dimensions),
        "measured": measured(dimensions, model),
    }
