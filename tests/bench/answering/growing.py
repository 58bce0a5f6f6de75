"""Times an answer to models of ten and a hundred times as many practices, in the worker."""

from collections.abc import Mapping
from typing import Any

from tests.bench.place import Place
from tests.bench.reporting.rows import Row, middle
from tests.bench.visiting.browser import in_worker, reader, value, visit
from tests.bench.visiting.trees import quick_records

PAGE = "assessment/"
_GROWN = """
import json, time
from copy import deepcopy
from pkgutil import get_data
from itertools import count as numbers
from widgets import worker
from widgets.core.model.maturity_json import from_json

def larger(data, count):
    # Dimensions of ours again and again under names of their own, until there are `count` practices
    grown, left, turn = [], count, 0
    while left:
        for dimension in data["dimensions"]:
            again = deepcopy(dimension)
            again["practices"] = again["practices"][:left]
            if turn and again["practices"]:
                again["id"] = f"{again['id']}-{turn}"
                for practice in again["practices"]:
                    practice["id"] = f"{practice['id']}-{turn}"
            grown += [again] if again["practices"] else []
            left -= len(again["practices"])
        turn += 1
    return data | {"dimensions": grown}

def answered(count, changes):
    data = larger(json.loads(get_data("widgets", "model.json")), count)
    model, ours, given = from_json(data), worker.published, numbers()
    rest = {"model": model.version, "at": "2026-01-01T00:00:00.000Z", "was": ""}
    kept = lambda: json.dumps({"value": str(next(given) * 3 % 5), **rest})
    names = [f"practice.{practice.id}" for practice in model.practices()]
    records = {name: kept() for name in names}
    asked = {"widget": "assessment", "root": "/", "options": {}, "records": records}
    times = []
    worker.published = lambda: model
    try:
        for at in range(changes):
            records[names[at * 7 % len(names)]] = kept()
            message = json.dumps(asked)
            began = time.perf_counter()
            worker.handle(message)
            times.append((time.perf_counter() - began) * 1000)
    finally:
        worker.published = ours
    return times
json.dumps(answered(COUNT, CHANGES))
"""


def measure(place: Place) -> dict[str, Any]:
    """Milliseconds of each answer, by number of practices, as JSON keeps it.

    Every practice is answered, and each message tells all answers, as the first of a page does.
    """
    found = {}
    with (
        reader(place.browser, quick_records(place.model, "timed"), service_worker=False) as context,
        visit(context, f"{place.nginx.recipe}timed/{PAGE}") as page,
    ):
        value(page, "bench.score")
        for count in place.scale.practices:
            place.say(f"answering a model of {count:,} practices")
            code = _GROWN.replace("COUNT", str(count))
            times = in_worker(page, code.replace("CHANGES", str(place.scale.grown)))
            found[str(count)] = [round(ms, 1) for ms in times]
    return found


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table; the first answer reads everything, so it stands apart."""
    return [
        Row(
            f"grown-{at}",
            f"Answer to new result, a model of {int(count):,} practices, in the worker, median",
            "",
            f"{middle(times[1:]):.0f} ms (the first {times[0]:.0f} ms)",
            f"{middle(times[1:]) / int(count) * 48:.1f} ms for 48",
        )
        for at, (count, times) in enumerate(figures.items())
    ]
