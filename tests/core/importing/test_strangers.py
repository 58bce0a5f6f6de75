"""Our own exports, and files of others, at the door: named by what is in them, with a way on."""

import io
import json
import zipfile

import pytest
import segno

from tests.core.importing.test_doors import asked, beside, rater
from tests.support.desks import handed
from tests.support.exported import MODEL, full, of
from widgets.core.answers.file import as_json
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv as table
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.workbook.book import workbook
from widgets.core.keeping.steps import Beside
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
    "SVG": (pictures.dots(SUBJECT).encode(), "it is a picture of the guide"),
    "text": (
        result_words.plain(MODEL, SUBJECT.answers, SUBJECT.result).encode(),
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


@pytest.mark.parametrize("name", FILES)
def test_an_export_is_known(name):
    """Each kind of file is called by its name, on the page of a tool and on the team's."""
    content, says = FILES[name]
    page = beside(asked("assessment", "borrowed.open-file", file=handed("x", content)))
    team = rater(asked("team", "borrowed.open-file", file=handed("x", content)))

    for outcome in (page, team):
        assert f"The file “x”: {says}" in outcome and f"; {BACK}" in outcome


@pytest.mark.parametrize("name", ["CSV", "HTML", "Markdown", "calendar", "SVG", "text", "RTF"])
def test_a_pasted_export_is_known(name):
    """The same for its text."""
    content, says = FILES[name]
    outcome = beside(asked("assessment", "borrowed.open-text", pasted=content.decode()))

    assert f"The pasted text: {says}" in outcome and f"; {BACK}" in outcome


@pytest.mark.parametrize(
    "content",
    [
        JSON.encode(),
        b"\xef\xbb\xbf" + JSON.encode(),
        JSON.encode("utf-16"),
        packed({"kam-north.json": JSON}),
        packed({"a/kam-north.json": JSON, "__MACOSX/a/._kam-north.json": "x", "readme.txt": "x"}),
    ],
)
def test_the_json_comes_back_in(content):
    """As UTF-8 with a mark of its order, as UTF-16, and out of a zip."""
    (step,) = asked("assessment", "borrowed.open-file", file=handed("x", content)).steps
    (bare,) = asked("assessment", "borrowed.open-text", pasted=JSON).steps

    assert isinstance(step, Beside) and bare.records == step.records


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (packed({"a.json": JSON, "b.json": JSON}), "it is a zip with 2 files of JSON in it"),
        (packed({"a.txt": "x"}), "it is a zip with 0 files of JSON in it"),
        (packed({"a.json": JSON})[:-30], "it is a zip that cannot be unpacked here"),
        (packed({"a.json": JSON}).replace(b"\xbd", b"\xbc"), "it is a zip that cannot be unpacked"),
        (packed({"a.json": " " * 5_000_001}), "it unpacks to more than 5 MB, and is not read."),
        (packed({"a.json": "[1]"}), 'it begins with "[1]"'),
    ],
)
def test_a_zip_that_does_not_come_in(content, says):
    """One sentence each; nothing large is unpacked."""
    outcome = beside(asked("assessment", "borrowed.open-file", file=handed("x", content)))

    assert f"“x”: {says}" in outcome
