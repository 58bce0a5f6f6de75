"""The build does its work once: one reading of the model, one drawing of each widget.

Slow, for it builds a site, a small one.
"""

import json
import shutil
import sys

import pytest

from tests.support.case_files import CASES
from tests.support.project import copy_project, run

PAGE = "# {title}\n\nWhat this page gives to a reader who runs a programme.\n"
WIDGET = "\n```widget\nquestions\ndimension: reason\n```\n"
OPTIONS = {"questions": {"dimension": "reason"}, "organisation": {"id": "one"}}
"""What the widgets that need options are drawn with, to find what the browser needs."""
ORGANISATION = "{id: one, title: One, invented: false, note: Ours., quick: {reason: 2}}"
SETTINGS = """\
site_name: Small
theme:
  name: material
  font: false
  custom_dir: build_tools/theme
hooks:
  - build_tools/hooks.py
markdown_extensions:
  - pymdownx.superfences
"""

COUNTED = """
import json
import sys
from collections import Counter
from pathlib import Path

from build_tools.checks.widget_blocks import names
from build_tools.reading.folder import ModelFolder
from build_tools.site import publish
from mkdocs.__main__ import cli
from widgets.core.page.frame import widget

read, drawn = Counter(), Counter()


def counting(function, counts, key):
    def counted(*arguments):
        counts[key(*arguments)] += 1
        return function(*arguments)

    return counted


ModelFolder.__init__ = counting(ModelFolder.__init__, read, lambda _, root: root.name)
for name in names():
    module = widget(name)
    drawing = lambda place, *_, name=name: " ".join([name, *map(" ".join, place.options.items())])
    module.view = counting(module.view, drawn, drawing)
publish.build_runtime = lambda *_: Path(sys.argv[2])
cli(["build", "--strict", "--quiet", "-d", sys.argv[1]], standalone_mode=False)
print(json.dumps([read, drawn]))
"""
"""A build that counts; it prints how often each model folder was read, and each widget drawn.

It takes a runtime that is there: Pyodide would read and draw by itself, for the runtime alone."""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project with the small good model and two pages that show one widget."""
    project = copy_project(tmp_path_factory.mktemp("small"))
    evidence = shutil.move(project / "docs/model/evidence", project / "evidence")
    shutil.rmtree(project / "docs/model")
    shutil.copytree(CASES / "good_model", project / "docs/model")
    shutil.rmtree(project / "docs/model/evidence")
    shutil.move(evidence, project / "docs/model/evidence")  # what the generated pages cite
    (project / "docs/model/examples").mkdir()
    (project / "docs/model/examples/one.yaml").write_text(ORGANISATION)
    for page in (project / "docs").rglob("*.md"):
        page.unlink()
    for leading in ("redirects.yaml", "routes.yaml"):  # to pages that are no more
        (project / "docs" / leading).unlink()
    (project / "docs/model/evidence/coverage.yaml").write_text("[]\n")
    for name in ("index", "again"):
        text = PAGE.format(title=name.title()) + WIDGET
        (project / f"docs/{name}.md").write_text(text, encoding="utf-8")
    (project / "mkdocs.yml").write_text(SETTINGS)
    for examples in project.glob("widgets/*/examples.yaml"):
        options = OPTIONS.get(examples.parent.name, {})
        examples.write_text(json.dumps([{"name": "as it is", "options": options}]))
    return project


@pytest.mark.slow
def test_a_build_reads_the_model_once_and_draws_each_widget_once(project, site, tmp_path):
    """The generated pages show widgets too: of each widget and its options there is one drawing."""
    (runtime,) = (site / "assets/runtime").iterdir()
    done = run(project, sys.executable, "-c", COUNTED, str(tmp_path), str(runtime))

    assert done.returncode == 0, done.stderr
    read, drawn = json.loads(done.stdout)
    assert {"model": 1} == read
    assert {"questions dimension reason", "questions quick reason"} <= set(drawn)
    assert "organisation id one" in drawn
    assert {1} == set(drawn.values()), drawn
