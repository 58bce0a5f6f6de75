"""Every point of the two main sources has its place in the guide, and one that goes is missed."""

import re

import pytest

from build_tools import ROOT
from build_tools.guide.evidence import Evidence, Fact, Point
from build_tools.pages.coverage import CoverageError, check, mistakes
from build_tools.pages.generated import pages
from build_tools.site.publish import written
from tests.support.case_files import cases
from tests.support.ours import our_guide

FACT = Fact("E001", "findings", "opinion", "It is so.", ("woodburn-conflict",), "full")


def test_no_point_is_missing():
    """The summary has 34 points and the article 52, each once and in order."""
    ids = [point.id for point in our_guide().evidence.coverage]

    assert [f"S{n}" for n in range(1, 35)] + [f"W{n}" for n in range(1, 53)] == ids


def test_every_point_has_its_place():
    """Each page and heading is there, and one of them cites what the point rests on."""
    assert [] == list(mistakes(our_guide().evidence, written(ROOT / "docs")))


@pytest.mark.parametrize("case", cases("coverage"))
def test_a_place_that_goes_is_missed(case):
    """The check says which point has lost its place, and how."""
    point = Point("W1", "It is so.", ("E001",), tuple(case["places"]))
    fact = Fact(**{name: getattr(FACT, name) for name in FACT.__slots__} | {"aliases": ("E002",)})
    evidence = Evidence(facts=(fact,), coverage=(point,))

    assert case["expected"] == list(map(str, mistakes(evidence, case["pages"])))


def test_the_build_ends_with_a_point_that_lost_its_place():
    """It names the point; nothing is built."""
    evidence = Evidence(facts=(FACT,), coverage=(Point("W1", "So.", ("E001",), ("a/b.md#c",)),))
    with pytest.raises(CoverageError, match=r"W1: a/b\.md#c: no such page"):
        check(evidence, {"a/c.md": "# C\n"})


def test_the_page_of_points_leads_to_every_place():
    """Each point stands on the page once, with a link to each of its places by the page's name."""
    guide = our_guide()
    page = pages(guide, written(ROOT / "docs"))["evidence/coverage.md"]
    places = {place for point in guide.evidence.coverage for place in point.places}

    assert places == set(re.findall(r"\]\(\.\./([^)]*#[^)]*)\)", page))
    assert len(guide.evidence.coverage) == page.count("](../") - page.count("<br>") - 2
    link = "[What KAM is, and what it is not: the meaning](../start/what-kam-is.md#the-meaning)"
    assert link in page
