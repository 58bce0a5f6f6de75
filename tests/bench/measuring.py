"""Every row of the table, measured on a finished site."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from build_tools import ROOT
from tests.bench import agreeing, answers, builds, choosing, sizes, starts
from tests.bench.browser import launched
from tests.bench.nginx import Nginx, Sent, serving
from tests.bench.report import Row
from tests.bench.scale import Scale
from tests.bench.trees import make_trees

_MB = 1e6
START_BUDGETS = {
    ("first", "stock"): 0.40,
    ("first", "bare"): 0.55,
    ("repeat", "stock"): 0.30,
    ("repeat", "bare"): 0.40,
}
"""Our time to first score as a part of stock Pyodide's, by visit and by the other's page."""
ANSWER_BUDGETS = {"in Python and worker": 1.0, "on screen": 2.5}
"""Times of an answer as multiples of the fixed loop."""


class Progress:
    """Says on the terminal what happens, with the seconds since it was made."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    def __call__(self, text: str) -> None:
        """Say `text`."""
        print(f"[{time.perf_counter() - self._began:5.0f} s] {text}", flush=True)


def measure(
    site: Path, built: builds.Builds, folder: Path, scale: Scale, say: Callable[[str], None]
) -> tuple[str, list[Row]]:
    """The browser's version and every row; `folder` is one that the bench may fill."""
    root, work = folder / "root", folder / "nginx"
    for part in (root, work):
        part.mkdir()
    make_trees(site, root)
    with serving(root, work) as nginx:
        browser, rows = _in_browser(nginx, site, scale, say)
    return browser, [*rows, *_build_rows(built), _lines_row()]


def _in_browser(
    nginx: Nginx, site: Path, scale: Scale, say: Callable[[str], None]
) -> tuple[str, list[Row]]:
    """The browser's version and every row that needs one."""
    model = json.loads((site / "assets" / "model.json").read_text("utf-8"))
    table = json.loads((site / "assets" / "structures.json").read_text("utf-8"))
    with sync_playwright() as playwright:
        with launched(playwright) as browser:
            say("counting bytes")
            rows = [_reading_row(starts.reading(browser, nginx, site)), *_page_rows(site)]
            recipe = starts.downloads(browser, nginx, model, nginx.recipe)
            plain = starts.downloads(browser, nginx, model, nginx.plain)
            rows += _byte_rows(site, recipe, plain, scale)
            say("changing answers")
            answered = [
                answers.measure(browser, nginx, model, page, scale) for page in answers.PAGES
            ]
            say("choosing a structure")
            chosen = choosing.rows(choosing.measure(browser, nginx, table, scale))
            say(f"agreeing {scale.raters} raters")
            agreed = agreeing.measure(browser, nginx, model, scale.raters)
            found = browser.version
        say(f"starting {scale.starts} times each: ours, stock, stock on a bare page")
        started = starts.measure(playwright, nginx, model, scale)
    rows += [*_start_rows(started), *_answer_rows(answered, started)]
    return found, [*rows, *chosen, agreeing.row(agreed, scale.raters)]


def _reading_row(sent: list[Sent]) -> Row:
    runtime = [request for request in sent if "/assets/runtime/" in request.path]
    measured = f"{sum(request.bytes for request in runtime)} bytes"
    return Row("Runtime bytes on pages without a tool", "none", measured, "", not runtime)


def _page_rows(site: Path) -> list[Row]:
    pages = sizes.pages(site)
    full = [page for page in pages if page[1] == sizes.FULL]
    others = [page for page in pages if page[1] != sizes.FULL]
    rows = [_page_row("Largest page, HTML as built", others, 100)]
    return rows + ([_page_row("Full assessment, HTML as built", full, 250)] if full else [])


def _page_row(what: str, pages: list[tuple[int, str]], budget: int) -> Row:
    """`pages` as (bytes, address), largest first; `budget` in kB."""
    size, name = pages[0]
    over = sum(size > budget * 1000 for size, _ in pages)
    measured = f"{size / 1000:.0f} kB ({name or 'home'}), {over} of {len(pages)} over"
    return Row(what, f"≤ {budget} kB", measured, "", not over)


def _byte_rows(site: Path, recipe: list[Sent], plain: list[Sent], scale: Scale) -> list[Row]:
    share = sizes.gzip_share(site)
    by_brotli = sizes.brotli_bytes(site, ROOT / ".cache" / "bench", scale.brotli)
    by_gzip, by_default = sizes.sent_bytes(recipe, share), sizes.sent_bytes(plain, share)
    requests = sum("/assets/runtime/" in request.path for request in recipe)
    default_total = by_default.engine + by_default.ours
    everything = sum(request.bytes for request in recipe)
    return [
        _bytes_row("Engine, first visit, brotli", by_brotli.engine, 3.1),
        _bytes_row("Engine, first visit, gzip by our recipe", by_gzip.engine, 4.1),
        _bytes_row("Our code and model besides, brotli", by_brotli.ours, 0.25),
        _bytes_row("Our code and model besides, gzip", by_gzip.ours, 0.3),
        _bytes_row("Engine and ours from Debian's default nginx", default_total, 5.0),
        _bytes_row("Whole first visit, theme and fonts too, by our recipe", everything, None),
        Row("Requests for the engine", "4", str(requests), "", requests == 4),
    ]


def _bytes_row(what: str, size: int, budget: float | None) -> Row:
    if budget is None:
        return Row(what, "", f"{size / _MB:.2f} MB", "", None)
    share = size / _MB / budget
    return Row(what, f"≤ {budget:g} MB", f"{size / _MB:.2f} MB", "", share <= 1)


def _start_rows(started: starts.Starts) -> list[Row]:
    rows = []
    for visits, word in (("first", "First visit"), ("repeat", "Repeat visit")):
        times = getattr(started, visits)
        for other, where in (("stock", "on the same page"), ("bare", "on a bare page")):
            ratio = started.ratio(visits, other)
            ours, theirs = median(times["ours"]), median(times[other])
            measured = f"{ours:.0f} ms against {theirs:.0f} ms"
            budget = START_BUDGETS[visits, other]
            what = f"{word} to first score, against stock Pyodide {where}"
            rows.append(Row(what, f"≤ {budget:.2f}", measured, f"{ratio:.2f}", ratio <= budget))
    return rows


def _answer_rows(answered: list[answers.Answering], started: starts.Starts) -> list[Row]:
    ours = [time for answering in answered for time in answering.ours if time > 50]
    longest = max(started.long["ours"], default=0)
    stock = max(started.long["stock"], default=0)
    others = f"longest of all on the page {longest:.0f} ms, with stock {stock:.0f} ms"
    measured = f"{len(ours)} ({others})"
    return [
        *(row for answering in answered for row in _answering_rows(answering)),
        Row("Long tasks from our scripts", "none", measured, "", not ours),
    ]


def _answering_rows(answering: answers.Answering) -> list[Row]:
    """The rows of one page: in Python, and on screen."""
    rows = []
    for where, times in (
        ("in Python and worker", answering.python),
        ("on screen", answering.screen),
    ):
        slow, usual, budget = answers.p95(times), answers.middle(times), ANSWER_BUDGETS[where]
        what = f"Answer to new result, {answering.page}, {answering.answered} practices, {where}"
        rows.append(
            Row(
                f"{what}, p95",
                f"≤ {budget:.1f} × loop",
                f"{slow:.1f} ms (median {usual:.1f}, of {len(times)})",
                f"{slow / answering.loop:.2f} × loop of {answering.loop:.1f} ms",
                slow / answering.loop <= budget,
            )
        )
    return rows


def _build_rows(built: builds.Builds) -> list[Row]:
    same = "none" if not built.differ else f"{built.differ}"
    return [
        _build_row("Full site build, fresh clone", built.cold),
        _build_row("Full site build again, runtime kept", built.warm),
        Row("Files that differ between the two builds", "none", same, "", not built.differ),
        Row(
            "One changed page under `make serve`",
            "≤ 3 s",
            f"{built.page:.1f} s",
            "",
            built.page <= 3,
        ),
    ]


def _build_row(what: str, took: builds.Took) -> Row:
    measured = f"{took.cpu:.1f} s of CPU, {took.clock:.1f} s on the clock"
    return Row(what, "≤ 25 s of CPU", measured, "", took.cpu <= 25)


def _lines_row() -> Row:
    code, lines = sizes.script_lines()
    words = f"{code} lines of code ({lines} with comments and empty lines)"
    return Row("JavaScript we wrote", "≤ 1,000 lines", words, "", code <= 1000)
