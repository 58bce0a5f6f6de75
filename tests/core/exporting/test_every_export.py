"""What every export says of itself, and fixed texts for fixed answers."""

import json
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from tests.support.case_files import cases
from tests.support.renderings.calendars import events
from tests.support.renderings.exported import EVIL, MODEL, QUICK, full, of, weathers
from widgets.core.drawing.html import html
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv as table
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import UNKNOWNS, about
from widgets.core.exporting.workbook.book import workbook
from widgets.core.importing.opened_file import read


@weathers
@pytest.mark.parametrize("made_of", ["", "kam-programme 2.0.1 with norrland 1.0.0"])
def test_every_export_names_itself(answers, made_of):
    """Model, version, date and how unknowns were treated stand in every format.

    So do the versions of base and overlay, where an organisation changed what is asked.
    """
    found = of(answers)
    place = replace(found.parts.place, model=replace(found.model, made_of=made_of))
    found = replace(found, parts=replace(found.parts, place=place))
    named = f"{MODEL.id} {MODEL.version}{made_of and f' ({made_of})'}"
    book = load_workbook(BytesIO(workbook(found)))
    summary = "\n".join(str(c.value) for row in book["Summary"] for c in row if c.value)
    unfolded = calendar.agenda(found).decode().replace("\r\n ", "").replace("\\,", ",")
    said = {
        "csv": table(found).decode(),
        "markdown": markdown(found),
        "html": page(found),
        "wiki": wiki(found),
        "calendar": unfolded.replace("\\;", ";"),
        "workbook": summary,
        "print": str(html(printed(found))),
    }
    for name, text in said.items():
        assert named in text, name
        assert "22 November 2026" in text, name
        assert UNKNOWNS in text, name
    for draw in (draw for _, draw in pictures.CHARTS.values()):
        assert named in draw(found)
        assert "22 November 2026" in draw(found)


def test_without_a_clock_or_an_address():
    """Where the page knows neither, the exports say so and link nowhere."""
    found = of(full(), now="", address="about:srcdoc")

    assert "not known" in about(found)["Date"]
    assert "href" not in wiki(found)
    assert "](<" not in markdown(found)
    assert [entry["uid"] for entry in events(calendar.agenda(found))]
    assert workbook(found)


def test_answers_beside_are_named_as_such():
    """What was opened beside the reader's own says where it comes from."""
    found = of(QUICK, beside="a link")

    assert "a link" in found.title
    assert "Not your own answers: opened from a link" in markdown(found)


@pytest.mark.parametrize("case", cases("exports"))
def test_case(case):
    """Fixed texts for fixed answers."""
    file = {"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}, **case["file"]}
    found = of(read(json.dumps(file), MODEL))
    made = {
        "markdown": lambda: markdown(found),
        "csv": lambda: table(found).decode("utf-8-sig").replace("\r\n", "\n"),
        "calendar": lambda: calendar.agenda(found).decode().replace("\r\n ", ""),
    }[case["format"]]()

    for line in case["lines"]:
        assert line.replace("{version}", MODEL.version) in made.splitlines()


@weathers
@pytest.mark.parametrize("name", pictures.CHARTS)
def test_picture_is_whole(name, answers):
    """Each chart is well-formed SVG with a size, colours of its own and nothing to fetch."""
    svg = pictures.CHARTS[name][1](of(answers, name=EVIL))
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own

    assert "{http://www.w3.org/2000/svg}svg" == root.tag
    assert int(root.get("width")) > 0 and int(root.get("height")) > 0
    assert not {"script", "image", "foreignObject"} & {e.tag.split("}")[1] for e in root.iter()}
    assert "var(" not in svg and "url(" not in svg
