"""How sure a result is, in words: what is open, and how far such results lay from judges."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.given.scored import small_model
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.model.measured import NOT_MEASURED, Errors, Measured, from_json
from widgets.core.scoring import margins
from widgets.core.scoring.score import score

SMALL = small_model([(True, 4), (False, 2)], {})
EIGHT = Measured(8, Errors(0.6, 1.2), Errors(0.5, 1.0))
QUICK = Answers(quick={"d0": 2, "d1": 3})
FULL = Answers({f"d0p{n}": 2 for n in range(4)} | {"d1p0": 3, "d1p1": 1})
MIXED = Answers({f"d0p{n}": 2 for n in range(4)}, {"d1": 3})


def of(answers, measured=EIGHT):
    """The result of answers to a small model with these errors."""
    return score(replace(SMALL, measured=measured), answers)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (QUICK, ("quick", 0.6, 1.2, 8)),
        (FULL, ("full", 0.5, 1.0, 8)),
        (MIXED, ("mixed", 0.6, 1.2, 8)),
        (Answers({"d0p0": UNKNOWN}, {"d1": 3}), ("quick", 0.6, 1.2, 8)),
        (Answers(), ("full", None, None, 8)),
    ],
    ids=["quick", "full", "mixed", "what has no score is no kind", "nothing"],
)
def test_a_result_carries_the_errors_of_its_kind(answers, expected):
    """Quick, full or mixed by what the scored dimensions stand on; mixed takes the wider."""
    found = of(answers).measured

    assert expected == (found.of, found.programme, found.dimension, found.cases)


def test_mixed_has_no_figure_where_one_kind_was_not_measured():
    """What is not known of one half is not known of the whole."""
    half = Measured(8, Errors(None, 1.2), Errors(0.5, 1.0))

    assert (None, 1.2) == (of(MIXED, half).measured.programme, of(MIXED, half).measured.dimension)


@pytest.mark.parametrize(
    ("answers", "measured", "expected"),
    [
        (
            FULL,
            EIGHT,
            "In our trial with invented firms, all eight results of this kind lay within 0.5 of "
            "what independent judges said, and nine of ten of their dimensions within 1.0.",
        ),
        (
            MIXED,
            EIGHT,
            "In our trial with invented firms, all eight results of either kind lay within 0.6 of "
            "what independent judges said, and nine of ten of their dimensions within 1.2.",
        ),
        (
            QUICK,
            Measured(24, Errors(0.6, None), Errors(0.5, None)),
            "In our trial with invented firms, nine of ten results of this kind lay within 0.6 of "
            "what independent judges said.",
        ),
        (
            FULL,
            NOT_MEASURED,
            "How far such results lie from independent judgement has not been measured yet.",
        ),
        (Answers(), EIGHT, ""),
    ],
    ids=["eight", "mixed", "twenty-four", "not measured", "nothing"],
)
def test_the_second_margin_in_words(answers, measured, expected):
    """The error that nine of ten cases stay within, which of nine or fewer are all."""
    result = of(answers, measured)

    assert expected == margins.judged(result) == "".join(margins.judged_in_parts(result))


@pytest.mark.parametrize(("known", "says"), [(5, True), (6, True), (7, False), (8, False)])
def test_a_result_with_much_unknown_says_that_the_trial_had_little(known, says):
    """From a quarter of answers not known, the error of full answers tells less of this result."""
    wide = replace(small_model([(True, 8)], {}), measured=EIGHT)
    result = score(wide, Answers({f"d0p{n}": 2 for n in range(known)}))

    assert says == margins.judged(result).endswith(" known; many of these are not.")
    assert says == ("where more was known" in margins.judged_in_short(result)[0])


@pytest.mark.parametrize(
    ("several", "leaves", "judged"),
    [
        ([FULL, FULL], "Every answer is known.", "all eight results of this kind lay within 0.5"),
        (
            [QUICK, FULL],
            "Every answer is known.",
            "all eight results of either kind lay within 0.6",
        ),
        (
            [FULL, Answers({"d0p0": 4, "d1p0": 1, "d1p1": 1})],
            "What is not known leaves level 1 to 3.",
            "all eight results of this kind lay within 0.5",
        ),
        (
            [
                FULL,
                Answers({**FULL.practices, "d1p1": 3}),
                Answers({**FULL.practices, "d1p1": UNKNOWN}),
            ],
            "What is not known leads to no level beyond.",
            "all eight results of this kind lay within 0.5",
        ),
        ([Answers(), FULL], "Every answer is known.", "all eight results of this kind"),
    ],
    ids=["full", "both kinds", "not known", "no further", "one without a score"],
)
def test_both_margins_of_several(several, leaves, judged):
    """What their unknown answers leave together; of two kinds the wider error."""
    said = margins.of_many([of(answers) for answers in several])

    assert said.startswith(f"{leaves} In our trial")
    assert judged in said


def test_nothing_scored_has_no_margin():
    """Of several results without a score nothing is said."""
    assert "" == margins.of_many([of(Answers()), of(Answers())])


def test_the_first_margin_in_words():
    """The score and its range; a level that cannot change is said to be so."""
    partly = Answers({"d0p0": 2, "d0p1": 2, "d0p2": 2, "d0p3": UNKNOWN, "d1p0": 1, "d1p1": 1})

    assert "The score is 2.0 of 4; every answer is known." == margins.leeway(of(FULL))
    assert "The score is 2.5 of 4; every quick answer is known." == margins.leeway(of(QUICK))
    assert (
        "The score is 1.5 of 4. What is not known leaves 1.25 to 1.75, and level 1 to 2."
        == margins.leeway(of(partly))
    )
    assert "" == margins.leeway(of(Answers()))


@given(
    st.dictionaries(st.sampled_from(["d0", "d1"]), st.integers(0, 4), min_size=2),
)
def test_what_is_known_has_no_range(quick):
    """With every question answered no margin tells from where to where."""
    assert " to " not in margins.leeway(of(Answers(quick=quick)))


def test_errors_are_read_as_they_are_written():
    """The file's figures, and null where there is none."""
    data = {"cases": 8, "quick": {"programme": 0.6, "dimension": None}, "full": {}}

    assert Measured(8, Errors(0.6, None), Errors()) == from_json(data)


@pytest.mark.parametrize(
    ("answers", "measured", "expected"),
    [
        (QUICK, EIGHT, "all eight such results lay within 0.6 of independent judges."),
        (
            QUICK,
            Measured(24, Errors(0.6, None), Errors(0.5, None)),
            "nine of ten such results lay within 0.6 of independent judges.",
        ),
    ],
)
def test_the_second_margin_in_one_line(answers, measured, expected):
    """The page tells that of the programme alone, in a line; the working has the whole."""
    said = "".join(margins.judged_in_short(of(answers, measured)))

    assert f"In our trial with invented firms, {expected}" == said
    assert len(said) < 100


def test_what_was_not_measured_is_not_shortened():
    """Without a measurement the line says so; without a score it says nothing."""
    whole = margins.judged_in_parts(of(FULL, NOT_MEASURED))

    assert whole == margins.judged_in_short(of(FULL, NOT_MEASURED))
    assert ("", "") == margins.judged_in_short(of(Answers()))
