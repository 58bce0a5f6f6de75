"""The loader's messages on `structures/`: each case breaks ours and names every line printed.

A case says which files it changes, as in `test_bad_model`, or which it writes; `expected` holds all
messages, in order.
"""

import json
import shutil

import pytest

from build_tools import ROOT
from build_tools.guide.structures import structures
from build_tools.reading.folder import ModelFolder
from build_tools.reading.structures_checks import check
from build_tools.reading.structures_folder import read_folder
from build_tools.releases import earlier_answers, frozen_ids
from build_tools.site.publish import published
from tests.support.case_files import cases, edit
from widgets.core.structures.structures_json import from_json

MODEL = ROOT / "docs" / "model"


@pytest.fixture(scope="module")
def model_folder():
    """The model that ours names facts and practices of."""
    return ModelFolder(MODEL)


def broken(changes, root, released="*"):
    """A copy of our folder with `changes` made, read; with the lists that are named."""
    folder = shutil.copytree(MODEL / "structures", root / "structures")
    for path in folder.glob("released/*.txt"):
        if not path.match(released):
            path.unlink()
    edit(folder, changes)
    return read_folder(root)


@pytest.mark.parametrize("case", cases("bad_structures"))
def test_messages(case, tmp_path, model_folder):
    """The loader says exactly this, in one run, and hands it on in parts; of lists it has one."""
    folder = broken(case["change"], tmp_path, "1.0.0.txt")
    check(folder, model_folder)
    frozen_ids.check_structures(folder)
    earlier_answers.check(folder)

    assert case["expected"] == [str(mistake) for mistake in folder.mistakes()]
    assert [] == [one for one in folder.mistakes() if "; " in one.found + one.must]


def test_ours_is_whole(guide, tmp_path, model_folder):
    """No mistake in ours; the published file gives back the same structures."""
    folder = broken([], tmp_path)
    check(folder, model_folder)
    frozen_ids.check_structures(folder)
    earlier_answers.check(folder)
    releases = frozen_ids.lists(folder.root, frozen_ids.STRUCTURES)
    now = {folder.version: tuple(map(tuple, frozen_ids.structure_ids(folder)))}

    assert [] == folder.mistakes()
    assert structures(folder, guide.evidence, now | releases) == guide.structures
    assert from_json(json.loads(published(guide)["structures.json"])) == guide.structures


def test_every_id_is_frozen(guide, tmp_path):
    """The list of the present version holds every id, in model order, and is published."""
    folder = broken([], tmp_path)
    version = folder.version
    listed = frozen_ids.structure_ids(folder)

    assert guide.structures.releases[version] == tuple(map(tuple, listed))
    assert guide.structures.released(version, "criterion") == tuple(guide.structures.criterion)
    assert guide.structures.released(version, "asked") == tuple(guide.structures.question)
    assert guide.structures.released(version, "test")[5:7] == (
        "executives-commit",
        "operations-accept",
    )


def test_what_came_after_a_release_is_a_warning(tmp_path):
    """A new add-on stops nothing; it has no place in a link until the next release."""
    change = {"file": "released/1.0.0.txt", "replace": "add-on sponsors\n", "with": ""}
    folder = broken([change], tmp_path)
    add_ons = [id for id in frozen_ids.structure_ids(folder) if id == ("add-on", "sponsors")]
    found = frozen_ids.not_frozen(folder.root, "1.0.0", frozen_ids.STRUCTURES, add_ons)

    assert [str(warning) for warning in found] == [
        "structures/released/1.0.0.txt: add-on sponsors: came after release 1.0.0; "
        "raise the version in structures/structures.yaml and freeze it"
    ]
    assert [] == list(frozen_ids.not_frozen(folder.root, "1.1.0", frozen_ids.STRUCTURES, add_ons))


def test_every_option_has_its_page(guide):
    """The address of each option is a page of the site."""
    for option in guide.structures.options:
        assert (ROOT / "docs" / f"{option.page.rstrip('/')}.md").is_file()
