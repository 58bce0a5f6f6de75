"""The loader's messages: each case breaks the small good model and names every line to be printed.

A case says which files it changes, by `replace` and `with`, by `write` (the whole file) or by
`remove`; `expected` holds all messages, in order.  `tests/cases/bad_model/` holds one file a theme.
"""

import shutil
from pathlib import Path

import pytest

from build_tools.guide import warnings
from build_tools.guide.load import ModelError, load
from tests.support.case_files import CASES, cases, edit

GOOD = CASES / "good_model"


def broken(changes, root: Path) -> Path:
    """A copy of the good model with `changes` made."""
    folder = shutil.copytree(GOOD, root / "model")
    edit(folder, changes)
    return folder


def test_good_model_loads_without_a_warning():
    """Whatever a case reports is the case's own doing."""
    assert () == load(GOOD).warnings


@pytest.mark.parametrize("case", cases("bad_model"))
def test_messages(case, tmp_path):
    """The loader says exactly this, in one run."""
    with pytest.raises(ModelError) as caught:
        load(broken(case["change"], tmp_path))

    assert case["expected"] == str(caught.value).split("\n")


def test_warnings(tmp_path):
    """What nothing uses is said and stops nothing; a fact may come after a release."""
    changes = [
        {
            "file": "evidence/facts.yaml",
            "replace": "- id: E002",
            "with": "- id: E004\n  theme: findings\n  kind: finding\n  text: Nobody names this.\n"
            "  sources: [first-study]\n  basis: abstract\n\n- id: E002",
        },
        {
            "file": "evidence/sources.yaml",
            "replace": "- id: second-paper",
            "with": "- id: third-paper\n  grade: D\n  kind: article\n  title: Another\n"
            "  read: full\n\n- id: second-paper",
        },
    ]
    found = load(broken(changes, tmp_path)).warnings

    assert warnings.summary(found) == [
        "warning: evidence/facts.yaml: nothing names this fact; "
        "use it, or say why it is kept: E004",
        "warning: evidence/sources.yaml: no fact and no text names this source; "
        "use it or take it out: third-paper",
    ]
    assert [9, 9] == [warning.line for warning in found]
