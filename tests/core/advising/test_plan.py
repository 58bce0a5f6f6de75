"""The plan, the editable way up and what-ifs: orders, clashes, and laws against brute force."""

import json
import re
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.core.advising import way_up
from widgets.core.advising.advice import advise, raised, what_if
from widgets.core.advising.plan import actions, plain, plan, summary
from widgets.core.answers.file import as_json
from widgets.core.answers.file_checks import MONTH
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.keeping import opening
from widgets.core.keeping.opening import read
from widgets.core.keeping.visit import Visit
from widgets.core.page.view import Place
from widgets.core.result import advice_list, way_up_list
from widgets.core.result.parts import parts
from widgets.core.scoring.climb import Standing, shortest_way_up
from widgets.core.scoring.score import score
from widgets.core.words import typed_months

MODEL = our_guide().model
PRACTICES = [practice.id for practice in MODEL.practices()]
LOW = Answers(dict.fromkeys(PRACTICES, 0))


def planned(actions, answers=LOW):
    """The plan with `actions` on top of `answers`."""
    full = replace(answers, rest={"plan": {"actions": actions}})
    return plan(MODEL, full, advise(MODEL, full, score(MODEL, full)))


def kept(**values):
    """What the browser keeps, read back; `__` stands for a dot and `_` for a hyphen."""
    records = {
        name.replace("__", ".").replace("_", "-"): json.dumps(
            {"value": value, "model": MODEL.version}
        )
        for name, value in values.items()
    }
    return opening.read_records(records, MODEL)


# The plan


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
    part = {"actions": {MODEL.advice[0].id: {}}, "left_out": PRACTICES[:3]}

    assert score(MODEL, some) == score(MODEL, replace(some, rest={"plan": part}))


def test_records_become_the_plan_and_back():
    """Ticks, owners and months are read; what is taken out or half typed is no mistake."""
    found = kept(
        plan__write_the_case="yes",
        plan_owner__write_the_case="Finance",
        plan_month__write_the_case="2027-03",
        plan_owner__name_one_owner="Nobody yet",
        plan_month__name_one_owner="2027-",
        leave__obstacle_list="yes",
        leave__delivery_on_board="",
    )

    assert () == found.problems
    assert {
        "actions": {"write-the-case": {"owner": "Finance", "month": "2027-03"}},
        "left_out": ["obstacle-list"],
    } == found.answers.rest["plan"]
    assert found.answers == read(json.dumps(as_json(found.answers, MODEL)), MODEL)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2027-03", "2027-03"),
        (" 2027-03 ", "2027-03"),
        ("2027-3", "2027-03"),
        ("2027/03", "2027-03"),
        ("2027.3.", "2027-03"),
        ("2027 03", "2027-03"),
        ("2027–03", "2027-03"),
        ("2027-03-15", "2027-03"),
        ("03/2027", "2027-03"),
        ("3/2027", "2027-03"),
        ("3.2027", "2027-03"),
        ("12-2027", "2027-12"),
        ("March 2027", "2027-03"),
        ("march, 2027", "2027-03"),
        ("MAR 2027", "2027-03"),
        ("Sept. 2027", "2027-09"),
        ("2027 December", "2027-12"),
        ("15 May 2027", "2027-05"),
        ("٠٣/٢٠٢٧", "2027-03"),
        *((text, "") for text in ("2027", "2027-", "March", "soon", "27/03", "03/27", "Q1 2027")),
        *((text, "") for text in ("2027-13", "13/2027", "2027-00", "2027-13-01", "2027-03-32")),
        *((text, "") for text in ("03/04/2027", "Ma 2027", "Marches 2027", "2 March 3 2027")),
        *((text, "") for text in ("March April 2027", "2027 2028", "March 1999", "=2027-03")),
    ],
)
def test_typed_months(text, month):
    """Common forms name their month in the plan; the rest is said at its field, nothing guessed."""
    name = "plan-month.write-the-case"
    found = kept(plan__write_the_case="yes", plan_month__write_the_case=text)
    planned = {"month": month} if month else {}
    place = Place(MODEL, "", {}, Visit(typed=found.typed))
    low = replace(LOW, rest=found.answers.rest)
    drawn = str(html(advice_list.of(place, advise(MODEL, low, score(MODEL, low)), actions(low))))
    field = re.search(f'<input id="{name}".*?</label>', drawn)[0]

    assert {"actions": {"write-the-case": planned}} == found.answers.rest["plan"]
    assert () == found.problems
    assert f'value="{text}"' in field
    assert (f"“{text}” is not yet a month" in field) == (not month)
    assert ('aria-invalid="true"' in field) == (not month)


def test_a_doubtful_month_of_what_is_no_longer_advised():
    """An action that the answers no longer lead to has its field where its month is none."""
    name, rest = "plan-month.write-the-case", {"plan": {"actions": {"write-the-case": {}}}}
    done = Answers(dict.fromkeys(PRACTICES, 4), rest=rest)

    def road(text):
        place = Place(MODEL, "", {}, Visit(typed={name: text} if text else {}))
        return str(html(parts(place, done).road()))

    assert "“27/03” is not yet a month" in road("27/03")
    assert f'name="{name}"' in road("27/03")
    assert f'name="{name}"' not in road("") + road("March 2027")


def test_a_blank_month_is_no_doubt():
    """A field without a word needs none."""
    assert {""} == {typed_months.doubt(text) for text in ("", "   ")}


@given(st.text(max_size=40))
def test_any_text_is_a_month_or_a_doubt(text):
    """Whatever is typed, it is a month that a file may have, or blank, or it is said why not."""
    found = typed_months.month(text)

    assert not found or MONTH.fullmatch(found)
    assert bool(typed_months.doubt(text)) == (bool(text.strip()) and not found)


@given(st.integers(2000, 2099), st.integers(1, 12), st.sampled_from(" /.-"))
def test_a_month_in_figures(year, number, between):
    """Year and month in either order, with any mark between them, with or without a naught."""
    name = typed_months.NAMES[number - 1]
    texts = (
        f"{year}{between}{number}",
        f"{number:02d}{between}{year}",
        f"{name} {year}",
        f"{name[:3]}.{year}",
    )

    assert {f"{year}-{number:02d}"} == set(map(typed_months.month, texts))


def test_plan_is_copied_and_summed_up():
    """The copied text holds the road; the summary says what is missing."""
    made = planned({"write-the-case": {"owner": "Finance", "month": "2027-03"}})
    title = made.road[0].advice.title

    assert f"- March 2027: {title} (Finance)" in plain(made)
    assert summary(made) == "1 action in the plan."
    assert "Still missing in places: an owner and a month." in summary(
        planned({"name-one-owner": {}})
    )
    assert [] == plain(planned({}))


OPERATIONS = "enrol-operations-behind-sponsors"
"""A rule that raises three practices of Delivery on board to 2."""

EXPECTED = (
    (  # (2 + 2 + 2 + 1 + 1 + 1) / 6 = 1.5; (7 × 1 + 1.5) / 8 = 1.06
        [OPERATIONS],
        Answers(dict.fromkeys(PRACTICES, 1)),
        "If this action lifts its answers to the rung it aims at, and no other answer changes, "
        "3 answers rise: the result stays “1 Reasoned”, and the score goes from 1.0 to 1.06 of 4.",
    ),
    (  # (7 × 2 + 10 / 6) / 8 = 1.96; then 2 everywhere
        [OPERATIONS, "ask-three-who-deliver"],
        Answers(dict.fromkeys(PRACTICES, 2) | {"three-deliverers-test": 0}),
        "If each action lifts its answers to the rung it aims at, and no other answer changes, "
        "1 answer rises: “1 Reasoned” becomes “2 Running”, and the score goes from 1.96 to 2.0 "
        "of 4.",
    ),
    (  # a dimension on its quick answer moves as one
        [OPERATIONS],
        Answers(quick=dict.fromkeys(MODEL.dimension, 2) | {"delivery-on-board": 0}),
        "If this action lifts its answers to the rung it aims at, and no other answer changes, "
        "1 answer rises: “1 Reasoned” becomes “2 Running”, and the score goes from 1.75 to 2.0 "
        "of 4.",
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
    part = {"actions": {id: {} for id in rules}}
    found = parts(Place(MODEL, "../", {}), replace(answers, rest={"plan": part}))
    sentences = found.expected()

    assert says == sentences[0]
    assert ("rises" not in says and "rise" not in says) or "not a forecast" in sentences[1]
    assert all(words in str(html(found.road())) for words in sentences)
    assert all(words in str(html(found.copied())) for words in sentences)


def test_an_empty_plan_promises_nothing():
    """Without an action there is no word on what it would lift."""
    assert () == parts(Place(MODEL, "../", {}), LOW).expected()


@settings(max_examples=40, deadline=None)
@given(
    st.sets(st.sampled_from([rule.id for rule in MODEL.advice]), min_size=1, max_size=5),
    st.lists(st.sampled_from([0, 1, 2, 3, 4, "unknown"]), min_size=48, max_size=48),
)
def test_a_longer_plan_never_lifts_less(rules, states):
    """What one more action lifts is never taken from what the others lift."""
    answers = Answers(dict(zip(PRACTICES, states, strict=True)))
    raises = [rule.raises for rule in MODEL.advice if rule.id in rules]
    alone = [what_if(MODEL, answers, some).score or 0 for some in raises]
    part = {"actions": {id: {} for id in rules}}
    says = parts(Place(MODEL, "../", {}), replace(answers, rest={"plan": part})).expected()[0]
    shown = float(re.search(r"to ([\d.]+) of 4", says)[1]) if "goes from" in says else None

    assert shown is None or shown >= max(alone) - 0.005


def test_hostile_owner_is_escaped():
    """What a reader writes is text, never markup."""
    part = {"actions": {"write-the-case": {"owner": '"><img src=x>'}}}
    shown = parts(Place(MODEL, "../", {}), replace(LOW, rest={"plan": part}))

    assert "<img" not in str(html([shown.advice(), shown.road()]))


# The way up without what is left out

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
    """The programme's level, written out from section 7 of the design."""
    means, caps = [], []
    for standing in standings:
        mine = [rungs[unit] for unit in standing.rungs]
        mean = sum(mine) / len(mine)
        own = mine[0] if standing.quick else min(at(mean), 1 + min(mine))
        means.append(mean)
        caps += [1 + own] if standing.critical else []
    return min([at(sum(means) / len(means)), *caps])


def at(mean):
    """The level that a mean reaches."""
    return 4 if mean >= 3.5 - 1e-9 else int(mean + 1e-9)


@settings(max_examples=150, deadline=None)
@given(small())
def test_way_up_is_the_least_without_what_is_left_out(drawn):
    """As many steps as the best of all raises; none exactly where no raise reaches the level."""
    standings, left = drawn
    now = {unit: rung for standing in standings for unit, rung in standing.rungs.items()}
    level = level_of(standings, now)
    climb = shortest_way_up(standings, level, 3.5, left)
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
    answers = Answers(
        dict(zip(PRACTICES, rungs, strict=True)), rest={"plan": {"left_out": sorted(left)}}
    )
    before = dict(answers.practices)
    way = way_up.find(MODEL, answers, score(MODEL, answers))

    assert before == answers.practices
    if way is None or way.climb is None:
        return
    changes = way.climb.changes
    assert not left & set(changes)
    assert way.after == score(MODEL, Answers({**before, **changes}))
    assert way.after == what_if(MODEL, answers, changes)
    assert way.after.level is not None
    assert way.after.level >= way.to_level
    assert raised(MODEL, answers, changes).practices == {**before, **changes}


def test_unreachable_is_said():
    """Who leaves everything out is told that the level is out of reach, and can put it back."""
    answers = replace(LOW, rest={"plan": {"left_out": PRACTICES}})
    result = score(MODEL, answers)
    way = way_up.find(MODEL, answers, result)
    shown = str(html(way_up_list.draw(MODEL, result, way, editable=True)))

    assert "1 Reasoned cannot be reached without what you left out" in shown
    assert shown.count("checked") == len(PRACTICES)
