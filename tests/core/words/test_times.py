"""One reader of times, and one day for people: that of the reader's own time zone."""

import json
import time
from io import BytesIO

import pytest
from openpyxl import load_workbook

from widgets.core.answers.kept_texts import new_record
from widgets.core.answers.states import Answers
from widgets.core.commands.borrowed import keep
from widgets.core.commands.export import answers_file
from widgets.core.comparing.candidates import offered
from widgets.core.drawing.html import html
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import subject
from widgets.core.exporting.workbook.book import workbook
from widgets.core.keeping.steps import File
from widgets.core.keeping.visit import Visit
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.panels.points_panel import panel
from widgets.core.words import times

CLOCKS = {
    # in UTC an evening in Los Angeles is the day after, a morning in Auckland the day before
    "America/Los_Angeles": ("2027-04-01T04:30:00.000Z", "31 March 2027", "2027-03-31", "21:30"),
    "Pacific/Auckland": ("2027-03-30T19:30:00.000Z", "31 March 2027", "2027-03-31", "08:30"),
    "UTC": ("2027-03-31T12:00:00.000Z", "31 March 2027", "2027-03-31", "12:00"),
}


@pytest.fixture(params=CLOCKS)
def clock(request, monkeypatch):
    """A time, its day in words and in figures, and its hour, in a zone that this process is in."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield CLOCKS[request.param]
    monkeypatch.undo()
    time.tzset()


def desk(model, now, **visit):
    """A desk at that time, with one answer given then and a restore point of then."""
    records = {"quick.leaders-entangled": new_record("2", model.version, now)}
    stored = {f"answer:default:{name}": text for name, text in records.items()}
    stored[f"restore:default:{times.milliseconds(now):015d}"] = json.dumps(
        {"at": now, "why": "made by hand", "name": "", "records": records}
    )
    place = Place(model, "", {}, Visit(now=now, stored=stored, **visit))
    answers = Answers(quick={"leaders-entangled": 2})
    return Desk(place, "assessment", answers, (), {}, records)


def test_every_text_for_a_person_bears_the_readers_day(model, clock):
    """Report, print, workbook, CSV, calendar, pictures, lists and names of files say one day."""
    now, words, figures, hour = clock
    at = desk(model, now)
    found = subject(at.place, at.answers)
    book = load_workbook(BytesIO(workbook(found)))
    said = {
        "Markdown": markdown(found),
        "HTML": page(found),
        "print": str(html(printed(found))),
        "CSV": csv(found).decode(),
        "workbook": str([[c.value for c in row] for row in book["Summary"]]),
        "calendar": calendar.agenda(found).decode().replace("\r\n ", ""),
        "picture": pictures.dot_chart(found),
        "restore points": str(html(panel(at.place.visit.stored, "default", now))),
        "kept": str(html(keep.run(desk(model, now, beside="a link")).panel)),
    }
    for name, text in said.items():
        assert words in text, name
        assert "UTC" not in text, name
    assert f"{words}, {hour}" in said["restore points"]
    assert f"kam-My-assessment-{figures}.csv" == found.file("csv")
    assert {words} == {side.date for side in offered(at.place.visit, at.records)}
    assert "2027-09-30" == str(calendar.recheck(found))


def test_utc_inside_files(model, clock):
    """JSON, the stamp of the calendar and the properties of the workbook keep UTC."""
    now, *_ = clock
    at = desk(model, now)
    found = subject(at.place, at.answers)
    steps = answers_file.run(at).steps
    stamp = now.replace("-", "").replace(":", "").replace(".000", "")

    assert f"DTSTAMP:{stamp}" in calendar.agenda(found).decode()
    assert now[:19] == load_workbook(BytesIO(workbook(found))).properties.created.isoformat()
    assert now == json.loads(steps[1].text)["exported"]
    assert isinstance(steps[0], File)
    assert CLOCKS["UTC"][2] in steps[0].name


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("2026-11-22T03:00:00.000Z", "2026-11-22T03:00:00+00:00"),
        ("2026-11-22T04:00:00+01:00", "2026-11-22T03:00:00+00:00"),
        ("2026-11-22T03:00:00", "2026-11-22T03:00:00+00:00"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00+00:00"),
        ("0001-01-01T00:00:00+14:00", None),
        ("yesterday", None),
        ("", None),
        (None, None),
        (12, None),
        ("9999-99-99", None),
    ],
)
def test_instants(text, instant):
    """A time is read with its zone, in UTC without one, and what is none raises nothing."""
    found = times.instant(text)

    assert instant == (found.isoformat() if found else None)
    assert bool(instant and instant > "1970") == bool(times.milliseconds(text))


@pytest.mark.usefixtures("clock")
def test_a_day_alone_is_the_readers():
    """A day without an hour is that day everywhere."""
    assert "2027-03-31" == times.day("2027-03-31")
    assert "31 March 2027" == times.day_in_words("2027-03-31")


def test_written_gives_back_what_is_read():
    """A time survives the way to milliseconds and back; one out of reach is empty."""
    assert "2026-11-22T03:00:00.001Z" == times.written(
        times.milliseconds("2026-11-22T03:00:00.001Z")
    )
    assert "" == times.written(10**18)
    assert "x" == times.moment("x")
