"""Files that are no answers: exports of our own, and files of other programs."""

import io
import json
import zipfile

import segno

from tests.support.renderings.exported import MODEL, full, of
from widgets.core.answers.file import as_json
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv as table
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.workbook.book import workbook
from widgets.core.scoring import result_words

SUBJECT = of(full())
JSON = json.dumps(as_json(SUBJECT.answers, MODEL))
BACK = "only the JSON comes back in; where the answers are, choose Export and there JSON."


def packed(files):
    """A zip with `files`, {name: text}."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def code():
    """The picture of a link, as a PNG."""
    out = io.BytesIO()
    segno.make("#kam=1").save(out, kind="png")
    return out.getvalue()


OFFICE = {"docProps/core.xml": "<x>The KAM Field Guide</x>"}
FILES = {
    "workbook": (workbook(SUBJECT), "it is the guide's workbook"),
    "CSV": (table(SUBJECT), "it is the guide's table (CSV)"),
    "HTML": (page(SUBJECT).encode(), "it is the guide's report"),
    "wiki": (wiki(SUBJECT).encode(), "it is the guide's report"),
    "Markdown": (markdown(SUBJECT).encode(), "it is the guide's report (Markdown)"),
    "calendar": (calendar.agenda(SUBJECT), "it is the guide's calendar"),
    "SVG": (pictures.dot_chart(SUBJECT).encode(), "it is a picture of the guide"),
    "text": (
        result_words.result_text(MODEL, SUBJECT.result).encode(),
        "it is a text of the guide, such as a copied result",
    ),
    "PNG": (
        code(),
        "it is a picture (PNG); if it is the code of a link, scan it with a phone",
    ),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "it is a PDF, such as a printed report"),
    "Word": (
        packed({"word/document.xml": "", **OFFICE}),
        "it is the guide's report, saved by Word",
    ),
    "workbook of others": (packed({"xl/workbook.xml": ""}), "it is a workbook (Excel)"),
    "RTF": (b"{\\rtf1 The KAM Field Guide}", "it is the guide's report, saved as RTF"),
    "mail": (b"\xd0\xcf\x11\xe0\xa1\xb1", "it is an old Office file, or a mail"),
}
