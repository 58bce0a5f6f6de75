"""The form of the seven tests and the words of its verdict."""

import re
from html import unescape

import pytest
import yaml

from build_tools import ROOT
from tests.support.case_files import CASES
from widgets.core.answers.states import Answers
from widgets.core.choosing.seven_tests import asked
from widgets.core.drawing.html import html
from widgets.core.page.frame import whole
from widgets.core.page.view import Place
from widgets.seven_tests.verdict import HEADLINES
from widgets.seven_tests.widget import view

VERDICTS = yaml.safe_load((CASES / "seven_tests" / "verdicts.yaml").read_text(encoding="utf-8"))
YES = VERDICTS["passed"]
PAGE = ROOT / "docs" / "start" / "is-it-right-for-you.md"


def verdict(model, answers, practices=()):
    """The verdict as it reads, to some answers to the chooser and to the assessment."""
    given = Answers(practices=dict(practices), chooser={"answers": answers} if answers else {})
    drawn = str(html(view(Place(model, "../", {}), given).regions["verdict"]))
    text = " ".join(unescape(re.sub(r"<[^>]+>", " ", drawn)).split())
    return re.sub(r" (?=[.,])", "", text)


@pytest.mark.parametrize("case", VERDICTS["cases"], ids=lambda case: case["name"])
def test_every_verdict_begins_with_its_headline(case, model):
    """The words follow the kind; of nine questions it says how many are answered."""
    given = {**YES, **case["answers"]} if case.get("beside_passed") else case["answers"]
    said = verdict(model, given)

    assert f"The verdict {HEADLINES[case['kind']]} {len(given)} of 9 answered." in said


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({}, "No test says no. Go on to the business case."),
        ({"price-buyers": 2}, "Go on, and write it as a risk into the business case."),
        ({"price-buyers": 2}, "Test 2: a customer that wants a plain trade pays nothing for more."),
        ({"concentration": -2, "price-buyers": 2}, "Do instead Look after customers by segment"),
        ({"operations-accept": -2}, "What has to change first An executive outside sales"),
        ({"operations-accept": -2}, "Test 6: the customer would be promised what nobody delivers."),
        ({"purpose-is-the-customer": -2}, "Solve the internal problem first, by other means."),
        ({"purpose-is-the-customer": "unknown"}, "A no to test 7 would send you to your own"),
        ({"price-buyers": "unknown"}, "One no here would be a risk to write down, and would not"),
        (
            {"price-buyers": 2, "who-needs-whom": "unknown"},
            "You do not know: ask the head of sales and the head of operations, each alone.",
        ),
    ],
)
def test_each_verdict_says_what_to_do(changed, says, model):
    """In plain words, with the test that says no and whoever can answer what is open."""
    assert says in verdict(model, {**YES, **changed})


def test_what_is_missing_is_named_with_its_question(model, structures):
    """Not decided: each question that can still decide it, as a link to it in the form."""
    drawn = str(
        html(
            view(
                Place(model, "../", {}), Answers(chooser={"answers": {"concentration": 1}})
            ).regions["verdict"]
        )
    )
    listed = re.findall(r'<li><a href="#q-([^"]+)">', drawn)
    form = str(whole("seven-tests", Place(model, "../", {})))

    assert [
        id for id in asked(structures) if id not in ("concentration", "purpose-is-the-customer")
    ] == listed
    assert all(f'id="q-{id}"' in form for id in listed)


def test_the_assessment_counts_until_answered_here(model):
    """Once something is answered here, what the assessment knows counts, and is said."""
    service = {"service-apart": 2}

    assert "Your assessment adds 1 answer." in verdict(model, {"concentration": 0}, service)
    assert "0 of 9 answered." in verdict(model, {}, service)


def test_as_many_tests_as_the_page_tells(model, structures):
    """The form has a scale for each question, by test; the page tells the same seven."""
    form = str(whole("seven-tests", Place(model, "../", {})))
    page = PAGE.read_text(encoding="utf-8")
    told = re.findall(r"^### (\d)\. ", page, re.MULTILINE)
    tests = dict.fromkeys(str(test.number) for test in structures.tests)

    assert [*tests] == told
    assert form.count("<fieldset") == len(asked(structures)) == 9
    assert [f"Test {test.number} of 7" for test in asked(structures).values()] == re.findall(
        r"Test \d of 7", form
    )
    assert "the same nine questions" in page
