"""What a reading page fetches from a real server, and what the server lets a browser keep."""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.support.pages.search_box import SearchBox

SEARCH = ("assets/javascripts/workers/", "search/")
WITHOUT_A_WIDGET = "start/what-it-costs/"
MOST = 13
"""Requests of a reading page, icon and map of the site included; it was 43."""


@pytest.fixture
def fetched(page):
    """Every address that the page asks the server for, as it asks."""
    found: list[str] = []
    page.context.on("request", lambda request: found.append(request.url))
    return found


def of_the_search(fetched: list[str]) -> list[str]:
    """Those among them that the search needs: the index and the worker that reads it."""
    return sorted(url.rpartition("/")[2] for url in fetched if any(part in url for part in SEARCH))


@pytest.mark.parametrize("way", ["click", "/", "?q=", "?h="])
def test_the_search_comes_when_somebody_turns_to_it(page, servers, fetched, way):
    """A page that is read fetches nothing of it; a click, a key or an address brings all of it."""
    root = servers["recipe at /kam guide/"].url
    page.goto(root + WITHOUT_A_WIDGET, wait_until="networkidle")
    before = list(fetched)
    if way == "click":
        page.locator(".md-search__input").click()
    elif way == "/":
        page.keyboard.press("/")
    else:
        page.goto(f"{root}implement/pay/{way}bonus")
    if way == "?h=":
        expect(page.locator("mark").first).to_be_visible()
    else:
        SearchBox(page, root).ask("bonus")

    assert [] == of_the_search(before)
    assert len(before) <= MOST
    worker, index = of_the_search(fetched)
    assert "search_index.json" == index
    assert worker.startswith("search.")


def kept(address: str) -> str | None:
    """What the server says of how long the answer may be kept."""
    try:
        with urlopen(address) as answer:
            return answer.headers["Cache-Control"]
    except HTTPError as error:
        return error.headers["Cache-Control"]


def test_what_the_recipe_lets_a_browser_keep(site, servers):
    """A name with a hash for good, with its folder's too; a page and what is not there: never."""
    root = servers["recipe at /kam guide/"].url
    (sheet,) = site.rglob("guide.*.css")
    (wasm,) = site.rglob("pyodide.asm.wasm")
    address = [f"{root}{path.relative_to(site)}" for path in (sheet, wasm)]
    for_good = "public, max-age=31536000, immutable"

    assert [for_good, for_good] == [kept(one) for one in address]
    assert "no-cache" == kept(root) == kept(f"{root}search/search_index.json")
    assert None is kept(address[0].replace("guide.", "other."))


@pytest.mark.parametrize(("system", "scheme"), [("dark", "slate"), ("light", "default")])
def test_the_scheme_of_the_system_is_there_before_the_theme(browser, servers, system, scheme):
    """The theme would set it late, and have the whole page styled anew."""
    page = browser.new_context(color_scheme=system).new_page()
    page.route("**/bundle.*", lambda route: route.abort())
    page.goto(servers["recipe at /kam guide/"].url + WITHOUT_A_WIDGET)

    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
    page.context.close()
