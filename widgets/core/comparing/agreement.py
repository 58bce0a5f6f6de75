"""How far several people agree about one programme, practice by practice and overall (DESIGN 9).

Answers are counted once, and all figures come from the counts: ten thousand people cost one pass.
Sums are whole numbers and are divided once, at the end.  Where a formula has no value there is
none.  Pure functions; answers are those of one model.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from math import lcm, sqrt
from typing import Any

from widgets.core.answers.states import Answers
from widgets.core.model.maturity import RUNGS, Model

type Counts = Sequence[int]
"""How many chose each rung, rung 0 first."""


@dataclass(frozen=True, slots=True)
class Rating:
    """One person's answers."""

    answers: Answers
    function: str | None = None
    """Such as "sales"; None where it is not told."""


@dataclass(frozen=True, slots=True)
class PracticeAgreement:
    """What the raters say to one practice; only rungs count as answers."""

    n: int
    distribution: tuple[int, ...]
    """How many chose each rung, rung 0 first."""
    median: float | None
    mean: float | None
    sd: float | None
    """With n - 1; none for fewer than two."""
    ad: float | None
    """Mean distance from the median, in rungs (Burke and Dunlap 2002)."""
    r_wg: float | None
    """1 where all agree, 0 as if at random, below 0 less than that; none for fewer than two."""
    function_medians: Mapping[str, float]
    function_gap: float | None
    """Highest less lowest median of a function; none for fewer than two functions."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Several raters compared."""

    practices: Mapping[str, PracticeAgreement]
    """By practice id, in model order."""
    talk_first: tuple[str, ...]
    """Answered practices: the largest AD first, then the largest gap, then model order."""
    raters: int
    """Those who chose at least one rung."""
    complete_practices: int
    """Practices that all of them answered: those behind both ICC."""
    icc_1: float | None
    icc_1_k: float | None
    alpha: float | None
    """Krippendorff's, ordinal."""


@dataclass(slots=True)
class _Tally:
    """The answers to one practice while they are counted."""

    all: list[int] = field(default_factory=lambda: [0] * len(RUNGS))
    by_function: dict[str, list[int]] = field(default_factory=dict)


def agree(model: Model, raters: Iterable[Rating]) -> Agreement:
    """The figures of DESIGN 9 for these raters of `model`."""
    tallies = {id: _Tally() for id in model.practice}
    counted = sum(_counted(rater, tallies) for rater in raters)
    practices = {id: practice_agreement(t.all, t.by_function) for id, t in tallies.items()}
    complete = [tally.all for tally in tallies.values() if counted and sum(tally.all) == counted]
    one, average = icc(complete)
    return Agreement(
        practices=practices,
        talk_first=_talk_first(practices),
        raters=counted,
        complete_practices=len(complete),
        icc_1=one,
        icc_1_k=average,
        alpha=alpha([tally.all for tally in tallies.values()]),
    )


def _counted(rater: Rating, tallies: Mapping[str, _Tally]) -> bool:
    """Adds a rater's rungs to `tallies`; whether there was one."""
    any_ = False
    for id, state in rater.answers.practices.items():
        if isinstance(state, int) and id in tallies:
            any_, tally = True, tallies[id]
            tally.all[state] += 1
            if rater.function is not None:
                tally.by_function.setdefault(rater.function, [0] * len(RUNGS))[state] += 1
    return any_


def practice_agreement(counts: Counts, by_function: Mapping[str, Counts]) -> PracticeAgreement:
    """The figures of one practice from what was counted."""
    n, total = sum(counts), _sum(counts)
    middle = _doubled_median(counts)
    medians = {function: _doubled_median(found) / 2 for function, found in by_function.items()}
    spread, of = n * _squares(counts) - total**2, n * (n - 1)
    uniform = len(RUNGS) ** 2 - 1  # twelve times the variance of answers given at random
    away = sum(count * abs(2 * rung - middle) for rung, count in zip(RUNGS, counts, strict=True))
    return PracticeAgreement(
        n=n,
        distribution=tuple(counts),
        median=middle / 2 if n else None,
        mean=total / n if n else None,
        sd=sqrt(spread / of) if n > 1 else None,
        ad=away / (2 * n) if n else None,
        r_wg=(uniform * of - 12 * spread) / (uniform * of) if n > 1 else None,
        function_medians=medians,
        function_gap=max(medians.values()) - min(medians.values()) if len(medians) > 1 else None,
    )


def _sum(counts: Counts) -> int:
    return sum(rung * count for rung, count in zip(RUNGS, counts, strict=True))


def _squares(counts: Counts) -> int:
    return sum(rung**2 * count for rung, count in zip(RUNGS, counts, strict=True))


def _doubled_median(counts: Counts) -> int:
    """Twice the median, which may be half a rung; 0 without answers."""
    n = sum(counts)
    return _at(counts, (n - 1) // 2) + _at(counts, n // 2) if n else 0


def _at(counts: Counts, place: int) -> int:
    """The rung at `place`, from 0, when all stand in a row."""
    for rung, count in zip(RUNGS, counts, strict=True):
        if place < count:
            return rung
        place -= count
    return RUNGS[-1]


def _talk_first(practices: Mapping[str, PracticeAgreement]) -> tuple[str, ...]:
    answered = [id for id, found in practices.items() if found.n]

    def most(id: str) -> tuple[float, float]:
        return -(practices[id].ad or 0), -(practices[id].function_gap or 0)

    return tuple(sorted(answered, key=most))  # equals stay in model order


def icc(rows: Sequence[Counts]) -> tuple[float | None, float | None]:
    """ICC(1) and ICC(1,k), one-way random effects, over practices that all k raters answered.

    `(MSB - MSW) / (MSB + (k - 1) MSW)` and `(MSB - MSW) / MSB` (Shrout and Fleiss 1979), where the
    mean squares stand on one denominator, which falls out.
    """
    practices, k = len(rows), sum(rows[0]) if rows else 0
    if practices < 2 or k < 2:
        return None, None
    squares = sum(_sum(row) ** 2 for row in rows)
    between = (practices * squares - sum(map(_sum, rows)) ** 2) * (k - 1)
    within = (k * sum(map(_squares, rows)) - squares) * (practices - 1)
    total = between + (k - 1) * within
    one = (between - within) / total if total else None
    return one, (between - within) / between if between else None


def alpha(rows: Sequence[Counts]) -> float | None:
    """Krippendorff's alpha, ordinal: 1 less observed over expected disagreement.

    In the table of coincidences each ordered pair of answers to one practice adds
    `1 / (answers - 1)`; between two rungs lie all answers from one to the other, with half of those
    at either end, squared (Krippendorff 2011).  Kept in units of one common denominator.
    """
    paired = [row for row in rows if sum(row) > 1]
    unit = lcm(*(sum(row) - 1 for row in paired))
    pairs = {
        (a, b): sum(row[a] * (row[b] - (a == b)) * (unit // (sum(row) - 1)) for row in paired)
        for a in RUNGS
        for b in RUNGS
    }
    times = [sum(pairs[a, b] for b in RUNGS) for a in RUNGS]
    apart = {
        (a, b): (2 * sum(times[min(a, b) : max(a, b) + 1]) - times[a] - times[b]) ** 2
        for a, b in pairs
    }
    observed = sum(pairs[pair] * apart[pair] for pair in pairs)
    expected = sum(times[a] * times[b] * apart[a, b] for a, b in pairs)
    return (expected - (sum(times) - unit) * observed) / expected if expected else None


def as_json(found: Agreement) -> dict[str, Any]:
    """The figures as plain data."""
    return asdict(found)
