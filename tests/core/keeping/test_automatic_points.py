"""Restore points that nobody asked for, and what is said of work that is in no file."""

import json

from tests.support.given.desks import record
from widgets.core.drawing.html import html
from widgets.core.keeping import automatic_points, shelf
from widgets.core.keeping.steps import Drop
from widgets.core.keeping.visit import Visit
from widgets.core.page import whose_answers
from widgets.core.page.view import Place
from widgets.core.words.times import milliseconds

EARLY, LATER, NOW = (f"2026-11-22T{time}.000Z" for time in ("03:00:00", "03:29:00", "03:30:00"))


def steps(times, stored=None, now=NOW, **visit):
    """The steps for fields changed at `times`."""
    seen = Visit(now, times=times, stored=stored or {}, **visit)
    return list(automatic_points.due(seen, {name: record("1", at) for name, at in times.items()}))


def test_a_change_is_in_a_restore_point_after_half_an_hour():
    """The clock starts with the first change that is in no point."""
    assert [] == steps({"f": LATER})
    made = steps({"f": EARLY, "g": LATER})
    assert [f"restore:default:{milliseconds(LATER):015}"] == [step.key for step in made]
    stored = shelf.after({}, made)
    assert [] == steps({"f": EARLY, "g": LATER}, stored)
    assert [] == steps({"f": EARLY, "g": NOW}, stored)
    assert 1 == len(steps({"f": EARLY, "g": NOW}, stored, now="2026-11-22T04:00:00.000Z"))


def test_two_widgets_on_a_page_make_one_point():
    """The same changes give the same step, however the clock goes on."""
    later = "2026-11-22T03:30:00.009Z"
    assert steps({"f": EARLY}) == steps({"f": EARLY}, now=later)


def test_a_clock_set_back_neither_stops_nor_floods():
    """Times from the future do not count; work goes on under the clock there is."""
    times = {"f": "2099-01-01T00:00:00.000Z", "g": EARLY}
    stored = {"restore:default:004070908800000": ""}
    made = steps(times, stored)
    assert 1 == len(made)
    assert [] == steps(times, shelf.after(stored, made))


def test_times_that_are_none():
    """What a file or a damaged record calls a time makes no point."""
    assert [] == steps({"a": "2026-11-01", "b": "", "c": "0", "d": "2026-99-99T00:00:00.000Z"})


def test_nothing_is_kept_while_the_answers_are_not_the_readers_own():
    """Beside the reader's own work, and while a page is built, nothing is made."""
    assert [] == steps({"f": EARLY}, beside="a link")
    assert [] == steps({"f": EARLY}, now="")


def overtaken(own, newer):
    """The steps for one field: what this tab wrote, what another has written over it."""
    key = "overtaken:answer:default:f"
    stored = {key: own, "overtaken:answer:other:f": own}
    records = {"g": record("4"), **({"f": newer} if newer else {})}
    made = list(automatic_points.due(Visit(NOW, stored=stored), records))
    assert Drop(key) == made[-1]
    assert "overtaken:answer:other:f" in shelf.after(stored, made)
    return [json.loads(step.text)["records"] for step in made[:-1]]


def test_the_same_question_in_two_tabs_at_once():
    """The later answer wins; the other is in a restore point, and the page forgets it."""
    own, newer = record("1", EARLY), record("3", "2026-11-22T03:00:08.000Z")
    assert [{"f": own, "g": record("4")}] == overtaken(own, newer)


def test_an_answer_that_was_changed_knowingly_is_gone():
    """Another tab's change a minute later, the same answer, a damaged record: no point."""
    assert [] == overtaken(record("1", EARLY), record("3", LATER))
    assert [] == overtaken(record("1", EARLY), record("1", EARLY))
    assert [] == overtaken("damaged", record("1", EARLY))
    assert [] == overtaken(record("1", EARLY), "")  # taken away, perhaps erased: it stays away


def kept(model, **visit):
    """The region beneath the state line, as HTML."""
    return html(whose_answers.region(Place(model, "./", {}, Visit(**visit))))


def test_an_hour_of_work_in_no_file(model):
    """After an hour the page offers a file; an export ends that until more is changed."""
    times = {"f": EARLY, "g": LATER}
    assert "" == kept(model, now="2026-11-22T03:59:59.000Z", times=times)
    later = "2026-11-22T04:00:00.000Z"
    assert 'data-kam-do="export.answers-file"' in kept(model, now=later, times=times)
    exported = {"about:default": json.dumps({"exported": EARLY})}
    assert "" == kept(model, now=later, times=times, stored=exported)


def test_whose_answers_are_shown(model):
    """A name where there could be doubt which one it is."""
    assert "" == kept(model)
    north = {"about:a1": json.dumps({"name": "North <b>"})}
    assert "My assessment" in kept(model, now=NOW, stored=north)
    assert "North &lt;b&gt;" in kept(model, now=NOW, stored=north, assessment="a1")
    gone = {"about:a1": json.dumps({"name": "North", "deleted": EARLY})}
    assert "Bring it back" in kept(model, now=NOW, stored=gone, assessment="a1")
    assert "" == kept(model, now=NOW, stored=north, beside="a link")  # that has its own notice
