"""The search as a manager uses it: forty questions, and what a hit says."""

import json
import re

import pytest
import yaml
from playwright.sync_api import expect

from build_tools.searching.entries import SHOWN
from tests.support.case_files import CASES
from tests.support.pages.axe import AXE, found
from tests.support.pages.search_box import FEW, search_box

CARD = "No source settles this; we decided"
"""What the card at our own judgement says."""

ASKED = yaml.safe_load((CASES / "search.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def box(browser, servers):
    """The search of one page, for all that is asked of it."""
    with search_box(browser, servers["default at /kam guide/"].url) as opened:
        yield opened


def test_forty_questions():
    """As many as were promised, each asked once, and each with something to find."""
    asked = [case["query"] for case in ASKED]

    assert len(set(asked)) == len(asked) >= 40
    assert all(case.get("first") or case.get("five") for case in ASKED)
    assert all(len(case.get("five", ())) <= FEW for case in ASKED)


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case["query"])
def test_what_managers_type(box, case):
    """What they want is among the first five, and first where one page is plainly the answer."""
    offered = box.offered(case["query"])

    assert offered[0] == case.get("first", offered[0])
    assert set(case.get("five", ())) <= set(offered)


@pytest.mark.parametrize(
    ("query", "title", "kind", "promise"),
    [
        ("bonus", "Pay", "Guide", "How to pay key account managers"),
        ("diamond team", "Diamond account team", "Structure", "A named team across functions"),
        ("bearable number", "Bearable number", "Practice", "We have no more key accounts than"),
        ("Woodburn 2008", "Woodburn 2008", "Source", "What we take from “Rewarding Key"),
        ("quick scan", "Quick scan", "Tool", "Eight questions"),
    ],
)
def test_a_hit_says_what_it_is(box, query, title, kind, promise):
    """Its heading is heard with the kind of page, and the promise of the page follows."""
    box.ask(query)
    heading = box.page.get_by_role("heading", name=f"{title} {kind}", exact=True)

    expect(box.hits.filter(has=heading).locator("p").first).to_have_text(re.compile(f"^{promise}"))


def test_an_apostrophe_is_typed_as_one_likes(box):
    """Pages have curly ones; a straight one finds as much, and not nothing."""
    straight, curly = (box.offered(f"the customer{sign}s profit") for sign in "'’")

    assert straight
    assert straight == curly


def test_hits_are_open_to_all(box):
    """Axe finds nothing in the list of hits."""
    box.ask("executive sponsor")
    box.page.evaluate(AXE.read_text(encoding="utf-8"))

    assert [] == found(box.page, within=".md-search")


def test_the_index_holds_words_that_people_read(site):
    """All that the theme shows, each place once; no mark, no glued word, no card of a source."""
    docs = json.loads((site / "search" / "search_index.json").read_bytes())["docs"]
    texts = [f"{doc['title']} {doc['text']} {doc.get('more', '')}" for doc in docs]
    glued = {word for text in texts for word in re.findall(r"\b[a-z]{2,}[A-Z]\w+", text)}

    assert len({doc["location"] for doc in docs}) == len(docs) > 500
    assert [] == [text for text in texts if re.search("[¶◆\xad\ufffd]", text)]
    assert [] == [doc for doc in docs if not set(SHOWN) <= set(doc)]
    assert {"businessGyan", "kamFieldGuide"} == glued  # a publisher's name, a word of a message
    assert [] == [text for text in texts if CARD in text]
