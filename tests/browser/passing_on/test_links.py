"""The address of a place, in the forms that wikis and mails take."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("page_address", "heading", "lasting"),
    [
        ("practices/block-removal/", "h1", "p/block-removal/"),
        ("why-it-fails/run-as-sales/", "h1", "f/run-as-sales/"),
        ("dimensions/delivery-on-board/", "h1", "d/delivery-on-board/"),
        ("structures/diamond-team/", "h1", "s/diamond-team/"),
        ("papers/pilot-report/", "h1", "t/pilot-report/"),
        ("implement/pay/?h=redundancies", "h2", "implement/pay/#"),  # from the search
    ],
)
def test_address_to_copy(page, root, page_address, heading, lasting):
    """The mark beside a heading offers four forms; a title's address is the one that lasts."""
    page.goto(root + page_address)
    first = page.locator(f".md-content {heading}").first
    first.hover()
    first.locator(".headerlink").click()
    plain = page.locator("#kam-link input[name=plain]").input_value()

    assert plain.startswith(root + lasting)
    for form in ("markdown", "html", "confluence"):
        assert plain in page.locator(f"#kam-link input[name={form}]").input_value()


def test_lasting_address_leads_on(page, root):
    """The short address sends a reader to the page."""
    page.goto(root + "p/block-removal/")

    expect(page).to_have_url(root + "practices/block-removal/")
