"""The workbook: it is read back, only our own formulas run, and its figures are the score's."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from openpyxl import load_workbook

from tests.support.renderings.exported import EVIL, MODEL, PRACTICES, TEXTS, full, of, weathers
from widgets.core.answers.states import Answers
from widgets.core.exporting.answer_rows import rows
from widgets.core.exporting.workbook.book import workbook
from widgets.core.scoring.score import score
from widgets.core.writing.safe_text import clean


def formulas(book):
    """Every formula in a workbook of openpyxl, by sheet."""
    return {
        sheet.title: [cell.value for row in sheet for cell in row if cell.data_type == "f"]
        for sheet in book
    }


OURS = formulas(load_workbook(BytesIO(workbook(of(full("words", chooser=False))))))
"""The formulas of a workbook in which nobody wrote anything odd."""


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_workbook_is_read_back(text):
    """Openpyxl reads every answer and every text again; the only formulas are ours."""
    found = of(full(text, chooser=False), name=text)
    book = load_workbook(BytesIO(workbook(found)))
    sheet = list(book["Answers"].values)
    asked = rows(found)

    assert [row.asked for row in asked] == [line[2] for line in sheet[1:]]
    assert [row.rung for row in asked] == [line[5] for line in sheet[1:]]
    wanted = [clean(row.details.note) or None for row in asked]
    assert wanted == [line[7] for line in sheet[1:]]
    assert OURS == formulas(book)


@pytest.mark.parametrize(
    "text", ["- ask Jonas about March", "@ops-team", "+44 20 7946 0000", "=1+1", "\t=1", "'quoted"]
)
def test_workbook_holds_exactly_what_was_typed(text):
    """A text that begins like a formula is a text cell without an apostrophe, also when edited."""
    sheet = load_workbook(BytesIO(workbook(of(full(text, chooser=False)))))["Answers"]
    note = next(row[7] for row in sheet.iter_rows(min_row=2) if row[7].value)

    assert text == note.value
    assert "s" == note.data_type
    assert not note.quotePrefix
    assert ("@" == note.number_format) == (text != "'quoted")


@weathers
def test_workbook_carries_the_figures(answers):
    """The values kept beside the formulas are those of the score."""
    result = score(MODEL, answers)
    book = load_workbook(BytesIO(workbook(of(answers))), data_only=True)
    lines = {line[0]: line for line in book["Working"].values if line[0]}
    for dimension in MODEL.dimensions:
        found = result.dimensions[dimension.id]
        line = lines[dimension.name + (" ◆" if dimension.critical else "")]
        assert found.score == pytest.approx(number(line[5]))
        assert found.level == number(line[6])
        assert (found.range or (None, None)) == pytest.approx((number(line[8]), number(line[9])))
    programme = lines["The programme"]
    assert result.score == pytest.approx(number(programme[5]))
    assert result.level == number(programme[6])


def test_an_answer_that_is_filled_in_later_caps():
    """A critical dimension whose practices are all unknown has its cap as a live sum too."""
    book = load_workbook(BytesIO(workbook(of(Answers(dict.fromkeys(PRACTICES, "unknown"))))))
    lines = {line[0]: line for line in book["Working"].values if line[0]}
    critical = [lines[f"{d.name} ◆"] for d in MODEL.dimensions if d.critical]

    assert ["=IF(G", "=IF(G", "=IF(G", "=IF(G"] == [str(line[7])[:5] for line in critical]


def number(value):
    """A number, or none for an empty text."""
    return value if isinstance(value, int | float) else None


def test_workbook_dates_and_filters():
    """Months are dates, and every list has a filter."""
    book = load_workbook(BytesIO(workbook(of(full()))))
    actions = book["Actions"]

    assert date(2027, 3, 1) == actions["B2"].value.date()
    assert [] == formulas(load_workbook(BytesIO(workbook(of(full(EVIL))))))["Structure"]
    assert ["Answers", "Actions", "Way up", "Structure", "Sources"] == [
        sheet.title for sheet in book if any(t.autoFilter for t in sheet.tables.values())
    ]


def test_workbook_draws_its_charts():
    """One of the dimensions and one of the failure factors, on the first sheet."""
    with ZipFile(BytesIO(workbook(of(full())))) as packed:
        drawing = packed.read("xl/drawings/drawing1.xml").decode()
        first_sheet = packed.read("xl/worksheets/_rels/sheet1.xml.rels").decode()

    assert 2 == drawing.count("<c:chart ")
    assert "drawings/drawing1.xml" in first_sheet


def test_workbook_is_the_same_twice():
    """The same answers at the same time give the same bytes."""
    assert workbook(of(full())) == workbook(of(full()))
