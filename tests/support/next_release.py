"""The site with an addition of each kind: a file, folders, a page; built once for all who ask."""

from pathlib import Path

from tests.support.project import copy_project

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

BROKEN = '''\
"""A widget that fails as soon as there is an answer."""

import htpy as h

from widgets.core.page.view import View, region
from widgets.core.page.state_line import state_line

OPTIONS = {}
TOOL = True


def view(place, answers, problems=()):
    """Fine at build, not in the browser."""
    if answers.quick:
        raise ValueError("broken on purpose")
    words = region("words", "Nothing yet.")
    form = h.form(data_kam_form=True)[h.input(type="radio", name="quick.none", value="1")]
    return View(lambda: (form, words, state_line()), {"words": words}, "", "x.json")
'''


def next_release(folder: Path) -> Path:
    """A copy of the project in `folder` with more in it; a widget of it fails in the browser.

    There is one more dimension, from its own file; a widget more on a page; a page among the
    tools; and above the quick scan a widget that raises as soon as there is an answer.
    """
    project = copy_project(folder)
    _add_dimension(project / "docs/model")
    _add_widget(project / "widgets/new_thing", WIDGET)
    _add_widget(project / "widgets/broken", BROKEN)
    privacy, scan = project / "docs/about/privacy.md", project / "docs/quick-scan.md"
    privacy.write_text(privacy.read_text() + "\n```widget\nnew-thing\ncolour: green\n```\n")
    block = "```widget\nquick-scan"
    scan.write_text(scan.read_text().replace(block, f"```widget\nbroken\n```\n\n{block}"))
    _add_page(project)
    return project


def _add_dimension(model: Path) -> None:
    (model / "dimensions/patience-of-the-sea.yaml").write_text(DIMENSION + PRACTICE)
    factor = model / f"failure_factors/{GUARDED}.yaml"
    factor.write_text(factor.read_text().replace(NAMED, f"{NAMED}  - plan-past-its-author\n"))
    for firm in (model / "examples").glob("*.yaml"):
        firm.write_text(
            firm.read_text().replace(ANSWERED, f"{ANSWERED}  plan-past-its-author: 2\n")
        )


def _add_widget(folder: Path, module: str) -> None:
    folder.mkdir()
    (folder / "__init__.py").write_text('"""New."""\n')
    (folder / "widget.py").write_text(module)
    (folder / "examples.yaml").write_text("- name: as it is\n")


def _add_page(project: Path) -> None:
    (project / "docs/new-tool.md").write_text("---\ntitle: New tool\n---\n\n# New tool\n\nNew.\n")
    settings = project / "mkdocs.yml"
    entry = "      - compare.md\n"
    settings.write_text(settings.read_text().replace(entry, entry + "      - new-tool.md\n"))
