"""First steps and the way up: cases on disk, and laws over random answers."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.advised import DIMENSIONS, MODEL, PRACTICES, answers_of, everywhere
from widgets.core.advising import way_up
from widgets.core.advising.advice import advise
from widgets.core.advising.first_steps import (
    KEEP_FROM,
    STEPS,
    SURVIVES,
    first_steps,
    heading,
    lines,
)
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.model.lasting import lasting
from widgets.core.model.maturity import TOP
from widgets.core.scoring.score import score

LADDERS = [thing.ladder for d in MODEL.dimensions for thing in (d, *d.practices)]
SAID = [text for ladder in LADDERS for rung in ladder for text in (rung.said, rung.text)]
"""Every text of a rung; its label alone is two words that anybody may say."""

DEPARTURE = re.compile(
    r"\b(chief executive|leaders?|heads?|managers?|owners?|sponsors?)\b[^.,]{0,40}"
    r"\b(left|leaves?|has gone|had gone|changed|resigns?|resigned|departs?)\b"
    r"|\byears? without a lapse\b|\ba year ago\b|\boutlived\b",
    re.IGNORECASE,
)
"""What nobody can do this week: that somebody goes, and that years pass."""

NOT_YET = re.compile(
    r"\bstill (has|have)\b|\b(we|they|teams|units) have (no|not)\b|\byet\.", re.IGNORECASE
)
"""How a rung says what is still missing."""

STATES = st.one_of(st.integers(0, 4), st.just(UNKNOWN))
answered = st.builds(
    Answers,
    st.dictionaries(st.sampled_from(PRACTICES), STATES, max_size=len(PRACTICES)),
    st.dictionaries(st.sampled_from(DIMENSIONS), STATES),
)
whole = st.builds(
    lambda rungs: Answers(dict(zip(PRACTICES, rungs, strict=True))),
    st.lists(st.integers(2, 4), min_size=len(PRACTICES), max_size=len(PRACTICES)),
)


def found(answers, model=MODEL):
    """The recommendations, the first steps and the moves of the way up."""
    result = score(model, answers)
    advised = advise(model, answers, result)
    way = way_up.find(model, answers, result, advised)
    return advised, first_steps(model, result, advised), way.moves if way else ()


@pytest.mark.parametrize("case", cases("first_steps"))
def test_case(case):
    """Each case names its first steps in their order, or the orders of its way up."""
    _, steps, moves = found(answers_of(case))
    expected = case["expect"]

    assert expected["steps"] == [f"{step.kind} {step.id}" for step in steps]
    for id, hour in expected.get("this_week", {}).items():
        assert hour == next(step.this_week for step in steps if step.id == id)
    for unit, line in expected.get("moves", {}).items():
        assert line == next(rise.text for rise in moves if rise.unit == unit)


@settings(max_examples=100, deadline=None)
@given(st.one_of(answered, whole))
def test_steps_and_moves_are_actions(answers):
    """No text of a rung, no clause of what is missing, no departure; a move says how far."""
    _, steps, moves = found(answers)
    said = [text for step in steps for text in (step.title, step.who, step.this_week, step.effect)]
    said += [rise.todo for rise in moves]

    for text in said:
        assert text.strip()
        assert not DEPARTURE.search(text), text
        assert not NOT_YET.search(text), text
        assert [] == [rung for rung in SAID if rung.rstrip(".") in text]
    for rise in moves:
        assert rise.was < rise.will
        assert rise.will < TOP or "eep it through the next change: write down " in rise.todo
        assert rise.text.startswith(rise.todo)
        assert f"From {rise.was} to {rise.will}: {rise.name}." in rise.text


@settings(max_examples=100, deadline=None)
@given(st.one_of(answered, whole))
def test_steps_keep_their_order(answers):
    """At most three, each once: the best advice in its order, then what stands high."""
    advised, steps, _ = found(answers)
    done = [step.id for step in steps if step.kind == "do"]
    kept = [step for step in steps if step.kind == "keep"]
    order = [item.advice.id for item in advised]
    waits = {item.advice.id: item.waits_for for item in advised}

    assert len(steps) <= STEPS
    assert len(steps) == len({step.this_week for step in steps}) == len({s.id for s in steps})
    assert steps[: len(done)] == tuple(step for step in steps if step.kind == "do")
    assert done == sorted(done, key=order.index)
    assert not advised or done[0] == order[0]
    for place, id in enumerate(done):
        assert not {*waits[id]} & {*done[place:]}
    assert [step.because[0].rung for step in kept] == sorted(
        (step.because[0].rung for step in kept), reverse=True
    )
    assert all(step.because[0].rung >= KEEP_FROM and step.effect == SURVIVES for step in kept)


@settings(max_examples=60, deadline=None)
@given(answered)
def test_what_stands_high_fills_up(answers):
    """Fewer than three steps only where nothing else stands high enough to be kept."""
    advised, steps, _ = found(answers)
    result = score(MODEL, answers)
    raised = {id for item in advised for id in (*item.changes, *item.quick_changes)}
    high = {
        id
        for dimension in MODEL.dimensions
        for id, rung in (
            {dimension.id: result.dimensions[dimension.id].level}
            if result.dimensions[dimension.id].basis == "quick"
            else result.dimensions[dimension.id].rungs
        ).items()
        if rung is not None and rung >= KEEP_FROM
    }
    kept = {step.id for step in steps if step.kind == "keep"}

    assert kept <= high
    assert len(steps) == STEPS or high - raised <= kept


@pytest.mark.parametrize("quick", [False, True])
def test_at_the_top_three_things_are_kept(quick):
    """With every answer at 4 there are three steps, each to write down, of critical dimensions."""
    answers = Answers(quick=dict.fromkeys(DIMENSIONS, TOP)) if quick else everywhere(TOP)
    _, steps, moves = found(answers)
    homes = [MODEL.dimension.get(s.id) or MODEL.home[s.id] for s in steps]

    assert ["keep"] * STEPS == [step.kind for step in steps]
    assert all(home.critical for home in homes)
    assert STEPS == len({home.id for home in homes})
    assert all(step.title.startswith("Write down ") for step in steps)
    assert () == moves


@pytest.mark.parametrize("id", [*DIMENSIONS, *PRACTICES])
def test_everything_has_words_of_its_own(id):
    """What to write down, who and the first hour differ for each thing; general words stand in."""
    mine = lasting(MODEL, id)
    others = [lasting(MODEL, other) for other in (*DIMENSIONS, *PRACTICES) if other != id]
    general = lasting(replace(MODEL, lasting=()), id)

    for words in ("write_down", "this_week", "do_not"):
        assert getattr(mine, words) not in [getattr(other, words) for other in others]
    assert mine.why
    assert mine.write_down[0].islower()
    assert general.who
    assert general.why
    name = MODEL.dimension[id].name if id in MODEL.dimension else MODEL.practice[id].statement
    assert name.rstrip(".") in general.write_down


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        (Answers(), ""),
        (Answers({"block-removal": 0}), "The first step"),
        (Answers({"block-removal": 4}), "Keep it: what to write down"),
        (Answers({"block-removal": 0, "gain-confirmed": 3}), "Two first steps"),
        (everywhere(0), "Three first steps"),
        (everywhere(4), "Keep it: what to write down"),
    ],
)
def test_what_stands_over_the_steps(answers, says):
    """The heading counts the steps, and says where there is nothing but to keep."""
    steps = found(answers)[1]

    assert says == heading(steps)
    assert tuple(f"{step.title}. Who: {step.who}." for step in steps) == tuple(
        line.partition(" This week: ")[0] for line in lines(steps)[1:]
    )


def orders():
    """Every text of the model that may stand as something to do."""
    for rule in MODEL.advice:
        yield from (rule.title, rule.who, rule.first_step)
    for practice in MODEL.practices():
        yield practice.first_step
    for id in (*DIMENSIONS, *PRACTICES):
        words = lasting(MODEL, id)
        yield from (f"Write down {words.write_down}", words.who, words.this_week)


def test_no_order_of_the_model_is_a_rung_or_a_departure():
    """What an author wrote to be done is no text of a ladder, and waits for nobody to go."""
    said = [text for text in orders() if text]

    assert [] == [text for text in said if DEPARTURE.search(text) or NOT_YET.search(text)]
    assert [] == [(t, rung) for t in said for rung in SAID if rung.rstrip(".") in t]
    assert len(said) > 3 * len(PRACTICES)


@pytest.mark.parametrize(
    "text",
    [
        "The chief executive changed a year ago or more.",
        "A head of operations left and the seat stayed.",
        "At nearly every account that set way has outlived a new leader.",
        "Each of them still has one.",
        "We have not asked them.",
    ],
)
def test_the_laws_know_what_they_look_for(text):
    """Texts that once stood as steps are found by the patterns above."""
    assert DEPARTURE.search(text) or NOT_YET.search(text)
