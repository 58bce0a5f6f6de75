"""What the browser keeps, read by its keys."""

import json

from tests.support.given.desks import NOW, record, restored
from widgets.core.keeping import restore_points, shelf
from widgets.core.keeping.steps import Drop, Put
from widgets.core.words.times import milliseconds

ABOUT = json.dumps({"name": "North", "made": "2026-03-01T00:00:00.000Z", "exported": NOW})


def test_assessments_are_found_by_their_keys():
    """The default one is always there and first; the others follow by time made."""
    stored = {
        "answer:a2:quick.delivery-on-board": record("1"),
        "about:a1": ABOUT,
        "about:gone": json.dumps({"name": "Gone", "deleted": NOW}),
        "about:bad": "[damaged",
        "current": "a1",
        "restore:a9:000000000000001": "{}",
    }
    assert ["default", "a2", "bad", "a1"] == [one.id for one in shelf.assessments(stored)]
    assert ["gone"] == [one.id for one in shelf.deleted(stored)]
    names = {one.id: one.name for one in shelf.assessments(stored)}
    assert {"My assessment", "Assessment a2", "Assessment bad", "North"} == set(names.values())
    assert NOW == shelf.shelved(stored, "a1").exported


def test_ids_that_mean_something_to_javascript_are_ids():
    """Nothing is special about `__proto__`."""
    stored = {"answer:__proto__:constructor": record("1"), "about:toString": ABOUT}
    assert {"default", "__proto__", "toString"} == {one.id for one in shelf.assessments(stored)}
    assert {"constructor": record("1")} == shelf.records(stored, "__proto__")
    assert {} == shelf.records(stored, "default")


def test_records_are_counted_and_dated():
    """Notes, and answers that were taken back, are no answers; today's form is one."""
    records = {
        "choose.today": record("none", "2026-01-01T00:00:00.000Z"),
        "quick.delivery-on-board": record("1", "2026-01-02T00:00:00.000Z"),
        "practice.block-removal": record("", "2026-01-03T00:00:00.000Z"),
        "practice.fit-review": "damaged",
        "note.block-removal": record("who?", "2026-01-01T00:00:00.000Z"),
    }
    assert 2 == shelf.count(records)
    assert "2026-01-03T00:00:00.000Z" == shelf.changed(records)
    assert "" == shelf.changed({})


def test_twenty_points_and_the_oldest_goes():
    """The twenty-first restore point takes the place of the first."""
    stored: dict[str, str] = {}
    for minute in range(25):
        at = f"2026-11-22T03:{minute:02}:00.000Z"
        stored = shelf.after(stored, restore_points.point(stored, "a", at, "why", kept={"f": "x"}))
    points = restore_points.points(stored, "a", NOW)

    assert 20 == len(points)
    assert "2026-11-22T03:24:00.000Z" == points[0].at
    assert "2026-11-22T03:05:00.000Z" == points[-1].at


def test_points_from_a_clock_that_was_wrong_are_the_oldest():
    """Once the clock is set back, new points are the newest, and theirs go first."""
    stored: dict[str, str] = {}
    for year in (*range(2090, 2100), *range(2001, 2015)):
        at = f"{year}-01-01T00:00:00.000Z"
        stored = shelf.after(stored, restore_points.point(stored, "a", at, "why", kept={"f": "x"}))
    points = restore_points.points(stored, "a", "2015-01-01T00:00:00.000Z")

    assert 20 == len(points)
    assert "2014-01-01T00:00:00.000Z" == points[0].at
    assert "2094-01-01T00:00:00.000Z" == points[-1].at
    newest = milliseconds("2014-01-01T00:00:00.000Z")
    assert newest == restore_points.last_point(stored, "a", "2015-01-01T00:00:00.000Z")


def test_two_points_in_one_millisecond_are_two():
    """A point never takes the place of another."""
    stored: dict[str, str] = {}
    for text in "xy":
        stored = shelf.after(
            stored, restore_points.point(stored, "a", NOW, "why", kept={"f": text})
        )
    assert ["x", "y"] == sorted(
        point.records["f"] for point in restore_points.points(stored, "a", NOW)
    )


def test_nothing_to_keep_makes_no_point():
    """An assessment without records has no state to go back to."""
    assert [] == list(restore_points.point({}, "a", NOW, "why", kept={}))


def test_damaged_points_are_shown_and_left():
    """A point that cannot be read says so; one that can in part says so too."""
    good = restored({"f": "x"})
    texts = ("", "[]", '{"records": 5}', '{"records": {"f": 1, "g": "x"}, "at": 7}', good)
    stored = {f"restore:a:{n:015}": text for n, text in enumerate(texts)}
    stored |= {"restore:a:tomorrow": good, "restore:b:000000000000009": good}
    points = restore_points.points(stored, "a")
    assert [False, True, True, True, True] == [point.damaged for point in points]
    assert {"g": "x"} == points[1].records


def test_replace_keeps_the_state_before():
    """What is not in the new state goes, what is the same stays, and a point comes first."""
    stored = {"answer:a:f": "1", "answer:a:g": "2", "answer:b:f": "3"}
    steps = list(restore_points.replace(stored, "a", {"g": "2", "h": "4"}, NOW, "why"))
    assert isinstance(steps[0], Put)
    assert {"f": "1", "g": "2"} == json.loads(steps[0].text)["records"]
    assert [Drop("answer:a:f"), Put("answer:a:h", "4")] == steps[1:]


def test_everything_of_one_assessment():
    """Erasing one takes all its keys, and no key of another whose id begins the same."""
    mine = ("answer:a:f", "about:a", "restore:a:1", "overtaken:answer:a:f")
    others = ("answer:ab:f", "about:ab", "current", "setting:a")
    stored = dict.fromkeys((*mine, *others), "")
    assert set(others) == set(shelf.after(stored, shelf.everything(stored, "a")))


def test_times():
    """A text that is no time is no moment, and raises nothing."""
    assert 1_795_316_400_000 == milliseconds("2026-11-22T03:00:00.000Z")
    assert [0] * 3 == [milliseconds(bad) for bad in ("", "yesterday", "0001-01-01")]
