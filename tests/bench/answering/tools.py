"""Times the smaller tools that have a form of their own."""

from collections.abc import Mapping
from typing import Any

from tests.bench.place import Place
from tests.bench.reporting.rows import Row, slow
from tests.bench.visiting.browser import reader, value, visit

FORMS = {
    "start/is-it-right-for-you/": "seven tests",
    "why-it-fails/silence-to-operations/": "a question in a guide page",
}
"""Addresses, and what the table calls them."""


def measure(place: Place) -> dict[str, Any]:
    """Milliseconds from a click to the frame with its result, by address."""
    return {page: _measure(place, page) for page in FORMS}


def _measure(place: Place, page: str) -> list[float]:
    place.say(f"answering on {page}")
    with (
        reader(place.browser, {}, service_worker=False) as context,
        visit(context, f"{place.nginx.recipe}timed/{page}") as seen,
    ):
        seen.wait_for_load_state()
        changes = f"bench.choices({place.scale.warm + place.scale.fewer})"
        times = value(seen, f"bench.change({changes})")
        return [round(ms, 1) for ms in times[place.scale.warm :]]


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    return [
        Row(f"form-{at}", f"Answer to new result, {FORMS[page]}, on screen, p95", "", slow(times))
        for at, (page, times) in enumerate(figures.items())
    ]
