"""Wherever a level is told, both margins stand beside it; with nothing open, no range does."""

import json
import re
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.support.renderings.exported import MODEL, QUICK, full, place
from tests.support.renderings.facts import plain
from tests.support.renderings.quotes import straight
from tests.support.renderings.renderings import copied, drawn
from widgets.core.answers.file import as_json
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.drawing.html import html
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import subject
from widgets.core.exporting.workbook.book import workbook
from widgets.core.model.measured import NOT_MEASURED, Errors, Measured
from widgets.core.page.desk import Desk, run
from widgets.core.scoring import margins
from widgets.core.scoring.score import score
from widgets.core.words.quotes import curly

EIGHT = Measured(8, Errors(0.6, 1.2), Errors(0.5, 1.0))
LINK = re.compile(r"\[([^\]]*)\]\(<[^>]*>\)")
"""A link of Markdown, with its words."""
PARTLY = Answers(quick={**QUICK.quick, MODEL.dimensions[0].id: UNKNOWN})


def told(answers, measured):
    """Every rendering in which a level of `answers` stands, as plain words."""
    here = replace(place(), model=replace(MODEL, measured=measured))
    found = subject(here, answers)
    text = json.dumps(as_json(answers, here.model))
    opened = Desk(here, "assessment", Answers(), (), {"pasted": text})
    texts = {
        "what is opened": str(html(run("borrowed.open-text", opened).panel)),
        "assessment": drawn("assessment", here, answers),
        "quick scan": drawn("quick-scan", here, answers),
        "assessment as text": copied("assessment", here, answers),
        "quick scan as text": copied("quick-scan", here, answers),
        "print": str(html(printed(found))),
        "Markdown": LINK.sub(r"\1", markdown(found)),
        "HTML": page(found),
        "wiki": wiki(found),
        "CSV": csv(found).decode(),
        "calendar": calendar.agenda(found).decode().replace("\r\n ", "").replace("\\", ""),
    }
    for sheet in load_workbook(BytesIO(workbook(found)), data_only=True):
        rows = (" | ".join(str(c.value) for c in row if c.value not in (None, "")) for row in sheet)
        texts[f"workbook: {sheet.title}"] = "\n".join(rows)
    return {name: plain(text) for name, text in texts.items()}


@pytest.mark.parametrize("measured", [NOT_MEASURED, EIGHT], ids=["not measured", "measured"])
@pytest.mark.parametrize("answers", [QUICK, PARTLY, full()], ids=["quick", "partly", "full"])
def test_both_margins_stand_everywhere(answers, measured):
    """What is not known, and how far such results lay from judgement, word for word the same.

    The first printed sheet has the short line of the page, and the dimensions' below their picture.
    """
    result = score(replace(MODEL, measured=measured), answers)
    both = [margins.leeway(result), margins.judged(result)]
    short = ["".join(margins.judged_in_short(result)), margins.dimensions_judged(result)]
    on_paper = [both[0], *short]
    sheets = ("Answers", "Actions", "Way up", "Structure", "Working", "Sources")
    without = {f"workbook: {sheet}" for sheet in sheets}

    assert all(both)
    for name, text in told(answers, measured).items():
        words = straight(" ".join(text.split()))
        here = on_paper if name == "print" else both
        assert name in without or [said for said in here if straight(said) not in words] == [], name


@pytest.mark.parametrize("measured", [NOT_MEASURED, EIGHT], ids=["not measured", "measured"])
@pytest.mark.parametrize("chart", pictures.CHARTS)
def test_a_picture_says_how_far_a_dimension_lay(chart, measured):
    """A picture tells no level, so that the margin of its dimensions is enough."""
    found = subject(replace(place(), model=replace(MODEL, measured=measured)), full())
    said = margins.dimensions_judged(found.result)

    assert said and curly(said) in plain(pictures.CHARTS[chart][1](found))


@pytest.mark.parametrize(("name", "kept"), [("assessment", True), ("organisation", False)])
def test_who_answers_alone_is_told(name, kept):
    """A reader's own result says which way one person errs; that of a worked one does not."""
    first = MODEL.organisations[0].id
    here = replace(place(), options={} if kept else {"id": first})

    assert kept == (curly(margins.KIND) in plain(drawn(name, here, full())))


def test_a_quick_answer_has_no_range():
    """With eight quick answers and nothing left unknown, nothing says "2 to 2"."""
    same = re.compile(r"\b(\d(?:\.\d+)?) to \1\b")

    for name, text in told(QUICK, EIGHT).items():
        found = [match[0] for match in same.finditer(text)]
        assert found == [], name
        assert "not known leaves" not in text, name
