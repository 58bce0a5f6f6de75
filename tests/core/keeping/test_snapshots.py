"""Snapshots that nobody asked for: when one is kept, what it holds, what it never pushes out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.case_files import cases
from tests.support.given.desks import record
from tests.support.given.returning import HANDED, Returning
from widgets.core.answers.kept_texts import value_of
from widgets.core.keeping import point_keys, restore_points, shelf, snapshots
from widgets.core.keeping.point_keys import HAND, PASSING, SNAPSHOT
from widgets.core.keeping.steps import Aside, Drop, Put
from widgets.core.words.times import here, written
from widgets.worker import handle

HOUR = 60 * 60 * 1000


def act(reader, said):
    """Does one act of a case."""
    if isinstance(said, str):
        (reader.hand(said) if said in HANDED else getattr(reader, said)())
        return
    ((what, given_),) = said.items()
    if what == "answer":
        for name, value in given_.items():
            reader.answer(f"practice.{name}", str(value))
    elif what == "wait":
        reader.wait(given_)
    else:
        reader.beside = given_


@pytest.mark.parametrize("case", cases("back"))
def test_case(case):
    """Each reader finds the snapshots of the case: their days, and the answers in them."""
    reader = Returning()
    for said in case["acts"]:
        act(reader, said)
    found = [
        [
            here(point.at).day,
            {
                name.removeprefix("practice."): int(value)
                for name, text in point.records.items()
                if (value := value_of(text))
            },
        ]
        for point in reader.points()
    ]
    assert case["snapshots"] == found


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from("abc"), st.sampled_from("0123")),
        st.tuples(st.just("wait"), st.sampled_from((0.1, 1, 3, 8))),
        st.tuples(
            st.sampled_from(("look", "reload", "point", "again", "compare", "print", "file"))
        ),
    ),
    max_size=80,
)


@given(acts=ACTS)
@settings(max_examples=150, deadline=None)
def test_whatever_a_reader_does(acts):
    """Twenty, eight of them snapshots of what there was; what the reader made goes for theirs."""
    reader = Returning()
    for kind, *more in acts:
        before = {point.key for point in reader.points(HAND)}
        if kind == "answer":
            reader.answer(f"practice.{more[0]}", more[1])
        elif kind == "wait":
            reader.wait(more[0])
        elif kind in HANDED:
            reader.hand(kind)
        else:
            getattr(reader, kind)()
        after = {point.key for point in reader.points(HAND)}
        lost = before - after
        assert not lost or (kind == "point" and len(before) == point_keys.MOST_BY_HAND)
        row = reader.points()
        assert len(row) <= point_keys.MOST_SNAPSHOTS
        assert len(point_keys.keys(reader.stored, shelf.DEFAULT)) <= point_keys.MOST_POINTS
        assert all(dict(point.records) in reader.stood for point in row)


@given(
    st.lists(st.tuples(st.sampled_from((PASSING, HAND, SNAPSHOT)), st.integers(0, 60)), max_size=60)
)
def test_what_goes_is_never_the_readers(made):
    """Points of every kind, in any order of time: for each that comes one goes at most."""
    held: list[point_keys.PointKey] = []
    for number, (kind, hours) in enumerate(made):
        new = point_keys.written("a", hours * HOUR + number, kind, "x" if kind == SNAPSHOT else "")
        gone = point_keys.surplus(held, new, written(100 * HOUR))
        assert len(gone) <= 1
        assert all(key.kind != HAND or new.kind == HAND for key in gone)
        assert new not in gone or kind == SNAPSHOT
        keys = [key.text for key in (*held, new) if key not in gone]
        held = point_keys.keys(keys, "a")
        assert len(held) <= point_keys.MOST_POINTS


def test_of_many_snapshots_the_first_and_the_last_stay():
    """The one between two near ones goes, so that a year ago can still be compared with."""
    stored: dict[str, str] = {}
    for day in (1, 30, 60, 90, 91, 92, 93, 94, 95, 96):
        at = written(day * 24 * HOUR)
        kept = {"practice.a": record(str(day), at)}
        stored = shelf.after(
            stored,
            restore_points.point(
                stored, "a", at, "why", kept=kept, kind=SNAPSHOT, sign=snapshots.sign(kept)
            ),
        )
    days = [key.at // (24 * HOUR) for key in point_keys.keys(stored, "a")]
    assert [1, 30, 60, 90, 92, 94, 95, 96] == days  # 91 went, then 93


def test_one_from_a_clock_that_was_wrong_goes_first():
    """A snapshot of the future is no first and no last."""
    keys = [point_keys.written("a", n * HOUR, SNAPSHOT, "x") for n in (*range(1, 8), 900)]
    new = point_keys.written("a", 9 * HOUR, SNAPSHOT, "x")
    assert [keys[-1]] == point_keys.surplus(keys, new, written(10 * HOUR))


def test_keys_that_no_release_wrote_are_left():
    """They are no points: not shown, not counted, not dropped."""
    stored = ("restore:a:tomorrow", "restore:a:1:other", "restore:a:1:hand:x", "restore:b:1")
    assert [] == point_keys.keys(stored, "a")


def test_equal_answers_have_one_sign():
    """Times, notes, blanks and order play no part; a value and a release of the model do."""
    one = {"quick.a": record("1"), "practice.b": record("2")}
    same = {
        "practice.b": record("2", "2026-01-01T00:00:00.000Z"),
        "quick.a": record("1"),
        "quick.c": record(""),
        "note.b": record("why"),
    }
    assert snapshots.sign(one) == snapshots.sign(same)
    assert snapshots.sign(one) != snapshots.sign(one | {"quick.a": record("2")})
    assert snapshots.sign(one) != snapshots.sign(one | {"quick.a": record("1", version="1.0.0")})
    assert snapshots.sign({}) == snapshots.sign({"quick.a": "{damaged", "\ud83d": record("1")})


def test_the_page_is_told_to_keep_it_in_silence():
    """Put and drop as one kind of step, after which nothing is drawn anew."""
    assert ["aside", "k", "text"] == Aside(Put("k", "text")).plain()
    assert ["aside", "k", None] == Aside(Drop("k")).plain()
    assert {"b": "2"} == shelf.after({"a": "1"}, [Aside(Put("b", "2")), Aside(Drop("a"))])


def test_the_worker_keeps_one_before_it_prints(model):
    """The step stands before the print dialogue, and nothing is said of it."""
    name = f"quick.{model.dimensions[0].id}"
    records = {name: record("2", version=model.version)}
    message = {
        "widget": "quick-scan",
        "root": "/",
        "options": {},
        "records": records,
        "stored": {f"answer:default:{name}": records[name]},
        "now": "2026-11-28T10:00:00.000Z",
        "do": "export.print-report",
        "given": {},
    }
    answer = json.loads(handle(json.dumps(message)))
    steps = answer["steps"]
    assert ["aside", "print"] == [step[0] for step in steps]
    held = json.loads(steps[0][2])
    assert records == held["records"]
    assert "28 November 2026" == held["name"]
    assert "snapshot" not in answer["announce"]
