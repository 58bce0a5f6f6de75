"""Old answers in a real browser: a note, a second look at just those, and a clock set back."""

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import Assessment

pytestmark = pytest.mark.spared

OLD, NEW = "2025-01-01T08:00:00.000Z", "2026-11-01T08:00:00.000Z"
NOW = "2026-11-22T03:00:00Z"
KEPT = {
    "practice.block-removal": "2",
    "practice.deliverers-at-the-table": "3",
    "quick.reason-and-patience": "unknown",
}
TIMES = dict.fromkeys(KEPT, OLD) | {"practice.deliverers-at-the-table": NEW}


def test_old_answers_are_looked_at_again(page, root, model):
    """Two of three are old: one still holds, the other is answered anew; then none is old."""
    page.clock.set_fixed_time(NOW)
    sheet = Assessment(page, root, model, "mouse").open(KEPT, TIMES)
    note, desk = sheet.region("again"), page.locator("#assessment dialog")
    page.locator("#assessment .kam-form").hover()
    expect(note).to_contain_text("2 answers are older than 6 months.")

    note.get_by_role("button", name="Go through just these").click()
    expect(desk.get_by_role("button", name="Still holds")).to_have_count(2)
    desk.get_by_role("listitem").filter(has_text="We don’t know").get_by_role("button").click()
    expect(desk.get_by_role("button", name="Still holds")).to_have_count(1)
    desk.get_by_role("link", name="Answer anew").click()
    expect(desk).to_be_hidden()
    assert page.url.endswith("#q-block-removal")
    expect(note).to_contain_text("1 answer is older than 6 months.")

    sheet.choose("practice.block-removal", "3")
    expect(note).to_have_text("")


def test_a_clock_set_back_is_said(page, root, model):
    """Answers from after the clock's present are not called old, and nothing breaks."""
    page.clock.set_fixed_time("2024-01-01T00:00:00Z")
    sheet = Assessment(page, root, model, "mouse").open(KEPT, TIMES)
    page.locator("#assessment .kam-form").hover()

    expect(sheet.region("again")).to_contain_text(
        "3 answers are from after the date of this device."
    )
    expect(sheet.region("headline")).to_contain_text("The score is 2.5 of 4")
