"""Several raters compared: as the reference does, bit for bit, and what holds whatever they say."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reference.agreement import agree as reference
from tests.support.command_line import command
from tests.support.given import nine_people
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.comparing.agreement import Rating, agree, as_json

MANY = settings(max_examples=150, deadline=None)

STATE = st.one_of(
    st.integers(0, 4), st.just("unknown"), st.just({"na": "because"}), st.none(), st.just(2)
)
FUNCTION = st.sampled_from([None, "sales", "delivery", "executives"])


@pytest.fixture(scope="module")
def asked(model) -> list[str]:
    """Six practices, in model order; the others stay blank."""
    return list(model.practice)[1:38:7]


def raters(asked, drawn) -> list[dict]:
    """Raters as the reference has them, of what was drawn."""
    return [
        {"function": function, "answers": dict(zip(asked, states, strict=True))}
        for function, states in drawn
    ]


def ours(data) -> Rating:
    """The same rater for our engine."""
    states = {
        id: NotApplicable(state["na"]) if isinstance(state, dict) else state
        for id, state in data["answers"].items()
        if state is not None
    }
    return Rating(Answers(practices=states), data["function"])


def found(model, data) -> dict:
    """Our figures as plain JSON data."""
    return json.loads(json.dumps(as_json(agree(model, map(ours, data)))))


DRAWN = st.lists(st.tuples(FUNCTION, st.tuples(*[STATE] * 6)), max_size=9)
COMPLETE = st.lists(
    st.tuples(FUNCTION, st.tuples(*[st.integers(0, 4)] * 6)), min_size=1, max_size=9
)


@MANY
@given(st.one_of(DRAWN, COMPLETE))
def test_agreement_with_the_reference(model, asked, drawn):
    """Every figure, to the last bit."""
    data = raters(asked, drawn)

    assert json.loads(json.dumps(reference(list(model.practice), data))) == found(model, data)


def test_the_worked_example(model):
    """The page's nine people: our engine finds what the page prints, as the reference does."""
    stand_in = dict(zip(nine_people.PRACTICES, model.practice, strict=False))
    data = [
        {**rater, "answers": {stand_in[name]: a for name, a in rater["answers"].items()}}
        for rater in nine_people.RATERS
    ]
    expected, actual = reference(nine_people.PRACTICES, nine_people.RATERS), found(model, data)

    assert [stand_in[name] for name in expected["talk_first"]] == actual["talk_first"]
    for name in nine_people.PRACTICES:
        assert expected["practices"][name] == actual["practices"][stand_in[name]]
    for key in ("raters", "complete_practices", "icc_1", "icc_1_k", "alpha"):
        assert expected[key] == actual[key]


@MANY
@given(COMPLETE, st.randoms(use_true_random=False))
def test_order_of_raters_never_matters(model, asked, drawn, random):
    """Whoever comes first, the figures are the same."""
    data = raters(asked, drawn)

    assert found(model, data) == found(model, random.sample(data, len(data)))


@MANY
@given(st.tuples(*[st.integers(0, 4)] * 6), st.integers(2, 6))
def test_all_alike_agree_wholly(model, asked, states, people):
    """No spread anywhere: AD 0 and r_wg 1, and no figure where there is nothing to compare."""
    result = found(model, raters(asked, [("sales", states)] * people))

    for id in asked:
        figures = result["practices"][id]
        assert (0, 0, 1) == (figures["ad"], figures["sd"], figures["r_wg"])
    expected = None if len(set(states)) == 1 else 1
    assert expected == result["alpha"] == result["icc_1"] == result["icc_1_k"]


@MANY
@given(DRAWN)
def test_figures_keep_their_bounds(model, asked, drawn):
    """AD within two rungs, r_wg from -3 to 1, a gap within the ladder, each answer counted once."""
    result = found(model, raters(asked, drawn))

    for figures in result["practices"].values():
        assert figures["n"] == sum(figures["distribution"]) <= result["raters"]
        if figures["n"]:
            assert 0 <= figures["ad"] <= 2
            assert 0 <= figures["median"] <= 4
        assert figures["r_wg"] is None or -3 <= figures["r_wg"] <= 1
        assert figures["function_gap"] is None or 0 <= figures["function_gap"] <= 4
    answered = [id for id, figures in result["practices"].items() if figures["n"]]
    assert sorted(answered) == sorted(result["talk_first"])
    for key in ("icc_1", "icc_1_k", "alpha"):
        assert result[key] is None or result[key] <= 1


def test_nobody(model):
    """Without raters there is nothing, and nothing is invented."""
    result = found(model, [])

    assert (0, 0, []) == tuple(result[k] for k in ("raters", "complete_practices", "talk_first"))
    assert result["icc_1"] is result["icc_1_k"] is result["alpha"] is None


def test_ten_thousand_sheets(model):
    """Each sheet is counted once; with every rung equally often answers spread as if at random."""
    sheets = [
        Rating(Answers(practices={id: (n + m) % 5 for m, id in enumerate(model.practice)}))
        for n in range(10_000)
    ]
    result = agree(model, sheets)

    assert (10_000, 38) == (result.raters, result.complete_practices)
    assert {figures.distribution for figures in result.practices.values()} == {(2000,) * 5}
    assert {round(figures.r_wg, 3) for figures in result.practices.values()} == {0}


def file(folder, name, model, practices) -> str:
    """An answers file with these practices; its path."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.json"
    head = {"format": 1, "model": {"id": model.id, "version": model.version}}
    path.write_text(json.dumps({**head, "answers": practices}))
    return str(path)


def test_command_agrees(model, asked, tmp_path):
    """`python -m widgets agree`: one file a person, and functions from several folders."""
    p, q = asked[:2]
    people = [
        ("sales", "a", {p: 4, q: 1}),
        ("sales", "b", {p: 4, q: 1}),
        ("ops", "a", {p: 0, q: 2}),
    ]
    files = [file(tmp_path / folder, name, model, rungs) for folder, name, rungs in people]
    data = [{"function": folder, "answers": rungs} for folder, _, rungs in people]
    done, alone = command("agree", *files), command("agree", *files[:2])

    assert json.loads(json.dumps(reference(list(model.practice), data))) == json.loads(done.stdout)
    assert [p, q] == json.loads(done.stdout)["talk_first"]
    assert {} == json.loads(alone.stdout)["practices"][p]["function_medians"]


def test_command_rolls_up(model, asked, tmp_path):
    """`python -m widgets roll-up`: worst, spread and the unit that differs, by its name."""
    p, q = asked[:2]
    units = {"north": {p: 4, q: 1}, "south": {p: 4}, "west": {p: 0, q: 1}}
    done = command("roll-up", *(file(tmp_path, n, model, rungs) for n, rungs in units.items()))
    result = json.loads(done.stdout)

    assert ["north", "south", "west"] == result["units"]
    assert {
        "n": 3,
        "values": {"north": 4, "south": 4, "west": 0},
        "worst": 0,
        "worst_in": ["west"],
        "spread": 4,
        "differs": "west",
    } == result["practices"][p]
    assert {"north": 1, "south": None, "west": 1} == result["practices"][q]["values"]
    assert '"mean"' not in done.stdout


def test_commands_refuse(model, tmp_path):
    """One sentence that names the file, nothing on stdout, 2 at the end."""
    good, bad = file(tmp_path, "good", model, {}), file(tmp_path, "bad", model, {"none": 1})
    twice = command("roll-up", good, good)

    for name in ("agree", "roll-up"):
        done = command(name, good, bad)
        assert (2, "", 1) == (done.returncode, done.stdout, len(done.stderr.splitlines()))
        assert f"{name}: {bad}: answers: " in done.stderr
    assert (2, "") == (twice.returncode, twice.stdout)
    assert "a file is named twice" in twice.stderr
