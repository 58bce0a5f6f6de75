"""Times the agreement of many raters in the worker, and looks at the page meanwhile."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser

from tests.bench.browser import PATIENCE, reader, value, visit
from tests.bench.nginx import Nginx
from tests.bench.report import Row
from tests.bench.starts import quick_records

PAGE = "team/"
BUDGET = 5.0
_AGREE = """
import json, time
from random import Random
from widgets.core.comparing.agreement import Rating, agree
from widgets.core.importing.opened_file import read
from widgets.worker import published

def measured(count):
    model, rng = published(), Random(1)
    head = {"format": 1, "model": {"id": model.id, "version": model.version}}
    names = [practice.id for practice in model.practices()]
    texts = [
        json.dumps({**head, "answers": {name: rng.randrange(5) for name in names}})
        for _ in range(count)
    ]
    functions = ("sales", "delivery", "executives")
    began = time.perf_counter()
    answers = [read(text, model) for text in texts]
    middle = time.perf_counter()
    raters = [Rating(each, functions[at % 3]) for at, each in enumerate(answers)]
    found = agree(model, raters)
    return [middle - began, time.perf_counter() - middle, found.raters]
json.dumps(measured(RATERS))
"""


@dataclass(frozen=True, slots=True)
class Agreeing:
    """How long it took, in seconds, from the texts of the files."""

    read: float
    agreed: float
    raters: int
    longest: float
    """The longest task of the page meanwhile, in milliseconds; 0 where none took 50."""


def measure(browser: Browser, nginx: Nginx, model: Mapping[str, Any], raters: int) -> Agreeing:
    """Reads and agrees the files of `raters` people in the worker of the team page."""
    kept = quick_records(model, "timed")  # something to ask for, so that Python starts at once
    with reader(browser, kept) as context, visit(context, f"{nginx.recipe}timed/{PAGE}") as page:
        value(page, "bench.called(2)")  # the first finds that the page's modules must still come
        value(page, "bench.long.length = 0")
        asked = json.dumps(_AGREE.replace("RATERS", str(raters)))
        said = value(page, f"bench.python({asked})", PATIENCE)
        longest = max(value(page, "bench.long"), default=0)
    if "error" in said:
        raise SystemExit(f"the agreement in the worker: {said['error']}")
    read, agreed, counted = json.loads(said["value"])
    return Agreeing(read, agreed, counted, longest)


def row(found: Agreeing, raters: int) -> Row:
    """The line of the table; `raters` is what the budget is for."""
    assert found.raters == raters, f"{found.raters} of {raters} raters counted"
    whole = found.read + found.agreed
    task = f"{found.longest:.0f} ms" if found.longest else "none over 50 ms"
    return Row(
        "10,000 files of raters read and agreed, in the worker; longest task of the page meanwhile",
        f"≤ {BUDGET:g} s, none over 50 ms",
        f"{whole:.1f} s (of it {found.read:.1f} reading); {task}",
        "",
        whole <= BUDGET and not found.longest,
    )
