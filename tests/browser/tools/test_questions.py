"""The reader's test: what managers ask is found in three clicks, and by one search."""

import re

import pytest
import yaml
from playwright.sync_api import expect

from tests.support.case_files import CASES
from tests.support.pages.search_box import search_box

ASKED = yaml.safe_load((CASES / "questions.yaml").read_text(encoding="utf-8"))
CLICKS = 3


def plain(text):
    """Text as it reads: a link to a heading is no part of it."""
    return re.sub(r"\s+", " ", text.replace("¶", ""))


def under(page, heading):
    """What stands under a heading, up to the next of its kind or a higher one."""
    return plain(
        page.locator(f"[id='{heading}']").evaluate(
            """(heading) => {
                let text = "";
                for (let e = heading.nextElementSibling; e; e = e.nextElementSibling) {
                    if (/^H[1-6]$/.test(e.tagName) && e.tagName <= heading.tagName) break;
                    text += " " + e.textContent;
                }
                return text;
            }"""
        )
    )


@pytest.fixture(scope="module")
def offered(browser, servers):
    """What the search offers first for some words: addresses of pages under the root."""
    with search_box(browser, servers["default at /kam guide/"].url) as box:
        yield box.offered


@pytest.fixture
def home(page, root):
    """The home page, opened, in a window wide enough for the tabs."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(root)
    return page


def test_enough_questions():
    """There are at least twenty, each asked once, and no path is longer than three clicks."""
    asked = [case["question"] for case in ASKED["questions"]]

    assert len(set(asked)) == len(asked) >= 20
    assert all(1 <= len(case["clicks"]) <= CLICKS for case in ASKED["questions"])


@pytest.mark.parametrize("case", ASKED["questions"], ids=lambda case: case["question"])
def test_answer_is_clicked_to(home, root, case):
    """From the home page the links lead to the page, and the answer is under its heading."""
    for text in case["clicks"]:
        home.get_by_role("link", name=text, exact=True).locator("visible=true").first.click()
        home.wait_for_load_state()
    home.wait_for_url(root + case["page"])

    expect(home.locator(f"[id='{case['heading']}']")).to_be_visible()
    assert case["says"] in under(home, case["heading"])


@pytest.mark.parametrize("case", ASKED["questions"], ids=lambda case: case["search"])
def test_answer_is_searched_for(offered, case):
    """The page is among the first that the search offers."""
    assert case["page"] in offered(case["search"])


@pytest.mark.parametrize("case", ASKED["synonyms"], ids=lambda case: case["search"])
def test_other_names_are_understood(offered, case):
    """Who calls it by another name finds what it is here."""
    assert set(case["pages"]) <= set(offered(case["search"]))
