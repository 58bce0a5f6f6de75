"""What a user can do in the chooser: by mouse at 1280, and by keyboard at 390."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.assessment_page import HOW, WIDTHS
from tests.support.chooser_page import ANSWERED, Chooser

pytestmark = pytest.mark.spared

PRACTICES = ("programme-voice", "ties-outside-deals", "means-to-count-on")


@pytest.fixture(params=zip(HOW, WIDTHS, strict=True), ids=lambda p: f"{p[0]} at {p[1]}")
def chooser(request, page, root, model):
    """The chooser, not opened yet."""
    how, width = request.param
    page.set_viewport_size({"width": width, "height": 900})
    return Chooser(page, root, model, how)


def test_gate_and_today(chooser):
    """1, 2: each verdict has its advice, an open gate names its tests; today shows how it fails."""
    chooser.open()
    gate = chooser.region("gate")
    chooser.choose("choose.gate.single-customers-matter", "no")
    expect(gate).to_contain_text("The gate is not decided")
    expect(gate.locator("a[href='#g-executives-commit']")).to_be_visible()
    chooser.choose("choose.gate.executives-commit", "no")
    expect(gate).to_contain_text("The gate: Not now")
    expect(gate).to_contain_text("Let one leader look after one account")
    expect(gate).to_contain_text("In six months, or when the leaders change.")
    chooser.choose("choose.gate.margin-pays", "no")
    expect(gate).to_contain_text("The gate: Not KAM")
    expect(chooser.region("vetoes")).to_contain_text("Because the gate says “Not KAM”")
    chooser.choose("choose.today", "internal-market")

    expect(chooser.region("headline")).to_contain_text("segment sales or part-time ownership")
    expect(chooser.region("today")).to_contain_text("Nobody integrates the customer's whole need")
    expect(chooser.region("today")).to_contain_text("We never recommend it")


def test_criteria_proposals_and_importance(chooser):
    """3: a proposal from the assessment counts until it is overruled; unknown widens; weights."""
    chooser.open({f"practice.{id}": "4" for id in PRACTICES})
    proposed, home = chooser.region("proposed-lasting-top-commitment"), chooser.region("home")
    expect(proposed).to_contain_text("Your assessment proposes +2. It counts as soon as")
    chooser.choose("choose.criteria.complex-offer", "2")
    expect(proposed).to_contain_text("It counts until you answer here.")
    expect(home).to_contain_text("Carried over from your assessment: Lasting top commitment")
    chooser.choose("choose.criteria.lasting-top-commitment", "-1")
    expect(proposed).to_contain_text("yours counts")
    expect(chooser.region("vetoes")).to_contain_text("“Lasting top commitment” is answered −1")
    chooser.choose("choose.criteria.spread", "unknown")
    expect(chooser.region("progress-criteria")).to_contain_text("3 of 12 answered")
    expect(chooser.region("headline")).to_contain_text("10 of 12 criteria are open")

    chooser.press(chooser.page.locator("#importance > summary"))
    weight = chooser.field("choose.weights.complex-offer")
    chooser.slide("choose.weights.complex-offer", 2)
    expect(weight).to_have_attribute("aria-valuetext", "far more than the others")
    expect(weight).to_have_value("2")


def test_answer_in_three_parts(chooser):
    """4: the home, each account with its drawn contacts, what is missing, the first steps."""
    chooser.open(ANSWERED)
    expect(chooser.region("headline")).to_contain_text("Diamond account team")
    expect(chooser.region("home").locator("li")).to_have_count(3)
    expect(chooser.region("steps").locator("li")).to_have_count(3)
    expect(chooser.region("steps")).to_contain_text("Must agree: the head of operations")
    missing = chooser.region("add-ons")
    expect(missing).to_contain_text("Executive sponsors")
    chooser.press(chooser.field("choose.have.sponsors"))
    expect(missing).not_to_contain_text("Executive sponsors")

    chooser.press(chooser.page.locator("#account-1 > summary"))
    chooser.write("choose.account.1.name", "Northern Rail")
    chooser.select("choose.account.1.stage", "cooperative")
    accounts = chooser.region("accounts")
    expect(accounts).to_contain_text("Bow-tie (cooperative")
    for number, theirs in ((1, "Purchasing"), (2, "Quality")):
        chooser.write(f"choose.account.1.contact.{number}.ours", "Sales")
        chooser.write(f"choose.account.1.contact.{number}.theirs", theirs)
    expect(accounts).to_contain_text("Two leads (cooperative")
    figure = accounts.locator("svg")
    expect(figure.locator("title")).to_have_text(
        "Northern Rail: contacts today and in the two leads"
    )
    expect(figure.locator("desc")).to_contain_text("Today: Sales with Purchasing, Sales with")
    chooser.press(chooser.page.locator("#account-2 > summary"))
    chooser.write("choose.account.2.name", "Harbour Foods")
    expect(accounts).to_contain_text("Harbour Foods")
    chooser.press(chooser.page.get_by_role("button", name="Remove Northern Rail"))
    expect(accounts).not_to_contain_text("Northern Rail")
    expect(accounts).to_contain_text("Harbour Foods")


def test_why_and_how_sure(chooser):
    """5: reasons, the counter-argument, bars, vetoes with their answers, flips, facts, one line."""
    chooser.open(ANSWERED)
    headline = chooser.region("headline")
    expect(headline).to_contain_text("stays first in 99% of 2,000 random weightings; would lose")
    expect(headline).to_contain_text("if lasting top commitment fell from +1 to −1.")
    expect(chooser.said).to_have_text(re.compile(r"^\d+ of 23 answered\. [^.]+\.$"))
    why = chooser.region("why")
    expect(why.locator("ol").first.locator("li")).to_have_count(3)
    expect(why).to_contain_text("KAM maturity −2 (“None of the four exists”): −2")
    expect(why.locator("svg desc")).to_contain_text("Complex offer +4 / +2")
    chooser.press(why.locator(".kam-table > summary"))
    expect(why.locator("tbody tr")).to_have_count(13)
    expect(chooser.region("vetoes")).to_contain_text("Because “KAM maturity” is answered −2")
    expect(chooser.region("flips")).to_contain_text("KAM maturity weighing 9 instead of 1")
    expect(chooser.region("facts")).to_contain_text("88% of its points")
    expect(chooser.region("facts").locator("a[href*='evidence/sources/']").first).to_be_visible()
    chooser.press(chooser.region("working").locator("summary"))
    expect(chooser.region("working").locator("tbody tr")).to_have_count(12)

    chooser.choose("choose.criteria.lasting-top-commitment", "-1")
    expect(headline.locator(".kam-headline__level")).to_have_text("No clear winner")


def test_what_if_beside_the_answers(chooser):
    """6: an answer moved in the second context changes that result alone; clearing it ends it."""
    chooser.open(ANSWERED)
    both = chooser.region("other-form").locator(".kam-compared > div")
    expect(both).to_have_count(1)
    chooser.select("choose.other.criteria.lasting-top-commitment", "-1")
    expect(both.nth(1)).to_contain_text("Co-ordination overlay")
    expect(both.nth(0)).to_contain_text("Diamond account team, 20")
    expect(chooser.region("headline")).to_contain_text("Diamond account team")
    expect(chooser.field("choose.criteria.lasting-top-commitment", "1")).to_be_checked()
    chooser.write("choose.other.name", "In three years")
    expect(both.nth(1).locator("h3")).to_have_text("In three years")
    chooser.page.reload()
    expect(both.nth(1).locator("h3")).to_have_text("In three years")

    chooser.press(chooser.page.get_by_role("button", name="Clear the second context"))
    expect(both).to_have_count(1)
