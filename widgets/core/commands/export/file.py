"""Export as a file to read or to work with, in any of the formats of one table."""

from collections.abc import Callable, Mapping

from widgets.core.exporting.calendar import agenda
from widgets.core.exporting.csv_table import csv
from widgets.core.exporting.report.page import page
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import Subject, saved, subject_of
from widgets.core.exporting.workbook.book import workbook
from widgets.core.page.desk import Desk, Reply

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

FORMATS: Mapping[str, tuple[str, Callable[[Subject], bytes]]] = {
    "csv": ("text/csv;charset=utf-8", csv),
    "html": ("text/html;charset=utf-8", lambda subject: page(subject).encode()),
    "ics": ("text/calendar;charset=utf-8", agenda),
    "md": ("text/markdown;charset=utf-8", lambda subject: markdown(subject).encode()),
    "xlsx": (EXCEL, workbook),
}
"""By the ending of the file: its media type, and what writes it."""


def run(desk: Desk) -> Reply:
    """Saves the file whose ending "value" names; raises `LookupError` for another ending."""
    ending = desk.text("value")
    if ending not in FORMATS:
        raise LookupError(f"there is no export as “{ending}”")
    media_type, write = FORMATS[ending]
    subject = subject_of(desk)
    return saved(subject, ending, media_type, write(subject))
