"""What an answer leaves out and what Python remembers: a page always shows its own answers."""

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.given.desks import record
from tests.support.ours import our_guide
from widgets.chooser import result_page
from widgets.core.drawing import held
from widgets.core.result.page import LATER
from widgets.core.structures.structures_json import published
from widgets.worker import handle, rest

MODEL = our_guide().model
PRACTICES, DIMENSIONS = list(MODEL.practice), list(MODEL.dimension)
PROFILE = [(question.id, option.id) for question in MODEL.profile for option in question.options]
QUESTIONS = list(published().question)
RULES = [rule.id for rule in MODEL.advice]
RUNGS = st.sampled_from(["", "0", "1", "2", "3", "4", "unknown"])
OLD, NEW = "2026-01-01T00:00:00.000Z", "2026-11-27T10:00:00.000Z"
PAGES = [
    ("assessment", "mine"),
    ("assessment", "other"),
    ("quick-scan", "mine"),
    ("chooser", "mine"),
]
"""The pages of a visit: what stands on each, and which assessment it shows."""


def field(prefix, ids, values):
    """A field of one kind, and what is put into it."""
    return st.tuples(st.sampled_from(ids).map(prefix.__add__), values)


FIELDS = st.one_of(
    field("practice.", PRACTICES, RUNGS),
    field("quick.", DIMENSIONS, RUNGS),
    field("note.", PRACTICES, st.sampled_from(["", "as seen", "“said” & <b>"])),
    field("proof.", PRACTICES, st.sampled_from(["", "yes"])),
    field("target.", DIMENSIONS, st.sampled_from(["", "1", "4"])),
    field("leave.", PRACTICES, st.sampled_from(["", "yes"])),
    field("choose.answers.", QUESTIONS, st.sampled_from(["", "-2", "0", "1", "2", "unknown"])),
    field("choose.other.answers.", QUESTIONS, st.sampled_from(["", "-2", "2"])),
    field("plan.", RULES, st.sampled_from(["", "yes"])),
    st.sampled_from(PROFILE).map(lambda chosen: (f"profile.{chosen[0]}", chosen[1])),
)
CHANGES = st.lists(FIELDS, min_size=1, max_size=3)
EVENTS = st.tuples(
    st.sampled_from(PAGES),
    st.sampled_from(
        ["answer", "answer", "lost", "overtaken", "text", "again", "borrow", "new worker"]
    ),
    CHANGES,
)


class Visit:
    """A reader with some pages open, as the host keeps them: what is kept, drawn and held."""

    def __init__(self):
        many = {f"practice.{id}": record(str(n % 5), at=OLD) for n, id in enumerate(PRACTICES)}
        self.kept = {"mine": many, "other": {}}
        self.shown = {page: {} for page in PAGES}
        self.held = dict.fromkeys(PAGES, "")
        self.borrowed = dict.fromkeys(PAGES, False)

    def message(self, page, **more):
        """What the page asks, with nothing of what it holds."""
        widget, assessment = page
        beside = {"beside": "a link" if self.borrowed[page] else ""}
        records = self.kept["other" if self.borrowed[page] else assessment]
        visit = {"stored": {}, "now": NEW, "assessment": assessment, **beside}
        asked = {"widget": widget, "root": "/", "options": {}, "records": records}
        return json.dumps({**asked, **visit, **more})

    def ask(self, page, lost=False, overtaken=False, **more):
        """Draws the answer, but for one that comes too late, and what it left to follow."""
        asked = self.message(page, holds=self.held[page], **more)
        answer, follows = json.loads(handle(asked, apart=True)), json.loads(rest() or "null")
        for one in () if lost else (answer,) if overtaken or not follows else (answer, follows):
            assert one.get("after", self.held[page]) == self.held[page]
            self.shown[page] |= one["html"]
            self.held[page] = one["holds"]

    def live(self, page, event, changes):
        """Does what happens on one page."""
        _, assessment = page
        if event == "again":  # it is drawn as it was built, and begins anew
            self.shown[page], self.held[page] = {}, ""
        if event == "new worker":
            held._held.clear()
        if event == "borrow":
            self.borrowed[page] = not self.borrowed[page]
        if event == "text":
            self.ask(page, do="view.text", given={})
        for name, value in changes:
            self.kept[assessment] = {**self.kept[assessment], name: record(value, at=NEW)}
            self.ask(page, lost=event == "lost", overtaken=event == "overtaken")
        self.ask(page)


def whole(message):
    """All regions, by whoever has not drawn anything before."""
    return json.loads(handle(message))["html"]


@pytest.fixture(scope="module")
def cold():
    """Answers as a worker gives them that has just started: each in a process of its own."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["widgets.worker"])
    with ProcessPoolExecutor(1, mp_context=context, max_tasks_per_child=1) as pool:
        yield lambda message: pool.submit(whole, message).result()


@given(events=st.lists(EVENTS, min_size=1, max_size=5))
@settings(max_examples=15)
def test_a_page_shows_what_a_new_start_would_show(cold, events):
    """After any run of answers, on pages that come, go and borrow, none shows an old region."""
    visit = Visit()
    for page, event, changes in events:
        visit.live(page, event, changes)
        regions = whole(visit.message(page))

        assert regions == {name: visit.shown[page][name] for name in regions}
    assert regions == cold(visit.message(page))


def test_what_a_page_holds_is_not_sent_again():
    """A note changes no region of the result, so that none is sent."""
    visit, page = Visit(), ("assessment", "mine")
    visit.ask(page)
    visit.kept["mine"] |= {"note.block-removal": record("seen", at=OLD)}
    answer = json.loads(handle(visit.message(page, holds=visit.held[page])))

    assert {} == answer["html"]
    assert visit.held[page] == answer["holds"]


@pytest.mark.parametrize(("tool", "later"), [("assessment", LATER), ("chooser", result_page.LATER)])
def test_what_is_out_of_sight_follows(tool, later):
    """Together they are the whole answer; a command leaves nothing to follow."""
    visit, page = Visit(), (tool, "mine")
    message = visit.message(page, holds="a sign of nothing")
    first, follows = json.loads(handle(message, apart=True)), json.loads(rest())

    assert set(later) == set(follows["html"])
    assert whole(message) == first["html"] | follows["html"]
    assert "" == rest()
    handle(message, apart=True)
    handle(visit.message(page, do="view.text", given={}), apart=True)
    assert "" == rest()


def test_a_first_result_comes_whole():
    """A page that holds none yet has nothing to move once it is there."""
    visit, page = Visit(), ("assessment", "mine")

    assert whole(visit.message(page)) == json.loads(handle(visit.message(page), apart=True))["html"]
    assert "" == rest()


def test_few_states_of_pages_are_kept():
    """What many pages hold is forgotten from the oldest on, and an unknown sign brings all."""
    _, first = held.news({"a": "0"}, "")
    signs = [held.news({"a": str(n + 1)}, "")[1] for n in range(held.PAGES)]

    assert ({"a": "0"}, first) == held.news({"a": "0"}, first)
    assert ({}, signs[-1]) == held.news({"a": str(held.PAGES)}, signs[-1])
    assert held.PAGES == len(held._held)
