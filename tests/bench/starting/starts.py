"""Times navigation to first score for every engine, in turn."""

import time
from collections.abc import Mapping, Sequence
from typing import Any

from playwright.sync_api import Page

from tests.bench.place import Place
from tests.bench.visiting.browser import value, visit
from tests.bench.visiting.pages import PAGE
from tests.bench.visiting.processes import memory
from tests.bench.visiting.trees import quick_records

KINDS = (
    *("ours", "stock", "stock-worker", "bare", "pyscript", "pyscript-worker"),
    *("plain", "compile"),
)
NO_SCORE = ("compile",)
"""Kinds that work out nothing, so that their level is none."""
VISITS = ("first", "repeat")


_LISTS = (*VISITS, "memory", "bytes")


def address(place: Place, kind: str) -> str:
    """Where the page of a kind stands."""
    server = place.nginx.free if kind.startswith("pyscript") else place.nginx.recipe
    return f"{server}{kind}/{PAGE}"


def measure(place: Place) -> dict[str, Any]:
    """Milliseconds of every run: `{"first": {kind: […]}, "repeat": {…}}`, and what else was seen.

    Each run has a browser of its own with an empty profile.  "bytes": what
    was sent to a first score.  "kept" is what the browser holds of our site after its last visit,
    "evicted" that visit once more after it was taken away.
    """
    found: dict[str, Any] = {name: {kind: [] for kind in KINDS} for name in _LISTS}
    found |= {"long": {kind: [] for kind in KINDS}, "ours": [], "kept": [], "evicted": []}
    levels: dict[str, str] = {}
    for run in range(place.scale.starts):
        place.say(f"starting every engine, {run + 1} of {place.scale.starts}")
        turn = run % len(KINDS)
        for kind in KINDS[turn:] + KINDS[:turn]:
            levels[kind] = _run(place, kind, found)
    told = {kind: level for kind, level in levels.items() if kind not in NO_SCORE}
    if len(set(told.values())) != 1:
        raise SystemExit(f"the engines do not agree on the level: {told}")
    return found


def _run(place: Place, kind: str, found: dict[str, Any]) -> str:
    """The level that the page told; the times go into `found`."""
    scale, where = place.scale, address(place, kind)
    with place.chromium.profile(quick_records(place.model, "ours")) as (context, profile):
        place.nginx.sent()
        for number in range(scale.visits):
            with visit(context, where) as page:
                score = value(page, "bench.score")
                if number == 0:
                    found["first"][kind].append(round(score["ms"], 1))
                if number == scale.visits - 1:
                    found["repeat"][kind].append(round(score["ms"], 1))
                if number == 0:
                    sent = sum(request.bytes for request in place.nginx.sent())
                    found["bytes"][kind].append(sent)
                time.sleep(scale.pause)
                if number == 0:
                    found["memory"][kind].append(memory(profile))
                    found["long"][kind] += value(page, "bench.long")
                if kind == "ours":
                    _after_ours(page, number, found, place)
        if kind == "ours":  # once more, after the browser threw away all but the answers
            with visit(context, where) as page:
                found["evicted"].append(round(float(value(page, "bench.score")["ms"]), 1))
    return str(score["level"])


def _after_ours(page: Page, number: int, found: dict[str, Any], place: Place) -> None:
    kept = value(page, f"bench.settled({place.scale.settled})")
    found["ours"] += value(page, "bench.ours")
    if number == place.scale.visits - 1:
        found["kept"].append(kept)
        value(page, "bench.evict()")


def worst(figures: Mapping[str, Any], kind: str, other: str) -> float:
    """The largest ratio of `kind` to `other` in one run, of both visits."""
    pairs: Sequence[tuple[float, float]] = [
        pair
        for name in VISITS
        for pair in zip(figures[name][kind], figures[name][other], strict=True)
    ]
    return max(one / two for one, two in pairs)
