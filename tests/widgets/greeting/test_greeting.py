"""The greeting on the home page: who is greeted, with what, and who is not."""

import re

import pytest

from tests.support.case_files import cases
from tests.support.given.desks import NOW, record
from tests.support.ours import our_guide
from tests.support.renderings.facts import plain
from widgets.core.drawing.html import html
from widgets.core.keeping import opening, snapshots
from widgets.core.keeping.visit import Visit
from widgets.core.page.frame import whole, widget
from widgets.core.page.view import Place

MODEL = our_guide().model


def greeted(case):
    """The card of a case, as HTML; empty if there is none."""
    values = dict(case.get("fields", {}))
    if "quick" in case:
        values |= {f"quick.{d.id}": case["quick"] for d in MODEL.dimensions}
    if "practices" in case:
        values |= {f"practice.{id}": case["practices"] for id in MODEL.practice}
    records = {name: record(text, version=MODEL.version) for name, text in values.items()}
    kept = opening.read_records(records, MODEL)
    stored = dict(case.get("stored", {}))
    if case.get("same"):
        stored[f"restore:default:001767225600000:snapshot:{snapshots.sign(records)}"] = ""
    visit = Visit(
        NOW, stored=stored, shown=records, times=kept.times, beside=case.get("beside", "")
    )
    view = widget("greeting").view(Place(MODEL, "./", {}, visit), kept.answers, kept.problems)
    return str(html(view.regions["greeting"]))


@pytest.mark.parametrize("case", cases("greeting"))
def test_case(case):
    """Each reader is told where they were, in the words of the case, and led on."""
    drawn = greeted(case)
    links = re.findall(r'<a[^>]*href="\./([^"]*)"[^>]*>([^<]*)</a>', drawn)
    assert case["says"] == plain(drawn.partition("<div")[0]).strip()
    assert case.get("ways", []) == [f"{label} > {page}" for page, label in links]


def test_both_tools():
    """The structure has a line of its own below the score."""
    drawn = greeted({"quick": "1", "fields": {"choose.today": "none"}})
    assert drawn.index("Quick scan: 8 of 8") < drawn.index("Structure: 1 of")
    assert 1 == drawn.count("Welcome back.")


def test_the_chooser_done_is_told_with_its_answer():
    """No count once there is nothing left: the answer, and the way to it."""
    structures = Place(MODEL, "./", {}).structures()
    fields = {f"choose.answers.{q.id}": "1" for q in structures.questions}
    drawn = greeted({"fields": {**fields, "choose.today": "none"}})
    assert "answered" not in drawn
    assert 'href="./choose/#result"' in drawn


def test_a_first_visit_has_nothing():
    """The page holds an empty region, and answers alone have it ask Python."""
    drawn = str(whole("greeting", Place(MODEL, "./", {})))
    assert '<div class="kam-region" data-kam-region="greeting"></div>' in drawn
    assert 'data-kam-form="answer:"' in drawn
    assert "data-kam-tool" not in drawn
