"""The fit table on a phone, without scripts: it scrolls in its box, and a cell opens its reason."""

import re

import pytest
from playwright.sync_api import expect


@pytest.fixture
def page(browser):
    """A phone whose browser runs no script."""
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 800}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_scrolls_inside_and_opens_a_reason(page, root):
    """Head row and first column stay in sight; the last column's cell leads to its own heading."""
    page.goto(f"{root}structures/table/")
    table = page.get_by_role("region", name="The fit table")
    first = table.get_by_role("rowheader", name="Concentration")
    last = table.get_by_role("columnheader", name="KAM programme office")
    table.scroll_into_view_if_needed()
    place = first.bounding_box()["x"]
    expect(last).not_to_be_in_viewport()
    table.hover()
    page.mouse.wheel(2000, 0)

    expect(last).to_be_in_viewport()
    assert place == first.bounding_box()["x"]
    assert page.locator("body").bounding_box()["width"] == 390

    table.get_by_role("row", name="Price buyers").get_by_role("link").last.click()
    expect(page).to_have_url(re.compile(r"/structures/table/programme-office/#price-buyers$"))
    heading = page.get_by_role("heading", name="Price buyers: −1")
    expect(heading).to_be_in_viewport()
    reason = page.get_by_text("an office is overhead and nothing else")
    expect(reason).to_be_visible()
