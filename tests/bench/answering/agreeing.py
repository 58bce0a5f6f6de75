"""Times the agreement of many raters in the worker, and looks at the page meanwhile."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from playwright.sync_api import Page

from tests.bench.place import Place
from tests.bench.reporting.rows import Row, slow
from tests.bench.visiting.browser import in_worker, reader, value, visit
from tests.bench.visiting.trees import quick_records

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


def measure(place: Place) -> dict[str, Any]:
    """Seconds to read and to agree so many files in the worker of the team page, by their number.

    With the page's longest task meanwhile; "files": milliseconds of files handed to the page.
    """
    kept = quick_records(place.model, "timed")  # something to ask for, so that Python starts
    by_count = {}
    with (
        reader(place.browser, kept, service_worker=False) as context,
        visit(context, f"{place.nginx.recipe}timed/{PAGE}") as page,
    ):
        value(page, "bench.called(2)")  # the first finds that the page's modules must still come
        for count in place.scale.raters:
            place.say(f"agreeing {count:,} raters")
            value(page, "bench.long.length = 0")
            read, agreed, counted = in_worker(page, _AGREE.replace("RATERS", str(count)))
            if counted != count:
                raise SystemExit(f"{counted} of {count} raters counted")
            longest = max(value(page, "bench.long"), default=0)
            by_count[str(count)] = {"read": read, "agreed": agreed, "longest": longest}
        return {"files": _files(place, page), "raters": by_count}


def _files(place: Place, page: Page) -> list[float]:
    """One person's answers after another; each file is read, kept, and all of them compared."""
    place.say("handing files to the team page")
    model, times = place.model, []
    ids = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    head = {"format": 1, "model": {"id": model["id"], "version": model["version"]}}
    for number in range(1 + min(place.scale.fewer, 10)):
        rungs = {id: (at + number) % 5 for at, id in enumerate(ids)}
        text = json.dumps(json.dumps({**head, "answers": rungs}))
        times.append(value(page, f"bench.file({text}, 'rater-{number}.json')"))
    return [round(ms, 1) for ms in times[1:]]  # the first brings what opens a file


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table; the budget is for the largest number."""
    return list(_rows(figures))


def _rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    most = max(map(int, figures["raters"]))
    files = slow(figures["files"])
    yield Row(
        "team-file", "A file handed to the team page, to its result, on screen, p95", "", files
    )
    for at, (count, found) in enumerate(figures["raters"].items()):
        whole = found["read"] + found["agreed"]
        told = f"{whole:.3f} s (of it {found['read']:.3f} reading)"
        what = f"{int(count):,} files of raters read and agreed, in the worker"
        if int(count) < most:
            yield Row(f"raters-{at}", what, "", told)
            continue
        longest = found["longest"]
        task = f"{longest:.0f} ms" if longest else "none over 50 ms"
        yield Row(
            "raters",
            f"{what}; longest task of the page meanwhile",
            f"≤ {BUDGET:g} s, none over 50 ms",
            f"{told}; {task}",
            "",
            whole <= BUDGET and not longest,
        )
