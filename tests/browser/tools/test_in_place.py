"""Questions on the pages that explain them: answered and confirmed there, known elsewhere."""

import re

import pytest
from playwright.sync_api import expect

from tests.support.pages.looks import until, value
from tests.support.pages.tool_page import Tool, reach
from widgets.questions.after import FIRST, KEEP

pytestmark = pytest.mark.spared

HANDS = ("mouse", "touch", "keyboard")
SCREEN = {"width": 390, "height": 844}
PRACTICE, DIMENSION = "yes-before-the-promise", "delivery-on-board"
FACTOR = "deliverers-not-enrolled"


class Reading(Tool):
    """A page with questions in place; a finger taps where a mouse would click."""

    def __init__(self, page, root, model, how, address, asked):
        self.address, self.name = address, asked
        super().__init__(page, root, model, how)
        self.finger = how == "touch"

    def choose(self, name, text):
        """Takes one of several answers."""
        if self.finger:
            self.page.locator(f"#{self.name} label:has([name='{name}'][value='{text}'])").tap()
        else:
            super().choose(name, text)

    def press(self, control):
        """Works a button or a link."""
        if self.finger:
            control.tap()
        else:
            super().press(control)

    def unfold(self, id):
        """Opens the ladder of a practice, where it is folded behind its question."""
        self.press(self.page.locator(f".kam-fold:has(#q-{id}) > summary"))

    def after(self, id):
        """What stands beneath a question."""
        return self.region(f"after-{id}")

    def saved(self, id):
        """What is confirmed at the foot of a question."""
        return self.page.locator(f"#{self.name} #q-{id} [data-kam-foot] .kam-receipt")


@pytest.fixture
def reading(readers, root, model):
    """Opens a page with questions for a reader with a mouse, a finger or the keyboard."""

    def come(how, address, asked):
        context = readers(has_touch=how == "touch", viewport=SCREEN, reduced_motion="reduce")
        return Reading(context.new_page(), root, model, how, address, asked).open()

    return come


def in_the_assessment(page, root, name):
    """The answer that the assessment has to a question."""
    page.goto(f"{root}assessment/")
    return page.locator(f"[name='{name}']:checked")


@pytest.mark.parametrize("how", HANDS)
def test_a_practice_is_answered_on_its_page(reading, root, how):
    """Saved in sight, the first step beneath, undone and made blank there; the assessment knows."""
    here = reading(how, f"practices/{PRACTICE}/", f"questions-practice-{PRACTICE}")
    name = f"practice.{PRACTICE}"
    expect(here.after(PRACTICE)).to_contain_text("your first step shows here")
    here.choose(name, "1")

    expect(here.saved(PRACTICE)).to_contain_text("Saved")
    expect(here.saved(PRACTICE)).to_be_in_viewport()
    expect(here.after(PRACTICE)).to_contain_text(f"{FIRST} ")
    expect(here.after(PRACTICE).get_by_text(FIRST)).to_be_in_viewport(ratio=1)
    expect(here.after(PRACTICE)).to_contain_text("Delivery on board: 1 of 4 answered. See your")
    expect(here.said).to_contain_text("Answered, 1 of 1.")
    here.press(here.saved(PRACTICE).get_by_role("button", name="Undo"))
    expect(here.after(PRACTICE)).to_contain_text("your first step shows here")
    here.choose(name, "4")
    expect(here.after(PRACTICE)).to_contain_text(KEEP)
    expect(in_the_assessment(here.page, root, name)).to_have_value("4")


def test_an_answer_may_be_made_blank_in_place(reading):
    """The line at its foot takes the answer away, and the page says again what it waits for."""
    here = reading("keyboard", f"practices/{PRACTICE}/", f"questions-practice-{PRACTICE}")
    here.choose(f"practice.{PRACTICE}", "2")
    expect(here.after(PRACTICE)).to_contain_text(FIRST)
    here.press(here.page.locator(f"#q-{PRACTICE}").get_by_role("button", name="Make blank"))

    expect(here.after(PRACTICE)).to_contain_text("your first step shows here")
    expect(here.page.locator(f"#q-{PRACTICE} :checked")).to_have_count(0)


@pytest.mark.parametrize("how", HANDS)
def test_a_dimension_is_answered_on_its_page(reading, root, how):
    """The quick question counts in the scan, until a practice on the same page overrules it."""
    here = reading(how, f"dimensions/{DIMENSION}/", f"questions-quick-{DIMENSION}")
    here.choose(f"quick.{DIMENSION}", "1")
    expect(here.saved(DIMENSION)).to_contain_text("Saved")
    expect(here.saved(DIMENSION)).to_be_in_viewport()
    expect(here.after(DIMENSION)).to_contain_text("Quick scan: 1 of 8 answered. See your result")
    asked = f"questions-{DIMENSION}"
    below = Reading(here.page, root, here.model, how, here.address, asked)
    below.unfold(PRACTICE)
    below.choose(f"practice.{PRACTICE}", "2")

    expect(below.saved(PRACTICE)).to_contain_text("Saved")
    expect(here.saved(DIMENSION)).to_be_hidden()
    expect(below.after(PRACTICE)).to_contain_text("Delivery on board: 1 of 4 answered.")
    expect(here.after(DIMENSION)).to_contain_text("this quick answer enters no figure")
    expect(below.region("standing")).to_contain_text("Where you stand here: 2.0 of 4")
    here.page.goto(f"{root}quick-scan/")
    expect(here.page.locator(f"[name='quick.{DIMENSION}']:checked")).to_have_value("1")


@pytest.mark.parametrize("how", HANDS)
def test_a_failure_is_answered_on_its_page(reading, how):
    """Each question says in its place how open the failure is."""
    here = reading(how, f"why-it-fails/{FACTOR}/", f"questions-factor-{FACTOR}")
    here.choose(f"practice.{PRACTICE}", "1")

    expect(here.saved(PRACTICE)).to_be_in_viewport()
    total = here.page.locator(f"#{here.name} fieldset").count()
    said = re.compile(rf"Exposure to this failure: 75 of 100, 1 of {total} answered\.")
    expect(here.after(PRACTICE)).to_contain_text(said)


def test_the_first_answer_is_near(reading):
    """On a phone the whole ladder of a practice is within the first screen and a half."""
    here = reading("touch", f"practices/{PRACTICE}/", f"questions-practice-{PRACTICE}")
    lines = here.page.locator(f"#{here.name} .kam-choice").all()

    assert 6 == len(lines)
    assert all(line.bounding_box()["y"] < 1.5 * SCREEN["height"] for line in lines)


@pytest.mark.parametrize("rung", ["0", "4"])
def test_the_step_comes_into_sight(reading, rung):
    """On a phone the confirmation and the step stand on the screen, whichever rung was tapped."""
    here = reading("touch", f"practices/{PRACTICE}/", f"questions-practice-{PRACTICE}")
    here.page.locator(f"#{here.name} label:has([value='{rung}'])").scroll_into_view_if_needed()
    here.choose(f"practice.{PRACTICE}", rung)
    step = here.after(PRACTICE).locator("strong")

    expect(step).to_have_text(f"{KEEP if rung == '4' else FIRST} ")
    expect(step).to_be_in_viewport(ratio=1)
    expect(here.saved(PRACTICE)).to_be_in_viewport(ratio=1)


def test_a_dimension_s_page_is_no_roll(reading):
    """On a phone its ladders are folded, marked once answered, and opened by a link to one."""
    here = reading("touch", f"dimensions/{DIMENSION}/", f"questions-{DIMENSION}")
    folds = here.page.locator(".kam-fold")
    expect(folds).to_have_count(4)
    expect(here.page.locator(".kam-fold[open]")).to_have_count(0)
    assert value(here.page, "document.documentElement.scrollHeight") <= 5400
    value(here.page, f"location.hash = 'q-{PRACTICE}'")
    expect(here.page.locator(f"#q-{PRACTICE}")).to_be_in_viewport()
    here.choose(f"practice.{PRACTICE}", "1")
    summary = f"document.querySelector('.kam-fold:has(#q-{PRACTICE}) > summary')"

    assert "✓" in value(here.page, f"getComputedStyle({summary}, '::before').content")


def test_nothing_moves_when_the_step_shows(reading):
    """The room beneath a question is there before its answer: the next question stays put."""
    here = reading("touch", f"dimensions/{DIMENSION}/", f"questions-{DIMENSION}")
    here.unfold(PRACTICE)
    here.unfold("deliverers-at-the-table")
    here.page.locator(f"#q-{PRACTICE}").scroll_into_view_if_needed()
    following = "document.querySelector('#q-deliverers-at-the-table')"
    there = f"{following}.getBoundingClientRect().y + scrollY"
    value(here.page, "document.fonts.ready")
    before = value(here.page, there)
    here.choose(f"practice.{PRACTICE}", "1")
    expect(here.after(PRACTICE)).to_contain_text(FIRST)

    assert before == value(here.page, there)


def test_a_ladder_reads_whole_on_paper(reading):
    """All lines of a practice are printed with its page, answered or not."""
    here = reading("mouse", f"practices/{PRACTICE}/", f"questions-practice-{PRACTICE}")
    lines = here.page.locator(f"#{here.name} .kam-choice")
    here.choose(f"practice.{PRACTICE}", "1")
    expect(here.after(PRACTICE)).to_contain_text(FIRST)
    here.page.emulate_media(media="print")

    for line in lines.all():
        expect(line).to_be_visible()
    expect(here.after(PRACTICE)).to_be_visible()


def test_a_ladder_reads_without_scripts(readers, root):
    """With scripts off the page tells every line, and who knows."""
    page = readers(java_script_enabled=False).new_page()
    page.goto(f"{root}practices/{PRACTICE}/")

    for line in page.locator(".kam-choice").all():
        expect(line).to_be_visible()
    expect(page.locator(".kam-question__ask")).to_be_visible()


def test_who_answered_elsewhere_finds_the_step_here(reading, root):
    """An answer from the assessment stands on the practice's page, with its step beneath."""
    here = reading("mouse", f"practices/{PRACTICE}/", f"questions-practice-{PRACTICE}")
    here.page.goto(f"{root}assessment/")
    reach(here.page.locator(f"label:has([name='practice.{PRACTICE}'][value='0'])")).click()
    expect(here.page.locator("#assessment .kam-receipt")).to_contain_text("Saved")
    here.page.goto(f"{root}practices/{PRACTICE}/")

    expect(here.field(f"practice.{PRACTICE}", "0")).to_be_checked()
    expect(here.after(PRACTICE)).to_contain_text(FIRST)
    until(here.page, "document.querySelectorAll('.kam-after strong').length === 1")
