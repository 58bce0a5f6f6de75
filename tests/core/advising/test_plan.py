"""The plan: its road, its clashes, and what it should lift."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.planned import LOW, MODEL, PRACTICES, kept, planned
from widgets.core.advising.advice import what_if
from widgets.core.advising.plan import aims, plan_lines, summary
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers, Planned
from widgets.core.drawing.html import html
from widgets.core.importing.opened_file import read
from widgets.core.page.view import Place
from widgets.core.result import regions
from widgets.core.result.parts import parts
from widgets.core.scoring.score import score


@pytest.mark.parametrize("case", cases("plan"))
def test_case(case):
    """Each plan gives its road, and a sentence for what its order does not keep."""
    answers = Answers({**dict.fromkeys(PRACTICES, case.get("all", 0)), **case.get("answers", {})})
    made = planned(case["actions"], answers)

    assert case["road"] == [action.advice.id for action in made.road]
    assert case.get("clashes", []) == list(made.clashes)
    if "gone" in case:
        assert case["gone"] == [a.advice.id for a in made.road if not a.advised]


MONTHS = st.sampled_from(["", "2027-01", "2027-02", "2027-03"])


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from([rule.id for rule in MODEL.advice]), MONTHS))
def test_road_keeps_months_and_needs(months):
    """Months never fall; in one month what is needed stands first, else a clash says so."""
    made = planned({id: {"month": month} for id, month in months.items()})
    order = [action.advice.id for action in made.road]
    shown = [action.month or "9999" for action in made.road]

    assert set(months) == set(order)
    assert shown == sorted(shown)
    late = 0
    for action in made.road:
        for id in action.needs:
            if id not in months or (months[id] or "9999") > (action.month or "9999"):
                late += 1
            else:
                assert order.index(id) < order.index(action.advice.id)
    assert late == len(made.clashes)


def test_a_plan_never_enters_the_score():
    """With or without a plan and moves left out, the score is the same."""
    some = Answers(dict.fromkeys(PRACTICES, 2))
    full = replace(some, actions={MODEL.advice[0].id: Planned()}, left_out=PRACTICES[:3])

    assert score(MODEL, some) == score(MODEL, full)


def test_records_become_the_plan_and_back():
    """Ticks, owners and months are read; what is taken out or half typed is no mistake."""
    found = kept(
        plan__write_the_case="yes",
        plan_owner__write_the_case="Finance",
        plan_month__write_the_case="2027-03",
        plan_owner__name_one_owner="Nobody yet",
        plan_month__name_one_owner="2027-",
        leave__block_removal="yes",
        leave__delivery_on_board="",
    )

    assert () == found.problems
    assert {"write-the-case": Planned("Finance", "2027-03")} == found.answers.actions
    assert ("block-removal",) == found.answers.left_out
    assert found.answers == read(json.dumps(as_json(found.answers, MODEL)), MODEL)


def test_plan_is_copied_and_summed_up():
    """The copied text holds the road; the summary says what is missing."""
    made = planned({"write-the-case": {"owner": "Finance", "month": "2027-03"}})
    title = made.road[0].advice.title

    assert f"- March 2027: {title} (Finance)" in plan_lines(made)
    assert summary(made) == "1 action in the plan."
    assert "Still missing in places: an owner and a month." in summary(
        planned({"name-one-owner": {}})
    )
    assert [] == plan_lines(planned({}))


OPERATIONS = "enrol-operations-behind-sponsors"
"""A rule that raises three practices of Delivery on board to 2."""
EXPECTED = (
    (  # (2 + 2 + 2 + 1) / 4 = 1.75; (7 × 1 + 1.75) / 8 = 1.09
        [OPERATIONS],
        Answers(dict.fromkeys(PRACTICES, 1)),
        "If this action lifts its answers to the rung it aims at, and no other answer changes, "
        "3 answers rise: the result stays “1 Reasoned”.",
    ),
    (  # (7 × 2 + 6 / 4) / 8 = 1.94, at 2; then 2 everywhere
        [OPERATIONS, "ask-three-who-deliver"],
        Answers(dict.fromkeys(PRACTICES, 2) | {"deliverers-in-the-know": 0}),
        "If each action lifts its answers to the rung it aims at, and no other answer changes, "
        "1 answer rises: the result stays “2 Running”.",
    ),
    (  # a dimension on its quick answer moves as one
        [OPERATIONS],
        Answers(quick=dict.fromkeys(MODEL.dimension, 2) | {"delivery-on-board": 0}),
        "If this action lifts its answers to the rung it aims at, and no other answer changes, "
        "1 answer rises: “1 Reasoned” becomes “2 Running”.",
    ),
    (
        [OPERATIONS, "ask-three-who-deliver"],
        Answers(dict.fromkeys(PRACTICES, 4)),
        "No lift to expect in the score: your answers stand where these actions aim, or higher.",
    ),
    (
        [OPERATIONS],
        Answers(dict.fromkeys(PRACTICES, "unknown")),
        "What this plan lifts cannot be said: none of the answers is known to which this action "
        "aims. Answer them first.",
    ),
)


@pytest.mark.parametrize(("rules", "answers", "says"), EXPECTED)
def test_what_a_plan_should_lift(rules, answers, says):
    """The plan says what it would lift and what that assumes, or why it lifts nothing: by hand."""
    answers = replace(answers, actions=dict.fromkeys(rules, Planned()))
    found = parts(Place(MODEL, "../", {}), answers)
    sentences = found.expected()

    assert says == sentences[0]
    assert ("rises" not in says and "rise" not in says) or "not a forecast" in sentences[1]
    assert all(words in str(html(regions.road(found))) for words in sentences)
    assert all(words in found.text() for words in sentences)


def test_an_empty_plan_promises_nothing():
    """Without an action there is no word on what it would lift."""
    assert () == parts(Place(MODEL, "../", {}), LOW).expected()


@settings(max_examples=40, deadline=None)
@given(
    st.sets(st.sampled_from([rule.id for rule in MODEL.advice]), min_size=1, max_size=5),
    st.lists(
        st.sampled_from([0, 1, 2, 3, 4, "unknown"]),
        min_size=len(PRACTICES),
        max_size=len(PRACTICES),
    ),
)
def test_a_longer_plan_never_lifts_less(rules, states):
    """What one more action lifts is never taken from what the others lift."""
    answers = Answers(dict(zip(PRACTICES, states, strict=True)))
    raises = [rule.raises for rule in MODEL.advice if rule.id in rules]
    alone = [what_if(MODEL, answers, some).score or 0 for some in raises]
    planned = replace(answers, actions=dict.fromkeys(rules, Planned()))
    made = parts(Place(MODEL, "../", {}), planned).plan

    assert (what_if(MODEL, answers, aims(made)).score or 0) >= max(alone)


def test_hostile_owner_is_escaped():
    """What a reader writes is text, never markup."""
    answers = replace(LOW, actions={"write-the-case": Planned('"><img src=x>')})
    shown = parts(Place(MODEL, "../", {}), answers)

    assert "<img" not in str(html([regions.advice(shown), regions.road(shown)]))
