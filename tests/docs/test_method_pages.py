"""The worked examples of the method pages, executed."""

import re
from fractions import Fraction

import pytest

from build_tools import ROOT
from tests.reference.agreement import agree
from tests.reference.figures import at
from tests.reference.scoring import score as reference_score
from tests.support.given import nine_people
from widgets.core.model.maturity_json import as_json

PAGE = (ROOT / "docs/method/scoring.md").read_text(encoding="utf-8")
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
