"""What a reader of the chooser gets: by mouse at 1280, and by keyboard at 390."""

import pytest
from playwright.sync_api import expect

from tests.support.assessment_page import HOW, WIDTHS
from tests.support.chooser_page import ANSWERED, Chooser

pytestmark = pytest.mark.spared


@pytest.fixture(params=zip(HOW, WIDTHS, strict=True), ids=lambda p: f"{p[0]} at {p[1]}")
def chooser(request, page, root, model):
    """The chooser, not opened yet."""
    how, width = request.param
    page.set_viewport_size({"width": width, "height": 900})
    return Chooser(page, root, model, how)


def test_kinds_of_answer(chooser):
    """1: this form; not yet, with what comes first and what then; no key account management."""
    chooser.open(ANSWERED)
    headline, course = chooser.region("headline"), chooser.region("course")
    expect(headline).to_contain_text("Build a named team around each account")
    expect(headline).to_contain_text("It has a clear lead.")
    chooser.choose("choose.answers.leaders-time", "-1")
    chooser.choose("choose.answers.money-for-years", "-1")
    expect(headline).to_contain_text("Not yet")
    expect(course).to_contain_text("What has to come first")
    expect(course).to_contain_text("Then")
    chooser.choose("choose.answers.concentration", "-2")
    chooser.choose("choose.answers.price-buyers", "2")
    expect(headline).to_contain_text("No key account management")
    expect(course).to_contain_text("What to do instead")


def test_importance(chooser):
    """A weight is a slider with five stops in words."""
    chooser.open(ANSWERED)
    chooser.press(chooser.page.locator("#importance > summary"))
    weight = chooser.field("choose.weights.complex-offer")
    chooser.slide("choose.weights.complex-offer", 2)
    expect(weight).to_have_attribute("aria-valuetext", "far more than the others")
    expect(weight).to_have_value("2")


def test_companions_and_accounts(chooser):
    """2: what joins the form, until it is there; each account with its drawn contacts."""
    chooser.open(ANSWERED)
    expect(chooser.region("steps").locator("li")).to_have_count(3)
    companions = chooser.region("companions")
    expect(companions).to_contain_text("Executive sponsors")
    chooser.press(chooser.field("choose.have.sponsors"))
    expect(companions).not_to_contain_text("Executive sponsors")

    chooser.press(chooser.page.locator("#account-1 > summary"))
    chooser.write("choose.account.1.name", "Northern Rail")
    chooser.select("choose.account.1.stage", "cooperative")
    accounts = chooser.region("accounts")
    expect(accounts).to_contain_text("Bow-tie (cooperative")
    for number, theirs in ((1, "Purchasing"), (2, "Quality")):
        chooser.write(f"choose.account.1.contact.{number}.ours", "Sales")
        chooser.write(f"choose.account.1.contact.{number}.theirs", theirs)
    expect(accounts).to_contain_text("Two leads (cooperative")
    chooser.press(chooser.page.locator("#account-2 > summary"))
    chooser.write("choose.account.2.name", "Harbour Foods")
    expect(accounts).to_contain_text("Harbour Foods")
    chooser.press(chooser.page.get_by_role("button", name="Remove Northern Rail"))
    expect(accounts).not_to_contain_text("Northern Rail")
    expect(accounts).to_contain_text("Harbour Foods")


def test_why_and_the_working(chooser):
    """4: reasons and the objection in words; points and weightings only in the working."""
    chooser.open(ANSWERED)
    expect(chooser.region("why")).to_contain_text("The strongest objection")
    expect(chooser.region("vetoes")).to_contain_text("It would open if")
    expect(chooser.region("headline")).not_to_contain_text("points")
    expect(chooser.region("working")).to_contain_text("2,000 random weightings")


def test_what_if_beside_the_answers(chooser):
    """6: an answer moved in the second context changes that result alone, and stays."""
    chooser.open(ANSWERED)
    both = chooser.region("other-form").locator(".kam-compared > div")
    expect(both).to_have_count(1)
    chooser.press(chooser.page.locator("#other-firm > summary"))
    chooser.select("choose.other.answers.leaders-time", "-2")
    expect(both).to_have_count(2)
    expect(both.nth(0)).to_contain_text("Build a named team around each account")
    expect(chooser.field("choose.answers.leaders-time", "1")).to_be_checked()
    chooser.page.reload()
    expect(both).to_have_count(2)


def test_with_nothing_answered_paper_is_the_form(page, root, model):
    """7: an empty chooser prints its questions, with the words of every step."""
    Chooser(page, root, model, "mouse").open()
    page.emulate_media(media="print")
    expect(page.locator(".kam-form")).to_be_visible()
    between = page.locator("#q-concentration .kam-step__words").nth(1)
    expect(between).to_have_css("opacity", "1")
