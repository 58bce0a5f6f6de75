"""Records that a browser kept under older releases, and the command that keeps them anew."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.given.older_files import LAST, MODELS, OLD, file, files
from widgets.core.answers import fields
from widgets.core.answers.file import as_json
from widgets.core.commands.earlier import migrate as command
from widgets.core.drawing.html import html
from widgets.core.importing.opened_file import opened
from widgets.core.keeping import opening, restore_points, shelf
from widgets.core.keeping.steps import Drop, File, Put
from widgets.core.keeping.visit import Visit
from widgets.core.migrating.record_migration import move
from widgets.core.page.desk import Desk
from widgets.core.page.notices import problem
from widgets.core.page.view import Place
from widgets.core.result import asked_again

AT, NOW = "2026-05-01T08:00:00.000Z", "2026-11-22T03:00:00.000Z"


def record(value, version="1.0.0", at=AT):
    """A record as the page writes it."""
    return json.dumps({"value": value, "model": version, "at": at, "was": ""})


def test_kept_records_only_change_their_release():
    """What is asked as before keeps name, value, time and what it replaced."""
    old = {"practice.written-case": record("3"), "note.written-case": record("seen")}
    moved = move(old, LAST)

    assert {name: text.replace("1.0.0", "2.0.0") for name, text in old.items()} == moved.records


def test_what_is_asked_no_longer_has_a_record_of_its_own():
    """Its fields go together, and come back as that part of the file."""
    old = {
        "practice.gone-list": record("1"),
        "note.gone-list": record("x"),
        "leave.luck": record("yes"),
    }
    moved = move(old, LAST)
    kept = opening.read_records(moved.records, LAST)

    assert {"retired.practice gone-list", "retired.dimension luck"} == set(moved.records)
    assert {
        "practice gone-list": {"state": 1, "details": {"note": "x", "answered_at": AT}},
        "dimension luck": {"left_out": True},
    } == kept.answers.retired
    assert () == kept.problems


def test_a_merged_answer_is_as_old_as_the_oldest():
    """What several answers became carries their earliest time, so that it ages rightly."""
    old = {
        "practice.red-list": record("3"),
        "practice.blue-list": record("2", at=NOW),
        "quick.north": record("1"),
        "quick.south": record("2", at=NOW),
    }
    kept = opening.read_records(move(old, LAST).records, LAST)

    assert {"colour-list": 2} == kept.answers.practices
    assert {"compass": 2} == kept.answers.quick
    assert (AT, AT) == (kept.times["practice.colour-list"], kept.times["quick.compass"])


def test_records_of_several_releases_meet():
    """Parts answered under different releases are merged, and an answer to the new one counts."""
    old = {"practice.red-list": record("3"), "practice.blue-list": record("2", "1.1.0")}
    merged = opening.read_records(old, LAST)
    new = opening.read_records({**old, "practice.colour-list": record("4", "2.0.0")}, LAST)

    assert {"colour-list": 2} == merged.answers.practices
    assert {"colour-list": 4} == new.answers.practices


def test_a_quick_question_asked_again():
    """The old answer is kept with its target and counts no more; one to the new question counts."""
    old = {"quick.lists": record("2"), "target.lists": record("3"), "quick.reason": record("1")}
    asked = opening.read_records(old, LAST)
    answered = opening.read_records({**old, "quick.lists": record("4", "2.0.0")}, LAST)
    thing = "dimension lists@1.1.0"

    assert ({"reason": 1}, {}) == (asked.answers.quick, asked.answers.targets)
    assert {thing: {"state": 2, "target": 3}} == asked.answers.retired
    assert {"reason": 1, "lists": 4} == answered.answers.quick
    assert {thing: {"target": 3}} == answered.answers.retired


def test_what_cannot_be_read_stays():
    """Damaged records, strange values and unknown releases are left as they are, and named."""
    strange = {
        "practice.gone-list": record("7"),
        "quick.luck": "{damaged",
        "practice.written-case": record("2", "0.9.0"),
    }
    moved = move({**strange, "quick.reason": record("1")}, LAST)

    assert strange.items() <= moved.records.items()
    assert {"reason": 1} == opening.read_records(moved.records, LAST).answers.quick


def test_older_records_count_at_once():
    """Before the reader agrees to anything, their answers count, and the page offers the list."""
    kept = opening.read_records(
        {"practice.written-case": record("3"), "quick.luck": record("4")}, LAST
    )

    assert {"written-case": 3} == kept.answers.practices
    assert (
        "These answers come from version 1.0.0 of the model; this guide has 2.0.0: 1 answer stands "
        "as given; 1 answer is kept and no longer asked for; 1 question is new.",
    ) == tuple(map(str, kept.problems))
    assert 'data-kam-do="earlier.migrate"' in str(problem(kept.problems[0]))
    assert "data-kam-do" not in str(problem("Something else."))


def desk(stored, **given):
    """The desk of a reader with these things stored."""
    visit = Visit(now=NOW, stored=stored)
    records = shelf.records(stored, "default")
    kept = opening.read_records(records, LAST)
    place = Place(LAST, "", {}, visit)
    return Desk(place, "assessment", kept.answers, kept.problems, given, records)


STORED = {
    "answer:default:practice.gone-list": record("1"),
    "answer:default:note.gone-list": record("<b>=x</b> | #"),
    "answer:default:practice.three-people": record("2"),
    "answer:default:practice.yearly-check": record("2"),
    "answer:default:practice.red-list": record("3"),
    "answer:default:practice.blue-list": record("1"),
    "answer:other:practice.gone-list": record("4"),
}


def test_the_command_shows_before_it_does():
    """The panel has every part of the list, side by side where words changed, and does nothing."""
    reply = command.run(desk(STORED))
    shown = html(reply.panel)

    assert () == reply.steps
    for text in (
        "Asked again",
        "Nobody could answer it.",
        "One or two of three people asked knew what the plan says.",
        "One of three people asked told us the plan, or two.",
        "It becomes the lowest of the old rungs: 1",
        "&lt;b&gt;=x&lt;/b&gt;",
    ):
        assert text in shown
    assert "<b>" not in shown


def test_the_command_makes_a_restore_point_first():
    """Then it keeps the answers of this assessment alone; nothing is left to do after it."""
    steps = command.run(desk(STORED, value="keep")).steps
    after = dict(STORED)
    for step in steps:
        if isinstance(step, Put):
            after[step.key] = step.text
        else:
            del after[step.key]
    point = restore_points.points(after, "default")[0]

    assert steps[0].key.startswith("restore:default:")
    assert any(isinstance(step, Drop) for step in steps)
    assert (shelf.records(STORED, "default"), "model 1.0.0 became 2.0.0") == (
        dict(point.records),
        point.why,
    )
    assert after["answer:other:practice.gone-list"] == STORED["answer:other:practice.gone-list"]
    assert "There is nothing to do" in html(command.run(desk(after)).panel)
    assert desk(after).answers == desk(STORED).answers
    assert () == desk(after).problems


def test_the_list_can_be_saved():
    """As Markdown, in which nothing of the reader's starts a table, a heading or HTML."""
    [saved] = command.run(desk(STORED, value="list")).steps
    text = saved.content.decode()

    assert isinstance(saved, File)
    assert "kam-model-1.0.0-to-2.0.0.md" == saved.name
    assert r"Note: &lt;b&gt;=x&lt;/b&gt; \| \#" in text
    assert "## No longer asked" in text


@settings(max_examples=100, deadline=None)
@given(files())
def test_records_and_files_become_the_same(old):
    """A browser's records say after the move what a file of the same answers says."""
    before = opened(old, OLD).answers
    dated = opening.read_records(fields.records(before, OLD), OLD).answers
    of_file = opened(as_json(dated, OLD), LAST).answers
    of_records = opening.read_records(fields.records(before, OLD), LAST).answers

    assert opening.read_records(fields.records(of_file, LAST), LAST).answers == of_records


NAMES = st.sampled_from(
    [
        f"{prefix}{id}"
        for prefix in ("practice.", "quick.", "note.", "proof.", "leave.", "plan.", "retired.")
        for id in (
            "gone-list",
            "luck",
            "red-list",
            "call-guests",
            "practice gone-list",
            "three-people",
        )
    ]
    + ["profile.size", "profile.mood"]
) | st.text(max_size=5)
TEXTS = st.text(max_size=8) | st.builds(
    record,
    st.sampled_from(["", "1", "unknown", "na", "yes", "small", "calm", "{}", '{"state": 2}'])
    | st.text(max_size=3),
    st.sampled_from(["1.0.0", "1.1.0", "2.0.0", "3.0.0", ""]),
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(NAMES, TEXTS))
def test_whatever_is_stored_can_be_moved(records):
    """It never raises; a second move finds nothing more to do; what is foreign stays."""
    moved = move(records, LAST)
    opening.read_records(records, LAST)

    assert move(moved.records, LAST).records == moved.records
    for name, text in records.items():
        ours = any(f'"model": "{version}"' in text for version in MODELS)
        if not ours and not name.startswith("retired."):
            assert text == moved.records[name]


def test_a_model_without_maps_moves_nothing():
    """The first release reads records as it always did."""
    records = {"practice.written-case": record("3"), "quick.luck": record("1", "9.9.9")}

    assert records == move(records, OLD).records
    assert {"written-case": 3} == opening.read_records(records, OLD).answers.practices
    assert opened(file("1.0.0"), OLD).migrated is None


def test_what_is_asked_again_stands_above_the_questions():
    """Until it is answered, with a link to the question and the old answer, escaped."""
    parts = {"answers": {"yearly-check": 2}, "profile": {"mood": "calm"}}
    answers = opened(file("1.0.0", **parts), LAST).answers
    place = Place(LAST, "", {}, Visit(now=NOW))
    shown = html(asked_again.region(place, answers))

    assert "3 questions are asked again, because the model has changed." in shown
    assert 'href="#q-yearly-date"' in shown
    assert 'href="#profile-mood-now"' in shown
    assert "You answered “How do your teams feel?”: They are calm." in shown
    assert asked_again.region(place, opened(file("2.0.0"), LAST).answers) is None
