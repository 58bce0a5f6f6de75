"""Shares of firms, with where other draws of as many firms would put them."""

from collections.abc import Callable
from math import isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from widgets.core.words.numbers import fixed

type Shares = NDArray[np.float64]
"""By firm: the share of its readings for which something holds."""

NOT_READ = "not read yet"
SEED = 20261128
"""Of the drawing of firms: the same at every run."""

DRAWS = 1000


def percent(share: float) -> str:
    """A share as a reader sees it, such as "12 %"."""
    return NOT_READ if isnan(share) else f"{fixed(100 * share)} %"


def mean(shares: Shares) -> float:
    """The share of all readings; NaN without a firm."""
    return float(np.mean(shares)) if len(shares) else float("nan")


def interval(shares: Shares) -> tuple[float, float]:
    """Where 95 of 100 drawings of as many firms, with replacement, put the mean."""
    if len(shares) < 2 or np.ptp(shares) == 0:  # every draw would be the same
        return mean(shares), mean(shares)
    return bounds(shares, np.mean)


def bounds(sample: NDArray[Any], statistic: Callable[..., Any]) -> tuple[float, float]:
    """Where 95 of 100 drawings of as many as `sample` holds put `statistic` (of it, by `axis`)."""
    found = stats.bootstrap(
        (sample,),
        statistic,
        n_resamples=DRAWS,
        vectorized=True,
        method="percentile",
        rng=np.random.default_rng(SEED),
    )
    low, high = found.confidence_interval
    return float(low), float(high)


def with_interval(shares: Shares) -> str:
    """A share and its interval, such as "84 % (69 % to 97 %)"."""
    if not len(shares):
        return NOT_READ
    low, high = interval(shares)
    return f"{percent(mean(shares))} ({percent(low)} to {percent(high)})"
