"""The sums that pages work out: each figure once, against sums of our own."""

from fractions import Fraction
from math import ceil

import pytest
import yaml

from build_tools import ROOT
from build_tools.checks import typed_sums
from build_tools.figures import FIGURES
from build_tools.guide.load import ModelError, load
from build_tools.guide.sums import draw, worked_out
from build_tools.papers.sums import worked
from tests.support.case_files import CASES, cases
from tests.support.ours import our_guide

SOME = worked_out(
    [
        {"id": "each", "value": 4, "unit": "hours", "ours": "so"},
        {"id": "share", "value": 60, "unit": "per cent", "ours": "so"},
        {"id": "contacts", "value": 10, "unit": "contacts", "ours": "so"},
        {"id": "deep", "sum": "contacts × each", "unit": "hours"},
        {"id": "all", "sum": "30 × deep", "unit": "hours"},
    ]
)


def test_the_sums_of_the_guide():
    """What the pages show, worked out here from the figures that the sources and we give."""
    month, share, contacts, each, sponsor = 130, Fraction(60, 100), 10, 4, 3
    carried = month * share / (contacts * each)
    year = Fraction(month * 12, 8)
    days = year / carried + sponsor * 12 + 4 * 12 + 12
    found = our_guide().sums

    expected = {
        "hours-relationships": 78,
        "accounts-deep": carried,
        "managers-list-long": ceil(30 * contacts * each / (month * share)),
        "days-year": 195,
        "manager-days": 100,
        "account-days": days,
        "manager-places": 4 * carried,
        "limit": 6,
    }
    assert expected == {id: found[id].amount for id in expected}
    assert (16, 196) == (found["managers-list-long"].amount, days)


def test_a_lifetime_value_is_a_sum_of_years():
    """Each year's profit, less likely and later: worked out here as powers."""
    found = our_guide().sums
    left = [987, 1000, 1050, 1100, 1100]

    def lifetime(stays):
        chance = Fraction(stays, 108)
        return sum(profit * chance**year for year, profit in enumerate(left))

    assert [lifetime(80), lifetime(95)] == [
        found[id].amount for id in ("lifetime", "lifetime-better")
    ]


def test_the_page_and_the_paper_tell_of_one_account():
    """The account profit page quotes what the papers work out from their own figures."""
    document = yaml.safe_load((ROOT / "docs/model/papers/figures.yaml").read_text("utf-8"))
    paper, found = worked(document["figures"], {}), our_guide().sums

    expected = {
        "account-net": paper["net_sales"],
        "account-gross": paper["gross"],
        "account-people": paper["people"],
        "account-promises": paper["standby"] + paper["quality_file"],
        "account-trouble": paper["rush"] + paper["complaints"],
        "account-money": paper["stock"] + paper["late"],
        "account-left": paper["profit"],
    }
    assert expected == {id: found[id].amount for id in expected}


def test_an_account_costs_its_manager_more_than_the_hours_with_contacts():
    """The days of a deep account are the whole working time that it takes, plans and travel too."""
    found = our_guide().sums
    with_contacts = found["hours-deep"].amount * 12 / 8

    assert with_contacts / found["manager-days"].amount == Fraction(60, 100)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("1.95", "1.95"),
        ("7.80", "7.8"),
        ("1200", "1,200"),
        ("100", "100"),
        ("2.005", "2.01"),
        ("1/3", "0.33"),
    ],
)
def test_a_figure_is_shown_as_a_reader_writes_it(value, shown):
    """Thousands have a comma, nothing ends on a nought behind the point, halves go up."""
    one = {"id": "one", "unit": "days", "ours": "so"}
    given = {"sum": value.replace("/", " ÷ ")} if "/" in value else {"value": value}

    assert shown == worked_out([one | given])["one"].shown


def test_marks_become_figures():
    """A mark is its figure; code keeps it; a name that does not exist is refused."""
    assert "40 of 1,200, `[+deep]`" == draw("[+deep] of [+all], `[+deep]`", SOME)
    with pytest.raises(KeyError):
        draw("[+nobody]", SOME)


@pytest.mark.parametrize("case", cases("bad_sums"))
def test_bad_sums_are_refused(case, tmp_path):
    """The loader says what is wrong with the file, in the terms of its author."""
    root = tmp_path / "model"
    root.mkdir()
    for path in (CASES / "good_model").iterdir():
        (root / path.name).symlink_to(path)
    (root / "sums.yaml").write_text(case["file"], encoding="utf-8")
    with pytest.raises(ModelError) as caught:
        load(root)

    assert case["expected"] == str(caught.value).split("\n")


@pytest.mark.parametrize("case", cases("typed_sums"))
def test_what_a_page_works_out_by_hand(case):
    """Each sum typed on a page is named, with what to write instead."""
    assert case["expected"] == list(typed_sums.mistakes("start/x.md", case["page"], SOME))


def test_figures_show_the_same_sums():
    """The drawings of cost and capacity have the pages' own figures."""
    sums = our_guide().sums
    days = ("manager-days", "sponsor-days-year", "team-days", "head-days")
    drawn = str(FIGURES["cost-iceberg"]())
    ceilings = str(FIGURES["two-ceilings"]())

    assert all(f": {sums[id].shown} days" in drawn for id in days)
    assert f"Sponsor places: {sums['sponsor-places'].shown}" in ceilings
    assert f"Manager places: {sums['manager-places'].shown}" in ceilings
