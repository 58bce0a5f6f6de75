"""The lines of the table about first scores."""

from collections.abc import Iterator, Mapping
from typing import Any

from tests.bench.reporting.rows import Row, megabytes, middle, spread
from tests.bench.starting import starts

BUDGETS = {
    ("first", "stock"): 0.40,
    ("first", "bare"): 0.55,
    ("repeat", "stock"): 0.30,
    ("repeat", "bare"): 0.40,
}
"""Our time to first score as a part of stock Pyodide's, by visit and by the other's page."""
PYSCRIPT = {"first": 0.40, "repeat": 0.35}
"""The same as a part of PyScript's, the faster of its two ways."""
VISITS = {"first": "First visit", "repeat": "Repeat visit"}
NAMES = {
    "ours": "ours",
    "stock": "stock Pyodide on the same page",
    "stock-worker": "stock Pyodide in a worker",
    "bare": "stock Pyodide on a bare page",
    "pyscript": "PyScript on the same page",
    "pyscript-worker": "PyScript in its worker",
    "plain": "plain JavaScript, the level alone",
    "compile": "Python's program compiled on a bare page, never run",
}
"""What the table calls each kind of page."""

OF_ALL = ("first-time-", "repeat-time-", "memory-", "bytes-")
"""Beginnings of the names of the rows that there are for each of them."""


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines for what `starts.measure` found."""
    return [*_ratios(figures), *_times(figures), *_beside(figures)]


def _ratios(figures: Mapping[str, Any]) -> Iterator[Row]:
    for (visit, other), budget in BUDGETS.items():
        what = f"{VISITS[visit]} to first score, against {NAMES[other]}"
        yield _ratio(f"{visit}-{other}", what, figures[visit], other, budget)
    for visit, budget in PYSCRIPT.items():
        times = figures[visit]
        faster = min(("pyscript", "pyscript-worker"), key=lambda kind: middle(times[kind]))
        what = f"{VISITS[visit]} to first score, against PyScript, the faster of page and worker"
        yield _ratio(f"{visit}-pyscript", what, times, faster, budget)
    worst = starts.worst(figures, "ours", "stock")
    runs = len(figures["first"]["ours"])
    yield Row(
        "never-slower",
        "The slowest of ours against stock Pyodide on the same page, in one run, first or repeat",
        "< 1",
        f"the worst of {runs} runs of each visit",
        f"{worst:.2f}",
        worst < 1,
    )


def _ratio(id: str, what: str, times: Mapping[str, list[float]], other: str, budget: float) -> Row:
    ratio = middle(times["ours"]) / middle(times[other])
    measured = f"{spread(times['ours'])} against {spread(times[other])}"
    return Row(id, what, f"≤ {budget:.2f}", measured, f"{ratio:.2f}", ratio <= budget)


def _times(figures: Mapping[str, Any]) -> Iterator[Row]:
    for visit, word in VISITS.items():
        ours = middle(figures[visit]["ours"])
        for kind, name in NAMES.items():
            times = figures[visit][kind]
            ratio = "" if kind == "ours" else f"ours is {ours / middle(times):.2f} of it"
            yield Row(f"{visit}-time-{kind}", f"{word}: {name}", "", spread(times), ratio)
    yield Row(
        "evicted",
        "A visit after the browser threw away what our site keeps in it",
        "",
        spread(figures["evicted"]),
    )


def _beside(figures: Mapping[str, Any]) -> Iterator[Row]:
    kept = figures["kept"][-1]
    worker = "with a service worker" if kept["worker"] else "without a service worker"
    yield Row(
        "kept",
        "What the site keeps in the browser after the visits",
        "",
        f"{megabytes(kept['bytes'])}, {kept['files']} files, {worker}",
    )
    for kind, name in NAMES.items():
        sizes = figures["memory"][kind]
        yield Row(f"memory-{kind}", f"Memory of the tab: {name}", "", megabytes(middle(sizes)))
    for kind, name in NAMES.items():
        what = f"Bytes of a first visit to a first score, theme and fonts too, gzip: {name}"
        yield Row(f"bytes-{kind}", what, "", megabytes(middle(figures["bytes"][kind])))
    longest = {kind: max(times, default=0) for kind, times in figures["long"].items()}
    told = ", ".join(f"{longest[kind]:.0f} ms {NAMES[kind]}" for kind in ("ours", "stock"))
    long = [time for time in figures["ours"] if time > 50]
    yield Row(
        "long-start",
        "Long tasks from our scripts, while Python starts",
        "none",
        f"{len(long)} (longest of all on the page: {told})",
        "",
        not long,
    )
