"""The speed page says what was measured, and has every budget of the design."""

from build_tools import ROOT
from tests.bench import parts
from tests.bench.reporting import figures, page

BUDGETS = {
    *("reading", "page-others", "page-full"),
    *("engine-brotli", "engine-gzip", "ours-brotli", "ours-gzip", "default", "requests"),
    *("first-stock", "first-bare", "repeat-stock", "repeat-bare", "never-slower"),
    *("first-pyscript", "repeat-pyscript", "unplugged"),
    *("assessment-python", "assessment-screen", "assessment-shift", "typing"),
    *("quick-scan-python", "quick-scan-screen", "quick-scan-shift"),
    *("long-start", "long-answers", "raters", "weightings"),
    *("cold", "warm", "page", "differ", "scripts", "suite", "suite-cpu"),
}
"""Names of the rows that have a budget."""


def test_the_page_is_made_from_its_figures():
    """What stands on the page is what the file of figures says, and nothing else."""
    assert page.page(figures.read()) == figures.PAGE.read_text("utf-8"), "make bench PARTS=page"


def test_every_budget_has_its_row():
    """No budget was lost, whatever was measured of it."""
    measured = {name: part["figures"] for name, part in figures.read()["parts"].items()}
    rows = [row for of in parts.rows(measured).values() for row in of if row.budget]

    assert sorted(BUDGETS) == sorted(r.id for r in rows if not r.id.startswith(parts.LIGHTHOUSE))
    assert [] == [row.id for row in rows if row.ok is None]


def test_every_missed_budget_is_explained():
    """Where a budget is missed, the page says what was found and tried."""
    assert [] == page.unexplained(figures.read()), ROOT / "tests/bench/reporting/missed.yaml"
