"""Short addresses: they lead on with what stands behind them, and without scripts too."""

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("p/block-removal/", "practices/block-removal/"),
        ("p/block-removal/#rung-2", "practices/block-removal/#rung-2"),
        ("a/pay/?h=bonus#next", "implement/pay/?h=bonus#next"),
        ("r/altify-sponsors/#e077", "evidence/sources/altify-sponsors/#e077"),
        ("people/operations/#x", "implement/enrolling-operations/#if-you-run-operations"),
    ],
)
def test_it_leads_on_with_query_and_fragment(page, root, short, expected):
    """A heading, a rung or a word that was searched for arrives; a merged page's heading stands."""
    page.goto(root + short)

    expect(page).to_have_url(root + expected)


def test_a_rung_is_in_sight(page, root):
    """Its fold opens."""
    page.goto(root + "p/block-removal/#rung-2")

    expect(page.get_by_text("2, In part, or certain.")).to_be_in_viewport()


def test_it_leads_on_without_scripts(browser, root):
    """As the page says, to the page itself."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(root + "a/pay/")

    expect(page).to_have_url(root + "implement/pay/")
    context.close()


def test_answers_of_a_link_stay_with_it(page, root):
    """A share link that somebody put behind a short address opens in the assessment."""
    page.goto(root + "p/block-removal/#kam=0")

    expect(page).to_have_url(root + "assessment/#kam=0")
