"""What the page says of saving: no more than was seen, and what fits the storage that there is."""

import json

import pytest

from tests.support.given.desks import NOW, Browser, record
from widgets.core.drawing.html import html
from widgets.core.files.refusals import AnswersError
from widgets.core.importing.incoming import incoming
from widgets.core.keeping.steps import Beside, File, Forget, Picture, Put, Switch
from widgets.core.keeping.visit import OTHER, OWN, SEALED, Visit
from widgets.core.page import whose_answers
from widgets.core.page.view import Place
from widgets.core.words.failures import SAID, SENTENCES

ANSWERED = {"answer:default:quick.delivery-on-board": record("3")}
TIMES = {"quick.delivery-on-board": NOW}
OLD = "/guides/kam%20guide/"
FILES = (
    ("export.answers-file", ""),
    ("export.file", "csv"),
    ("export.file", "xlsx"),
    ("export.file", "md"),
    ("export.file", "html"),
    ("export.file", "ics"),
    ("export.chart", "dots svg"),
    ("export.chart", "radar png"),
    ("team.csv", ""),
    ("export.share", "picture"),
)
"""Every command that ends in a file, with its value."""


@pytest.fixture
def browser(model):
    """A browser with one answer."""
    return Browser(model, ANSWERED)


@pytest.fixture
def kept(model):
    """What a tool says beneath its state line."""
    return lambda **visit: html(
        whose_answers.region(Place(model, "./", {}, Visit(now=NOW, **visit)))
    )


def files(reply):
    """The files that a reply hands to the browser."""
    return [step for step in reply.steps if isinstance(step, File | Picture)]


@pytest.mark.parametrize(("command", "value"), FILES)
def test_a_file_is_asked_for_and_never_announced_as_saved(browser, command, value):
    """A page never hears what became of a file: it says where to look, and what a frame may do."""
    told = {}
    for frame in ("", OWN, OTHER, SEALED):
        browser.frame = frame
        reply = browser.run(command, value=value)
        told[frame] = reply.announce
        assert (frame != SEALED) == bool(files(reply)), frame
    assert "was asked to save" in told[""] and "among its downloads" in told[""]
    assert told[""].partition(" save ")[2].split(":")[0] in told[OTHER]
    assert "may forbid it" in told[OTHER] and "in a tab of its own" in told[OTHER]
    assert "was not saved" in told[SEALED] and "in a tab of its own" in told[SEALED]
    assert not any("Saved" in words for words in told.values())


def test_only_a_tab_of_its_own_notes_that_a_file_was_made(browser):
    """In a frame the file may never have come, so the page goes on to offer it."""
    for frame, noted in (("", 1), (OWN, 0), (OTHER, 0), (SEALED, 0)):
        browser.frame = frame
        steps = browser.run("export.answers-file").steps
        assert noted == sum(isinstance(step, Put) for step in steps), frame


@pytest.mark.parametrize("frame", [OWN, OTHER, SEALED])
def test_in_a_frame_the_answers_can_be_copied_whole(browser, model, frame):
    """The text that the panel shows is what Import takes, notes too."""
    browser.stored["answer:default:note.block-removal"] = record("ask <Jonas> & \n\n others")
    browser.frame = frame
    panel = html(browser.run("export.answers-file").panel)
    text = (
        panel.partition("<textarea")[2].partition(">\n")[2].partition("</textarea>")[0].unescape()
    )
    place = Place(model, "./", {})
    assert browser.records.keys() == incoming(str(text), place).records.keys()
    with pytest.raises(AnswersError):
        incoming(str(text)[1:], place)


def test_a_frame_is_spoken_of_before_a_file_is_asked_for(browser):
    """The panel of exports and the link say what a frame may do, and lead out of it."""
    for frame, words in (("", ""), (OTHER, "may forbid files"), (SEALED, "forbids files")):
        browser.frame = frame
        assert words in html(browser.run("export.show").panel)
        panel = html(browser.run("export.share").panel)
        link = 'href="https://guide.example/kam/quick-scan/#kam='
        assert bool(frame) == (link in panel) == ('target="_blank"' in panel)


def test_what_was_not_printed(browser):
    """Where no print dialogue opened, the page says so and why that may be."""
    alone = browser.run("export.unprinted")
    assert "nothing was printed" in alone.announce and "frame" not in alone.announce
    browser.frame = OTHER
    framed = browser.run("export.unprinted")
    assert "the frame around this page forbids it" in framed.announce
    assert 'data-kam-do="export.share"' in html(framed.panel)


def test_a_frame_says_where_its_answers_are(kept):
    """Answers in another site's page are a place apart; said once there are any."""
    assert "in a tab of your own does not find it" in kept(times=TIMES, frame=OTHER)
    assert "forbids it to save files" in kept(times=TIMES, frame=SEALED)
    assert "" == kept(times=TIMES, frame=OWN)
    assert "" == kept(frame=OTHER)
    assert "" == kept(times=TIMES, frame=OTHER, beside="a link")


def test_storage_that_was_not_promised(kept):
    """A browser that did not agree to keep the answers is spoken of until a file was made."""
    for said, spoken in ((None, False), ("yes", False), ("no", True), ("unsaid", True)):
        stored = {} if said is None else {"setting:persistent": said}
        assert spoken == ("has not promised" in kept(times=TIMES, stored=stored)), said
    unpromised = {"setting:persistent": "no"}
    assert "" == kept(stored=unpromised)
    made = unpromised | {"about:default": json.dumps({"exported": NOW})}
    assert "" == kept(times=TIMES, stored=made)


def test_one_word_at_a_time(kept):
    """A frame, an old change and a missing promise never speak together."""
    stored, times = {"setting:persistent": "no"}, {"f": "2026-11-22T01:00:00.000Z"}
    for frame in ("", OTHER):
        said = kept(times=times, stored=stored, frame=frame)
        assert 1 == said.count("Save a file")
        assert "has not promised" not in said


def test_answers_under_another_path_are_noticed(kept):
    """They are offered while there is nothing here; a path without an answer is not."""
    there = {"/KAM/": {"answer:a:f": ""}, "/<b>/": {"answer:a:f": ""}, "/x/": {"current": ""}}
    said = kept(elsewhere=there)
    assert "under another address" in said and "/KAM/" in said and "&lt;b&gt;" in said
    assert "/x/" not in said
    assert "" == kept(elsewhere={"/x/": {"current": ""}})
    assert "" == kept(elsewhere=there, times=TIMES)
    assert "" == kept(elsewhere=there, stored={"restore:default:000000000000001": ""})


def test_answers_under_another_path_open_read_only(model):
    """One is shown beside at once, several are listed; kept, it is an assessment here."""
    browser = Browser(model)
    browser.elsewhere = {OLD: {**ANSWERED, "about:default": json.dumps({"name": "<b>North"})}}
    reply = browser.run("borrowed.open-elsewhere")
    shown = {"quick.delivery-on-board": record("3")}
    assert (Beside(shown, "this guide at /guides/kam guide/"),) == reply.steps
    assert {} == browser.stored

    browser.elsewhere["/KAM/"] = {"answer:a7:practice.block-removal": record("2")}
    listed = html(browser.run("borrowed.open-elsewhere").panel)
    assert "&lt;b&gt;North" in listed and "/guides/kam guide/" in listed and "/KAM/" in listed
    assert "last changed" in listed
    (step,) = browser.run("borrowed.open-elsewhere", value="/KAM/ a7").steps
    assert {"practice.block-removal": record("2")} == step.records
    assert "Under another address" in html(browser.run("assessments.show").panel)
    assert "Under another address" in html(browser.run("borrowed.open-elsewhere", value="").panel)


def test_answers_under_another_path_that_are_gone(model):
    """Blank ones and damaged ones are no answers, and a path that was erased says so."""
    browser = Browser(model)
    browser.elsewhere = {OLD: {"answer:default:quick.delivery-on-board": record("")}}
    for value in ("", f"{OLD} default", "/nowhere/ default"):
        reply = browser.run("borrowed.open-elsewhere", value=value)
        assert () == reply.steps
        assert "No other address" in reply.announce
    assert "Under another" not in html(browser.run("assessments.show").panel)


def test_answers_of_a_release_that_is_not_known_here(model):
    """They are shown as they are; the page says then that they do not count."""
    browser = Browser(model)
    newer = {"answer:default:quick.delivery-on-board": record("3", version="9.0.0")}
    browser.elsewhere = {OLD: newer}
    (step,) = browser.run("borrowed.open-elsewhere").steps
    assert newer["answer:default:quick.delivery-on-board"] in step.records.values()


def test_erasing_says_what_other_paths_keep(browser):
    """Nothing is called erased that is not; each other path is erased by a button of its own."""
    browser.elsewhere = {OLD: ANSWERED, "/KAM/": {"current": "a"}}
    shown = html(browser.run("assessments.erase-all").regions["erasing"])
    assert "/guides/kam guide/" in shown and f'data-kam-value="{OLD}"' in shown
    assert "/KAM/" not in shown
    erased = browser.run("assessments.erase-all", value="yes")
    assert Switch("default") in erased.steps
    assert erased.announce.endswith("any more under this address.")
    assert {OLD, "/KAM/"} == browser.elsewhere.keys()
    assert (Forget(OLD),) == browser.run("assessments.erase-all", value=OLD).steps
    assert browser.run("assessments.erase-all").announce.endswith("keeps nothing in this browser.")


def test_each_sentence_names_a_way_out():
    """A reader of a failure is told what to do; what is said of saving has no twin among them."""
    ways = ("ry again", "eload the page", "pen the page", "is not affected")
    assert [] == [key for key, words in SENTENCES.items() if not any(w in words for w in ways)]
    assert not SENTENCES.keys() & SAID.keys()
    assert "Edge" in SENTENCES["no-webassembly"] and "Lockdown" in SENTENCES["no-webassembly"]
