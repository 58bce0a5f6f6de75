"""Answers as a browser keeps them."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.ours import our_guide
from widgets.core.answers.file import parts
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.keeping.opening import read_records

MODEL = our_guide().model


def record(value: str, version: str = MODEL.version) -> str:
    """A record as the page writes it."""
    return json.dumps({"value": value, "model": version, "at": "2026-11-21T10:00:00Z", "was": ""})


def test_reads_quick_and_practices():
    """Rungs, "unknown" and "does not apply" with its reason become states."""
    kept = read_records(
        {
            "quick.delivery-on-board": record("0"),
            "quick.leaders-entangled": record("unknown"),
            "practice.block-removal": record("3"),
            "practice.fit-review": record("na"),
            "reason.fit-review": record("Too young to tell."),
        },
        MODEL,
    )

    assert {"delivery-on-board": 0, "leaders-entangled": "unknown"} == kept.answers.quick
    assert {
        "block-removal": 3,
        "fit-review": NotApplicable("Too young to tell."),
    } == kept.answers.practices
    assert () == kept.problems


def test_an_answer_taken_back_is_blank():
    """An empty value means that nothing is answered, and is no mistake."""
    kept = read_records({"quick.delivery-on-board": record("")}, MODEL)

    assert {} == kept.answers.quick
    assert () == kept.problems


@pytest.mark.parametrize("taken_back", [{}, {"practice.fit-review": record("")}])
def test_a_reason_outlives_its_answer(taken_back):
    """A practice made blank keeps the reason that was typed, out of sight and without complaint."""
    reason = {"reason.fit-review": record("Too young to tell.")}
    blank = read_records(taken_back | reason, MODEL)
    again = read_records({"practice.fit-review": record("na")} | reason, MODEL)

    assert {} == blank.answers.practices
    assert () == blank.problems
    assert NotApplicable("Too young to tell.") == again.answers.practices["fit-review"]


def test_damaged_records_are_named():
    """A record that cannot be read is named and not counted; the others are."""
    kept = read_records(
        {
            "quick.delivery-on-board": "{damaged",
            "quick.leaders-entangled": record("7"),
            "quick.reason-and-patience": record("2"),
            "nonsense": record("1"),
        },
        MODEL,
    )

    assert {"reason-and-patience": 2} == kept.answers.quick
    assert (
        "Saved answers that cannot be read: “nonsense”, “quick.delivery-on-board”, "
        "“quick.leaders-entangled”. They are left as they are and not counted; answer those "
        "questions again, or Start again, which sets everything aside.",
    ) == kept.problems


def test_reads_what_scoring_does_not_use():
    """Profile, targets and details become those parts of the answers file."""
    kept = read_records(
        {
            "profile.size": record("small"),
            "profile.phase": record(""),
            "target.delivery-on-board": record("0"),
            "note.block-removal": record("Ask Mary."),
            "evidence.block-removal": record("The minutes of June."),
            "dated.block-removal": record("2026-06-12"),
            "dated.first-in-a-squeeze": record("0002-06-12"),
            "owner.first-in-a-squeeze": record("Head of operations"),
            "proof.first-in-a-squeeze": record("yes"),
            "proof.block-removal": record(""),
        },
        MODEL,
    )

    assert {
        "profile": {"size": "small"},
        "targets": {"delivery-on-board": 0},
        "details": {
            "block-removal": {
                "note": "Ask Mary.",
                "evidence": "The minutes of June.",
                "dated": "2026-06-12",
            },
            "first-in-a-squeeze": {"owner": "Head of operations", "proof": True},
        },
    } == parts(kept.answers)
    assert () == kept.problems


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("profile.size", "huge"),
        ("profile.colour", "red"),
        ("target.delivery-on-board", "5"),
        ("target.delivery-on-board", "unknown"),
        ("target.block-removal", "3"),
        ("note.obstacles", "Ask Mary."),
        ("proof.block-removal", "perhaps"),
    ],
)
def test_other_fields_that_mean_nothing_are_named(name, value):
    """An option, a level or a practice that does not exist is said and not kept."""
    kept = read_records({name: record(value)}, MODEL)

    assert Answers() == kept.answers
    assert f"Saved answers that cannot be read: “{name}”." in kept.problems[0]


def test_a_newer_version_is_named():
    """Records of another version are kept and said not to count."""
    kept = read_records({"quick.delivery-on-board": record("2", "9.0.0")}, MODEL)

    assert {} == kept.answers.quick
    assert (
        f"Saved answers come from version “9.0.0” of the model; this page knows {MODEL.version}. "
        "They are kept and not counted; open the version of the guide that saved them, or answer "
        "again here.",
    ) == kept.problems


IDS = {"practice": list(MODEL.practice), "quick": list(MODEL.dimension)}
KINDS = ("practice", "quick", "reason", "note", "dated", "proof", "target", "plan", "plan-month")
RUNGS = {str(rung): rung for rung in range(5)} | {UNKNOWN: UNKNOWN}
NAMES = st.text() | st.builds(
    "{}.{}".format, st.sampled_from(KINDS), st.sampled_from([*IDS["practice"], *IDS["quick"]])
)
VALUES = st.sampled_from([*RUNGS, "", "5", "na", "yes", "2027-03"]) | st.text()
RECORDS = st.builds(record, VALUES) | st.builds(record, VALUES, st.text()) | st.text()


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(NAMES, RECORDS))
def test_anything_kept_can_be_read(records):
    """Whatever the browser holds, reading it never raises, and just the answers in it count."""
    kept = read_records(records, MODEL)
    states = {"practice": kept.answers.practices, "quick": kept.answers.quick}

    for kind, ids in IDS.items():
        sound = {
            id: state
            for id in ids
            for value, state in RUNGS.items()
            if records.get(f"{kind}.{id}") == record(value)
        }
        assert sound == {
            id: s for id, s in states[kind].items() if not isinstance(s, NotApplicable)
        }
