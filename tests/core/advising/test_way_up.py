"""The way up without what is left out, against brute force; and what-ifs against scoring again."""

from dataclasses import replace
from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.support.given.planned import LOW, MODEL, PRACTICES
from widgets.core.actions import way_up_list
from widgets.core.advising import way_up
from widgets.core.advising.advice import raised, what_if
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.scoring.climb import Standing, shortest_way_up
from widgets.core.scoring.score import score

RUNGS = st.integers(0, 4)


@st.composite
def small(draw):
    """Up to three dimensions of up to three units, some of them left out."""
    standings = []
    for n in range(draw(st.integers(1, 3))):
        quick = draw(st.booleans())
        count = 1 if quick else draw(st.integers(1, 3))
        rungs = {f"{n}.{k}": draw(RUNGS) for k in range(count)}
        standings.append(Standing(critical=draw(st.booleans()), quick=quick, rungs=rungs))
    units = [unit for standing in standings for unit in standing.rungs]
    return standings, frozenset(draw(st.sets(st.sampled_from(units))))


def level_of(standings, rungs):
    """The programme's level, written out from docs/method/scoring.md."""
    means, caps = [], []
    for standing in standings:
        mine = [rungs[unit] for unit in standing.rungs]
        mean = sum(mine) / len(mine)
        own = mine[0] if standing.quick else at(mean)
        means.append(mean)
        caps += [1 + own] if standing.critical else []
    return min([at(sum(means) / len(means)), *caps])


def at(mean):
    """The level that a mean reaches."""
    return int(mean + 0.5 + 1e-9)


@settings(max_examples=150, deadline=None)
@given(small())
def test_way_up_is_the_least_without_what_is_left_out(drawn):
    """As many steps as the best of all raises; none exactly where no raise reaches the level."""
    standings, left = drawn
    now = {unit: rung for standing in standings for unit, rung in standing.rungs.items()}
    level = level_of(standings, now)
    climb = shortest_way_up(standings, level, left)
    choices = [[rung] if unit in left else range(rung, 5) for unit, rung in now.items()]
    reaching = [
        sum(raise_) - sum(now.values())
        for raise_ in product(*choices)
        if level_of(standings, dict(zip(now, raise_, strict=True))) > level
    ]

    if level == 4 or not reaching:
        assert climb is None
        return
    assert climb is not None
    taken = {**climb.changes, **climb.quick_changes}
    assert climb.steps == min(reaching) == sum(taken[u] - now[u] for u in taken)
    assert not left & set(taken)
    assert level_of(standings, {**now, **taken}) > level


@settings(max_examples=40, deadline=None)
@given(
    st.lists(RUNGS, min_size=len(PRACTICES), max_size=len(PRACTICES)),
    st.sets(st.sampled_from(PRACTICES), max_size=12),
)
def test_what_if_is_re_scoring(rungs, left):
    """The what-if has the score of the raised answers, reaches the level, touches nothing left."""
    answers = Answers(dict(zip(PRACTICES, rungs, strict=True)), left_out=sorted(left))
    before = dict(answers.practices)
    way = way_up.find(MODEL, answers, score(MODEL, answers))

    assert before == answers.practices
    assume(way is not None and way.climb is not None)
    changes = way.climb.changes
    assert not left & set(changes)
    assert way.after == score(MODEL, Answers({**before, **changes}))
    assert way.after == what_if(MODEL, answers, changes)
    assert way.after.level is not None
    assert way.after.level >= way.to_level
    assert raised(MODEL, answers, changes).practices == {**before, **changes}


def test_unreachable_is_said():
    """Who leaves everything out is told that the level is out of reach, and can put it back."""
    answers = replace(LOW, left_out=PRACTICES)
    result = score(MODEL, answers)
    way = way_up.find(MODEL, answers, result)
    shown = str(html(way_up_list.draw(MODEL, result, way, editable=True)))

    assert "1 Reasoned cannot be reached without what you left out" in shown
    assert shown.count("checked") == len(PRACTICES)
