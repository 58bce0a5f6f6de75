"""Addresses that lead nowhere, and spellings of an address that servers forgive."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from build_tools import ROOT
from tests.support.pages.scan_page import ANSWERS, Scan

WAYS = ("Home", "Quick scan", "Full assessment", "Which structure?")


@pytest.mark.parametrize("where", ["recipe at /", "recipe at /kam guide/"])
def test_a_missing_page_leads_back(servers, where, rough, seen, headline):
    """At any depth the page is styled, its links lead to this guide, and the tools are alive."""
    root = servers[where].url
    page = rough
    assert page.goto(f"{root}dimensions/no//such/entangled-leaders.html?x=1").status == 404
    ways = page.get_by_role("navigation", name="Ways on")
    expect(ways).to_be_visible()
    links = ways.get_by_role("link")

    for way, link in zip(WAYS, links.all_inner_texts(), strict=False):
        assert link.startswith(way)
    ends = ["", "quick-scan/", "assessment/", "choose/", "?q=entangled%20leaders"]
    assert [root + end for end in ends] == links.evaluate_all("all => all.map(a => a.href)")
    expect(links.last).to_have_text("Search the guide for “entangled leaders”")
    expect(page.locator("body")).to_have_css("background-color", "rgb(251, 251, 249)")
    assert not [said for said in seen.complaints if "404" not in said]

    links.nth(1).click()
    scan = Scan(page, root).answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    assert {f"kam:{urlsplit(root).path}"} == _kept_under(page)


MANGLED = (
    "assessment/%23kam={}",
    "assessment/%23kam%3D{}",
    "assessment/%2523kam%253D{}",
    "assessment/%252523kam%25253D{}",
    "assessment%23kam={}",
    "no/such/page/%23kam={}",
    "no/such/page/#kam={}",
    "no/such/page/?x=%23kam%3D{}",
    "%23kam={}",
)
"""Addresses of a share link that lead nowhere, as mail filters and people make them."""
BODY = re.search(r"^#kam=(\S+)$", (ROOT / "docs/method/share-link.md").read_text("utf-8"), re.M)[1]


@pytest.mark.spared
@pytest.mark.parametrize("where", ["recipe at /", "recipe at /kam guide/"])
def test_a_mangled_link_opens(servers, where, rough):
    """What a filter made of a link leads to its page, with its answers."""
    root, page = servers[where].url, rough
    for mangled in MANGLED:
        page.goto(root + mangled.format(BODY))
        page.wait_for_url(lambda address: address == f"{root}assessment/#kam={BODY}")
        bar = page.locator("#assessment [data-kam-region=beside]")
        expect(bar).to_contain_text("These answers come from a link")
        page.goto("about:blank")


def test_a_doubled_slash_is_the_same_guide(page, root, headline):
    """A server forgives `//` in an address; the answers are those kept under the plain one."""
    scan = Scan(page, root).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    page.goto(f"{root}/quick-scan/")

    expect(scan.headline).to_have_text(headline())
    scan.answer({"delivery-on-board": "3"})
    expect(scan.headline).to_have_text(headline(ANSWERS | {"delivery-on-board": "3"}))
    assert {f"kam:{urlsplit(root).path}"} == _kept_under(page)


def test_back_from_a_page_that_is_gone(servers, rough):
    """Where a link leads to a page that a newer build took away, Back leads to where it stood."""
    root, page = servers["recipe at /"].url, rough
    page.goto(f"{root}glossary/")
    gone = page.request.get(f"{root}no/such/page")
    page.route("**/structures/", lambda route: route.fulfill(response=gone))
    page.locator(".md-tabs").get_by_role("link", name="Structures").click()
    expect(page.get_by_role("navigation", name="Ways on")).to_be_visible()
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Glossary")


def test_where_the_guide_is_not_found(servers, rough):
    """Away from the guide the page offers no wrong link; it says what a reader can do."""
    rough.route("**/mark.svg", lambda route: route.abort())
    rough.goto(f"{servers['recipe at /'].url}no/such/page")

    expect(rough.get_by_text("Shorten the address in the address bar")).to_be_visible()
    expect(rough.get_by_role("link")).to_have_count(0)


def _kept_under(page) -> set[str]:
    """What the keys of everything kept begin with, up to the model's id."""
    keys = page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('kam:'))")
    return {key.partition(":kam-programme:")[0] for key in keys}
