"""The index of the search: a page by its promise, its sections, and what is found but not shown."""

import json

import pytest

from build_tools.searching.entries import SHOWN, entries
from build_tools.searching.search_index import FIELDS, write

PAGE = """
<h1 id="pay">How we pay</h1>
<p>You get five options. For heads of finance &amp; sales.</p>
<h2 id="five-options">Five <em>options</em></h2>
<p>Mostly salary.</p><p>Reward by team &lt;3.</p>
<h2 id="next">Next</h2><p>Read on about sponsors.</p>
"""
META = {"title": "Pay", "description": "How to pay\nmanagers.", "words": ["bonus", "salary"]}


def test_a_page_for_reading():
    """Its promise is shown, its lead is found; then come its sections, but for what leads on."""
    page, section = entries("implement/pay/", META, PAGE)

    assert page == {
        "location": "implement/pay/",
        "title": 'Pay <i data-kind="Guide"></i>',
        "text": "<p>How to pay managers.</p>",
        "more": "five options heads finance sales",
        "words": "bonus salary",
        "boost": 4,
    }
    assert section == {
        "location": "implement/pay/#five-options",
        "title": "Five options",
        "text": "<p>Mostly salary.</p><p>Reward by team &lt;3.</p>",
        "boost": 4,
    }


def test_a_page_without_front_matter():
    """Its heading is its title, and the first sentence of its lead its promise."""
    page, *_ = entries("start/pay/", {}, PAGE)

    assert 'How we pay <i data-kind="Guide"></i>' == page["title"]
    assert "<p>You get five options.</p>" == page["text"]
    assert "words" not in page


def test_a_heading_over_nothing():
    """The theme's script shows no hits at all where one has no text, not even an empty one."""
    *_, section = entries("implement/pay/", META, PAGE + '<h2 id="more">More</h2><form>No</form>')

    assert ("implement/pay/#more", "More", "") == tuple(section[name] for name in SHOWN)


@pytest.mark.parametrize(
    ("place", "more"),
    [
        ("practices/pay/", "five options heads finance sales mostly salary reward team 3"),
        ("evidence/sources/pay/", "five options heads finance sales"),
    ],
)
def test_one_entry_for_what_stands_behind(place, more):
    """A folded page is found by all of its words, a named one by its first lines alone."""
    [page] = entries(place, META, PAGE)

    assert more == page["more"]


@pytest.mark.parametrize(
    ("meta", "html", "found"),
    [({"search": {"exclude": True}}, PAGE, 0), ({"search": {"boost": 1}}, "", 1), ({}, "", 1)],
)
def test_a_page_may_stay_out(meta, html, found):
    """Where its front matter says so; one that says nothing at all is still a page."""
    assert found == len(entries("method/cases/one/", meta, html))


def test_write(tmp_path):
    """The pages that still stand, by address, with the weights of the fields."""
    for place in ("", "pay"):
        (tmp_path / place).mkdir(exist_ok=True)
        (tmp_path / place / "index.html").touch()
    pages = {place: entries(place, META, "") for place in ("pay/", "gone/", "")}
    write(tmp_path, pages)
    index = json.loads((tmp_path / "search" / "search_index.json").read_bytes())

    assert ["", "pay/"] == [doc["location"] for doc in index["docs"]]
    assert {name: {"boost": boost} for name, boost in FIELDS.items()} == index["config"]["fields"]
