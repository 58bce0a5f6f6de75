"""Commands on what the browser keeps: whatever is done, nothing that was entered is lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.given.desks import Browser, record
from widgets.core.drawing.html import html
from widgets.core.keeping import restore_points, shelf, steps

NAMES = ("quick.delivery-on-board", "practice.block-removal", "note.block-removal", "__proto__")
TEXTS = st.sampled_from(["0", "4", "unknown", "a\ud83db", "שלום", "😀", "<b>", "=1+1", ""])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.sampled_from(NAMES), TEXTS),
        st.tuples(
            st.sampled_from(
                ("again", "restore", "point", "rename", "new", "copy", "open", "delete", "list")
            ),
            st.integers(0, 9),
            TEXTS,
        ),
    ),
    max_size=15,
)


def act(browser, kind, which, text):
    """One thing that a reader may do."""
    stored = browser.stored
    shelved = [*shelf.assessments(stored), *shelf.deleted(stored)]
    one = shelved[which % len(shelved)].id
    points = restore_points.points(stored, browser.assessment)
    return {
        "again": lambda: browser.run("assessments.start-again"),
        "restore": lambda: browser.run(
            "earlier.restore", value=points[which % len(points)].key if points and which else ""
        ),
        "point": lambda: browser.run("earlier.make", **{"point-name": text}),
        "rename": lambda: browser.run("assessments.rename", value=one, name=text),
        "new": lambda: browser.run("assessments.new", **{"new-name": text}),
        "copy": lambda: browser.run("assessments.new", **{"new-name": text, "copy": "yes"}),
        "open": lambda: browser.run("assessments.open", value=one),
        "delete": lambda: browser.run("assessments.delete", value=one),
        "list": lambda: browser.run("assessments.show" if which % 2 else "earlier.show"),
    }[kind]()


@given(acts=ACTS)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_entered_is_lost(model, acts):
    """Each answer that a command finds is shown somewhere afterwards, or in a restore point."""
    browser = Browser(model)
    for kind, which, text in acts:
        if kind == "answer":
            browser.answer(which, text)
            continue
        before = _kept(browser.stored)
        reply = act(browser, kind, which, text)
        assert reply.announce if reply.panel is None else html(reply.panel)
        assert before <= _kept(browser.stored)
        assert browser.assessment in {one.id for one in shelf.assessments(browser.stored)}


def _kept(stored):
    """Every record there is, restore points included."""
    ids = {key.split(":")[1] for key in stored if key.startswith("restore:")}
    points = [point for id in ids for point in restore_points.points(stored, id)]
    kept = {text for point in points for text in point.records.values()}
    return kept | {text for key, text in stored.items() if key.startswith("answer:")}


@pytest.fixture
def browser(model):
    """A browser with one answer."""
    return Browser(model, {"answer:default:quick.delivery-on-board": record("3")})


def test_start_again_and_back(browser):
    """Start again empties the assessment, and its button leads back to the same answers."""
    before = browser.records
    reply = browser.run("assessments.start-again")
    assert {} == browser.records
    key = next(key for key in browser.stored if key.startswith("restore:"))
    assert key in html(reply.panel)
    browser.run("earlier.restore", value=key)
    assert before == browser.records


def test_restore_takes_the_newest_and_keeps_what_was(browser):
    """Without a key the newest point comes back; the state before it becomes a point."""
    browser.run("earlier.make", **{"point-name": "one"})
    browser.answer("quick.delivery-on-board", "1")
    now = browser.records
    browser.run("earlier.restore")
    assert record("3") in browser.records.values()
    assert now == restore_points.points(browser.stored, "default", browser.now)[0].records


def test_a_damaged_point_is_left(browser):
    """A sentence, and nothing changes."""
    browser.stored["restore:default:000000000000001"] = "{damaged"
    before = dict(browser.stored)
    for said in ({}, {"value": "restore:default:000000000000001"}):
        reply = browser.run("earlier.restore", **said)
        assert "cannot be read" in reply.announce
        assert "left as it is" in html(reply.panel)
    assert "not here any more" in browser.run("earlier.restore", value="restore:other:1").announce
    assert before == browser.stored


def test_a_new_assessment(browser):
    """Empty or a copy, under a fresh id, and open; the first stays as it was."""
    browser.run("assessments.new", **{"new-name": " North,\n 2027 ", "copy": "yes"})
    assert record("3") in browser.records.values()
    assert "North, 2027" == shelf.shelved(browser.stored, browser.assessment).name
    browser.answer("quick.delivery-on-board", "1")
    first = browser.assessment
    browser.run("assessments.new")
    assert {} == browser.records
    assert len({"default", first, browser.assessment}) == 3
    assert record("3") == browser.stored["answer:default:quick.delivery-on-board"]


def test_rename_asks_and_keeps(browser):
    """The first call asks for the name; a name of spaces changes nothing."""
    assert 'value="My assessment"' in html(browser.run("assessments.rename", value="default").panel)
    browser.run("assessments.rename", value="default", name="  ")
    assert "My assessment" == shelf.shelved(browser.stored, "default").name
    browser.run("assessments.rename", value="default", name="a" * 200)
    assert "a" * 80 == shelf.shelved(browser.stored, "default").name


def test_delete_bring_back_and_erase(browser):
    """Deleted is recoverable; erased is gone, after one question, with its points."""
    assert "only assessment" in browser.run("assessments.delete", value="default").announce
    browser.run("assessments.new", **{"new-name": "North"})
    north = browser.assessment
    browser.answer("quick.delivery-on-board", "1")
    browser.run("assessments.delete", value=north)
    assert "default" == browser.assessment
    browser.run("assessments.open", value=north)
    assert {record("1", "2026-11-22T04:02:00.000Z")} == set(browser.records.values())
    browser.run("assessments.delete", value=north)
    asked = browser.run("assessments.delete", value=north)
    assert "Nothing in this browser brings them back" in html(asked.panel)
    assert any(north in key for key in browser.stored)
    browser.run("assessments.delete", value=north, sure=north)
    assert not any(north in key for key in browser.stored)
    assert "not here any more" in browser.run("assessments.open", value=north).announce


def test_answers_of_somebody_else_are_not_started_again(browser):
    """Beside, start again changes nothing; opening an own assessment leads back."""
    browser.beside = "a link"
    before = dict(browser.stored)
    assert "come from a link" in browser.run("assessments.start-again").announce
    assert before == browser.stored
    assert steps.Beside(None) in browser.run("assessments.open", value="default").steps


def test_erase_shows_and_then_erases(browser):
    """First what there is, then nothing, whatever the keys are."""
    browser.stored |= {"setting:persistent": "no", "rubbish": "x", "about:__proto__": "{}"}
    shown = html(browser.run("assessments.erase-all", value="").regions["erasing"])
    assert "1 answer" in shown
    assert "settings: persistent, rubbish" in shown
    browser.run("assessments.erase-all", value="yes")
    assert {} == browser.stored
    assert "keeps nothing" in browser.run("assessments.erase-all", value="").announce


def test_a_command_that_does_not_exist(browser):
    """Its name is a name and nothing else."""
    for name in ("nonsense", "../again", "__init__", "Again", ""):
        with pytest.raises(ModuleNotFoundError):
            browser.run(name)


def test_what_the_browser_said_about_keeping(browser):
    """The list says whether the storage is persistent."""
    for said, words in (("yes", "has agreed"), ("no", "may clear"), ("?", "does not say")):
        browser.stored["setting:persistent"] = said
        assert words in html(browser.run("assessments.show").panel)
