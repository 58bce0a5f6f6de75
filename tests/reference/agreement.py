"""Agreement of several raters, DESIGN section 9, in exact fractions; it imports nothing of ours."""

from collections.abc import Sequence
from fractions import Fraction
from math import sqrt
from typing import Any

RUNGS = 5
"""A, the number of answers that a rater can give."""

UNIFORM_VARIANCE = Fraction(RUNGS**2 - 1, 12)
"""Variance of raters who answer at random, each rung equally likely: (25 - 1) / 12 = 2."""


def agree(practices: Sequence[str], raters: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Compare raters, each `{"function": name or None, "answers": {practice: state}}`.

    `practices` gives the ids in model order. Only rungs count: an unknown, an `na` and a blank
    are no answer. A counted rater has given at least one rung.
    """
    counted = [r for r in raters if any(rung_of(r, p) is not None for p in practices)]
    rows = [[rung_of(rater, practice) for rater in counted] for practice in practices]
    complete = [[rung for rung in row if rung is not None] for row in rows if None not in row]
    one, average = icc(complete)
    figures = {practice: practice_figures(practice, counted) for practice in practices}
    return {
        "practices": figures,
        "talk_first": talk_first(figures),
        "raters": len(counted),
        "complete_practices": len(complete) if counted else 0,
        "icc_1": number(one),
        "icc_1_k": number(average),
        "alpha": number(alpha(rows)),
    }


def rung_of(rater: dict[str, Any], practice: str) -> int | None:
    """The rung this rater gave to the practice."""
    answer = rater["answers"].get(practice)
    return answer if isinstance(answer, int) else None


# One practice


def practice_figures(practice: str, raters: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The figures of one practice; None where a figure does not exist."""
    answered = [(r.get("function"), rung_of(r, practice)) for r in raters]
    rungs = [rung for _, rung in answered if rung is not None]
    variance = sample_variance(rungs)
    by_function = {
        function: median([rung for f, rung in answered if f == function and rung is not None])
        for function, rung in answered
        if function is not None and rung is not None
    }
    return {
        "n": len(rungs),
        "distribution": [rungs.count(rung) for rung in range(RUNGS)],
        "median": number(median(rungs)),
        "mean": number(mean(rungs)),
        "sd": None if variance is None else sqrt(variance),
        "ad": number(average_deviation(rungs)),
        "r_wg": None if variance is None else float(1 - variance / UNIFORM_VARIANCE),
        "function_medians": {f: number(value) for f, value in by_function.items()},
        "function_gap": number(gap([value for value in by_function.values() if value is not None])),
    }


def mean(values: Sequence[int] | Sequence[Fraction]) -> Fraction | None:
    """The mean; None without values."""
    return sum(map(Fraction, values), Fraction(0)) / len(values) if values else None


def median(rungs: Sequence[int]) -> Fraction | None:
    """The middle rung, or the mean of the two middle rungs."""
    if not rungs:
        return None
    ordered, n = sorted(rungs), len(rungs)
    return Fraction(ordered[(n - 1) // 2] + ordered[n // 2], 2)


def sample_variance(rungs: Sequence[int]) -> Fraction | None:
    """Squared distances from the mean over n - 1; None for fewer than two."""
    middle = mean(rungs)
    if middle is None or len(rungs) < 2:
        return None
    return sum(((rung - middle) ** 2 for rung in rungs), Fraction(0)) / (len(rungs) - 1)


def average_deviation(rungs: Sequence[int]) -> Fraction | None:
    """The mean distance from the median."""
    middle = median(rungs)
    return None if middle is None else mean([abs(rung - middle) for rung in rungs])


def gap(medians: Sequence[Fraction]) -> Fraction | None:
    """Highest minus lowest median of a function; None for fewer than two functions."""
    return max(medians) - min(medians) if len(medians) >= 2 else None


def talk_first(figures: dict[str, dict[str, Any]]) -> list[str]:
    """Answered practices: the largest AD first, then the largest gap, then model order.

    No gap counts as a gap of 0.
    """
    answered = [practice for practice, figure in figures.items() if figure["n"] > 0]
    # `sorted` keeps model order among equals.
    return sorted(
        answered,
        key=lambda practice: (-figures[practice]["ad"], -(figures[practice]["function_gap"] or 0)),
    )


# All practices


def icc(rows: Sequence[Sequence[int]]) -> tuple[Fraction | None, Fraction | None]:
    """ICC(1) and ICC(1,k), one-way random effects; a row holds the k answers to one practice.

    Shrout and Fleiss (1979): (MSB - MSW) / (MSB + (k - 1) MSW) and (MSB - MSW) / MSB.
    """
    count = len(rows)
    k = len(rows[0]) if rows else 0
    if count < 2 or k < 2:
        return None, None
    row_means = [Fraction(sum(row), k) for row in rows]
    grand = sum(row_means, Fraction(0)) / count
    between = k * sum(((m - grand) ** 2 for m in row_means), Fraction(0)) / (count - 1)
    within = sum(
        ((x - m) ** 2 for row, m in zip(rows, row_means, strict=True) for x in row), Fraction(0)
    ) / (count * (k - 1))
    total = between + (k - 1) * within
    one = (between - within) / total if total else None
    average = (between - within) / between if between else None
    return one, average


def alpha(rows: Sequence[Sequence[int | None]]) -> Fraction | None:
    """Krippendorff's alpha, ordinal; a row holds all answers to one practice, None: missing.

    alpha = 1 - observed / expected disagreement, from the table of coincidences: each ordered
    pair of answers to one practice by different raters adds 1 / (answers - 1).
    """
    pairs: dict[tuple[int, int], Fraction] = {}
    for row in rows:
        values = [value for value in row if value is not None]
        for i, first in enumerate(values):
            for j, second in enumerate(values):
                if i != j:
                    before = pairs.get((first, second), Fraction(0))
                    pairs[first, second] = before + Fraction(1, len(values) - 1)
    ranks = sorted({first for first, _ in pairs})
    times = {r: sum((n for (a, _), n in pairs.items() if a == r), Fraction(0)) for r in ranks}
    total = sum(times.values(), Fraction(0))

    def distance(a: int, b: int) -> Fraction:
        """Ordinal: the answers from a to b, with half of those at either end, squared."""
        low, high = min(a, b), max(a, b)
        between = sum((times[r] for r in ranks if low <= r <= high), Fraction(0))
        return (between - (times[low] + times[high]) / 2) ** 2

    observed = sum((n * distance(a, b) for (a, b), n in pairs.items()), Fraction(0))
    expected = sum(
        (times[a] * times[b] * distance(a, b) for a in ranks for b in ranks), Fraction(0)
    )
    return None if expected == 0 else 1 - (total - 1) * observed / expected


def number(value: Fraction | None) -> float | None:
    """The nearest float of an exact figure."""
    return None if value is None else float(value)
