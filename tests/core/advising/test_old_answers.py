"""Answers that have grown old, by a clock that may be wrong, and the second look at just those."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.ours import our_guide
from tests.support.renderings.quotes import straight
from widgets.core.advising import ages
from widgets.core.commands.earlier import recheck
from widgets.core.drawing.html import html
from widgets.core.keeping import opening
from widgets.core.keeping.visit import Visit
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.result import old_answers

MODEL = our_guide().model
NOW = "2026-11-22T03:00:00.000Z"


def record(value, at):
    """A record as the page writes it."""
    return json.dumps({"value": value, "model": MODEL.version, "at": at, "was": "1"})


def desk(model, records, now=NOW, **given):
    """The desk of a reader who kept `records`."""
    kept = opening.read_records(records, model)
    visit = Visit(now=now, times=kept.times)
    return Desk(Place(model, "", {}, visit), "assessment", kept.answers, (), given, records)


def old(model, records, now=NOW):
    """The fields whose answers are old, and those from after `now`."""
    at = desk(model, records, now)
    found = ages.ages(model, at.answers, at.place.visit)
    return [one.field for one in found.old], [one.field for one in found.ahead]


@pytest.mark.parametrize(
    ("at", "is_old"),
    [
        ("2026-05-22T03:00:00.000Z", True),
        ("2026-05-22T03:00:00.001Z", False),
        ("2026-05-23T00:00:00.000Z", False),
        ("2025-11-30T23:59:59.000Z", True),
        ("2026-05-22T04:00:00.000+01:00", True),
        ("2026-05-22", True),
        ("", False),
        ("last May", False),
        ("9999-99-99T00:00:00Z", False),
    ],
)
def test_six_calendar_months(model, at, is_old):
    """An answer is old from the day and hour on which so many months have passed."""
    assert 6 == model.recheck_months
    assert is_old == bool(old(model, {"practice.block-removal": record("2", at)})[0])


@pytest.mark.parametrize(
    ("at", "now", "is_old"),
    [
        ("2026-08-31T12:00:00.000Z", "2027-02-28T12:00:00.000Z", False),
        ("2026-08-31T12:00:00.000Z", "2027-03-01T00:00:00.000Z", True),
        ("2024-02-29T12:00:00.000Z", "2024-08-29T12:00:00.000Z", True),
    ],
)
def test_months_of_unlike_length(model, at, now, is_old):
    """The last of a month that a later one lacks counts from the first of the next."""
    assert is_old == bool(old(model, {"practice.block-removal": record("2", at)}, now)[0])


def test_only_answers_that_count_grow_old(model):
    """A quick answer that stands ages; one whose dimension has practices, and a note, do not."""
    long_ago = "2025-01-01T00:00:00.000Z"
    records = {
        "quick.reason-and-patience": record("2", long_ago),
        "quick.leaders-entangled": record("2", "2024-01-01T00:00:00.000Z"),
        "practice.block-removal": record("2", "2025-02-01T00:00:00.000Z"),
        "note.deliverers-at-the-table": record("x", long_ago),
        "practice.deliverers-at-the-table": record("3", NOW),
    }

    assert "leaders-entangled" == model.home["block-removal"].id
    assert ["quick.reason-and-patience", "practice.block-removal"] == old(model, records)[0]


def test_a_clock_set_back_is_said(model):
    """Answers from after the clock's present are not called old, and the page says why."""
    records = {"practice.block-removal": record("2", "2027-03-01T00:00:00.000Z")}
    at = desk(model, records, "2026-11-22T03:00:00.000Z")
    shown = html(old_answers.region(at.place, at.answers))

    assert ([], ["practice.block-removal"]) == old(model, records)
    assert "1 answer is from after the date of this device." in shown
    assert "its age" not in shown
    assert "recheck" not in shown


def test_no_clock_no_age(model):
    """While the site is built, and where answers are opened beside, nothing is old."""
    records = {"practice.block-removal": record("2", "2020-01-01T00:00:00.000Z")}
    at = desk(model, records)
    beside = replace(at.place, visit=replace(at.place.visit, beside="a link"))

    assert ([], []) == old(model, records, "")
    assert old_answers.region(beside, at.answers) is None
    assert old_answers.region(at.place, at.answers) is not None


OLD = {
    "practice.block-removal": record("2", "2025-03-01T00:00:00.000Z"),
    "practice.fit-review": record("na", "2025-02-01T00:00:00.000Z"),
    "reason.fit-review": record("Too early.", "2025-02-01T00:00:00.000Z"),
    "quick.reason-and-patience": record("unknown", "2025-01-01T00:00:00.000Z"),
    "practice.deliverers-at-the-table": record("3", NOW),
}


def test_the_region_links_to_each_question(model):
    """The oldest first, each a link to its place in the form."""
    at = desk(model, OLD)
    shown = html(old_answers.region(at.place, at.answers))
    places = [shown.index(f'href="#{id}"') for id in ("d-reason-and-patience", "q-block-removal")]

    assert "3 answers are older than 6 months." in shown
    assert sorted(places) == places
    assert "#q-deliverers-at-the-table" not in shown


def test_an_answer_that_still_holds_is_dated_anew(model):
    """Nothing but its time changes; the others are left for later."""
    reply = recheck.run(desk(model, OLD, value="practice.block-removal"))
    [step] = reply.steps

    assert "answer:default:practice.block-removal" == step.key
    assert {"value": "2", "model": MODEL.version, "at": NOW, "was": "2"} == json.loads(step.text)
    assert "1 answer is dated today." == reply.announce
    assert html(reply.panel).count("Still holds") == 2


def test_all_of_them_can_be_confirmed_at_once(model):
    """Then no answer is old."""
    reply = recheck.run(desk(model, OLD, value="all"))
    after = OLD | {step.key.removeprefix("answer:default:"): step.text for step in reply.steps}

    assert 3 == len(reply.steps)
    assert ([], []) == old(model, after)
    assert "No answer here is older than 6 months." in html(reply.panel)


def test_the_second_look_shows_what_was_said(model):
    """Each old answer in the words of its rung, with the way to its question."""
    shown = html(recheck.run(desk(model, OLD)).panel)

    for text in (
        model.practice["block-removal"].ladder[2].text,
        "Does not apply",
        "We don't know",
        'href="#q-block-removal"',
    ):
        assert text in straight(shown)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=30) | st.datetimes().map(str), st.text(max_size=30) | st.just(NOW))
def test_no_clock_and_no_date_crashes(at, now):
    """Whatever a clock or a record says, the ages are worked out or left out."""
    found = old(MODEL, {"practice.block-removal": record("2", at)}, now)

    assert sum(map(len, found)) <= 1


def test_a_link_out_of_the_list_closes_it(model):
    """Whoever wants to answer anew must see the question behind the dialog."""
    assert recheck.run(desk(model, OLD, value="away")).close
