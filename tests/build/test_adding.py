"""A new dimension is one new file, and a new widget one new folder; mistakes fail the build.

Slow, for each test needs a build of the site.
"""

import json
import sys

import pytest

from tests.support.built import built
from tests.support.project import build, copy_project, run

DIMENSION = """\
id: patience-of-the-sea
order: 90
name: Patience of the sea
critical: false
question: How long does our longest plan for a key account run?
why: A plan that ends this year ends with this year [=judgement].
ask: The head of the programme
facts: [E015]
ladder:
  0:
    label: Ends this quarter
    text: No plan for a key account runs past this quarter.
  1:
    label: Ends this year
    text: At least one plan for a key account runs past this quarter, and none past this year.
  2:
    label: Ends next year
    text: At least one plan for a key account runs past this year, and none past next year.
  3:
    label: Past next year
    text: At least one plan for a key account runs past next year. Its author still leads it.
  4:
    label: Outlasted its author
    text: >-
      At least one plan for a key account runs past next year, and has for three years or under a
      second leader.
"""

PRACTICE = """\
practices:
  - id: plan-past-its-author
    order: 10
    template: settled
    statement: A key account's plan says who goes on with it when its author leaves.
    why: A plan that only its author can read leaves with that author.
    ask: The head of the programme
    ladder:
      0:
        label: Nobody said
        text: No plan for a key account names anybody beside its author.
      1:
        label: Named once
        text: One plan names somebody, and that person has not read it.
      2:
        label: In part
        text: Part of the plans name somebody who has read them.
      3:
        label: In nearly every plan
        text: Nearly every plan names somebody who has read it and can go on.
      4:
        label: It went on
        text: >-
          Nearly every plan names somebody who has read it, and one went on after its author left,
          or they have done so for three years.
    evidence_hint: The last page of two plans, and a word with whoever they name.
    first_step: Take the largest account's plan and write down who would go on with it tomorrow.
    guards: [paper-programme]
    facts: [E015]
    judgement: That one name is enough is our view.
"""
GUARDED, NAMED = "paper-programme", "practices:\n"
"""A failure that the practice guards against: its file names the practice too."""
ANSWERED = "\nanswers:\n"
"""Where a worked organisation, which answers every practice, answers this one."""

WIDGET = '''\
"""A widget for the test."""

import htpy as h

from widgets.core.page.view import View

OPTIONS = {"colour": ("red", "green")}
TOOL = False


def view(place, answers, problems=()):
    """A paragraph in the colour asked for."""
    words = h.p["A new widget in " + place.options.get("colour", "no colour")]
    return View(form=lambda: words, regions={}, announce="", file="x.json")
'''


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def project(tmp_path_factory, site):  # noqa: ARG001 - what its build leaves is copied
    """A copy of the project and of what its first build left, with a file, folder and page more."""
    project = copy_project(tmp_path_factory.mktemp("project"))
    file = project / "docs/model/dimensions/patience-of-the-sea.yaml"
    file.write_text(DIMENSION + PRACTICE)
    factor = project / f"docs/model/failure_factors/{GUARDED}.yaml"
    factor.write_text(factor.read_text().replace(NAMED, f"{NAMED}  - plan-past-its-author\n"))
    for firm in (project / "docs/model/examples").glob("*.yaml"):
        firm.write_text(
            firm.read_text().replace(ANSWERED, f"{ANSWERED}  plan-past-its-author: 2\n")
        )
    folder = project / "widgets/new_thing"
    folder.mkdir()
    (folder / "__init__.py").write_text('"""New."""\n')
    (folder / "widget.py").write_text(WIDGET)
    (folder / "examples.yaml").write_text("- name: as it is\n")
    (project / "docs/new-tool.md").write_text("---\ntitle: New tool\n---\n\n# New tool\n\nNew.\n")
    settings = project / "mkdocs.yml"
    entry = "      - compare.md\n"
    settings.write_text(settings.read_text().replace(entry, entry + "      - new-tool.md\n"))
    page = project / "docs/about/privacy.md"
    page.write_text(page.read_text() + "\n```widget\nnew-thing\ncolour: green\n```\n")
    return project


@pytest.fixture(scope="module")
def larger(project):
    """The finished site of that copy; one build serves both additions."""
    return built(project)


def test_one_file_adds_a_dimension(project, larger):
    """Page, navigation entry, question and score come from the one file."""
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
    assert 1 == own.count("Nearly every plan names somebody who has read it and can go on.")
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
    "new-thing\ncolour: blue": "the widget “new-thing”: colour is “blue”; it must be one of red",
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
    file = project / "docs/model/dimensions/patience-of-the-sea.yaml"
    before = file.read_text()
    wrong = before.replace("critical: false", "critical: No").replace("order: 90", "order: 10")
    file.write_text(wrong)
    done = build(project)
    file.write_text(before)

    assert done.returncode != 0
    assert "critical: found “No”; it must be true or false" in done.stderr
