"""Times navigation to first score and counts what a visit downloads."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Playwright

from tests.bench.browser import profile, reader, value, visit
from tests.bench.nginx import Nginx, Sent
from tests.bench.scale import Scale
from tests.bench.trees import PAGE, PREFIX

KINDS = ("ours", "stock", "bare")
READING = ("", "dimensions/", "method/scoring/", "about/privacy/")
_IDLE = 1.5  # seconds in which a page that is only read could start to load what it need not


@dataclass(slots=True)
class Starts:
    """Milliseconds from navigation to first score, of every run."""

    first: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    repeat: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    long: dict[str, list[float]] = field(default_factory=lambda: {kind: [] for kind in KINDS})
    """Long tasks of the main thread while a first visit starts."""

    def ratio(self, visits: str, other: str) -> float:
        """Median of ours divided by the median of `other`."""
        times = getattr(self, visits)
        return median(times["ours"]) / median(times[other])


def quick_records(model: Mapping[str, Any], tree: str) -> dict[str, str]:
    """A quick answer for each dimension, as the page of `tree` keeps them."""
    rungs = (2, 1, 3, 2, 0, 1, 2, 3)
    names = [f"quick.{dimension['id']}" for dimension in model["dimensions"]]
    return records(model, tree, {n: str(rungs[i % 8]) for i, n in enumerate(names)})


def records(model: Mapping[str, Any], tree: str, values: Mapping[str, str]) -> dict[str, str]:
    """`values` by field name, as the page of `tree` keeps them."""
    rest = {"model": model["version"], "at": "2026-01-01T00:00:00.000Z", "was": ""}
    return {
        PREFIX.format(tree=tree) + name: json.dumps({"value": value, **rest})
        for name, value in values.items()
    }


def measure(playwright: Playwright, nginx: Nginx, model: Mapping[str, Any], scale: Scale) -> Starts:
    """First and last visit of every kind, kinds in turn; each run has a browser of its own."""
    starts = Starts()
    for run in range(scale.starts):
        for kind in KINDS[run % 3 :] + KINDS[: run % 3]:
            address = f"{nginx.recipe}{kind}/{PAGE}"
            with profile(playwright, quick_records(model, "ours")) as context:
                with visit(context, address) as page:
                    starts.first[kind].append(value(page, "bench.score"))
                    time.sleep(scale.pause)
                    starts.long[kind] += value(page, "bench.long")
                for _ in range(scale.visits - 2):
                    with visit(context, address) as page:
                        value(page, "bench.score")
                        time.sleep(scale.pause)
                with visit(context, address) as page:
                    starts.repeat[kind].append(value(page, "bench.score"))
    return starts


def downloads(browser: Browser, nginx: Nginx, model: Mapping[str, Any], server: str) -> list[Sent]:
    """What `server` sends for a first visit to a first score."""
    with reader(browser, quick_records(model, "ours")) as context:
        nginx.sent()
        with visit(context, f"{server}ours/{PAGE}") as page:
            value(page, "bench.score")
            time.sleep(_IDLE)
        return nginx.sent()


def reading(browser: Browser, nginx: Nginx, site: Path) -> list[Sent]:
    """What is sent for reading pages, a near pointer and an idle while included."""
    with reader(browser, {}) as context:
        nginx.sent()
        for name in READING:
            if not (site / name / "index.html").is_file():
                continue
            with visit(context, f"{nginx.recipe}ours/{name}") as page:
                page.wait_for_load_state()
                page.mouse.move(600, 400)
                time.sleep(_IDLE)
        return nginx.sent()
