"""Wherever a result is told, its first steps and its way up say what to do, and never the rung."""

import re
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.support.renderings.exported import MODEL, QUICK, full, of, place
from tests.support.renderings.facts import plain
from tests.support.renderings.quotes import straight
from tests.support.renderings.renderings import copied, drawn
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.workbook.book import workbook

PRACTICES = [practice.id for practice in MODEL.practices()]
THREES = Answers(dict.fromkeys(PRACTICES, 3))
LADDERS = [thing.ladder for d in MODEL.dimensions for thing in (d, *d.practices)]
FIGURES = re.compile(r"from \d+ to \d+ of 100|score (?:goes )?from \d")
"""How figures of the model read where they stand as an effect."""


def told(answers):
    """What a person reads of `answers`, as plain words in single spaces, by where it stands."""
    found = of(answers)
    book = load_workbook(BytesIO(workbook(found)), data_only=True)
    sheets = {
        name: "\n".join(str(c.value) for row in book[name] for c in row if c.value)
        for name in ("Summary", "Actions", "Way up")
    }
    texts = {
        "assessment": drawn("assessment", place(), answers),
        "quick scan": drawn("quick-scan", place(), answers),
        "text": copied("assessment", place(), answers),
        "print": str(html(printed(found))),
        "Markdown": markdown(found),
        "HTML": page(found),
        "wiki": wiki(found),
        "workbook": "\n".join(sheets.values()),
    }
    return found.parts, {
        name: straight(" ".join(plain(text).split())) for name, text in texts.items()
    }


@pytest.mark.parametrize(
    "answers", [QUICK, full(chooser=False), THREES], ids=["quick", "full", "3"]
)
def test_steps_and_moves_stand_everywhere(answers):
    """Title, who and this week of each step; what to do of each move, and from where to where."""
    parts, texts = told(answers)

    assert parts.first
    assert parts.way.moves
    for name, text in texts.items():
        for step in parts.first:
            assert straight(step.title) in text, name
            assert straight(step.who) in text, name
            assert straight(step.this_week) in text, name
        for rise in parts.way.moves:
            assert straight(rise.todo) in text, name
            assert straight(rise.name) in text, name
        assert not FIGURES.search(text), name


@pytest.mark.parametrize(
    "answers", [QUICK, full(chooser=False), THREES], ids=["quick", "full", "3"]
)
def test_no_move_repeats_a_rung(answers):
    """Nothing leads from one rung "to 2:" and goes on with what rung 2 says."""
    _, texts = told(answers)
    told_so = [f"to {n}: {rung.said}" for ladder in LADDERS for n, rung in enumerate(ladder)]

    for name, text in texts.items():
        assert [] == [words for words in told_so if words in text], name


def test_moves_link_to_their_pages():
    """By the address that never changes where the text goes out, by the page's own on the page."""
    parts, _ = told(THREES)
    found = of(THREES)

    for rise in parts.way.moves:
        assert found.address(f"p/{rise.unit}/") in wiki(found)
        assert found.address(f"p/{rise.unit}/") in markdown(found)
        assert f"/practices/{rise.unit}/" in drawn("assessment", place(), THREES)
