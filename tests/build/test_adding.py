"""A new dimension is one new file, and a new widget one new folder; mistakes fail the build.

Slow, for they look at a build of the site.
"""

import json
import sys

import pytest

from tests.support.next_release import next_release
from tests.support.project import build, copy_project, run

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory, site):  # noqa: ARG001 - what its build leaves is copied
    """A copy of the project, and of what its build left, for mistakes."""
    return copy_project(tmp_path_factory.mktemp("project"))


def test_one_file_adds_a_dimension(tmp_path, larger):
    """Page, navigation entry, question and score come from the one file."""
    project = next_release(tmp_path)
    assert run(project, sys.executable, "-m", "build_tools", "model").returncode == 0
    page = (larger / "dimensions/patience-of-the-sea/index.html").read_text()
    scan = (larger / "quick-scan/index.html").read_text()
    answers = project / "answers.json"
    model = json.loads((larger / "assets/model.json").read_text())
    answers.write_text(
        json.dumps(
            {
                "format": 1,
                "model": {"id": model["id"], "version": model["version"]},
                "quick": {"patience-of-the-sea": 3},
            }
        )
    )
    scored = run(project, sys.executable, "-m", "widgets", "score", "answers.json")
    result = json.loads(scored.stdout)

    assert "No plan for a key account runs past this quarter." in page
    assert 'name="quick.patience-of-the-sea"' in page
    assert "How long does our longest plan for a key account run?" in scan
    assert 'name="quick.patience-of-the-sea"' in scan
    assert "9 of 9" in scan
    assert "patience-of-the-sea/" in (larger / "dimensions/index.html").read_text()
    assert (
        'href="../patience-of-the-sea/"'
        in (larger / "dimensions/leaders-entangled/index.html").read_text()
    )
    assert result["dimensions"]["patience-of-the-sea"]["score"] == 3


def test_a_new_practice_is_answered_on_its_page(larger):
    """Its ladder is there as a question, and its dimension's page and the assessment ask it too."""
    asked = 'name="practice.plan-past-its-author"'
    pages = ("practices/plan-past-its-author", "dimensions/patience-of-the-sea", "assessment")
    own, *others = ((larger / page / "index.html").read_text() for page in pages)

    assert 6 == own.count(asked)
    rung = "Nearly every plan names somebody who has read it and can go on."
    assert 2 == own.count(rung), "to answer, and to link to"
    assert [6, 6] == [page.count(asked) for page in others]


def test_one_folder_adds_a_widget(larger):
    """A folder under `widgets/` is enough for a page to name the widget, with its options."""
    assert "A new widget in green" in (larger / "about/privacy/index.html").read_text()


def test_one_page_among_the_tools_joins_their_row(larger):
    """A page in that section of the navigation stands in the row, and has the row itself."""
    beside = (larger / "compare/index.html").read_text()
    own = (larger / "new-tool/index.html").read_text()
    row = own.partition("kam-tools--row")[2].partition("</nav>")[0]

    assert 2 == beside.count('<a href="../new-tool/">New tool</a>'), "in the row and in the menu"
    assert '<a href="./" aria-current="page">New tool</a>' in row
    assert 7 == row.count("<li>")
    assert "kam-tools--row" not in (larger / "about/privacy/index.html").read_text()


WRONG = {
    "no-such-thing": "there is no widget “no-such-thing”; there are: assessment, ",
    "quick-scan\ndepth: full": "the widget “quick-scan” has no option “depth”",
    "": "the widget block is empty; name a widget on its first line",
}
"""A block that names a widget, and what is said of it."""


def test_wrong_widgets_fail_the_build(project):
    """Names and options that do not exist stop the build, all of a page together, each by line."""
    page = project / "docs/about/run-it-yourself.md"
    before = page.read_text()
    blocks, line, expected = "", before.count("\n") + 2, []
    for block, says in WRONG.items():
        expected.append(f"docs/about/run-it-yourself.md:{line}: {says}")
        blocks += f"\n```widget\n{block}\n```\n"
        line += block.count("\n") + 4
    page.write_text(before + blocks)
    done = build(project)
    page.write_text(before)

    assert done.returncode != 0
    assert [] == [sentence for sentence in expected if sentence not in done.stderr], done.stderr


def test_wrong_model_fails_the_build(project):
    """Every mistake of the model is named in one run, and nothing is built from it."""
    file = project / "docs/model/dimensions/scorecard-rhythm-reward.yaml"
    before = file.read_text()
    wrong = before.replace("critical: false", "critical: No").replace("order: 70", "order: 10")
    file.write_text(wrong)
    done = build(project)
    file.write_text(before)

    assert done.returncode != 0
    assert "critical: found “No”; it must be true or false" in done.stderr
