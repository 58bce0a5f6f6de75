"""`python -m tests.bench`: measures every budget, prints a table and writes the speed page."""

import json
import tempfile
import time
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from build_tools import ROOT
from tests.bench import answers, builds, choosing, report, sizes, starts
from tests.bench.browser import version
from tests.bench.nginx import Nginx, Sent, serving
from tests.bench.report import Row
from tests.bench.trees import make_trees

_MB = 1e6
_LATER = (
    "Not measured yet, because it is not built yet: the start from a memory snapshot, "
    "and agreement over many raters."
)


def main() -> None:
    """Measures in a folder of its own; takes about five minutes."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        folder.chmod(0o755)
        _say("building a copy of the project, then serving it", began)
        built = builds.measure(folder / "project", folder / "site")
        for part in ("root", "nginx"):
            (folder / part).mkdir()
        site = folder / "site"
        make_trees(site, folder / "root")
        with serving(folder / "root", folder / "nginx") as nginx:
            browser, rows = _in_browser(nginx, site, began)
        rows += [*_build_rows(built), _lines_row()]
    print(report.printed(rows))
    report.write_page(ROOT / "docs" / "method" / "speed.md", rows, browser, _LATER)
    _say("wrote docs/method/speed.md", began)


def _say(text: str, began: float) -> None:
    print(f"[{time.perf_counter() - began:5.0f} s] {text}", flush=True)


def _in_browser(nginx: Nginx, site: Path, began: float) -> tuple[str, list[Row]]:
    """The browser's version and every row that needs one."""
    model = json.loads((site / "assets" / "model.json").read_text("utf-8"))
    with sync_playwright() as playwright:
        _say("counting bytes", began)
        rows = [_reading_row(starts.reading(playwright, nginx, site)), *_page_rows(site)]
        recipe = starts.downloads(playwright, nginx, model, nginx.recipe)
        plain = starts.downloads(playwright, nginx, model, nginx.plain)
        rows += _byte_rows(site, recipe, plain)
        _say("changing answers", began)
        answered = [answers.measure(playwright, nginx, model, page) for page in answers.PAGES]
        _say("choosing a structure", began)
        table = json.loads((site / "assets" / "structures.json").read_text("utf-8"))
        rows += choosing.rows(choosing.measure(playwright, nginx, table))
        _say(f"starting {starts.RUNS} times each: ours, stock, stock on a bare page", began)
        started = starts.measure(playwright, nginx, model)
        found = version(playwright)
    return found, rows + _start_rows(started) + _answer_rows(answered, started)


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


def _byte_rows(site: Path, recipe: list[Sent], plain: list[Sent]) -> list[Row]:
    share = sizes.gzip_share(site)
    by_brotli = sizes.brotli_bytes(site, ROOT / ".cache" / "bench")
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
            budget, ok = ("≤ 0.45", ratio <= 0.45) if other == "stock" else ("", None)
            what = f"{word} to first score, against stock Pyodide {where}"
            rows.append(Row(what, budget, measured, f"{ratio:.2f}", ok))
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
    for where, times, budget in (
        ("in Python and worker", answering.python, 16),
        ("on screen", answering.screen, 50),
    ):
        slow, usual = answers.p95(times), answers.middle(times)
        what = f"Answer to new result, {answering.page}, {answering.answered} practices, {where}"
        rows.append(
            Row(
                f"{what}, p95",
                f"≤ {budget} ms",
                f"{slow:.1f} ms (median {usual:.1f}, of {len(times)})",
                f"{slow / answering.loop:.2f} × loop of {answering.loop:.1f} ms",
                slow <= budget,
            )
        )
    return rows


def _build_rows(built: builds.Builds) -> list[Row]:
    return [
        Row("Full site build, fresh clone", "≤ 40 s", f"{built.cold:.1f} s", "", built.cold <= 40),
        Row(
            "Full site build again, runtime kept",
            "≤ 40 s",
            f"{built.warm:.1f} s",
            "",
            built.warm <= 40,
        ),
        Row(
            "One changed page under `make serve`",
            "≤ 3 s",
            f"{built.page:.1f} s",
            "",
            built.page <= 3,
        ),
    ]


def _lines_row() -> Row:
    code, lines = sizes.script_lines()
    words = f"{code} lines of code ({lines} with comments and empty lines)"
    return Row("JavaScript we wrote", "≤ 700 lines", words, "", code <= 700)


if __name__ == "__main__":
    main()
