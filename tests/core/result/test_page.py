"""One result: the same parts in the same order wherever it is told, and a panel beside the form."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.ours import our_guide
from tests.support.renderings.exported import of
from widgets.core.answers.states import UNKNOWN, Answers, Planned
from widgets.core.drawing.html import html
from widgets.core.exporting.report.on_paper import printed
from widgets.core.keeping.visit import Visit
from widgets.core.page.frame import whole, widget
from widgets.core.page.view import Place
from widgets.core.result import page, panel
from widgets.core.result.level import whose
from widgets.core.result.parts import parts
from widgets.core.scoring import result_words
from widgets.core.scoring.score import score

MODEL = our_guide().model
TOOLS = ("quick-scan", "assessment")
IN_ORDER = ("headline", "picture", "cap", "first-steps", "deciding", "onward")
SCAN = [3, 3, 3, 2, 0, 3, UNKNOWN, 2]
EXAMPLE = Answers(quick=dict(zip(MODEL.dimension, SCAN, strict=True)))

states = st.one_of(st.integers(0, 4), st.just(UNKNOWN))
answered = st.builds(
    Answers,
    st.dictionaries(st.sampled_from([p.id for p in MODEL.practices()]), states, max_size=38),
    st.dictionaries(st.sampled_from(list(MODEL.dimension)), states),
)


def at(text: str, *names: str) -> list[int]:
    """Where each named region begins on a page."""
    return [text.index(f'data-kam-region="{name}"') for name in names]


@pytest.mark.parametrize("tool", TOOLS)
def test_a_page_tells_the_result_in_one_order(tool):
    """Level, picture, cap, steps, what is open, where next, the buttons; then the named parts."""
    text = str(whole(tool, Place(MODEL, "/", {})))
    result = text.index(f'id="{panel.ID}"')
    named = [id for name, id, _ in page.NAMED]
    found = [
        *at(text, *IN_ORDER),
        text.index("kam-actions"),
        *(text.index(f'id="{i}"') for i in named),
    ]

    assert text.index("<form") < text.index("kam-panel") < result < found[0]
    assert sorted(found) == found
    assert len(named) == len(set(named))


def test_quick_scan_and_assessment_draw_one_result():
    """For the same answers every region of the result is the same, but for where next."""
    place = Place(MODEL, "/", {}, Visit(now="2026-11-28T10:00:00.000Z"))
    scan, full = (widget(tool).view(place, EXAMPLE, ()).regions for tool in TOOLS)
    shared = [n for n in (*page.FIRST, *(n for n, _, _ in page.NAMED)) if n != "onward"]

    assert {n: html(scan[n]) for n in shared} == {n: html(full[n]) for n in shared}
    assert "Go deeper" in html(scan["onward"]) and "Go deeper" not in html(full["onward"])


def test_paper_begins_with_the_same_regions():
    """The first sheet holds what the page shows, region by region."""
    subject = of(EXAMPLE)
    sheet = str(html(printed(subject)))
    shown = page.drawn(subject.parts, "report")

    for name in page.FIRST:
        if name != "onward" and (text := html(shown[name])):
            assert text in sheet, name
    assert sheet.index("kam-report__first") < sheet.index("kam-report__section")


@pytest.mark.parametrize(
    ("visit", "name", "expected"),
    [
        (Visit(), "", "Your programme"),
        (
            Visit(times={"a": "2026-11-02T10:00:00.000Z", "b": "2026-11-28T10:00:00.000Z"}),
            "",
            "Yours, 28 November 2026",
        ),
        (Visit(times={"a": "never"}), "", "Your programme"),
        (Visit(beside="a link"), "", "Shared with you"),
        (
            Visit(beside="a link to version 1.0.0 of the model"),
            "",
            "Shared with you, for version 1.0.0 of the model",
        ),
        (Visit(beside="the file “x.json”"), "", "Not yours: from the file “x.json”"),
        (Visit(), "A firm", "A firm"),
    ],
)
def test_whose_it_is(visit, name, expected):
    """A result says whose it is and of which day, as far as that is known."""
    assert expected == whose(visit, name)


def test_another_s_result_is_not_told_that_its_rater_is_kind():
    """What one is told about one's own answers stands with one's own alone."""
    own, shared = (
        html(page.drawn(parts(Place(MODEL, "/", {}, visit), EXAMPLE), "quick-scan")["headline"])
        for visit in (Visit(), Visit(beside="a link"))
    )

    assert "tend to be kind" in own
    assert "tend to be kind" not in shared and "Shared with you" in shared


@pytest.mark.parametrize("tool", TOOLS)
def test_another_s_result_can_be_read_and_not_changed(tool):
    """Beside the reader's own nothing of a result can be ticked or typed; their own has ticks."""
    place = Place(MODEL, "/", {}, Visit(now="2026-11-28T10:00:00.000Z", beside="a link"))
    plan = {advice.id: Planned(owner="K. Roth") for advice in MODEL.advice}
    held = dict.fromkeys(list(MODEL.practice)[:4], 1)
    answers = Answers(held, EXAMPLE.quick, actions=plan)
    asked = [
        "".join(str(html(view.regions[name])) for name in (*IN_ORDER, *(n for n, *_ in page.NAMED)))
        for visited in (place, Place(MODEL, "/", {}))
        for view in [widget(tool).view(visited, answers, ())]
    ]

    assert ["<input" in told for told in asked] == [False, True]
    assert all("export.show-sums" in told for told in asked)


def test_the_panel_does_not_deny_a_level_that_the_page_tells():
    """Where nothing that is missing can change the level, the panel says so as the page does."""
    short = score(MODEL, Answers(quick={**EXAMPLE.quick, "change-politics-culture": UNKNOWN}))
    words = result_words.headline(MODEL, short)
    beside = str(html(panel.panel(MODEL, short, 7, 8)))

    assert words.endswith("whatever is missing")
    assert f">{words.removesuffix(', whatever is missing')}<" in beside
    assert "No answer on Change, politics and culture can change that." in beside


@settings(max_examples=60)
@given(answered)
def test_no_range_is_told_before_it_says_something(answers):
    """Nowhere more than two levels before there is one; panel and page tell the same range."""
    place = Place(MODEL, "/", {})
    for tool in TOOLS:
        view = widget(tool).view(place, answers, ())
        told = "".join(map(str, map(html, view.regions.values())))
        done, total = view.progress
        beside = html(view.regions["panel"])

        result = score(MODEL, answers)
        low, high = result.level_range or (0, 4)
        says = result.headline.kind == "level" or (
            result.headline.kind == "between" and high - low < 2
        )
        assert all(int(b) - int(a) == 1 for a, b in re.findall(r"Between (\d).*?and (\d)", told))
        if says:
            settled = result.headline.kind == "between" and low == high
            words = result_words.headline(MODEL, result)
            assert (result_words.level_name(MODEL, low) if settled else words) in beside
        elif done < total:
            assert f"{done} of {total} answered" in beside
        assert says or "Between" not in told


def test_the_panel_names_what_holds_the_level():
    """One sentence: what holds it, where something does; else what would kill it."""
    level = {d.id: 3 for d in MODEL.dimensions}
    capped = score(MODEL, Answers(quick={**level, "delivery-on-board": 0}))
    free = score(MODEL, Answers(quick=level))

    assert "Delivery on board holds it at 1." in html(panel.panel(MODEL, capped, 8, 8))
    assert "What would it take to kill it?" in html(panel.panel(MODEL, free, 8, 8))
    for drawn in (capped, free):
        assert 8 == len(re.findall("<meter", html(panel.panel(MODEL, drawn, 8, 8))))


def test_nothing_answered_leads_nowhere():
    """Before the first answer there is no way to a result, and no step."""
    shown = widget("quick-scan").view(Place(MODEL, "/", {}), Answers(), ()).regions

    assert "See the result" not in html(shown["panel"])
    assert "" == html(shown["first-steps"]) == html(shown["onward"]) == html(shown["deciding"])
