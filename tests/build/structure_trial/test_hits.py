"""When advice agrees with the judges, and how shares are drawn anew."""

import numpy as np
import pytest

from build_tools.structure_trial.hits import between_judges, elsewhere, hits
from build_tools.structure_trial.rivals import always, as_it_is, best_three, two_leaves
from build_tools.structure_trial.said import Said, advice
from build_tools.structure_trial.shares import interval, mean, percent, with_interval
from tests.support.given.chosen import judged, made, read

SPLIT = made(
    "split",
    [
        judged("central-group", "diamond-team", against=["front-back", "segment-sales"]),
        judged("none", "lead-function", "central-group", against=["front-back"]),
    ],
)


@pytest.mark.parametrize(
    ("named", "first", "three", "against"),
    [
        (("central-group", "front-back"), 1, 1, 0),
        (("none",), 1, 1, 0),
        (("diamond-team", "overlay", "central-group"), 0, 1, 0),
        (("front-back", "diamond-team"), 0, 0, 1),
        (("segment-sales",), 0, 0, 0),
        ((), 0, 0, 0),
    ],
)
def test_a_hit(named, first, three, against):
    """Either judge's first counts; a second does not; against is what both avoid."""
    found = hits([SPLIT], [[Said(named), Said(named)]])

    assert (first, three, against) == (*found.first, *found.three, *found.against)


def test_readings_share_a_firm():
    """One reading of two is a half; readings with two firsts are not the same."""
    found = hits([SPLIT], [[Said(("central-group",)), Said(("diamond-team",))]])

    assert (0.5, 0.5, 0) == (*found.first, *found.three, *found.same)


def test_judges_beside_each_other():
    """Their firsts differ, one's first is among the other's three, and nobody avoids a first."""
    found = between_judges([SPLIT, made()])

    assert [0, 1] == found.first.tolist() == found.same.tolist()
    assert [0.5, 1] == found.three.tolist()
    assert [0, 0] == found.against.tolist()


def test_firms_whose_form_should_go():
    """Readings whose form of today is a judged first are left out."""
    firms = [made(), made("other", readers=[read("segment-sales"), read("part-time-ownership")])]

    assert (0, 2) == elsewhere(firms, advice(firms, as_it_is()))
    assert (2, 2) == elsewhere(firms, advice(firms, always("diamond-team")))


def test_simple_rules(structures):
    """Two leaves look at today's form alone; the best three are those judged first most often."""
    firms = [made(), made("b"), SPLIT]
    said = [two_leaves()(made(readers=[read(today)] * 2).readings[0]).first for today in LEAVES]

    assert list(LEAVES.values()) == said
    first, *others = best_three(firms, structures)
    assert "diamond-team" == first
    assert {"central-group", "none"} & {*others}


LEAVES = {
    "segment-sales": "part-time-ownership",
    "part-time-ownership": "part-time-ownership",
    "none": "part-time-ownership",
    "bow-tie-in-sales": "diamond-team",
    "central-group": "diamond-team",
}


def test_shares_are_drawn_anew():
    """The interval holds the mean; of equal shares it is a point; without a firm there is none."""
    shares = np.array([0, 0.5, 1, 1])
    low, high = interval(shares)

    assert 0 <= low < 0.625 == mean(shares) < high <= 1
    assert (1, 1) == interval(np.ones(3))
    assert interval(shares) == interval(shares)
    assert "not read yet" == with_interval(np.array([])) == percent(float("nan"))
