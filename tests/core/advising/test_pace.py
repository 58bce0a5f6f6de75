"""How fast answers came: the cases, and that hostile times say nothing."""

import pytest

from tests.support.case_files import cases
from widgets.core.advising.pace import RUN, pace
from widgets.core.answers.states import Answers


def answered(model, gaps, rung=2, stamp="2026-11-22T03:{:02d}:{:06.3f}Z"):
    """Answers to the model's first practices, each so many seconds after the one before."""
    ids = [p.id for p in model.practices()]
    at, times = 0.0, {}
    for id, gap in zip(ids, gaps, strict=False):
        at += gap
        times[id] = stamp.format(int(at // 60), at % 60)
    return Answers(dict.fromkeys(times, rung), answered_at=times)


@pytest.mark.parametrize("case", cases("pace"))
def test_case(case, model):
    """A run of answers that nobody can have read, and nothing less than that."""
    found = pace(model, answered(model, case["gaps"], case.get("rung", 2)))

    ids = [p.id for p in model.practices()]
    assert [ids[place] for place in case["fast"]] == list(found)


def test_seconds_are_those_between_the_answers(model):
    """The value is the time since the answer before, whatever the order of the model."""
    found = pace(model, answered(model, [0, *[1.5] * RUN]))

    assert [1.5] * RUN == pytest.approx(list(found.values()))


@pytest.mark.parametrize("stamp", ["", "soon", "9999-99-99T00:00:00Z", "2026-11-22", "Z"])
def test_times_that_are_none(model, stamp):
    """A time that cannot be read is no time, and no error."""
    assert {} == pace(model, answered(model, [1] * 9, stamp=stamp))


def test_nothing_answered(model):
    """Without answers there is no pace."""
    assert {} == pace(model, Answers())
