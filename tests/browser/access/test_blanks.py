"""A question made blank by touch: undone at its question, and put back there later."""

import pytest
from playwright.sync_api import expect

from tests.support.pages.scan_page import ANSWERS, Scan
from tests.support.pages.thumb import PHONE

pytestmark = pytest.mark.spared

SHOWN = ".kam-screen:visible"


@pytest.fixture
def phone(readers):
    """A phone that was never here before."""
    return readers(**PHONE).new_page()


def test_a_blank_is_brought_back_where_it_was_made(phone, root):
    """By touch: Make blank, Undo at that question; later too, Undo walks back from part to part."""
    scan = Scan(phone, root).open()
    on, undo = phone.locator(".kam-ways__on:visible"), scan.button("Undo")
    first, second, *_ = ANSWERS
    scan.choice(first, "2").tap()
    question = phone.locator(f"#q-{first}")
    question.get_by_role("button", name="Make blank").tap()
    expect(question.locator(".kam-foot")).to_contain_text("Blank again")
    expect(undo).to_be_in_viewport()
    undo.tap()
    expect(scan.chosen(first, "2")).to_be_checked()
    expect(question.get_by_role("button", name="Put it back")).to_have_count(0)

    question.get_by_role("button", name="Make blank").tap()
    expect(scan.chosen(first, "2")).not_to_be_checked()
    on.tap()
    scan.choice(second, "3").tap()
    expect(phone.locator(f"#q-{second} .kam-foot")).to_contain_text("Saved")
    undo.tap()
    expect(scan.chosen(second, "3")).not_to_be_checked()
    undo.tap()
    expect(scan.chosen(first, "2")).to_be_checked()
    expect(phone.locator(SHOWN)).to_have_attribute("id", f"d-{first}")
    expect(undo).to_be_in_viewport()


def test_a_blank_can_be_put_back_at_its_question(phone, root):
    """After other answers and a reload too, until the question has a new answer."""
    scan = Scan(phone, root).open()
    first, second, *_ = ANSWERS
    question = phone.locator(f"#q-{first}")
    back = question.get_by_role("button", name="Put it back")
    scan.choice(first, "2").tap()
    question.get_by_role("button", name="Make blank").tap()
    phone.locator(".kam-ways__on:visible").tap()
    scan.choice(second, "3").tap()
    expect(phone.locator(f"#q-{second} .kam-foot")).to_contain_text("Saved")
    phone.goto("about:blank")
    phone.goto(f"{root}quick-scan/#d-{first}")
    back.tap()
    expect(question.locator(".kam-foot")).to_contain_text("Put back")
    expect(scan.chosen(first, "2")).to_be_checked()
    expect(scan.chosen(second, "3")).to_be_checked()
    expect(back).to_have_count(0)

    question.get_by_role("button", name="Make blank").tap()
    expect(back).to_be_visible()
    scan.choice(first, "4").tap()
    expect(scan.chosen(first, "4")).to_be_checked()
    expect(back).to_have_count(0)
