"""Where to look first: the cases, and the orders against full scoring."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.advised import answers_of
from tests.support.ours import our_guide
from widgets.core.advising.open_answers import would_change
from widgets.core.advising.profile import proposals
from widgets.core.advising.talk_first import EXPOSED, HOLE, TOPICS, talk_first
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.scoring.score import score

MODEL = our_guide().model
IDS = sorted(MODEL.practice)
STATE = st.one_of(st.integers(0, 4), st.integers(0, 4), st.just(UNKNOWN))
ANSWERS = st.builds(
    Answers,
    st.dictionaries(st.sampled_from(IDS), STATE, max_size=40),
    st.dictionaries(st.sampled_from(sorted(MODEL.dimension)), STATE),
)


@pytest.mark.parametrize("case", cases("focus"))
def test_case(case, model):
    """Each set of answers gives the topics, and what is not known, worked out by hand."""
    answers = answers_of(case, model)
    result = score(model, answers)

    if "talk" in case:
        found = talk_first(model, answers, result)
        assert case["talk"] == [[topic.kind, topic.id] for topic in found]
    if "open" in case:
        found = would_change(model, answers, result)
        assert case["open"] == [[one.id, one.low.level, one.high.level] for one in found]


def test_texts(model):
    """A topic says why, with the reader's own values."""
    case = {"every": 3, "answers": {"deliverers-at-the-table": 0, "block-removal": "unknown"}}
    answers = answers_of(case, model)
    topics = talk_first(model, answers, score(model, answers))

    assert [topic.text for topic in topics] == [
        "“Delivery on board” stands at level 2; the target that we propose is 3.",
        "Nobody could answer 1 question on “Leaders entangled”. Who could find out?",
    ]
    assert ("deliverers-at-the-table",) == topics[0].practices


def test_a_hole_is_told(model):
    """One low rung among high ones is named, since no level shows it: (4 × 4 + 0) / 5 = 3.2."""
    answers = answers_of({"every": 4, "answers": {"programme-voice": 0}}, model)
    (topic,) = talk_first(model, answers, score(model, answers))

    assert ("hole", ("programme-voice",)) == (topic.kind, topic.practices)
    assert topic.text == (
        "“Leaders entangled” comes to 3.2, but “A top leader gives time to key account work as a "
        "whole” stands at rung 0."
    )


def test_cap_names_what_holds(model):
    """A cap names its levels and the practices at its lowest rung."""
    low = ("yes-before-the-promise", "deliverers-at-the-table")
    answers = answers_of({"every": 4, "answers": dict.fromkeys(low, 0)}, model)
    first = talk_first(model, answers, score(model, answers))[0]

    assert ("cap", low) == (first.kind, first.practices)
    assert first.text == (
        "“Delivery on board” stands at 2 Running and holds the programme at 3 Rooted."
    )


@settings(max_examples=60, deadline=None)
@given(ANSWERS)
def test_fillings_are_those_of_full_scoring(answers):
    """Each filling is what scoring the whole file anew gives, and answers are in order."""
    result = score(MODEL, answers)
    found = would_change(MODEL, answers, result)
    for one in found[:6]:
        for rung, filling in ((0, one.low), (4, one.high)):
            part = "practices" if one.id in MODEL.practice else "quick"
            filled = replace(answers, **{part: {**getattr(answers, part), one.id: rung}})
            full = score(MODEL, filled)
            assert (full.level, full.capped_by) == (filling.level, filling.capped_by)
            assert full.score == pytest.approx(filling.score)

    assert [one.levels for one in found] == sorted((one.levels for one in found), reverse=True)
    assert all(answers.practices.get(one.id) in (None, UNKNOWN) for one in found)


@settings(max_examples=100, deadline=None)
@given(ANSWERS, st.dictionaries(st.sampled_from(sorted(MODEL.dimension)), st.integers(0, 4)))
def test_topics_hold_what_they_say(answers, targets):
    """At most three, none twice, each true."""
    answers = replace(answers, targets=targets)
    result = score(MODEL, answers)
    topics = talk_first(MODEL, answers, result)
    aims = proposals(MODEL, answers).targets

    assert len(topics) <= TOPICS
    assert len({topic.id for topic in topics}) == len(topics)
    for topic in topics:
        if topic.kind == "cap":
            assert topic.id in result.capped_by
        elif topic.kind == "exposure":
            assert result.exposure[topic.id].value >= EXPOSED - 1e-9
        elif topic.kind == "gap":
            assert result.dimensions[topic.id].level < aims[topic.id].level
        elif topic.kind == "hole":
            found = result.dimensions[topic.id]
            assert {found.rungs[id] for id in topic.practices} == {min(found.rungs.values())}
            assert min(found.rungs.values()) <= found.score - HOLE + 1e-9
        assert set(topic.practices) <= set(MODEL.practice)
