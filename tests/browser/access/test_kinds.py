"""Every kind of page, at four widths: none wider than its window; if asked, their pictures."""

import pytest

from tests.support.pages import contact_sheet
from tests.support.pages.contact_sheet import A4, LOOKS, PAPER, WIDTHS
from tests.support.pages.spared import spare
from tests.support.pages.stations import PAGES, STATIONS
from tests.support.pages.strained import COLOURS, SCHEMES, WIDER

pytestmark = pytest.mark.spared

KINDS = {**PAGES, **STATIONS}
HEIGHT = 1300
MOST = {"390": 9000, "820": 6000, "1280": 4500, "1920": 4000}
"""Pixels of a picture from the top, by width: the foot of a long page is like that of a short."""


@pytest.fixture(scope="module", autouse=True)
def sheet(request, testrun_uid):
    """At the end the part of the contact sheet, if pictures are asked for."""
    asked = request.config.getoption("--pictures")
    if asked:
        contact_sheet.clear(testrun_uid)
    yield
    if asked:
        contact_sheet.write("kinds", KINDS)


@pytest.fixture
def stood(browser, root, request):
    """Opens a kind of page."""
    opened = []

    def come(name):
        narrow = {"width": WIDTHS[0], "height": HEIGHT}
        how = {"bypass_csp": True, "reduced_motion": "reduce", "viewport": narrow}
        opened.append(browser.new_context(**how))
        if not request.config.getoption("--whole"):
            spare(opened[-1])
        return KINDS[name].open(opened[-1].new_page(), root)

    yield come
    for context in opened:
        context.close()


def shoot(page, name):
    """A picture of the page in each look: the result where there is one, then on paper."""
    for look in LOOKS:
        colours, width = look.split()
        page.evaluate(COLOURS, SCHEMES[colours])
        page.set_viewport_size({"width": int(width), "height": HEIGHT})
        size = {"x": 0, "y": 0, "width": int(width)}
        high = min(MOST[width], page.evaluate("() => document.documentElement.scrollHeight"))
        file = contact_sheet.picture(name, look)
        page.screenshot(path=file, full_page=True, clip=size | {"height": high}, quality=70)
    page.evaluate(COLOURS, SCHEMES["light"])
    page.emulate_media(media="print")
    page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({"width": A4, "height": HEIGHT})
    page.screenshot(path=contact_sheet.picture(name, PAPER), full_page=True, quality=70)


@pytest.mark.parametrize("name", KINDS)
def test_kind(stood, name, request):
    """A kind of page fits its window from a phone's to a large screen's."""
    page = stood(name)
    wider = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        wider[width] = page.evaluate(WIDER)
    if request.config.getoption("--pictures"):
        shoot(page, name)

    assert {width: here for width, here in wider.items() if here} == {}


@pytest.mark.parametrize("name", ["home, first visit", "worked organisation"])
def test_an_example_is_on_the_paper(stood, name):
    """A result that belongs to the page is printed with it; that of a blank form is not."""
    page = stood(name)
    page.emulate_media(media="print")
    assert page.locator(".kam-headline__level").first.is_visible()

    blank = stood("scan, first visit")
    blank.emulate_media(media="print")
    assert not blank.locator(".kam-results").first.is_visible()
