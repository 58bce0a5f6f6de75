"""What the build adds to the search: words of the front matter, and weights by folder."""

import json

import pytest

from build_tools import ROOT
from build_tools.site.publish import written
from build_tools.site.search_words import WORDS_BOOST, add, location, patch, weight, words

INDEX = {
    "config": {"lang": ["en"], "fields": {"title": {"boost": 1000.0}}},
    "docs": [
        {"location": "", "title": "Home", "text": ""},
        {"location": "implement/pay/", "title": "Pay", "text": ""},
        {"location": "implement/pay/#five-options", "title": "Five options", "text": ""},
    ],
}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("---\ntitle: Pay\nwords: [bonus, salary]\n---\n# Pay\n", ("bonus", "salary")),
        ("---\ntitle: Pay\n---\nwords: [no]\n", ()),
        ("# Pay\n", ()),
    ],
)
def test_words_stand_in_the_front_matter(markdown, expected):
    """Only there; a page needs none."""
    assert expected == words(markdown)


def test_words_of_our_pages_are_single():
    """A phrase would find the page by each of its words; a quoted one would keep its quotes."""
    added = {address: words(text) for address, text in written(ROOT / "docs").items()}

    assert [w for found in added.values() for w in found if not w.isalnum()] == []
    assert "SAM" in added["start/what-kam-is.md"]


@pytest.mark.parametrize(
    ("address", "place"),
    [("index.md", ""), ("glossary.md", "glossary/"), ("people/index.md", "people/")],
)
def test_location(address, place):
    """A file stands in the index where the site has it."""
    assert place == location(address)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("", 1),
        ("implement/pay/#five-options", 4),
        ("practices/aims-beyond-sales/", 0.4),
        ("evidence/facts/pay/", 0.2),
        ("evidence/figures/", 1),
    ],
)
def test_weight(place, expected):
    """Pages for reading come before questions, and questions before what stands behind them."""
    assert expected == weight(place)


def test_add():
    """Words go to the page and not to its sections; every entry has its weight."""
    index = add(INDEX, {"implement/pay.md": ("bonus", "salary"), "index.md": ()})
    home, page, section = index["docs"]

    assert {"boost": WORDS_BOOST} == index["config"]["fields"]["words"]
    assert ("bonus salary", 4) == (page["words"], page["boost"])
    assert ("words" in section, section["boost"]) == (False, 4)
    assert home["boost"] == 1
    assert index == add(index, {"implement/pay.md": ("bonus", "salary"), "index.md": ()})


def test_patch(tmp_path):
    """The index of a built site is written anew, and a second time changes nothing."""
    path = tmp_path / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(json.dumps(INDEX), encoding="utf-8")
    patch(tmp_path, {"implement/pay.md": ("bonus",)})
    once = path.read_bytes()
    patch(tmp_path, {"implement/pay.md": ("bonus",)})

    assert once == path.read_bytes()
    assert "bonus" == json.loads(once)["docs"][1]["words"]
