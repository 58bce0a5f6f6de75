"""The figures of an example: worked out, quoted, or refused in a sentence."""

import pytest

from build_tools.papers.sums import FigureError, filled, worked
from tests.support.case_files import cases


def told(case):
    """What a text says once its figures stand in it, or why it cannot."""
    try:
        return filled(case["text"], worked(case["given"], case.get("known", {})))
    except FigureError as error:
        return error.found


@pytest.mark.parametrize("case", cases("paper_sums"))
def test_sum(case):
    """A figure is worked out from those before it alone, and nothing else runs."""
    assert case.get("expected", case.get("refused")) == told(case)
