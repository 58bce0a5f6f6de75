"""The model that we publish: its balance, its frozen ids and its form."""

import shutil

import pytest

from build_tools import ROOT
from build_tools.guide.load import load
from build_tools.reading.folder import ModelFolder
from build_tools.releases import frozen_ids
from tests.support.case_files import CASES
from widgets.core.model.measured import NOT_MEASURED, Errors, Measured

MODEL = ROOT / "docs" / "model"


def test_every_failure_factor_is_guarded_against(guide):
    """Each has a practice that answers it, so that no exposure is without a figure."""
    guarding = guide.model.guarding

    assert [factor.id for factor in guide.model.failure_factors] == [*guarding]
    assert [] == [factor for factor, practices in guarding.items() if not practices]


def test_dimensions_are_of_like_size(guide):
    """A dimension counts as much as any other, so none rests on fewer than four practices."""
    assert {4, 5} == {len(d.practices) for d in guide.model.dimensions}


def test_critical_dimensions(guide):
    """A reader cannot be rooted without these four."""
    critical = [d.id for d in guide.model.dimensions if d.critical]

    assert critical == [
        "leaders-entangled",
        "role-apart-from-selling",
        "delivery-on-board",
        "change-politics-culture",
    ]


def test_every_id_is_frozen(guide):
    """The list of the present version holds every id, in model order; facts may come after it."""
    text = (MODEL / "released" / f"{guide.model.version}.txt").read_text(encoding="utf-8")
    listed = [entry for _, _, entry in frozen_ids.frozen(text)]

    now = frozen_ids.ids(ModelFolder(MODEL))
    assert [one for one in listed if one.kind != "fact"] == [o for o in now if o.kind != "fact"]
    assert {one for one in listed if one.kind == "fact"} <= set(now)


@pytest.mark.parametrize(
    ("of", "claims"),
    [
        ("{id: small-model, version: 1.0.0}", True),
        ("{id: our-model, version: 1.0.0}", False),
        ("{id: small-model, version: 0.9.0}", False),
    ],
)
def test_margins_of_another_model_are_not_claimed(tmp_path, of, claims):
    """They are said of the model and the version that were read; of any other, a warning is."""
    shutil.copytree(CASES / "good_model", tmp_path, dirs_exist_ok=True)
    figures = (
        "cases: 8\nquick: {programme: 0.4, dimension: 1.0}\nfull: {programme: 0.2, dimension: 1}"
    )
    (tmp_path / "measured.yaml").write_text(f"model: {of}\n{figures}\n", encoding="utf-8")
    guide = load(tmp_path)
    told = [str(one) for one in guide.warnings if one.file == "measured.yaml"]

    expected = Measured(8, Errors(0.4, 1.0), Errors(0.2, 1)) if claims else NOT_MEASURED
    assert expected == guide.model.measured
    assert claims == (not told)
    assert all("so nothing is said of small-model 1.0.0" in one for one in told)
