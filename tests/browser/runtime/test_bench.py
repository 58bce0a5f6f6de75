"""The bench runs to its end: a short form of it, without a verdict on any time."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from build_tools import ROOT
from tests.bench import parts
from tests.bench.counting import builds, scripts, suite
from tests.bench.place import opened
from tests.bench.reporting import figures, page
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
    for name in ("index.md", "method/scoring.md"):
        (folder / "docs" / name).write_text("# A page\n")
    (folder / "mkdocs.yml").write_text(SETTINGS)
    return folder


@pytest.mark.slow
def test_every_row_of_the_speed_page_is_measured(site, tmp_path):
    """One start each and a few answers fill every row; the published figures have the same rows.

    Slow by nature: it starts stock Pyodide and PyScript, too. No number is judged.
    """
    tmp_path.chmod(0o755)
    kept = figures.Kept(tmp_path / "speed.json", whole=False)
    project = small_project(tmp_path / "project")
    kept.add(parts.BUILDS, partial(builds.measure, project, tmp_path / "site", SHORT.changes))
    kept.add(parts.SCRIPTS, scripts.measure)
    kept.add(parts.SUITE, partial(suite.measure, SHORT.suite))
    with ThreadPoolExecutor(1) as apart:  # from the browser that other tests keep open
        apart.submit(in_a_browser, kept, site, tmp_path).result()
    measured = figures.read(kept.file)

    assert list(rows_of(figures.read())) == list(rows_of(measured))
    assert [] == [id for id, told in rows_of(measured).items() if not told]
    assert "Tried once, to show the rows, and so not judged: every part." in page.page(measured)


def in_a_browser(kept, site, folder):
    """Measures every part that needs one."""
    with opened(site, folder, SHORT, lambda _: None) as place:
        for name, part in parts.PARTS.items():
            if part.measure and name not in parts.APART:
                kept.add(name, partial(part.measure, place))


def rows_of(data):
    """What was measured in every row, by its name."""
    measured = {name: part["figures"] for name, part in data["parts"].items()}
    rows = parts.rows({name: of for name, of in measured.items() if name != parts.LIGHTHOUSE})
    told = [(row.id, row.measured) for of in rows.values() for row in of]
    assert len(told) == len(dict(told)), "two rows of one name"
    return dict(told)
