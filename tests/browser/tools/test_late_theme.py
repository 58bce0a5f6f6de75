"""A result that is drawn before the theme looks through the page, as where answers are kept."""

import pytest
from playwright.sync_api import expect

from tests.support.given.boards import KINDS
from tests.support.pages.assessment_page import Assessment
from tests.support.pages.chooser_page import Chooser
from tests.support.pages.looks import until, value
from widgets.core.answers import chooser_fields

pytestmark = pytest.mark.spared

PLANTED = "document.querySelector('article').insertAdjacentHTML('beforeend', '<table id=planted>')"
FRAMED = "document.querySelector('.md-typeset__table > #planted')"
IN_A_WIDGET = "document.querySelectorAll('.kam-widget .md-typeset__table').length"


@pytest.fixture(params=["assessment", "chooser"])
def tool(request, page, root, model):
    """A tool with answers kept, its result drawn."""
    if request.param == "chooser":
        fields = chooser_fields.values(KINDS["this-form"])
        return Chooser(page, root, model, "mouse").open(fields)
    practices = [one["id"] for dimension in model["dimensions"] for one in dimension["practices"]]
    fields = {f"practice.{id}": "2" for id in practices}
    return Assessment(page, root, model, "mouse").open(fields)


def test_the_theme_frames_no_table_of_ours(tool, page):
    """It frames each table without a class that it finds: ours would change from visit to visit."""
    expect(page.locator(".kam-widget table").first).to_be_attached()
    opened = False

    def hold(route):
        while not opened:
            page.wait_for_timeout(20)
        route.continue_()

    page.route("**/links.js", hold)  # the theme looks when all of our scripts have come
    page.goto(f"{tool.root}{tool.address}", wait_until="commit")
    expect(page.locator(".kam-widget table").first).to_be_attached()
    value(page, PLANTED)
    opened = True
    until(page, FRAMED)

    assert 0 == value(page, IN_A_WIDGET)
