"""One line of the table, and how figures are told in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    id: str
    """Its name, by which the words on a missed budget are found."""
    what: str
    budget: str
    """Empty where there is none to keep."""
    measured: str
    ratio: str = ""
    ok: bool | None = None
    """None where there is no budget to keep."""

    @property
    def verdict(self) -> str:
        """What the last column says."""
        return {True: "yes", False: "**no**", None: "–"}[self.ok]


def p95(times: Sequence[float]) -> float:
    """The value that 95 of 100 times do not exceed."""
    return quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]


def middle(times: Sequence[float]) -> float:
    """The median; 0 where there is none."""
    return median(times) if times else 0.0


def spread(times: Sequence[float]) -> str:
    """The median of milliseconds with the least and the most: 850 ms (800 to 910)."""
    between = f" ({min(times):.0f} to {max(times):.0f})" if len(times) > 1 else ""
    return f"{middle(times):.0f} ms{between}"


def slow(times: Sequence[float]) -> str:
    """What 95 of 100 milliseconds do not exceed, with the median."""
    return f"{p95(times):.1f} ms (median {middle(times):.1f}, of {len(times)})"


def megabytes(size: float) -> str:
    """Bytes as millions."""
    return f"{size / 1e6:.2f} MB"
