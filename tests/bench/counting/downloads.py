"""Counts what a visit downloads, by encoding, ours and others'."""

import time
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tests.bench.counting import sizes
from tests.bench.place import Place
from tests.bench.reporting.rows import Row, megabytes
from tests.bench.visiting.browser import reader, value, visit
from tests.bench.visiting.nginx import Sent
from tests.bench.visiting.pages import PAGE
from tests.bench.visiting.trees import quick_records

READING = ("", "dimensions/", "method/scoring/", "about/privacy/")
FULL = "assessment"
"""Address of the full assessment, which may be larger than other pages."""
BUDGETS = {
    "engine-brotli": ("Engine, first visit, brotli", 3.1),
    "engine-gzip": ("Engine, first visit, gzip by our recipe", 4.1),
    "ours-brotli": ("Our code and model besides, brotli", 0.25),
    "ours-gzip": ("Our code and model besides, gzip", 0.3),
    "default": ("Engine and ours from Debian's default nginx", 5.0),
}
"""What the table calls each sum of bytes, and its budget in MB."""


def measure(place: Place) -> dict[str, Any]:
    """Bytes and requests of first visits to a first score, of reading, and of pages as built."""
    place.say("counting bytes")
    nginx, scale = place.nginx, place.scale
    share = sizes.gzip_share(place.site)
    reading = _reading(place)
    recipe = _visited(place, f"{nginx.recipe}ours/{PAGE}")
    plain = _visited(place, f"{nginx.plain}ours/{PAGE}")
    paths = [request.path.removeprefix("/ours") for request in recipe]
    brotli = sizes.brotli_bytes(place.site, paths, scale.brotli)
    gzip, default = sizes.sent_bytes(recipe, share), sizes.sent_bytes(plain, share)
    return {
        "reading": _sum(_runtime(reading)),
        "requests": len(_runtime(recipe)),
        "engine-brotli": brotli.engine,
        "engine-gzip": gzip.engine,
        "ours-brotli": brotli.ours,
        "ours-gzip": gzip.ours,
        "default": default.engine + default.ours,
        "stored": sizes.stored_bytes(place.site, paths),
        "pages": {"others": _pages(place, full=False), "full": _pages(place, full=True)},
    }


def _visited(place: Place, where: str) -> list[Sent]:
    """What is sent to a first score; what a service worker takes for later is no part of it."""
    with reader(place.browser, quick_records(place.model, "ours"), service_worker=False) as context:
        place.nginx.sent()
        with visit(context, where) as page:
            value(page, "bench.score")
            return place.nginx.sent()


def _reading(place: Place) -> list[Sent]:
    """What is sent for reading pages, a near pointer and an idle while included."""
    with reader(place.browser, {}) as context:
        place.nginx.sent()
        for name in READING:
            with visit(context, f"{place.nginx.recipe}ours/{name}") as page:
                page.wait_for_load_state()
                page.mouse.move(600, 400)
                time.sleep(place.scale.idle)
        return place.nginx.sent()


def _runtime(sent: Sequence[Sent]) -> list[Sent]:
    return [request for request in sent if sizes.RUNTIME in request.path]


def _sum(sent: Sequence[Sent]) -> int:
    return sum(request.bytes for request in sent)


def _pages(place: Place, *, full: bool) -> dict[str, Any]:
    """How many pages there are of a kind, the largest, and how many are over their budget."""
    found = [page for page in sizes.pages(place.site) if (page[1] == FULL) == full]
    budget = 250_000 if full else 100_000
    size, name = found[0]
    over = sum(size > budget for size, _ in found)
    return {"count": len(found), "bytes": size, "page": name, "over": over, "budget": budget}


def rows(figures: Mapping[str, Any]) -> list[Row]:
    """The lines of the table."""
    return list(_rows(figures))


def _rows(figures: Mapping[str, Any]) -> Iterator[Row]:
    read = figures["reading"]
    yield Row("reading", "Runtime bytes on pages without a tool", "none", f"{read} B", "", not read)
    for kind, what in (("others", "Largest page"), ("full", "Full assessment")):
        page = figures["pages"][kind]
        told = f"{page['bytes'] / 1000:.0f} kB ({page['page'] or 'home'}), "
        told += f"{page['over']} of {page['count']} over"
        budget = f"≤ {page['budget'] // 1000} kB"
        yield Row(f"page-{kind}", f"{what}, HTML as built", budget, told, "", not page["over"])
    for id, (what, most) in BUDGETS.items():
        size = figures[id]
        yield Row(id, what, f"≤ {most:g} MB", megabytes(size), "", size <= most * 1e6)
    requests = figures["requests"]
    yield Row("requests", "Requests for the engine", "4", str(requests), "", requests == 4)
    yield Row(
        "stored", "Engine and ours, unpacked, on the server", "", megabytes(figures["stored"])
    )
