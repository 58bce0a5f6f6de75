"""The single file, opened from a disc while the network is off."""

import pytest
from playwright.sync_api import expect

from tests.support.pages.bar import press
from tests.support.pages.chooser_page import WORKED, Chooser
from tests.support.pages.scan_page import ANSWERS, Scan
from widgets.core.words.quotes import curly


@pytest.fixture
def file(readers, one_file):
    """A reader's page with the single file and no network, and what it asked for."""
    context = readers(offline=True)
    page = context.new_page()
    page.complaints, page.asked = [], []
    context.on("request", lambda request: page.asked.append(request.url))
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(one_file.as_uri())
    return page


def test_all_works_with_the_network_off(file, one_file, model, headline, tmp_path):
    """A scan has its level, the chooser its form, an export its workbook; nobody is asked."""
    scan = Scan(file, "").answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    expect(scan.chip).to_have_text("Saved in this browser")

    press(scan.widget, "Share")
    shared = file.locator(".kam-copy").input_value()
    assert shared.startswith("#kam=1.")
    file.keyboard.press("Escape")

    press(scan.widget, "Export")
    with file.expect_download() as download:
        file.get_by_role("button", name="Excel workbook").click()
    download.value.save_as(tmp_path / "book.xlsx")
    assert (tmp_path / "book.xlsx").read_bytes().startswith(b"PK")
    file.keyboard.press("Escape")

    file.get_by_role("link", name="Which structure?").first.click()
    chooser = Chooser(file, "", model, "mouse")
    for id, value in WORKED.items():
        chooser.choose(f"choose.answers.{id}", str(value))
    expect(chooser.said).to_contain_text(curly("13 of 23"))

    assert [] == file.complaints
    assert {one_file.as_uri()} == {url for url in file.asked if not url.startswith("blob:")}


def test_a_colleagues_text_opens_in_it(file, one_file, headline):
    """A text that somebody shared opens beside the file's address, in the full assessment.

    The other tools go on with the reader's own.
    """
    Scan(file, "").answer(ANSWERS)
    press(file.locator("#quick-scan"), "Share")
    text = file.locator(".kam-copy").input_value()

    other = file.context.new_page()
    other.goto(one_file.as_uri() + text)
    expect(other.get_by_role("heading", level=1)).to_have_text("Full assessment")
    expect(other.locator("#assessment .kam-results .kam-headline__level")).to_have_text(headline())
    expect(other.locator(".kam-tools [aria-current]")).to_have_text("Full assessment")

    other.get_by_role("link", name="Quick scan").first.click()
    expect(Scan(other, "").headline).to_have_text(headline())
    expect(other.locator("kam-widget")).not_to_have_attribute("data-kam-beside", "")
