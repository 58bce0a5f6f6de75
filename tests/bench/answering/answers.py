"""Times an answer: in Python in the worker, and from the change to the frame with its result."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import batched
from random import Random
from statistics import median
from typing import Any

from playwright.sync_api import Page

from tests.bench.place import Place
from tests.bench.reporting.rows import Row, p95, slow
from tests.bench.visiting.browser import in_worker, reader, value, visit
from tests.bench.visiting.trees import quick_records, records

PAGES = {"quick-scan/": "quick scan", "assessment/": "full assessment"}
"""Where answers are timed while every practice is answered, and what the table calls the page."""
BUDGETS = {"python": 1.0, "screen": 2.5}
"""Times of an answer as multiples of the fixed loop."""
TYPED = "assessment/"
WAIT = 50
"""The page whose notes are typed into, and milliseconds to the frame with a letter at most."""
WHERE = {"python": "in Python and worker", "screen": "on screen"}
NOTE = "Agreed with the account team in the spring review; two of the five were there, and said so."
"""What stands in every text."""
NOTES = {"evidence": NOTE, "note": NOTE, "owner": NOTE, "proof": "yes"}
"""The fields beside a practice, and what stands in them."""
LOOP = """
import json, time
def loop():
    began, total = time.perf_counter(), 0
    for number in range(100_000):
        total += number * number % 7
    return (time.perf_counter() - began) * 1000
json.dumps(sorted(loop() for _ in range(9))[4])
"""
"""The fixed loop in milliseconds, median of nine: 100,000 rounds of small numbers."""
EACH = 20
"""Answers between two timings of the loop: a machine that slows down slows both."""


def measure(place: Place) -> dict[str, Any]:
    """What happened on each of `PAGES`, by its address."""
    return {page: _measure(place, page) for page in PAGES}


def _measure(place: Place, page: str) -> dict[str, Any]:
    """One answer after the other changes: milliseconds, shifts of the layout, long tasks."""
    place.say(f"changing answers on {page}")
    scale, rng = place.scale, Random(1)
    ids = [p["id"] for d in place.model["dimensions"] for p in d["practices"]]
    rungs = {f"practice.{id}": rng.randrange(5) for id in ids}
    notes = {f"{kind}.{id}": text for kind, text in NOTES.items() for id in ids}
    values = {name: str(rung) for name, rung in rungs.items()} | notes
    kept = records(place.model, "timed", values)
    kept |= quick_records(place.model, "timed")  # a page asks at once for what its own form asks
    names, changes = list(rungs), []
    for number in range(scale.warm + scale.answers):
        name = names[number % len(names)]
        rungs[name] = (rungs[name] + rng.randrange(1, 5)) % 5
        changes.append([name, str(rungs[name])])
    with (
        reader(place.browser, kept, service_worker=False) as context,
        visit(context, f"{place.nginx.recipe}timed/{page}") as seen,
    ):
        value(seen, "bench.score")
        value(seen, f"bench.change({json.dumps(changes[: scale.warm])})")
        value(seen, "bench.shifts.length = 0")
        loops: list[float] = []
        screen: list[float] = []
        for some in batched(changes[scale.warm :], EACH, strict=False):
            loops.append(round(in_worker(seen, LOOP), 2))
            screen += value(seen, f"bench.change({json.dumps(some)})")
        return {
            "answered": len(names),
            "notes": len(notes),
            "loops": loops,
            "python": _rounded(value(seen, "bench.calls")[-scale.answers :]),
            "screen": _rounded(screen),
            "rest": {
                "python": _rounded(value(seen, "bench.wholes")[-scale.answers :]),
                "screen": _rounded(value(seen, "bench.rests")[scale.warm :]),
            },
            "shift": round(sum(value(seen, "bench.shifts")), 4),
            "long": _rounded(value(seen, "bench.long")),
            "ours": _rounded(value(seen, "bench.ours")),
            "letters": _letters(seen, scale.fewer) if page == TYPED else None,
        }


def _letters(page: Page, count: int) -> dict[str, Any]:
    """Letters typed in a note; milliseconds of those that took 16 or more."""
    value(page, "bench.note()")
    value(page, "bench.keys.length = 0")
    text = ("the board asked for it " * 9)[:count]
    page.keyboard.type(text, delay=40)
    value(page, "new Promise((done) => setTimeout(done, 500))")
    return {"typed": len(text), "slow": value(page, "bench.keys")}


def _rounded(times: list[float]) -> list[float]:
    return [round(time, 1) for time in times]


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    ours = [time for found in figures.values() for time in found["ours"] if time > 50]
    longest = max((time for found in figures.values() for time in found["long"]), default=0)
    return [
        *(row for page, found in figures.items() for row in _of_page(page, found)),
        Row(
            "long-answers",
            "Long tasks from our scripts, from navigation to the last answer",
            "none",
            f"{len(ours)} (longest of all on the page {longest:.0f} ms)",
            "",
            not ours,
        ),
    ]


def _ratio(times: Sequence[float], loops: Sequence[float]) -> float:
    """What 95 of 100 `times` do not exceed, each as a multiple of the loop before it."""
    return p95([time / loops[number // EACH] for number, time in enumerate(times)])


def _of_page(page: str, found: Mapping[str, Any]) -> Iterator[Row]:
    name, loops = page.strip("/"), found["loops"]
    of = f"{PAGES[page]}, {found['answered']} practices answered, {found['notes']} notes"
    for kind, where in WHERE.items():
        ratio, budget = _ratio(found[kind], loops), BUDGETS[kind]
        yield Row(
            f"{name}-{kind}",
            f"Answer to new result, {of}, {where}, p95",
            f"≤ {budget:.1f} × loop",
            slow(found[kind]),
            f"{ratio:.2f} × loop of {median(loops):.1f} ms",
            ratio <= budget,
        )
    for kind, where in WHERE.items():
        yield Row(
            f"{name}-{kind}-rest",
            f"The same with the rest of the result, {PAGES[page]}, {where}, p95",
            "",
            slow(found["rest"][kind]),
            f"{_ratio(found['rest'][kind], loops):.2f} × loop",
        )
    if letters := found["letters"]:
        longest = max(letters["slow"], default=0)
        told = f"{longest:.0f} ms" if longest else "none took 16 ms"
        yield Row(
            "typing",
            "A letter typed in a note, to the frame with it, longest",
            f"none over {WAIT} ms",
            f"{told}, of {letters['typed']} letters",
            "",
            longest <= WAIT,
        )
    shift = found["shift"]
    what = f"Layout shift after answers, {PAGES[page]}"
    yield Row(f"{name}-shift", what, "0", f"{shift:g} in all of them", "", not shift)
