"""The worked examples of the method pages, executed."""

import re
from fractions import Fraction

import pytest

from build_tools import ROOT
from tests.reference import structure_files
from tests.reference.agreement import agree
from tests.reference.choosing import choose
from tests.reference.figures import at
from tests.reference.scoring import score as reference_score
from tests.support import nine_people
from widgets.core.choosing import choice as engine
from widgets.core.model.maturity_json import as_json
from widgets.core.questionnaire.chooser import chooser

PAGE = (ROOT / "docs/method/scoring.md").read_text(encoding="utf-8")
CHOOSING = (ROOT / "docs/method/choosing.md").read_text(encoding="utf-8").replace("−", "-")
PEOPLE = nine_people.PAGE


def example(model) -> dict:
    """The eight quick answers that the page prints, in model order."""
    printed = re.search(r"in the order of the model: ([^.]+)\.", PAGE)[1].replace("◆", "")
    answers = [part.strip() for part in printed.split(",")]
    quick = {
        d.id: a if a == "unknown" else int(a)
        for d, a in zip(model.dimensions, answers, strict=True)
    }
    return {"format": 1, "model": {"id": model.id, "version": model.version}, "quick": quick}


def test_scoring_example(model):
    """Every result in the page's table is what the reference gives for the page's answers."""
    result = reference_score(as_json(model), example(model))
    rows = dict(re.findall(r"^\| ([^|]+?) \| [^|]+ \| ([^|]+?) \|$", PAGE, re.MULTILINE))

    assert f"{result['score']:.2f}" == rows["Programme score"]
    assert str(result["level"]) == rows["Programme level"]
    assert "{:g} to {:g}".format(*result["score_range"]) == rows["Score range"]
    lowest = min(result["dimensions"][d.id]["level"] for d in model.dimensions if d.critical)
    assert str(lowest) == rows["Lowest critical dimension"] == "0"


def test_critical_dimensions_are_named(model):
    """The page marks the critical answers, and names the critical dimensions in order."""
    named = ", ".join(d.name[0].lower() + d.name[1:] for d in model.dimensions if d.critical)

    assert named.replace(", change", ", and change") in PAGE


def test_thresholds_are_the_rules():
    """The page states where two levels and the highest begin, and the reference agrees."""
    said = re.search(
        r"So (\S+) is level (\d), (\S+) is level (\d), and level (\d) begins at (\S+):", PAGE
    )
    below, two, half, three, four, top = said.groups()

    assert [int(two), int(three), int(four)] == [at(Fraction(x)) for x in (below, half, top)]
    assert int(three) == at(Fraction(top) - Fraction(1, 100))


# How the structure is chosen


def slug(words: str) -> str:
    """The id that a name printed on a page stands for."""
    return words.strip().lower().replace(" ", "-")


def words(id: str) -> str:
    """An id as the page prints it in a sentence."""
    return re.sub(r"\b-(?=[a-z])", " ", id).replace("kam", "KAM").replace("co ord", "co-ord")


@pytest.fixture(scope="module")
def table() -> dict:
    """The structure table of the reference."""
    return structure_files.table()


@pytest.fixture(scope="module")
def printed() -> list[tuple[str, ...]]:
    """Criterion, answer and both contributions of each row of the page's example."""
    rows = re.findall(r"^\| ([^|]+) \| (-?\d) \| (\S+) \| (\S+) \|$", CHOOSING, re.MULTILINE)
    return [(slug(name), *figures) for name, *figures in rows]


@pytest.fixture(scope="module")
def chosen(table, printed) -> dict:
    """What the reference chooses for the answers that the page prints."""
    return choose(
        table, {"criteria": {criterion: int(answer) for criterion, answer, *_ in printed}}
    )


def test_the_chooser_says_the_same(structures, printed, chosen):
    """What the page prints is also what the chooser on the site works out."""
    criteria = {criterion: int(answer) for criterion, answer, *_ in printed}
    ours = engine.as_json(engine.choose(structures, chooser({"criteria": criteria}, structures)))

    for key in ("home", "tie", "contributions", "fact_share", "flip_answer", "flip_weight"):
        assert chosen[key] == ours[key]
    assert chosen["acceptability"] == ours["acceptability"]
    assert set(chosen["vetoed"]) == set(ours["vetoed"])


def choosing_rows() -> dict[str, str]:
    """Question and result of the page's last table."""
    return dict(re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|$", CHOOSING, re.MULTILINE))


def test_choosing_contributions(table, printed, chosen):
    """Every contribution and both sums are the reference's, for all criteria in their order."""
    assert [c["id"] for c in table["criteria"]] == [row[0] for row in printed]
    for place, option in enumerate(("diamond-team", "central-group"), start=2):
        row = chosen["contributions"][option]
        assert {c: f"{value:g}" for c, value in row.items()} == {r[0]: r[place] for r in printed}
    sums = re.search(r"\*\*Points\*\* \| \| \*\*(.+?)\*\* \| \*\*(.+?)\*\*", CHOOSING)

    assert [f"{home['points']:g}" for home in chosen["home"][:2]] == list(sums.groups())
    assert ["diamond-team", "central-group"] == [home["option"] for home in chosen["home"][:2]]


def test_choosing_results(chosen):
    """Tie, third, share, acceptability and flips are what the page says."""
    rows = choosing_rows()
    first, second, third = chosen["home"][:3]
    answer, weight = chosen["flip_answer"], chosen["flip_weight"]
    flip = "{criterion}, from {from:g} to {to:g}: then {first}".format

    assert f"no: {first['points'] - second['points']:g} points apart" == rows["Is it a tie?"]
    assert chosen["tie"] is False
    assert f"{words(third['option'])}, {third['points']:g} points" == rows["Third"]
    assert round(chosen["fact_share"]["diamond-team"], 2) == 0.88
    assert rows["Share of the first resting on facts"] == "88%"
    assert (
        f"{2000 * chosen['acceptability']['diamond-team']:,.0f}"
        == rows["First in how many of 2,000 weightings"]
    )
    assert words(flip(**answer)) == rows["Nearest answer that flips it"]
    assert words(flip(**weight)) == rows["Nearest weight that flips it"]


def test_choosing_vetoes(chosen, table, printed):
    """The three options that the page calls closed are, and one of them would have had 17."""
    assert {"balanced-matrix", "separate-customer-unit", "front-back"} == set(chosen["vetoed"])
    points = sum(chosen["contributions"]["separate-customer-unit"].values())
    assert f"The separate unit would have had {points:g} points." in CHOOSING

    answers = {criterion: int(answer) for criterion, answer, *_ in printed}
    unsure = choose(table, {"criteria": answers | {"lasting-top-commitment": "unknown"}})
    first, (low, high) = unsure["home"][0], unsure["points_range"]["diamond-team"]
    assert (
        f"{words(first['option'])}, {first['points']:g} points; it could reach {low:g} to {high:g}"
        == choosing_rows()["First if commitment is unknown"]
    )
    fallen = choose(table, {"criteria": answers | {"lasting-top-commitment": -1}})
    assert {"diamond-team", "central-group"} <= set(fallen["vetoed"])


# How agreement is measured


@pytest.fixture(scope="module")
def compared() -> dict:
    """What the reference finds in the page's nine people, by the names that the page prints."""
    return agree(nine_people.PRACTICES, nine_people.RATERS)


def test_agreement_practices(compared):
    """The table stands in the order to talk about them, with the reference's figures."""
    rows = re.findall(
        r"^\| (\w[^|]*?) \| (\d) \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|$",
        PEOPLE,
        re.MULTILINE,
    )
    figures = compared["practices"]
    assert compared["talk_first"] == [name for name, *_ in rows]
    for name, *cells in rows:
        f = figures[name]
        assert cells == [
            f"{f['n']}",
            f"{f['median']:g}",
            f"{f['ad']:.2f}",
            f"{f['r_wg']:.2f}",
            f"{f['function_gap']:g}",
        ]


def test_agreement_overall(compared):
    """The figures over all practices, and those that the text repeats, are the reference's."""
    rows = dict(re.findall(r"^\| ([^|]+?) \| (\d[\d.]*) \|$", PEOPLE, re.MULTILINE))

    assert {
        "People counted": str(compared["raters"]),
        "Practices that all answered": str(compared["complete_practices"]),
        "ICC(1)": f"{compared['icc_1']:.2f}",
        "ICC(1,k)": f"{compared['icc_1_k']:.2f}",
        "Alpha": f"{compared['alpha']:.2f}",
    } == rows
    assert f"{rows['ICC(1,k)']} looks fine" in PEOPLE
    assert f"{rows['ICC(1)']} is how far one sheet can be trusted" in PEOPLE


def test_agreement_text(compared):
    """What the text says of single practices follows from the figures."""
    test, number, quarter, plan = (
        compared["practices"][name]
        for name in (
            "Deliverers in the know",
            "Bearable number",
            "Shortfall steadiness",
            "Year planned together",
        )
    )
    assert {"sales": 3, "delivery": 0, "executives": 3} == test["function_medians"]
    assert test["median"] == 3
    assert test["r_wg"] < 0
    assert number["function_gap"] < test["function_gap"]
    assert f"the AD is the same, {quarter['ad']:.2f}." in PEOPLE
    assert quarter["ad"] == plan["ad"]
    assert quarter["function_medians"]["executives"] == 1
