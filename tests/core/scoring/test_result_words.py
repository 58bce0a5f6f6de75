"""A result in words: the sentences of the headline, the cap and the copied text."""

import pytest

from widgets.core.answers.states import Answers
from widgets.core.page.view import Place
from widgets.core.result.parts import parts
from widgets.core.scoring import margins, result_words
from widgets.core.scoring.score import score
from widgets.core.words import english, numbers


def words(model, **quick):
    """Headline, missing, leeway, cap and kill sentence for quick answers by dimension id."""
    answers = Answers(quick={id.replace("_", "-"): state for id, state in quick.items()})
    result = score(model, answers)
    named = ("headline", "missing", "cap", "kill")
    said = {name: getattr(result_words, name)(model, result) for name in named}
    return {**said, "leeway": margins.leeway(result)}


FULL = {
    "reason_and_patience": 3,
    "leaders_entangled": 3,
    "right_accounts_right_number": 3,
    "role_apart_from_selling": 3,
    "delivery_on_board": 0,
    "value_planned_with_customer": 3,
    "scorecard_rhythm_reward": 3,
    "change_politics_culture": 3,
}
UNKNOWN = {"scorecard_rhythm_reward": "unknown"}


def test_nothing_answered(model):
    """With nothing answered there is no level, and the page says what to do."""
    said = words(model)

    assert said["headline"] == "No answer yet"
    assert said["missing"] == "Answer the first question. The result follows every answer."
    assert said["leeway"] == said["cap"] == said["kill"] == ""


def test_between_while_a_critical_dimension_is_missing(model):
    """No single level, and no sentence on what would kill it, before every critical answer."""
    said = words(model, leaders_entangled=2, role_apart_from_selling=2, delivery_on_board=2)

    assert said["headline"] == "No level yet"
    assert said["leeway"] == "The score is 2.0 of 4 so far; too much is not known to say more."
    assert said["missing"] == "A single level needs a known answer on Change, politics and culture."
    assert said["kill"] == ""


def test_capped(model):
    """The cap names the dimension, its level and what the mean alone would allow."""
    said = words(model, **FULL)

    assert said["headline"] == "1 Reasoned"
    assert said["kill"] == "One busy quarter."
    assert said["leeway"] == "The score is 2.63 of 4; every quick answer is known."
    assert said["cap"] == (
        "Delivery on board stands at 0 In name and caps the programme one level above. "
        "The mean alone would allow 3 Rooted."
    )


def test_two_caps(model):
    """Two dimensions that cap are named together, in the plural."""
    said = words(model, **{**FULL, "leaders_entangled": 0, "reason_and_patience": 4})

    assert said["cap"].startswith(
        "Leaders entangled and Delivery on board stand at 0 In name and cap"
    )


def test_unknown_leaves_a_range(model):
    """An unknown answer opens the range; the page says what it leaves possible."""
    said = words(model, **{**FULL, "delivery_on_board": 3, "reason_and_patience": 1, **UNKNOWN})

    assert said["leeway"] == (
        "The score is 2.71 of 4. What is not known leaves 2.38 to 2.88, and level 2 to 3."
    )


def test_range_that_cannot_change_the_level(model):
    """Where open questions cannot move the level, the page says that too."""
    said = words(model, **{**FULL, **UNKNOWN})

    assert said["leeway"] == (
        "The score is 2.57 of 4. What is not known leaves 2.25 to 2.75, which cannot change the "
        "level."
    )


def test_copied_text_holds_everything(model):
    """The text to mail names level, range, every dimension, the way up and the model's version."""
    answers = Answers(quick={id.replace("_", "-"): state for id, state in FULL.items()})
    text = parts(Place(model, "../", {}), answers).text()

    for dimension in model.dimensions:
        assert dimension.name in text
    for part in ("1 Reasoned", "rough, from 8 quick answers", "One busy quarter.", model.version):
        assert part in text
    assert (
        "The shortest way to 2 Running takes 1 step:\n"
        "- Bring operations in, as you brought the leaders in. From 0 to 1: Delivery on board.\n"
    ) in text


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "–"), (0.0, "0.0"), (1.0, "1.0"), (8 / 7, "1.14"), (3.5, "3.5")]
)
def test_numbers(value, shown):
    """Scores show one decimal, two where the second is not 0."""
    assert shown == numbers.number(value)


@pytest.mark.parametrize(
    ("names", "listed"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists(names, listed):
    """Names are listed as English lists them."""
    assert listed == english.listed(names)
