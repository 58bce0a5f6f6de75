"""Times first scores on a slow machine with a slow line."""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.place import Place
from tests.bench.reporting.rows import Row, middle, spread
from tests.bench.starting.start_rows import NAMES, VISITS
from tests.bench.starting.starts import address
from tests.bench.visiting.browser import value, visit
from tests.bench.visiting.processes import quarter
from tests.bench.visiting.slow_line import FOUR_G, slowed
from tests.bench.visiting.trees import quick_records

KINDS = ("ours", "stock", "pyscript")


def measure(place: Place) -> dict[str, Any]:
    """Milliseconds of every run, by visit and kind.

    A tab runs a quarter of the time, with its workers.  All that the browser fetches shares one
    line of 4G.  Both hold from navigation to first score.
    """
    found: dict[str, Any] = {visit: {kind: [] for kind in KINDS} for visit in VISITS}
    for run in range(place.scale.slowed):
        for kind in KINDS:
            place.say(f"starting slowly: {NAMES[kind]}, {run + 1} of {place.scale.slowed}")
            with _line(place, address(place, kind)) as where:
                for name, ms in zip(VISITS, _visits(place, kind, where), strict=True):
                    found[name][kind].append(ms)
    return found


def _visits(place: Place, kind: str, where: str) -> tuple[float, float]:
    """The first and the last visit of a browser that never was here."""
    scale, times = place.scale, []
    with place.chromium.profile(quick_records(place.model, "ours")) as (context, profile):
        for _ in range(scale.visits):
            with visit(context, where) as page:
                with _tabs(profile, slow=scale.slow):
                    times.append(round(float(value(page, "bench.score")["ms"]), 1))
                time.sleep(scale.pause)
                if kind == "ours":
                    value(page, f"bench.settled({scale.settled})")
    return times[0], times[-1]


@contextmanager
def _line(place: Place, where: str) -> Iterator[str]:
    if not place.scale.slow:
        yield where
        return
    with slowed(where, FOUR_G) as slow:
        yield slow


@contextmanager
def _tabs(profile: Path, *, slow: bool) -> Iterator[None]:
    if not slow:
        yield
        return
    with quarter(profile):
        yield


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    made = []
    for visit_, word in VISITS.items():
        ours = middle(figures[visit_]["ours"])
        for kind in KINDS:
            times = figures[visit_][kind]
            ratio = "" if kind == "ours" else f"ours is {ours / middle(times):.2f} of it"
            what = f"{word} with a quarter of the processor over 4G: {NAMES[kind]}"
            made.append(Row(f"slow-{visit_}-{kind}", what, "", spread(times), ratio))
    return made
