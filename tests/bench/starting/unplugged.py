"""Times a first score when the server is gone after one visit."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Error

from tests.bench.place import Place
from tests.bench.reporting.rows import Row
from tests.bench.visiting.browser import value, visit
from tests.bench.visiting.nginx import serving
from tests.bench.visiting.pages import PAGE
from tests.bench.visiting.trees import quick_records


def measure(place: Place) -> dict[str, Any]:
    """`{"ms"}` of a visit without a server, after one that was left alone; null: no page came."""
    place.say("visiting a server that is gone")
    with place.chromium.profile(quick_records(place.model, "ours")) as (context, _):
        with serving(place.folder / "root", place.folder / "gone") as nginx:
            where = f"{nginx.recipe}ours/{PAGE}"
            with visit(context, where) as page:
                value(page, "bench.score")
                value(page, f"bench.settled({place.scale.settled})")
        try:
            with visit(context, "about:blank") as page:  # what the browser keeps of any site goes
                context.new_cdp_session(page).send("Network.clearBrowserCache")
            with visit(context, where) as page:
                return {"ms": round(float(value(page, "bench.score")["ms"]), 1)}
        except (Error, SystemExit):
            return {"ms": None}


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The line of the table."""
    ms = figures["ms"]
    told = "none: no page comes" if ms is None else f"{ms:.0f} ms"
    what = "First score with the server gone, after one visit"
    return [Row("unplugged", what, "one comes", told, "", ms is not None)]
