"""Which pages come first in the search, and how much of each it holds."""

import re

import pytest
import yaml

from build_tools import ROOT
from build_tools.searching.entries import STOPS
from build_tools.searching.places import depth, kind, weight
from build_tools.searching.search_index import SEPARATOR
from build_tools.site.publish import written
from build_tools.text.markdown import FRONT


@pytest.mark.parametrize(
    ("place", "weighs", "called", "deep"),
    [
        ("", 1, "Guide", "whole"),
        ("implement/pay/#five-options", 4, "Guide", "whole"),
        ("quick-scan/", 4, "Tool", "whole"),
        ("practices/aims-beyond-sales/", 1, "Practice", "folded"),
        ("structures/diamond-team/", 4, "Structure", "whole"),
        ("structures/table/", 0.2, "Structure", "named"),
        ("evidence/facts/pay/", 0.2, "Source", "folded"),
        ("evidence/sources/woodburn-2008/", 0.1, "Source", "named"),
        ("evidence/figures/", 1, "Evidence", "whole"),
        ("decisions/0025-a-rule-stands-once/", 0.1, "Project", "named"),
    ],
)
def test_what_an_address_tells(place, weighs, called, deep):
    """Pages for reading come before questions, and questions before what stands behind them."""
    assert (weighs, called, deep) == (weight(place), kind(place), depth(place))


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("how to pay the account manager", ["pay", "account", "manager"]),
        ("What does KAM cost?", ["KAM", "cost"]),
        ("“bow-tie”, (or) diamond", ["bow", "tie", "diamond"]),
        ("tools, towards, android", ["tools", "towards", "android"]),
        ("Why?", []),
        ("don't", ["don", "t"]),
        ("don’t", ["don", "t"]),
        ("the customers' profit", ["customers", "profit"]),
    ],
)
def test_words_are_parted(typed, parts):
    """Small words and marks part what is typed; a word that only holds a small one stays whole."""
    assert parts == [part for part in re.split(SEPARATOR, typed) if part]


def test_words_of_our_pages_are_single():
    """A phrase would find the page by each of its words; what says nothing would find none."""
    pages = written(ROOT / "docs").values()
    fronts = [yaml.safe_load(front[1]) for text in pages if (front := FRONT.match(text))]
    added = [word for front in fronts for word in front.get("words", ())]

    assert added
    assert [] == [word for word in added if not word.isalnum() or word.lower() in STOPS]
