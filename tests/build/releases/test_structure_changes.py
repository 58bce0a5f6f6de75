"""Structures that changed need a version: every sentence, and what `freeze` writes of them."""

import re
import shutil

import pytest

from build_tools import ROOT
from build_tools.reading.structures_folder import read_folder
from build_tools.releases import frozen_structures, frozen_words
from build_tools.releases.changes import raised
from build_tools.releases.frozen_ids import FrozenError, freeze
from build_tools.releases.structure_changes import check, differences
from tests.support.case_files import cases, edit

MODEL = ROOT / "docs" / "model"


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """Our model folder with every present version frozen."""
    root = shutil.copytree(MODEL, tmp_path_factory.mktemp("released") / "model")
    version = read_folder(root).version
    if not frozen_words.path(root / "structures", version).exists():  # before the release
        freeze(root)
    return root


@pytest.fixture
def model(released, tmp_path):
    """A copy of it to change."""
    return shutil.copytree(released, tmp_path / "model")


def set_version(model, version):
    """Names another version of the structures."""
    path = model / "structures" / "structures.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^version: .*$", f"version: {version}", text), encoding="utf-8")


def said(model):
    """The messages on the structures of a folder, without the numbers of lines."""
    return [re.sub(r"^(\S+?):\d+:", r"\1:", str(m)) for m in check(read_folder(model))]


@pytest.mark.parametrize("case", cases("bad_structure_changes"))
def test_changes_are_refused(case, model):
    """The check names each change, or the version that rose by too little, and what to do."""
    now = read_folder(model).version
    names = {"now": now} | {step: raised(now, step) for step in ("patch", "minor", "major")}
    edit(model / "structures", case["change"])
    if version := case.get("version"):
        set_version(model, names.get(version, version))

    assert [line.format(**names) for line in case["expected"]] == said(model)


def test_as_released_says_nothing(model):
    """What was frozen is read back as it was written."""
    folder = read_folder(model)

    assert frozen_structures.now(folder) == frozen_words.released(folder.root)[folder.version]
    assert [] == said(model)


def test_what_left_or_is_new(model):
    """A question that leaves asks for the first number; anything that is new for the second."""
    now = frozen_structures.now(read_folder(model))
    question = next(id for id in now if id.startswith("asked "))
    veto = next(id for id in now if id.startswith("veto "))

    for id, step in ((question, "major"), (veto, "minor")):
        less = {name: words for name, words in now.items() if name != id}
        assert [(step, id)] == [(c.step, c.id) for c in differences(now, less)]
        assert [("minor", id)] == [(c.step, c.id) for c in differences(less, now)]


def test_freeze_writes_what_is_missing(model):
    """Whichever of model and structures has a version that is not frozen, and nothing twice."""
    with pytest.raises(FrozenError, match="is frozen already; raise the version in model"):
        freeze(model)
    version = raised(read_folder(model).version, "minor")
    set_version(model, version)

    assert {f"{version}.txt", f"words-{version}.txt"} == {path.name for path in freeze(model)}
    assert {model / "structures" / "released"} == {
        path.parent for path in model.rglob(f"*{version}.txt")
    }
    assert [] == said(model)


def test_the_first_release_is_that_of_the_model():
    """Its words are those that the model's two releases held, but for what was proposed."""
    of_model = {}
    for version in ("1.0.0", "2.0.0"):
        text = (MODEL / "released" / f"words-{version}.txt").read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if line.startswith(frozen_words.CHOOSER)]
        of_model[version] = [line.removeprefix(frozen_words.CHOOSER) for line in lines]
    first = (MODEL / "structures/released/words-1.0.0.txt").read_text(encoding="utf-8")
    other = {*of_model["1.0.0"]} ^ {*of_model["2.0.0"]}

    assert of_model["2.0.0"] == first.splitlines()[1:]
    assert {"criterion kam-maturity counts", "criterion lasting-top-commitment counts"} == {
        line.rpartition(" ")[0] for line in other
    }
    assert not any(
        id.startswith(frozen_words.CHOOSER)
        for words in frozen_words.released(MODEL).values()
        for id in words
    )
