"""The frozen lists that share links count positions in, as the model carries them."""

import shutil
from dataclasses import replace

import pytest

from build_tools import ROOT
from build_tools.reading.folder import ModelFolder
from build_tools.releases.frozen_ids import freeze, link_positions
from widgets.core.model.maturity_json import as_json, from_json

MODEL = ROOT / "docs" / "model"


def test_a_release_in_the_models_order_is_not_repeated(model):
    """The published model names each id once: its own order is the list of its release."""
    assert model.version not in link_positions(ModelFolder(MODEL))
    assert tuple(model.practice) == model.released(model.version, "practice")
    assert tuple(model.dimension) == model.released(model.version, "dimension")
    assert "size.small" in model.released(model.version, "option")
    assert "size" in model.released(model.version, "question")


def test_a_release_in_another_order_is_carried(model, tmp_path):
    """Practices that changed places keep the positions that links of the release give them."""
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder)
    path = folder / "released" / f"{model.version}.txt"
    if not path.exists():  # before the release is made
        freeze(folder)
    path.write_text("\n".join(reversed(path.read_text(encoding="utf-8").splitlines())))
    found = link_positions(ModelFolder(folder))
    turned = replace(model, releases=found)

    assert model.version in found
    assert tuple(reversed(model.practice)) == turned.released(model.version, "practice")
    assert turned.releases == from_json(as_json(turned)).releases


def test_a_version_that_was_never_released_has_no_list(model):
    """Nothing is guessed."""
    with pytest.raises(KeyError):
        model.released("99.0.0", "practice")
