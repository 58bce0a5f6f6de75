"""The chooser's form: answered by mouse, by touch and by keys, at 390 and at 1280."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.pages.assessment_page import WIDTHS
from tests.support.pages.chooser_page import Chooser
from tests.support.pages.looks import value

pytestmark = pytest.mark.spared

QUESTION = "co-ordination-need"
NAME = f"choose.answers.{QUESTION}"

CRITERION = {390: 498, 1280: 439}
"""Pixels that one of the twelve criteria took on average in the release before, by the width of the
window; a question of today takes a third of that at most."""

PITCH = """(scales) => {
    const box = (scale) => scale.getBoundingClientRect();
    const pairs = scales.slice(1).map((scale, at) => [scales[at], scale]);
    const heights = pairs.filter(([a, b]) => a.parentElement === b.parentElement)
        .map(([a, b]) => box(b).top - box(a).top);
    return heights.reduce((sum, one) => sum + one, 0) / heights.length;
}"""
"""How far apart questions stand on average: each with all that belongs to it."""

TARGETS = """(inputs) => inputs.map((input) => {
    const { width, height } = input.getBoundingClientRect();
    return Math.round(Math.min(width, height));
})"""

LAID = """(inputs) => inputs.map((input) => {
    const { x, y, width, height } = input.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === input;
})"""

SHOWN = """(words) => words.filter((one) => getComputedStyle(one).opacity === "1")
    .map((one) => one.textContent)"""


def chooser_at(page, root, model, width, how="mouse"):
    """The chooser in a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    return Chooser(page, root, model, how)


def shown(page, id=QUESTION):
    """The words of a scale that are seen, the poles and "we do not know" left out."""
    between = ".kam-step:not(.kam-step--low, .kam-step--high, .kam-step--unknown) .kam-step__words"
    return page.locator(f"#q-{id} {between}").evaluate_all(SHOWN)


@pytest.mark.parametrize("width", WIDTHS)
def test_a_question_takes_a_third_of_the_room(page, root, model, width):
    """On average over the form; and nothing is wider than the window."""
    chooser_at(page, root, model, width).open()
    value(page, "document.fonts.ready")

    assert page.locator(".kam-scale").evaluate_all(PITCH) <= CRITERION[width] / 3
    assert width == value(page, "document.documentElement.scrollWidth")


@pytest.mark.parametrize("width", WIDTHS)
def test_each_step_is_as_large_as_a_thumb(page, root, model, width):
    """Six targets of 44 pixels or more each way, "we do not know" among them, none covered."""
    chooser_at(page, root, model, width).open()
    radios = page.locator(f"#q-{QUESTION} input")
    radios.first.scroll_into_view_if_needed()

    assert [True] * 6 == radios.evaluate_all(LAID)
    assert 44 <= min(radios.evaluate_all(TARGETS))


@pytest.mark.parametrize("width", WIDTHS)
def test_by_mouse(page, root, model, structures, width):
    """The words of the step under the pointer are seen, then those of the chosen one."""
    asked = structures.question[QUESTION]
    chooser = chooser_at(page, root, model, width).open()
    assert shown(page) == []
    chooser.field(NAME, "1").hover()
    assert shown(page) == [asked.words(1)]
    chooser.field(NAME, "0").click()
    page.mouse.move(1, 1)
    assert shown(page) == [asked.words(0)]
    expect(chooser.region("progress-work")).to_contain_text("1 of 5 answered")

    page.locator(f"#q-{QUESTION}").get_by_text(asked.high, exact=True).click()
    expect(chooser.field(NAME, "2")).to_be_checked()
    page.locator(f"#q-{QUESTION}").get_by_role("button", name="Make blank").click()
    expect(page.locator(f"#q-{QUESTION} input:checked")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_by_touch(readers, root, model, structures, width):
    """A tap on a step, a pole's words, "we do not know"; confirmed and taken back in sight."""
    context = readers(viewport={"width": width, "height": 844}, has_touch=True, is_mobile=True)
    page = context.new_page()
    chooser = Chooser(page, root, model, "mouse").open()
    chooser.field(NAME, "-1").tap()
    expect(chooser.field(NAME, "-1")).to_be_checked()
    assert shown(page) == [structures.question[QUESTION].words(-1)]
    low = structures.question[QUESTION].low
    page.locator(f"#q-{QUESTION}").get_by_text(low, exact=True).tap()
    expect(chooser.field(NAME, "-2")).to_be_checked()
    chooser.field(NAME, "unknown").tap()
    foot = page.locator(f"#q-{QUESTION} .kam-foot")
    expect(foot).to_contain_text("Saved")
    expect(foot.get_by_role("button", name="Undo")).to_be_in_viewport(ratio=1)
    foot.get_by_role("button", name="Undo").tap()

    expect(page.locator(f"#q-{QUESTION} input:checked")).to_have_count(0)
    expect(foot).to_contain_text("Taken back")
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_by_keys(page, root, model, structures, width):
    """Arrows move through steps that are named by their words; n leads to what is open."""
    asked = structures.question["concentration"]
    chooser = chooser_at(page, root, model, width, "keyboard").open()
    chooser.field("choose.answers.concentration").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    here = page.locator("#q-concentration").get_by_role("radio", name=asked.words(-1), exact=True)
    expect(here).to_be_focused()
    expect(here).to_be_checked()
    assert shown(page, "concentration") == [asked.words(-1)]
    expect(page.locator(".kam-next")).to_have_attribute("href", "#q-largest-customer")
    page.keyboard.press("n")
    expect(chooser.field("choose.answers.largest-customer").first).to_be_focused()
    expect(chooser.said).to_have_text("Next unanswered question: 2 of 23.")
    chooser.field("choose.answers.concentration", "-1").focus()
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(chooser.field("choose.answers.concentration", "unknown")).to_be_checked()
    page.keyboard.press("Delete")

    expect(page.locator("#q-concentration input:checked")).to_have_count(0)


@pytest.mark.parametrize("width", WIDTHS)
def test_not_known(page, root, model, structures, width):
    """It says whom to ask and what to do, and counts as answered."""
    asked = structures.question[QUESTION]
    chooser = chooser_at(page, root, model, width).open()
    told = page.locator(f"#u-{QUESTION}")
    expect(told).to_be_hidden()
    chooser.choose(NAME, "unknown")

    expect(told).to_have_text(f"Ask: the head of operations. {asked.unknown}")
    expect(told).to_be_visible()
    expect(chooser.field(NAME, "unknown")).to_have_accessible_description(
        f"Ask: the head of operations. {asked.unknown}"
    )
    expect(chooser.region("progress-work")).to_contain_text("1 of 5 answered")
    chooser.choose(NAME, "0")
    expect(told).to_be_hidden()


def test_hints_are_near(page, root, model, structures):
    """With room a hint stands open; on a phone one tap opens it, until the question is answered."""
    asked = structures.question[QUESTION]
    hint = page.locator(f"#q-{QUESTION} .kam-hint")
    chooser = chooser_at(page, root, model, 1280).open()
    expect(hint.get_by_text(asked.hint)).to_be_visible()
    expect(hint.locator("summary")).to_be_hidden()
    page.set_viewport_size({"width": 390, "height": 900})
    expect(hint.get_by_text(asked.hint)).to_be_hidden()
    hint.locator("summary").click()
    expect(hint.get_by_text(asked.hint)).to_be_visible()
    chooser.choose(NAME, "0")

    expect(hint).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_proposal_is_overruled(page, root, model, structures, width):
    """What the assessment is sure of counts until the reader answers; a companion once ticked."""
    told = {"customer-commitment": "3", "work-done-jointly": "3", "leader-behind-account": "3"}
    chooser = chooser_at(page, root, model, width)
    chooser.open({f"practice.{id}": rung for id, rung in told.items()})
    beside = chooser.region("beside-co-creation")
    expect(beside).to_contain_text(
        f"Your assessment says: “{structures.question['co-creation'].high[:-1]}”"
    )
    expect(beside).to_contain_text("It counts as soon as you answer a question yourself.")
    chooser.choose(NAME, "0")
    expect(beside).to_contain_text("It counts until you answer here.")
    chooser.choose("choose.answers.co-creation", "-1")
    expect(beside).to_contain_text("You answered here, so yours counts.")

    had = chooser.region("had-sponsors")
    expect(had).to_contain_text("It does not count until you tick it.")
    chooser.field("choose.have.sponsors").click()
    expect(had).to_be_empty()


@pytest.mark.parametrize("width", WIDTHS)
def test_what_was_answered_before(page, root, model, width):
    """An answer of the first release stands beside its question; some count."""
    chooser = chooser_at(page, root, model, width)
    chooser.open({"choose.criteria.complex-offer": "2", "choose.criteria.spread": "2"})
    same, other = chooser.region("beside-complex-offer"), chooser.region("beside-units-per-account")

    expect(same).to_contain_text("You answered before: +2 to “")
    expect(same).to_contain_text("until you answer.")
    expect(other).to_contain_text("so it does not count: answer anew.")
    chooser.choose("choose.answers.complex-offer", "1")
    expect(same).to_contain_text("Your answer here counts.")


def test_todays_form(page, root, model, structures):
    """It is told by what one sees; "none of these" says what follows."""
    chooser = chooser_at(page, root, model, 390).open()
    chooser.page.locator("label:has([name='choose.today'][value='none'])").click()
    expect(chooser.region("today")).to_contain_text(structures.today.unknown)
    chooser.page.locator("label:has([name='choose.today'][value='internal-market'])").click()
    expect(chooser.region("today")).to_contain_text("We advise nobody to build it")
    expect(chooser.region("progress-today")).to_contain_text("1 of 3 answered")


def test_a_second_context_keeps_what_differs(page, root, model):
    """The answer above is no choice there; one that is moved is marked, and clearing ends it."""
    chooser = chooser_at(page, root, model, 390).open({NAME: "2"})
    moved = f"choose.other.answers.{QUESTION}"
    both = chooser.region("other-form").locator(".kam-compared > div")
    expect(both).to_have_count(1)
    chooser.press(page.locator("#other-work > summary"))
    values = [o.get_attribute("value") for o in chooser.field(moved).locator("option").all()]
    assert ["", "-2", "-1", "0", "1", "unknown"] == values
    chooser.select(moved, "-1")
    expect(both).to_have_count(2)
    expect(page.locator("#other-work > summary")).to_contain_text("1 moved")
    chooser.write("choose.other.name", "In three years")
    expect(both.nth(1).locator("h3")).to_have_text("In three years")
    expect(chooser.field(NAME, "2")).to_be_checked()

    chooser.press(page.get_by_role("button", name="Clear the second context"))
    expect(both).to_have_count(1)


def test_all_answered_has_a_word(page, root, model, structures):
    """With everything answered, n says so, and the page shows it."""
    records = {f"choose.answers.{id}": "0" for id in structures.question}
    chooser = chooser_at(page, root, model, 390, "keyboard")
    chooser.open({**records, "choose.today": "none"})
    expect(page.locator(".kam-next")).to_have_text("All 23 are answered")
    chooser.field(NAME).first.focus()
    page.keyboard.press("n")

    expect(chooser.said).to_have_text("All 23 are answered.")


def test_the_first_answer_is_near(page, root, model):
    """On a phone it stands within a screen and a half; what to read first is one tap away."""
    page.set_viewport_size({"width": 390, "height": 844})
    Chooser(page, root, model, "mouse").open()
    value(page, "document.fonts.ready")
    first = page.locator("#q-concentration .kam-steps").bounding_box()
    told = page.get_by_text("Answer from what happened in the last year or so")

    assert first["y"] + first["height"] <= 1.5 * 844
    expect(told).to_be_hidden()
    page.get_by_text("Read this first").click()
    expect(told).to_be_visible()
    page.emulate_media(media="print")
    expect(told).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_next_open_question_is_in_sight(page, root, model, width):
    """Beside the form or at its foot, and the panel or the bar leads to the result."""
    chooser = chooser_at(page, root, model, width).open()
    chooser.choose("choose.answers.concentration", "0")
    expect(page.locator(".kam-next")).to_have_attribute("href", "#q-largest-customer")
    expect(page.locator(".kam-next")).to_be_in_viewport()
    page.locator(".kam-next").click()

    expect(page).to_have_url(re.compile("#q-largest-customer$"))
