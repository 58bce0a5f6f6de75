"""axe finds nothing: on a page of every kind, and on the quick scan before and after answering."""

import json
import random

import pytest
from playwright.sync_api import expect

from tests.support.pages.axe import AXE, found
from tests.support.pages.scan_page import ANSWERS, Scan
from tests.support.pages.spared import spare

LOOKS = [
    "light at 1280",
    "dark at 390",
    pytest.param("light at 390", marks=pytest.mark.sweep),
    pytest.param("dark at 1280", marks=pytest.mark.sweep),
]
"""What is wrong in the last two is wrong in one of the first two; a release sees all four."""


def addresses(site, most):
    """The site's pages, at most so many of each folder: templates make the pages of large ones.

    `most`: None for all.
    """
    folders = {}
    for path in sorted(site.rglob("*.html")):
        if 'http-equiv="refresh"' not in path.read_text(encoding="utf-8"):
            page = path.parent if path.name == "index.html" else path
            folders.setdefault(page.parent, []).append(f"{page.relative_to(site)}")
    return [address for pages in folders.values() for address in pages[:most]]


def some(site):
    """One page in twenty of all, other ones for each content of the site."""
    every = addresses(site, None)
    return random.Random(site.name).sample(every, len(every) // 20)


@pytest.fixture
def look():
    """Colours and width of the window."""
    return "light at 1280"


@pytest.fixture
def page(look, browser, request):
    """A page with axe in it; only here the policy stays outside, for axe runs text."""
    colours, width = look.split(" at ")
    context = browser.new_context(
        bypass_csp=True,
        color_scheme=colours,
        reduced_motion="reduce",
        viewport={"width": int(width), "height": 900},
    )
    if not request.config.getoption("--whole"):
        spare(context)
    context.add_init_script(path=AXE)
    yield context.new_page()
    context.close()


def barriers(page, root, pages):
    """What axe finds on some pages, by address."""
    everywhere = {}
    for address in pages:
        page.goto(root + address)
        everywhere[address] = found(page)
    return {address: here for address, here in everywhere.items() if here}


def test_pages(page, servers, site):
    """A twentieth of the pages, drawn anew for every content of the site, holds no barrier."""
    here = barriers(page, servers["recipe at /"].url, some(site))
    assert here == {}, json.dumps(here, indent=1)


@pytest.mark.sweep
@pytest.mark.parametrize("look", LOOKS)
def test_every_page(page, servers, site):
    """No page holds a barrier, light or dark, wide or narrow; slow, for they are hundreds."""
    here = barriers(page, servers["recipe at /"].url, addresses(site, None))
    assert here == {}, json.dumps(here, indent=1)


@pytest.mark.parametrize("look", LOOKS)
def test_kinds_of_page(page, servers, site):
    """One page of each folder holds no barrier, light or dark, wide or narrow."""
    here = barriers(page, servers["recipe at /"].url, addresses(site, 1))
    assert here == {}, json.dumps(here, indent=1)


def test_a_part_in_a_frame(page, root):
    """What is shown alone has a title to hear, and the dialog that offers it holds no barrier."""
    parts = ("quick-scan/?embed", "glossary/?embed=account-plan", "implement/pay/?embed")
    here = barriers(page, root, parts)
    assert here == {}, json.dumps(here, indent=1)
    page.locator("article .headerlink").last.click()
    page.get_by_role("button", name="Embed…").click()
    expect(page.get_by_label("HTML to paste")).to_be_visible()
    assert found(page, within="#kam-embed") == []


@pytest.mark.parametrize("look", LOOKS)
def test_quick_scan(page, root):
    """The quick scan holds none before an answer, nor after, with its working and table opened."""
    scan = Scan(page, root).open()
    assert found(page, sheets=True) == []
    scan.answer(ANSWERS)
    expect(scan.headline).not_to_have_text("No answer yet")
    for summary in scan.widget.locator("summary").filter(visible=True).all():
        summary.click()
    assert found(page) == []
