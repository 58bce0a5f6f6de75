"""What a user can do in the full assessment, by mouse at 1280, by keyboard at 390."""

import re
from itertools import product

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import HOW, WIDTHS, Assessment
from tests.support.pages.bar import press
from tests.support.pages.looks import value
from tests.support.pages.scan_page import Scan

pytestmark = pytest.mark.spared

FOCUSED = "document.activeElement.name"


USUAL = tuple(zip(HOW, WIDTHS, strict=True))
WAYS = [
    pytest.param(way, id=f"{way[0]} at {way[1]}", marks=() if way in USUAL else pytest.mark.sweep)
    for way in product(HOW, WIDTHS)
]
"""The other two pairs of a hand and a width find what these two found."""


@pytest.fixture(params=WAYS)
def assessment(request, page, root, model):
    """The assessment, not opened yet."""
    how, width = request.param
    page.set_viewport_size({"width": width, "height": 900})
    return Assessment(page, root, model, how)


def test_two_depths_share_their_state(assessment, page, root):
    """1: a quick answer counts until practices differ from it; the page asks which is nearer."""
    Scan(page, root).open().answer({"delivery-on-board": "3"})
    assessment.open()
    label = assessment.region("headline").locator(".kam-headline__label")
    expect(label).to_contain_text("rough, from 1 quick answer")
    assessment.answer(deliverers_in_the_know="0")

    expect(label).not_to_contain_text("rough")
    expect(assessment.region("second")).to_contain_text("In the quick scan you chose “")
    expect(assessment.region("second")).to_contain_text("come to 0.0, “")


def test_answers_of_every_kind_are_kept(assessment, page):
    """2: a rung, an unknown, a reason, a note, proof, its day and an owner; kept after a reload."""
    assessment.open()
    assessment.answer(block_removal="3", ties_outside_deals="unknown", fit_review="na")
    assessment.write("reason.fit-review", "Too early.")
    question = page.locator("#q-block-removal + .kam-detail")
    assessment.unfold(question)
    assessment.tick("proof.block-removal")
    for field, text in (("evidence", "The list of 3 March"), ("note", "Why"), ("owner", "Ann")):
        assessment.write(f"{field}.block-removal", text)
    assessment.date("dated.block-removal", "2027-03-05")
    expect(assessment.region("progress-leaders-entangled")).to_contain_text("2 of 5 answered")
    expect(assessment.region("panel")).to_contain_text("3 of 38 answered")
    page.reload()

    expect(assessment.field("practice.block-removal", "3")).to_be_checked()
    expect(assessment.field("practice.ties-outside-deals", "unknown")).to_be_checked()
    expect(assessment.field("reason.fit-review")).to_have_value("Too early.")
    expect(assessment.field("proof.block-removal")).to_be_checked()
    expect(assessment.field("dated.block-removal")).to_have_value("2027-03-05")
    expect(assessment.field("owner.block-removal")).to_have_value("Ann")


def test_one_key_leads_to_the_next_open_question(assessment, page, model):
    """2: n goes to it and says so, but only within the tool; in a text field n is a letter."""
    first, second = (p["id"] for p in model["dimensions"][0]["practices"][:2])
    assessment.open()
    page.get_by_role("link", name="quick scan", exact=True).first.focus()
    page.keyboard.press("n")
    assert not value(page, FOCUSED)
    page.locator("#scope > summary").focus()
    page.keyboard.press("n")
    assert f"practice.{first}" == value(page, FOCUSED)
    assessment.choose(f"practice.{first}", "2")
    expect(assessment.region("jump").locator(".kam-next")).to_have_attribute("href", f"#q-{second}")
    page.keyboard.press("n")

    assert f"practice.{second}" == value(page, FOCUSED)
    expect(page.locator(f"#q-{second}")).to_be_in_viewport()
    expect(assessment.said).to_have_text(re.compile("^Next unanswered question: .* 2 of 4"))
    assessment.unfold(page.locator(f"#q-{first} + .kam-detail"))
    assessment.write(f"note.{first}", "now")
    expect(assessment.field(f"note.{first}")).to_have_value("now")


def test_progress_is_the_way_around(assessment, page):
    """2: a list shows how far each dimension is answered, leads to it, and is never far away."""
    assessment.open().answer(
        block_removal="3", ties_outside_deals="unknown", deliverers_in_the_know="0"
    )
    contents = assessment.region("contents")
    expect(contents).to_contain_text("3 of 38 answered")
    if page.viewport_size["width"] < 1000:
        expect(contents).to_be_hidden()
        assessment.press(page.get_by_role("link", name="All dimensions"))
    leaders = contents.get_by_role("link", name="Leaders entangled")
    expect(leaders).to_contain_text("2 of 5")
    expect(contents.get_by_role("link", name="Delivery on board")).to_contain_text("1 of 4")
    expect(leaders).to_be_in_viewport()
    assessment.press(leaders)

    expect(page.locator("#d-leaders-entangled h2")).to_be_in_viewport()


def test_answers_faster_than_read_are_asked_about(assessment, model):
    """4: a run of answers that nobody can have read is one question; the score stays."""
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]][:7]
    slow = {f"practice.{id}": f"2026-11-22T03:{n:02}:00.000Z" for n, id in enumerate(practices)}
    fast = {f"practice.{id}": f"2026-11-22T03:00:0{n}.000Z" for n, id in enumerate(practices)}
    assessment.open(dict.fromkeys(slow, "2"), slow)
    expect(assessment.region("headline")).to_contain_text("The score is 2.0 of 4")
    expect(assessment.region("second")).not_to_contain_text("faster")
    said = assessment.region("headline").inner_text()
    assessment.open(dict.fromkeys(fast, "2"), fast)

    expect(assessment.region("second")).to_contain_text("6 answers came faster than the words")
    assert said == assessment.region("headline").inner_text()


def test_scope_comes_first(assessment):
    """3: the profile proposes what may not apply and targets; the reader overrules one."""
    assessment.open()
    assessment.unfold(assessment.page.locator("#scope"))
    assessment.choose("profile.phase", "planned")
    expect(assessment.region("scope")).to_contain_text("May not apply to you")
    expect(assessment.region("scope")).to_contain_text("Leaders entangled: 2.")
    assessment.select("target.leaders-entangled", "3")

    expect(assessment.region("scope")).to_contain_text("Leaders entangled: 3.")


def test_result_follows_every_answer(assessment):
    """4: headline, charts with tables, exposure, three topics, what is unknown; said once."""
    assessment.open().answer(block_removal="3")
    expect(assessment.region("headline")).to_contain_text("No level yet")
    expect(assessment.said).to_have_text(re.compile("^Answered, 1 of 38\\.$"))
    assessment.everywhere(4, yes_before_the_promise=0, deliverers_at_the_table=0)
    expect(assessment.region("headline")).to_contain_text("3 Rooted")

    expect(assessment.region("headline")).to_contain_text("What would it take to kill it?")
    expect(assessment.region("cap")).to_contain_text("Delivery on board stands at 2 Running")
    expect(assessment.region("panel")).to_contain_text("3 Rooted")
    assessment.press(assessment.page.locator("a[href='#result']:visible").first)
    expect(assessment.region("picture").locator("svg.kam-chart")).to_be_in_viewport()
    expect(assessment.region("exposure")).to_contain_text("Most exposed to")
    expect(assessment.region("focus").locator("li").first).to_contain_text("Delivery on board")
    expect(assessment.region("radar").locator("table tbody tr")).to_have_count(8)
    assessment.answer(deliverers_at_the_table="4")
    expect(assessment.region("headline")).to_contain_text("4 Renewing")
    expect(assessment.region("cap")).to_be_empty()


def test_advice_names_its_reasons(assessment):
    """5: each recommendation says which answers led to it; other answers, other advice."""
    assessment.everywhere(4, yes_before_the_promise=0, deliverers_at_the_table=0)
    advice = assessment.part("advice")
    rule = advice.locator("li").first
    reason = rule.get_by_text("you answered 0: “Decided without them")
    for seen in ("First step:", "Who:", "Effect: much. By the model it lifts the level from 3"):
        expect(rule.get_by_text(seen)).to_be_visible()
    expect(reason).to_be_hidden()
    assessment.unfold(rule)

    expect(reason).to_be_visible()
    expect(rule.get_by_text("Do not")).to_be_visible()
    assessment.answer(yes_before_the_promise="4", deliverers_at_the_table="4")
    expect(advice).to_be_empty()


def test_way_up_is_edited_as_a_what_if(assessment):
    """6: a move left out gives another way, scored at once; no answer changes."""
    delivery = ("deliverers_in_the_know", "yes_before_the_promise", "deliverers_at_the_table")
    assessment.everywhere(2, **dict.fromkeys((*delivery, "first_in_a_squeeze"), 0))
    way = assessment.part("climb")
    said = way.locator(".kam-way > p").first
    before = said.inner_text()
    expect(way.locator(".kam-moves a").first).to_have_attribute("href", re.compile("practices/"))
    expect(way.locator(".kam-what-if")).to_contain_text("2 Running")
    first = way.locator("[name^='leave.']").first.get_attribute("name")
    assessment.tick(first)
    expect(said).not_to_have_text(before)

    expect(assessment.field(first)).to_be_checked()
    expect(way.locator(".kam-left, .kam-way > p").first).to_contain_text(
        re.compile("left out|cannot be reached")
    )
    expect(assessment.region("headline")).to_contain_text("1 Reasoned")
    expect(assessment.field("practice.deliverers-in-the-know", "0")).to_be_checked()
    assessment.tick(first)
    expect(said).to_have_text(before)


def test_plan_is_a_road(assessment, page):
    """7: what to do, who and when; in order of month, and a sentence where that cannot hold."""
    assessment.everywhere(0)
    expect(assessment.region("plan")).to_contain_text("Empty.")
    late, early = "agree-the-bad-quarter", "write-the-case"
    assessment.unfold(assessment.part("advice").locator("> details"))
    assessment.part("plan")
    for rule in (late, early):
        assessment.tick(f"plan.{rule}")
        expect(assessment.field(f"plan-owner.{rule}")).to_be_visible()
    assessment.write(f"plan-owner.{late}", "Ann of sales")
    expect(assessment.field(f"plan-owner.{late}")).to_be_focused()
    expect(assessment.region("plan")).to_contain_text("Ann of sales")
    assessment.date(f"plan-month.{late}", "2027-03")
    assessment.date(f"plan-month.{early}", "2027-06")
    road = assessment.region("plan").locator(".kam-road > li")
    expect(road.nth(0)).to_contain_text("March 2027")
    expect(road.nth(1)).to_contain_text("June 2027")
    expect(assessment.region("plan")).to_contain_text("which comes later, in June 2027")
    page.reload()

    expect(road.nth(0)).to_contain_text("Ann of sales")
    press(page.locator("#assessment"), "Copy as text")
    expect(assessment.region("copy").locator("textarea")).to_have_value(
        re.compile("The plan:\n- March 2027: Agree in a good quarter")
    )


def test_arithmetic_is_shown(assessment):
    """8: every kind of figure has its sum, with the reader's own values."""
    assessment.everywhere(2, deliverers_in_the_know=0)
    shown = assessment.part("working")

    expect(shown).to_contain_text("(0 + 2 + 2 + 2) / 4 = 1.5")
    expect(shown).to_contain_text("Programme level: the least of that")
    expect(shown).to_contain_text(re.compile(r"1 − \([0-2 +]+\) / \(4 × \d+\) = "))
    expect(shown).to_contain_text("Targets")
    button = shown.get_by_role("button", name="The sums of advice")
    assessment.press(button)
    desk = assessment.page.locator("#assessment dialog")
    expect(desk).to_contain_text("The same sums, with these steps taken:")
    expect(desk).to_contain_text("What each recommendation would change")


def test_worked_organisation_stands_beside(assessment, page, root):
    """9: a whole result without answering; the reader's own answers are untouched."""
    assessment.open().answer(block_removal="3")
    expect(assessment.region("headline")).to_contain_text("The score is 3.0 of 4")
    link = page.get_by_role("link", name="Examples", exact=True).locator("visible=true").first
    assessment.press(link)
    page.wait_for_url("**/examples/")
    page.get_by_role("link", name="Corvane Drives, eighth year").locator(
        "visible=true"
    ).last.click()
    page.wait_for_url("**/examples/supplier-eighth-year/")
    shown = page.locator("#organisation-supplier-eighth-year")
    expect(shown).to_contain_text("3 Rooted")
    expect(shown.locator("form, input, select, textarea")).to_have_count(0)
    expect(page.get_by_text("This firm is invented")).to_be_visible()
    page.goto(f"{root}assessment/")

    expect(assessment.field("practice.block-removal", "3")).to_be_checked()
    expect(assessment.region("headline")).to_contain_text("The score is 3.0 of 4")
