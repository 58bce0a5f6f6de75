"""The seven tests at the head of their page: each verdict, and answers shared with the chooser."""

import pytest
import yaml
from playwright.sync_api import expect

from tests.support.case_files import CASES
from tests.support.pages.chooser_page import Chooser
from widgets.seven_tests.verdict import HEADLINES

pytestmark = pytest.mark.spared

VERDICTS = yaml.safe_load((CASES / "seven_tests" / "verdicts.yaml").read_text(encoding="utf-8"))
PASSED = VERDICTS["passed"]
SCREEN = {"width": 390, "height": 844}
HANDS = ("mouse", "touch", "keyboard")
OF_EACH_KIND = {
    "go": {},
    "risk": {"price-buyers": 2},
    "not-kam": {"price-buyers": 2, "concentration": -2},
    "not-now": {"operations-accept": -2},
    "other-reason": {"purpose-is-the-customer": -2},
    "open": {"price-buyers": 2, "who-needs-whom": "unknown"},
}
"""What is answered otherwise than in `PASSED`, by verdict."""

EACH = [
    pytest.param(kind, how, marks=() if at % len(HANDS) == number else pytest.mark.sweep)
    for at, kind in enumerate(OF_EACH_KIND)
    for number, how in enumerate(HANDS)
]
"""Every verdict, and each of them by one hand: a hand meets two; a release sees all pairs."""


class Tests(Chooser):
    """The seven tests in a page; a finger taps where a mouse would click."""

    __test__ = False
    name = "seven-tests"
    address = "start/is-it-right-for-you/"

    def __init__(self, page, root, model, how):
        super().__init__(page, root, model, how)
        self.finger = how == "touch"

    def choose(self, name, text):
        """Takes an answer."""
        if self.finger:
            self.field(name, text).tap()
        else:
            super().choose(name, text)

    def answer(self, answers):
        """Takes several answers."""
        for id, step in answers.items():
            self.choose(f"choose.answers.{id}", str(step))

    @property
    def verdict(self):
        """What the tests say."""
        return self.region("verdict")


@pytest.fixture
def tests(readers, root, model):
    """Opens the tests on a phone, for a reader with a mouse, a finger or the keyboard."""

    def come(how, kept=None):
        context = readers(has_touch=how == "touch", viewport=SCREEN, reduced_motion="reduce")
        records = {f"choose.answers.{id}": str(step) for id, step in (kept or {}).items()}
        return Tests(context.new_page(), root, model, how).open(records)

    return come


@pytest.mark.parametrize("how", HANDS)
def test_five_answers_of_nine(tests, how):
    """Saved where it was answered; the bar counts; what can still decide leads to its question."""
    here = tests(how)
    expect(here.verdict).to_contain_text("Seven tests, nine questions")
    here.answer({"concentration": 1, "price-buyers": 0, "something-customised": "unknown"})
    here.answer({"account-pays-for-resource": -2, "purpose-is-the-customer": 1})

    foot = here.page.locator("#q-purpose-is-the-customer [data-kam-foot] .kam-receipt")
    expect(foot).to_contain_text("Saved")
    expect(foot).to_be_in_viewport()
    expect(here.region("jump")).to_contain_text(f"5 of 9 answered{HEADLINES['open']}")
    expect(here.verdict).to_contain_text("What says no")
    here.press(here.page.locator(".kam-jump"))
    expect(here.verdict.locator(".kam-headline__level")).to_be_in_viewport()
    missing = here.verdict.locator("[href='#q-who-needs-whom']")
    here.press(missing)
    expect(here.page.locator("#q-who-needs-whom")).to_be_in_viewport()


@pytest.mark.parametrize(("kind", "how"), EACH)
def test_each_verdict(tests, kind, how):
    """The last answer brings the verdict, on the bar and in its place."""
    answers = {**PASSED, **OF_EACH_KIND[kind]}
    last = next(reversed(OF_EACH_KIND[kind] or PASSED))
    here = tests(how, {id: step for id, step in answers.items() if id != last})
    expect(here.region("jump")).to_contain_text("8 of 9 answered")
    here.answer({last: answers[last]})

    expect(here.region("jump")).to_contain_text(f"9 of 9 answered{HEADLINES[kind]}")
    expect(here.verdict.locator(".kam-headline__level")).to_have_text(HEADLINES[kind])
    expect(here.said).to_contain_text("Answered, 9 of 9.")


def test_the_chooser_has_the_answers_and_gives_its_own(tests, root, model):
    """Answered here, they are answered there; and what is changed there is changed here."""
    here = tests("mouse")
    here.answer({"concentration": 2, "leaders-time": -1})
    expect(here.region("jump")).to_contain_text("2 of 9 answered")
    there = Chooser(here.page, root, model, "mouse").open()
    expect(there.field("choose.answers.concentration", "2")).to_be_checked()
    there.choose("choose.answers.leaders-time", "2")
    expect(there.page.locator("#q-leaders-time .kam-receipt")).to_contain_text("Saved")
    here.open()

    expect(here.field("choose.answers.leaders-time", "2")).to_be_checked()
    expect(here.region("jump")).to_contain_text("2 of 9 answered")


def test_what_the_assessment_knows_is_said(tests, root):
    """An answer of the assessment stands beside its question, and counts once one is given."""
    here = tests("mouse")
    here.page.goto(f"{root}practices/service-apart/")
    here.page.locator("label:has([name='practice.service-apart'][value='2'])").click()
    expect(here.page.locator(".kam-after strong")).to_be_visible()
    here.open()
    here.answer({"concentration": 0})

    expect(here.region("beside-something-customised")).to_contain_text("Your assessment says:")
    expect(here.verdict).to_contain_text("1 of 9 answered. Your assessment adds 1 answer.")


def test_the_first_answer_is_near(tests):
    """On a phone the first test is on the first screen."""
    first = tests("touch").field("choose.answers.concentration").first

    assert first.bounding_box()["y"] < SCREEN["height"]


def test_the_door_of_the_home_page_leads_to_the_form(tests, root):
    """“Is KAM right for us?” opens the page whose first thing to do is the tests."""
    here = tests("mouse")
    here.page.goto(root)
    here.page.get_by_role("link", name="Is KAM right for us?").first.click()

    expect(here.field("choose.answers.concentration").first).to_be_attached()
