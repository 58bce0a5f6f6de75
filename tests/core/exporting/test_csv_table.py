"""The CSV: it is read back, and no cell of it begins a formula."""

import csv
import re
from io import StringIO

from hypothesis import given, settings

from tests.support.renderings.exported import (
    MODEL,
    PRACTICES,
    QUICK,
    TEXTS,
    WEATHERS,
    desk,
    full,
    of,
)
from widgets.core.commands.export import show
from widgets.core.drawing.html import html
from widgets.core.exporting.csv_table import csv as table
from widgets.core.scoring.score import score
from widgets.core.writing.safe_text import cell


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_csv_is_read_back(text):
    """A reader of CSV gets every text again, and no cell that begins a formula."""
    found = of(full(text, chooser=False), name=text)
    read_back = list(csv.DictReader(StringIO(table(found).decode("utf-8-sig"), newline="")))
    practices = [row for row in read_back if row["kind"] == "practice"]

    assert PRACTICES == [row["id"] for row in practices]
    assert {cell(text)} == {row["note"] for row in practices}
    for row in read_back:
        for value in row.values():
            number = re.fullmatch(r"-?[0-9.]+", value)
            assert number or not re.match(r"\s*[=+\-@\t\r]", value)


def test_csv_holds_the_figures():
    """Scores and ranges stand there unrounded."""
    answers = WEATHERS["half"]
    result = score(MODEL, answers)
    read_back = list(csv.DictReader(StringIO(table(of(answers)).decode("utf-8-sig"))))
    programme = next(row for row in read_back if row["kind"] == "programme")
    found = {row["id"]: row["value"] for row in read_back if row["kind"] == "dimension"}

    assert [str(result.score), *map(str, result.score_range)] == [
        programme[key] for key in ("value", "low", "high")
    ]
    assert {d: str(r.score) for d, r in result.dimensions.items()} == found


def test_csv_says_that_it_marks_formulas():
    """CSV has no types, so what begins like a formula is marked, and the panel says so."""
    found = of(full("=1+1", chooser=False))

    assert '"\'=1+1"' in table(found).decode()
    assert "gets an apostrophe in front" in str(html(show.run(desk(QUICK)).panel))
