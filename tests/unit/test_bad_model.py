"""The loader's messages: each case breaks the small good model and names every line to be printed.

A case says which files it changes, by `replace` and `with`, by `write` (the whole file) or by
`remove`; `expected` holds all messages, in order.  `tests/cases/bad_model/` holds one file a theme.
"""

import shutil
from pathlib import Path

import pytest

from build_tools.load import ModelError, load
from tests.case_files import CASES, cases

GOOD = CASES / "good_model"


def broken(changes, root: Path) -> Path:
    """A copy of the good model with `changes` made."""
    folder = shutil.copytree(GOOD, root / "model")
    for change in changes:
        path = folder / change["file"]
        if change.get("remove"):
            path.unlink()
            continue
        text = change.get("write")
        if text is None:
            before = path.read_text(encoding="utf-8")
            assert before.count(change["replace"]) == 1, f"{change['replace']!r} must stand once"
            text = before.replace(change["replace"], change["with"])
        path.write_text(text, encoding=change.get("encoding", "utf-8"))
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


def test_most_cases_hold_one_mistake():
    """Forty and more with one mistake each, and three or more with many."""
    counts = [len(param.values[0]["expected"]) for param in cases("bad_model")]

    assert sum(count == 1 for count in counts) >= 40
    assert sum(count >= 5 for count in counts) >= 3
