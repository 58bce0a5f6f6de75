"""The bench runs to its end: a short form of it, without a verdict on any time."""

import re
import shutil
from concurrent.futures import ThreadPoolExecutor

from build_tools import ROOT
from tests.bench import builds, measuring, report
from tests.bench.scale import SHORT

SETTINGS = """\
site_name: A site of two pages
validation: {links: {not_found: ignore, unrecognized_links: ignore}}
"""


def small_project(folder):
    """A project whose build is a moment's work: the page that the bench changes, and our tools."""
    for part in ("build_tools", "widgets", "docs/assets"):
        shutil.copytree(
            ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "theme")
        )
    (folder / "docs/method").mkdir(parents=True)
    for page in ("index.md", "method/scoring.md"):
        (folder / "docs" / page).write_text("# A page\n")
    (folder / "mkdocs.yml").write_text(SETTINGS)
    return folder


def test_every_row_of_the_speed_page_is_measured(site, tmp_path):
    """One start each and a few answers fill every row; the published page has the same rows.

    Slow by nature: it starts stock Pyodide, too. No number is judged.
    """
    tmp_path.chmod(0o755)
    built = builds.measure(small_project(tmp_path / "project"), tmp_path / "site", SHORT.changes)
    with ThreadPoolExecutor(1) as apart:  # from the browser that other tests keep open
        work = apart.submit(measuring.measure, site, built, tmp_path, SHORT, lambda _: None)
        browser, rows = work.result()
    page = tmp_path / "speed.md"
    report.write_page(page, rows, browser, "Nothing is left out.")

    assert named(page) == named(ROOT / "docs/method/speed.md")
    assert [] == [row.what for row in rows if not re.search(r"\d|none", row.measured)]
    assert "Full site build again, runtime kept" in report.printed(rows)


def named(page):
    """The first column of the table in `page`."""
    return re.findall(r"^\| ([^|]+) \|", page.read_text("utf-8"), re.MULTILINE)[1:]
