"""The guide of an organisation in a browser: it scores, says whose it is, and what is not read."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.support.pages.scan_page import ANSWERS, Scan
from tests.support.pages.servers import Place, nginx


@pytest.fixture(scope="module")
def norrland(overlaid, tmp_path_factory):
    """Address of the made-up firm's guide."""
    with nginx({"norrland": Place(overlaid)}, tmp_path_factory.mktemp("nginx")) as running:
        yield running["norrland"].url


def test_its_answers_are_scored_and_stay_its_own(page, readers, norrland, root):
    """A level without a margin, and why; our guide says in a sentence that it is another's."""
    scan = Scan(page, norrland).open().answer(ANSWERS)
    expect(scan.headline).not_to_be_empty()
    expect(page.locator(".kam-results").first).to_contain_text(
        "is not measured: Norrland Pumps changed what is asked."
    )
    scan.button("Share").click()
    link = scan.widget.locator("dialog .kam-copy").input_value()
    assert "kam=1.kam-programme-norrland.1.0.0." in link

    ours = readers().new_page()
    Scan(ours, root).open(f"#{urlsplit(link).fragment}")
    expect(ours.locator("kam-widget")).to_contain_text(
        "carries answers to the model “kam-programme-norrland”; this guide has “kam-programme”"
    )
