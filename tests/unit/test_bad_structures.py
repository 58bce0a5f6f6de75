"""The loader's messages on `structures/`: each case breaks ours and names every line printed.

A case says which files it changes, as in `test_bad_model`; `expected` holds all messages, in order.
"""

import json
import shutil

import pytest

from build_tools import ROOT
from build_tools.choosing import read_folder, structures
from build_tools.choosing_rules import check
from build_tools.folder import ModelFolder
from build_tools.publish import structures_json
from tests.case_files import cases
from widgets.core.structures import from_json

MODEL = ROOT / "docs" / "model"


@pytest.fixture(scope="module")
def model_folder():
    """The model that ours names facts and practices of."""
    return ModelFolder(MODEL)


def broken(changes, root):
    """A copy of our folder with `changes` made, read."""
    folder = shutil.copytree(MODEL / "structures", root / "structures")
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
        path.write_text(text, encoding="utf-8")
    return read_folder(root)


@pytest.mark.parametrize("case", cases("bad_structures"))
def test_messages(case, tmp_path, model_folder):
    """The loader says exactly this, in one run."""
    folder = broken(case["change"], tmp_path)
    check(folder, model_folder)

    assert case["expected"] == [str(mistake) for mistake in folder.mistakes()]


def test_ours_is_whole(guide, tmp_path, model_folder):
    """No mistake in ours; the published file gives back the same structures."""
    folder = broken([], tmp_path)
    check(folder, model_folder)

    assert [] == folder.mistakes()
    assert structures(folder, guide.evidence) == guide.structures
    assert from_json(json.loads(structures_json(guide))) == guide.structures


def test_every_option_has_its_page(guide):
    """The address of each option is a page of the site."""
    for option in guide.structures.options:
        assert (ROOT / "docs" / f"{option.page.rstrip('/')}.md").is_file()
