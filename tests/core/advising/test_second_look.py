"""Second-look questions: the cases, and that asking changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.advised import answers_of
from tests.support.given.scored import small_model
from tests.support.ours import our_guide
from widgets.core.advising.second_look import questions
from widgets.core.answers.states import Answers, Details, NotApplicable
from widgets.core.scoring.score import score

MODEL = our_guide().model


@pytest.mark.parametrize("case", cases("second_look"))
def test_case(case, model):
    """Each set of answers is asked exactly what was worked out by hand."""
    answers = answers_of(case, model)
    found = questions(model, answers, score(model, answers), case.get("pace"))

    assert [(e["kind"], e["practices"], e["dimensions"]) for e in case["expect"]] == [
        (one.kind, list(one.practices), list(one.dimensions)) for one in found
    ]
    for expected, one in zip(case["expect"], found, strict=True):
        assert expected.get("says", "?") in one.text


def test_a_whole_critical_dimension_left_out():
    """Possible only where every practice of it may be marked, so with a model made for it."""
    small = small_model([(True, 2), (False, 2), (True, 1)], {})
    away = NotApplicable("We have none.")
    answers = Answers({"d0p0": away, "d0p1": away, "d1p0": away, "d1p1": away, "d2p0": 1})
    (asked,) = questions(small, answers, score(small, answers))

    assert ("critical-left-out", ("d0p0", "d0p1"), ("d0",)) == (
        asked.kind,
        asked.practices,
        asked.dimensions,
    )
    assert asked.text.endswith("Is there really nothing here that could fail?")


IDS = sorted(MODEL.practice)
STATE = st.one_of(st.integers(0, 4), st.just("unknown"))
DETAIL = st.builds(Details, evidence=st.text(), note=st.text(), proof=st.booleans())


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(st.sampled_from(IDS), STATE),
    st.dictionaries(st.sampled_from(sorted(MODEL.dimension)), STATE),
    st.dictionaries(st.sampled_from(IDS), DETAIL),
    st.dictionaries(st.sampled_from(IDS), st.floats()),
)
def test_asking_changes_nothing(practices, quick, details, pace):
    """Evidence, notes and pace never reach the score, and every question is a question."""
    plain, told = Answers(practices, quick), Answers(practices, quick, details)
    before = score(MODEL, plain)
    asked = questions(MODEL, told, before, pace)

    assert before == score(MODEL, told) == score(MODEL, plain)
    assert asked == questions(MODEL, told, before, pace)
    for one in asked:
        assert "?" in one.text
        assert one.practices or one.dimensions
        assert set(one.practices) <= set(MODEL.practice)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(IDS), STATE))
def test_evidence_silences(practices):
    """Evidence for everything leaves no question about evidence."""
    answers = Answers(practices, details=dict.fromkeys(practices, Details(proof=True)))

    assert "no-proof" not in {q.kind for q in questions(MODEL, answers, score(MODEL, answers))}
