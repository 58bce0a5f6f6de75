"""Times an answer: in Python in the worker, and from the change to the frame with its result."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser

from tests.bench.browser import reader, value, visit
from tests.bench.nginx import Nginx
from tests.bench.scale import Scale
from tests.bench.starts import quick_records, records

PAGES = {"quick-scan/": "quick scan", "assessment/": "full assessment"}
"""Where answers are timed, and what the table calls the page."""
_LOOP = """
import time
def loop():
    began, total = time.perf_counter(), 0
    for number in range(100_000):
        total += number * number % 7
    return (time.perf_counter() - began) * 1000
min(loop() for _ in range(9))
"""


@dataclass(frozen=True, slots=True)
class Answering:
    """How long answers took, in milliseconds."""

    page: str
    """What the table calls the page."""
    answered: int
    """Practices that are answered all the while."""
    python: Sequence[float]
    screen: Sequence[float]
    loop: float
    """The fixed Python loop in the same worker, best of nine: 100,000 rounds of small numbers."""
    long: Sequence[float]
    """Long tasks of the main thread, from navigation to the last answer."""
    ours: Sequence[float]
    """Time that one run of our scripts took in frames of more than 50 ms."""


def p95(times: Sequence[float]) -> float:
    """The value that 95 of 100 times do not exceed."""
    return quantiles(times, n=20, method="inclusive")[-1]


def middle(times: Sequence[float]) -> float:
    """The median; 0 where there is none."""
    return median(times) if times else 0.0


def measure(
    browser: Browser, nginx: Nginx, model: Mapping[str, Any], page: str, scale: Scale
) -> Answering:
    """Changes one answer after the other on `page` while every practice is answered."""
    rng = Random(1)
    names = [f"practice.{p['id']}" for d in model["dimensions"] for p in d["practices"]]
    rungs = {name: rng.randrange(5) for name in names}
    kept = records(model, "timed", {name: str(rung) for name, rung in rungs.items()})
    kept |= quick_records(model, "timed")  # a page asks at once for what its own form asks
    changes = []
    for number in range(scale.warm + scale.answers):
        name = names[number % len(names)]
        rungs[name] = (rungs[name] + rng.randrange(1, 5)) % 5
        changes.append([name, str(rungs[name])])
    with (
        reader(browser, kept) as context,
        visit(context, f"{nginx.recipe}timed/{page}") as seen,
    ):
        value(seen, "bench.score")
        loop = value(seen, f"bench.python({json.dumps(_LOOP)})")
        screen = value(seen, f"bench.change({json.dumps(changes)})")
        python = value(seen, "bench.calls")
        long, ours = value(seen, "bench.long"), value(seen, "bench.ours")
    return Answering(
        page=PAGES[page],
        answered=len(names),
        python=python[-scale.answers :],
        screen=screen[scale.warm :],
        loop=loop["value"],
        long=long,
        ours=ours,
    )
