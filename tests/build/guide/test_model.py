"""The model that we publish: its balance, its frozen ids and its form."""

from build_tools import ROOT
from build_tools.reading.folder import ModelFolder
from build_tools.releases import frozen_ids

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
    """The list of the present version holds every id, in model order."""
    text = (MODEL / "released" / f"{guide.model.version}.txt").read_text(encoding="utf-8")
    listed = [entry for _, _, entry in frozen_ids.frozen(text)]

    assert listed == frozen_ids.ids(ModelFolder(MODEL))
