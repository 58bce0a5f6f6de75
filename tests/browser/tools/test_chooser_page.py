"""What a reader of the chooser gets: by mouse at 1280, and by keyboard at 390."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.given.boards import KINDS
from tests.support.pages.assessment_page import HOW, WIDTHS
from tests.support.pages.chooser_page import ANSWERED, Chooser
from tests.support.pages.looks import value
from widgets.core.answers import chooser_fields
from widgets.core.answers.states import Answers
from widgets.core.sharing.share_link import fragment

pytestmark = pytest.mark.spared

NO_INNER_BAR = """[...document.querySelectorAll("#result, #result *")].every((part) =>
    part.scrollHeight <= part.clientHeight + 1
    || !/auto|scroll/.test(getComputedStyle(part).overflowY))
"""


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
    panel = chooser.region("panel")
    expect(headline).to_contain_text("Build a named team around each account")
    expect(headline).to_contain_text("It has a clear lead.")
    expect(panel).to_contain_text("Diamond account team")
    expect(panel).to_contain_text("It has a clear lead.")
    chooser.choose("choose.answers.leaders-time", "-1")
    chooser.choose("choose.answers.money-for-years", "-1")
    expect(headline).to_contain_text("Not yet")
    expect(course).to_contain_text("What has to come first")
    expect(course).to_contain_text("Then")
    chooser.choose("choose.answers.concentration", "-2")
    chooser.choose("choose.answers.price-buyers", "2")
    expect(headline).to_contain_text("No key account management")
    expect(panel).to_contain_text("No key account management")
    expect(chooser.region("instead")).to_contain_text("What to do instead")
    expect(course).to_be_empty()


def test_the_panel_says_how_far_it_is(chooser):
    """How many are answered while it is too early; then the answer, and on how little it stands."""
    chooser.open()
    panel, see = chooser.region("panel"), chooser.page.locator("a[href='#result']")
    expect(panel).to_contain_text("0 of 23 answered")
    chooser.choose("choose.answers.leaders-time", "-2")
    expect(panel).to_contain_text("1 of 23 answered")
    expect(panel).to_contain_text("Your answers sort no forms yet.")
    expect(chooser.region("picture")).to_be_empty()
    chooser.choose("choose.answers.money-for-years", "-2")
    expect(panel).to_contain_text("Not yet: a trial first")
    expect(panel).to_contain_text("This rests on two of 23 answers; the others may change it.")

    chooser.press(see.filter(visible=True).first)
    expect(chooser.page.locator("#result")).to_be_in_viewport()
    expect(chooser.page).to_have_url(re.compile("#result$"))


def test_the_result_is_one_page(chooser):
    """Its order is that of every result; it is as wide as the page, and never scrolls inside."""
    chooser.open(ANSWERED)
    expect(chooser.region("first-steps").locator(".kam-first-step")).to_have_count(3)
    shown = chooser.page.locator("#result > [data-kam-region]:not(:empty)")
    names = [one.get_attribute("data-kam-region") for one in shown.all()]
    result, tool = chooser.page.locator("#result"), chooser.page.locator("#chooser")

    assert ["headline", "picture", "why", "first-steps"] == names[:4]
    assert "onward" == next(name for name in reversed(names) if name != "copy")
    assert result.bounding_box()["width"] == tool.bounding_box()["width"]
    assert value(chooser.page, NO_INNER_BAR)
    for label in ("Must agree: ", "This week: ", "Do not "):
        expect(chooser.region("first-steps")).to_contain_text(label)


def test_its_parts_are_opened_and_linked(chooser):
    """By their names, and by a link to them."""
    chooser.open(ANSWERED)
    expect(chooser.region("closed")).to_be_attached()
    working = chooser.region("working")
    expect(working).to_contain_text("2,000 random weightings")
    expect(working).to_be_hidden()
    chooser.press(chooser.page.get_by_text("The working: points, weights"))
    expect(working).to_be_visible()

    chooser.page.goto(f"{chooser.root}choose/#part-closed")
    expect(chooser.region("closed")).to_contain_text("It would open if")
    expect(chooser.page.locator("#part-closed")).to_be_attached()


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
    chooser.press(chooser.page.get_by_text("What joins the form, and what can wait"))
    companions = chooser.region("companions")
    expect(companions).to_contain_text("Executive sponsors")
    chooser.press(chooser.field("choose.have.sponsors"))
    expect(companions).not_to_contain_text("Executive sponsors")

    chooser.press(chooser.page.locator("#account-1 > summary"))
    chooser.write("choose.account.1.name", "Northern Rail")
    chooser.select("choose.account.1.stage", "cooperative")
    accounts = chooser.region("accounts")
    expect(accounts).to_contain_text("Bow-tie (cooperative")
    expect(accounts).not_to_contain_text("Bow-tie. Bow-tie")
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
    expect(chooser.region("closed")).to_contain_text("It would open if")
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


def test_by_touch(readers, root, model):
    """The bar leads to the result, a tap opens a part, and another leads back to the questions."""
    context = readers(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    chooser = Chooser(page, root, model, "mouse").open(ANSWERED)
    bar = page.locator(".kam-jump")
    expect(bar).to_contain_text("Diamond account team")
    bar.tap()
    expect(chooser.region("headline")).to_be_in_viewport()
    page.get_by_text("What joins the form, and what can wait").tap()
    expect(chooser.region("companions")).to_be_visible()
    assert 390 == value(page, "document.documentElement.scrollWidth")
    page.get_by_role("link", name="Back to the questions").tap()

    expect(page.locator("#q-concentration")).to_be_in_viewport()
    context.close()


OTHER = {"name": "In three years", "answers": {"leaders-time": -2, "money-for-years": -2}}


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("more", [{}, {"other": OTHER}], ids=["s", "s and t"])
def test_a_link_opens_on_the_result(page, root, guide, width, more):
    """The result is the page: no form, another's name on it, and no way into questions unseen."""
    page.set_viewport_size({"width": width, "height": 844})
    answers = Answers(chooser={**KINDS["not-yet"], **more})
    page.goto(f"{root}choose/{fragment(answers, guide.model, guide.structures)}")
    result = page.locator("#result")

    expect(result).to_contain_text("Shared with you")
    expect(result).to_contain_text("Not yet.")
    expect(page.locator(".kam-form")).to_be_hidden()
    expect(page.locator(".kam-next")).to_be_hidden()
    expect(page.locator("#result .kam-first-step")).to_have_count(3)
    expect(page.locator("#result a[href^='#q-']")).to_have_count(0)
    expect(page.get_by_text("What if: the second context")).to_be_visible(visible=bool(more))


@pytest.mark.parametrize("kind", KINDS)
def test_paper_begins_with_the_result(page, root, model, kind):
    """As the page is printed: the result, then what was answered; the board's page is asked for."""
    page.set_viewport_size({"width": 680, "height": 1000})
    chooser = Chooser(page, root, model, "mouse").open(chooser_fields.values(KINDS[kind]))
    expect(chooser.region("onward")).not_to_be_empty()
    page.emulate_media(media="print")
    result, form = (page.locator(one).bounding_box() for one in ("#result", ".kam-form"))

    assert result["y"] < form["y"]
    assert result["width"] <= 680
    expect(page.locator(".kam-board")).to_be_hidden()
    expect(chooser.region("first-steps")).to_be_visible()
    expect(chooser.region("working")).to_be_hidden()
    expect(page.locator(".kam-panel")).to_be_hidden()


def test_nothing_is_counted_before_the_answers_are_read(page, root):
    """An answer in the form is never told as none while Python is still on its way."""
    page.route("**/assets/runtime/**", lambda _: None)
    page.goto(f"{root}choose/")
    said = page.locator(".kam-panel__level")
    expect(said).to_be_visible()
    expect(said).to_have_text(re.compile("^0 of "))
    page.locator("#q-concentration input[type=radio]").first.check(force=True)
    expect(said).to_be_hidden()
