"""Models small enough to follow with a pencil, for hand calculations of the reference scoring."""

from typing import Any

from tests.reference.scoring import score


def model(**dimensions: dict[str, list[str]]) -> dict[str, Any]:
    """A model: dimension id -> {practice id: guarded factors}; a capital first letter: critical.

    Practice ids must differ; there are two failure factors, f and g.
    """
    return {
        "failure_factors": [{"id": "f"}, {"id": "g"}],
        "dimensions": [
            {
                "id": name,
                "critical": name[0].isupper(),
                "practices": [{"id": p, "guards": guards} for p, guards in practices.items()],
            }
            for name, practices in dimensions.items()
        ],
    }


def result(of: dict[str, Any], quick: dict[str, Any] | None = None, **answers: Any) -> Any:
    """Score these answers; `na` is short for a reason."""
    states = {k: {"na": "because"} if v == "na" else v for k, v in answers.items()}
    return score(of, {"format": 1, "answers": states, "quick": quick or {}})


ONE = model(a={"p": ["f"], "q": ["f"], "r": []})
"""One dimension, not critical, three practices."""
TWO = model(A={"p": ["f"], "q": []}, b={"r": ["f"], "s": []})
"""A critical dimension A and another, b; two practices each."""
