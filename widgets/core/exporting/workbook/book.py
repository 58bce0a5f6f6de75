"""The Excel workbook: summary with charts, answers, actions, working and sources.

Written in memory by XlsxWriter, which is loaded only when a workbook is asked for.  Formulas are
ours alone; whatever a reader wrote goes in as text.
"""

import io
from datetime import UTC

from widgets.core.exporting.subject import Subject, about
from widgets.core.exporting.workbook import lists, summary, working
from widgets.core.exporting.workbook.sheet import Worksheet
from widgets.core.words.guide import NAME
from widgets.core.writing.safe_text import one_line

SHEETS = ("Summary", "Answers", "Actions", "Way up", "Structure", "Working", "Sources")
"""In the order of the book; the structure only where the chooser was asked."""


def workbook(subject: Subject) -> bytes:
    """The whole workbook; the same answers at the same time give the same bytes."""
    from xlsxwriter import Workbook  # noqa: PLC0415  large, and seldom needed

    out = io.BytesIO()
    made = subject.made
    book = Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties(
        {
            "title": one_line(subject.title),
            "author": NAME,
            "comments": "\n".join(f"{k}: {v}" for k, v in about(subject).items()),
            "created": made and made.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        }
    )
    sheets = {
        name: Worksheet(book, book.add_worksheet(name))
        for name in SHEETS
        if name != "Structure" or subject.structure
    }
    places = lists.answers(sheets["Answers"], subject)
    figures = working.working(sheets["Working"], subject, places)
    summary.summary(sheets["Summary"], subject, figures)
    lists.actions(sheets["Actions"], subject)
    lists.climb(sheets["Way up"], subject)
    if subject.structure:
        lists.structure(sheets["Structure"], subject)
    lists.sources(sheets["Sources"], subject)
    sheets["Summary"].sheet.activate()
    book.close()
    return out.getvalue()
