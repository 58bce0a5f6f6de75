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
        ("implement/pay/", "h1", "a/pay/"),
        ("implement/pay/?h=redundancies", "h2", "a/pay/#"),  # from the search
        ("glossary/", "h3", "glossary/#"),
        ("quick-scan/", "h1", "quick-scan/"),
    ],
)
def test_address_to_copy(page, root, page_address, heading, lasting):
    """The mark beside a heading offers six forms of the address that lasts."""
    page.goto(root + page_address)
    first = page.locator(f".md-content {heading}").first
    first.hover()
    first.locator(".headerlink").click()
    plain = page.locator("#kam-link input[name=plain]").input_value()

    assert plain.startswith(root + lasting)
    assert plain == page.locator("#kam-link [data-kam-rich] a").evaluate("link => link.href")
    for form in ("markdown", "html", "confluence", "mediawiki"):
        assert plain in page.locator(f"#kam-link input[name={form}]").input_value()


def test_lasting_address_leads_on(page, root):
    """The short address sends a reader to the page."""
    page.goto(root + "p/block-removal/")

    expect(page).to_have_url(root + "practices/block-removal/")
