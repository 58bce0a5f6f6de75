"""The answer in three lines: what to do, how clear that is, and what would change it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.choosing import equal_shares
from tests.support.renderings.facts import GUIDE, MODEL
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words.clearness import all_level
from widgets.core.choosing_words.headline import CLEAR, DO, FLIP, headline
from widgets.core.choosing_words.phrases import bare

STRUCTURES = GUIDE.structures
FORBIDDEN = re.compile(
    r"\b(?:points?|weight(?:s|ings?)?|random|acceptability|criteri(?:on|a)|gates?|veto(?:es)?"
    r"|options?|flips?|fires)\b|\d+ ?%|per cent of draws|[+−]\d",
    re.IGNORECASE,
)
"""What belongs to the working."""

STEPS = st.one_of(st.integers(-2, 2), st.integers(-2, 2), st.just(UNKNOWN))
CHOOSERS = st.fixed_dictionaries(
    {
        "answers": st.one_of(
            st.fixed_dictionaries(dict.fromkeys(STRUCTURES.question, STEPS)),
            st.fixed_dictionaries(dict.fromkeys(STRUCTURES.question, st.integers(-2, 2))),
            st.dictionaries(st.sampled_from([*STRUCTURES.question]), STEPS),
        ),
        "today": st.sampled_from(
            [None, "none", *(one.id for one in STRUCTURES.options if one.kind != "add-on")]
        ),
        "have": st.lists(st.sampled_from([one.id for one in STRUCTURES.add_ons]), unique=True),
    }
)


@pytest.fixture(scope="module", autouse=True)
def quick():
    """No line of the answer tells a share of first places."""
    with equal_shares():
        yield


def _found(chooser):
    return outcome_of(MODEL, STRUCTURES, Answers(chooser=chooser))


@pytest.mark.parametrize("case", cases("choose_headlines"))
def test_headlines(case):
    """Every state of the answer says its lines, word for word."""
    said = headline(_found(case["chooser"]))

    assert case["says"] == list(said.lines)


@settings(max_examples=300)
@given(CHOOSERS)
def test_no_headline_says_a_word_of_the_working(chooser):
    """Each line is whole, short, and free of what only the working says."""
    said = headline(_found(chooser))

    assert [] == [found for line in said.lines for found in FORBIDDEN.findall(line)]
    assert [] == [line for line in said.lines if not re.search(r"[.”]$", line)]
    clear = "" if "close call between" in said.clear else said.clear
    for line, most in ((said.do, DO), (clear, CLEAR), (said.flip, FLIP)):
        assert len(line.split()) <= most, line
    for line in (said.do, said.clear, said.flip):
        assert line == "" or line.lstrip("“")[0].isupper()


@settings(max_examples=300)
@given(CHOOSERS)
def test_a_headline_names_the_form_that_the_answer_names(chooser):
    """What the first line says is what the engine found."""
    found = _found(chooser)
    choice, said = found.choice, headline(found)
    known = [step for step in found.chooser.answers.values() if isinstance(step, int)]
    if choice.first is None or len(known) == 1 or all_level(choice):
        return

    assert bare(STRUCTURES, choice.first) in said.do
    assert said.clear
    assert said.flip


@settings(max_examples=300)
@given(CHOOSERS)
def test_a_close_call_names_every_form(chooser):
    """Nothing is counted as one more: each form that is as near is named, or is yours."""
    found = _found(chooser)
    said = headline(found)
    if "close call between" not in said.clear:
        return
    yours = {found.choice.keep.option} if found.choice.keep else set()
    close = found.choice.close

    assert " more" not in said.clear
    assert [] == [i for i in close if i not in yours and bare(STRUCTURES, i) not in said.clear]
    sentence = said.clear.partition(".")[0]
    assert len(close) - 1 == sentence.count(", ") + sentence.count(" and ")


@settings(max_examples=200)
@given(CHOOSERS)
def test_the_first_line_says_the_kind_of_answer(chooser):
    """Keep, not yet and no key account management are told by their first words."""
    found = _found(chooser)
    known = [step for step in found.chooser.answers.values() if isinstance(step, int)]
    starts = {"keep": "Keep your ", "not-yet": "Not yet", "no-kam": "No key account management: "}
    told = {kind for kind, start in starts.items() if headline(found).do.startswith(start)}

    assert told <= {found.choice.answer}
    if len(known) > 1 and found.choice.answer in starts:
        assert {found.choice.answer} == told
