"""A visit over time: leaving, coming back, starting again, taking the result along."""

import pytest
from playwright.sync_api import expect

from build_tools.setup import chromium
from tests.browser.conftest import EVERYWHERE, OPTIONS
from tests.support.pages.bar import press
from tests.support.pages.looks import PATIENCE
from tests.support.pages.scan_page import ANSWERS, ONE, Scan


@pytest.mark.parametrize("where", EVERYWHERE)
def test_instant_navigation_keeps_python(servers, where, page, seen, headline):
    """Another page and back without a reload: the same worker answers, nothing loads again."""
    scan = Scan(page, servers[where].url).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    page.locator(".kam-question__more a").first.click()
    page.wait_for_url("**/dimensions/**")
    expect(scan.widget).to_have_count(0)
    page.locator(".md-tabs a[href$='quick-scan/']").click()
    page.wait_for_url("**/quick-scan/")
    expect(scan.headline).to_have_text(headline())
    scan.answer(ONE)

    expect(scan.headline).to_have_text(headline(ANSWERS | ONE))
    assert seen.loads == 1
    assert len(seen.workers) == 1


def test_closed_one_second_after_an_answer(playwright, root, tmp_path, headline):
    """A browser that closes at once, Python not even loaded, has the answers when it reopens."""
    options = {"executable_path": chromium(), "args": OPTIONS, "timeout": PATIENCE}
    options["service_workers"] = "block"
    context = playwright.chromium.launch_persistent_context(tmp_path, **options)
    context.route("**/assets/runtime/**", lambda _: None)
    Scan(context.new_page(), root).open().answer(ANSWERS)
    context.close()

    context = playwright.chromium.launch_persistent_context(tmp_path, **options)
    scan = Scan(context.new_page(), root).open()
    for dimension, answer in ANSWERS.items():
        expect(scan.chosen(dimension, answer)).to_be_checked()
    expect(scan.headline).to_have_text(headline())
    context.close()


def test_start_again_can_be_taken_back(scan, headline):
    """Starting again empties form and result, and offers the earlier answers, even later."""
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    press(scan.widget, "Start again")
    expect(scan.headline).to_have_text("No answer yet")
    expect(scan.widget.locator("input:checked")).to_have_count(0)
    scan.button("Put them back").click()
    expect(scan.headline).to_have_text(headline())
    press(scan.widget, "Start again")
    expect(scan.headline).to_have_text("No answer yet")
    scan.page.reload()
    press(scan.widget, "My assessments")
    scan.button("Restore points").click()
    scan.button("Put back").first.click()

    expect(scan.headline).to_have_text(headline())
    expect(scan.widget.locator("input:checked")).to_have_count(len(ANSWERS))


def test_copy_to_the_clipboard(context, scan, headline):
    """Where the page is secure, the result is on the clipboard as text that can be mailed."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    press(scan.widget, "Copy as text")
    expect(scan.said).to_have_text("Copied.")
    paper = context.new_page()
    paper.set_content("<textarea></textarea>")
    paper.locator("textarea").press("Control+V")

    text = paper.locator("textarea").input_value()
    assert text.splitlines()[0].endswith(f": {headline()}")
    assert "nothing was sent" in text


def test_copy_where_the_page_is_not_secure(servers, page, headline):
    """On a plain intranet name everything works, and copying falls back to a selected field."""
    url = servers["default at /"].url.replace("127.0.0.1", "intranet.example")
    scan = Scan(page, url).open().answer(ANSWERS)
    expect(scan.headline).to_have_text(headline())
    press(scan.widget, "Copy as text")

    expect(scan.said).to_contain_text("selected")
    field = scan.widget.locator(".kam-copy")
    expect(field).to_be_focused()
    page.keyboard.press("Control+C")
    page.locator(".md-search__input").press("Control+V")
    assert headline() in page.locator(".md-search__input").input_value()


def test_print(page, scan, headline):
    """The button opens the print dialogue; paper carries a report, and nothing of the page."""
    page.add_init_script("addEventListener('beforeprint', () => { document.title = 'Printed' })")
    page.reload()
    expect(scan.answer(ANSWERS).headline).to_have_text(headline())
    press(scan.widget, "Print")
    expect(page).to_have_title("Printed")
    page.emulate_media(media="print")

    report = page.locator("[data-kam-region=report]")
    expect(report.locator(".kam-headline__level")).to_have_text(headline())
    expect(report.locator(".kam-chart").first).to_be_visible()
    expect(page.locator(".kam-columns")).to_be_hidden()
    assert len(page.pdf(format="A4")) > 10_000


def test_link_to_a_question(page, root):
    """An address that ends in a question's anchor opens there, below the header."""
    scan = Scan(page, root).open("#q-delivery-on-board")
    expect(page.locator("#q-delivery-on-board legend")).to_be_in_viewport(ratio=1)
    header = page.locator(".md-header").bounding_box()
    assert page.locator("#q-delivery-on-board").bounding_box()["y"] >= header["height"] - 1
    expect(scan.headline).to_be_attached()


def test_a_result_is_announced(scan, headline):
    """Assistive technology hears the new headline in a polite status."""
    scan.answer(ANSWERS)
    expect(scan.said).to_contain_text(headline())
    expect(scan.said).to_have_attribute("aria-live", "polite")
