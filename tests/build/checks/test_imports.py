"""The import rule: that the project keeps it, and that breaking it is noticed."""

import pytest

from build_tools import ROOT
from build_tools.checks.imports import check


def test_project_keeps_the_rule():
    """No file imports what its part may not know."""
    assert [] == check(ROOT)


@pytest.mark.parametrize(
    ("file", "code", "says"),
    [
        ("widgets/core/x.py", "import build_tools", "only the standard library"),
        ("widgets/core/x.py", "from widgets.quick_scan import widget", "widgets know widgets.core"),
        ("widgets/core/x.py", "import numpy", "only the standard library"),
        ("widgets/one/widget.py", "import widgets.two.widget", "widgets know widgets.core"),
        ("widgets/core/x.py", "import segno", "inside the function"),
        ("widgets/one/widget.py", "def x(): import segno", "only the standard library"),
        ("widgets/one/widget.py", "import js", "only widgets.worker"),
        ("widgets/one/widget.py", "from .part import x", "write the whole name"),
        ("build_tools/x.py", "import mkdocs.config", "only build_tools.hooks"),
        ("build_tools/x.py", "import build_tools.hooks", "nothing may build on"),
    ],
)
def test_breaking_it_is_noticed(file, code, says, tmp_path):
    """Each kind of wrong import is found, with file and line."""
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(f"\n{code}\n")
    (found,) = check(tmp_path)

    assert found.startswith(f"{file}:2: imports ")
    assert says in found


def test_what_is_allowed_is_silent(tmp_path):
    """A widget may know the core and htpy, and the worker may know the browser."""
    for file, code in {
        "widgets/one/widget.py": "import json\nimport htpy\nfrom widgets.core import score",
        "widgets/core/x.py": "def x():\n    import xlsxwriter",
        "widgets/worker.py": "import js\nfrom widgets.one import widget",
        "build_tools/hooks.py": "import mkdocs",
    }.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)

    assert [] == check(tmp_path)
