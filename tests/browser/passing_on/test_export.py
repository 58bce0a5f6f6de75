"""Exports in a real browser: every format arrives whole, and the report prints."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

from tests.support.pages.assessment_page import Assessment
from tests.support.pages.bar import press
from tests.support.pages.looks import value

EVIL = "=1+1\n<img src=x onerror=alert(1)> <b>bold</b> | مرحبا 🙂"
HOSTILE = "<img src=x onerror=alert(2)> North"
PAPERS = {"A4": 297, "Letter": 279.4}
MARGINS = 37
"""Millimetres at the head and the foot of a printed page."""


@pytest.fixture
def context(browser):
    """A reader in Auckland, where a morning is the evening before in UTC."""
    opened = browser.new_context(timezone_id="Pacific/Auckland")
    yield opened
    opened.close()


@pytest.fixture
def assessment(page, root, model):
    """A whole assessment with a plan and a note, both as hostile as a reader can write."""
    practices = [p["id"] for d in model["dimensions"] for p in d["practices"]]
    rule = model["advice"][0]["id"]
    records = {f"practice.{id}": str(n % 5) for n, id in enumerate(practices)}
    records |= {f"note.{practices[0]}": EVIL, f"owner.{practices[0]}": HOSTILE}
    records |= {f"plan.{rule}": "yes", f"plan-month.{rule}": "2027-03", f"plan-owner.{rule}": EVIL}
    return Assessment(page, root, model, "mouse").open(records)


def key(assessment, name):
    """The whole key under which the browser keeps `name`."""
    path = assessment.root.split("/", 3)[3]
    return json.dumps(f"kam:/{path}:{assessment.model['id']}:{name}")


def opened(assessment):
    """The panel of the exports."""
    press(assessment.page.locator("#assessment"), "Export")
    panel = assessment.page.locator("#assessment dialog")
    expect(panel.get_by_role("button", name="Excel workbook")).to_be_visible()
    return panel


def saved(assessment, panel, which, folder):
    """The file that a button of the panel gives: its name and its bytes."""
    with assessment.page.expect_download() as download:
        panel.locator(which).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file.name, file.read_bytes()


def by(command, value=""):
    """A button by its command, and by its value where several share the command."""
    return f"[data-kam-do='{command}']" + (f"[data-kam-value='{value}']" if value else "")


def test_every_format(assessment, tmp_path):
    """Each file of the panel opens in what reads such files, and holds what was written.

    Its name and what it says of itself bear the reader's own day.
    """
    panel = opened(assessment)
    assessment.page.clock.set_fixed_time("2027-03-30T19:30:00Z")  # the theme waits for ever in it

    name, content = saved(assessment, panel, by("export.answers-file"), tmp_path)
    assert "kam-My-assessment-2027-03-31.json" == name
    assert EVIL in [d.get("note") for d in json.loads(content)["details"].values()]
    about = value(assessment.page, f"localStorage.getItem({key(assessment, 'about:default')})")
    assert "2027-03-30T19:30:00.000Z" == json.loads(about)["exported"]

    name, content = saved(assessment, panel, by("export.file", "csv"), tmp_path)
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))
    assert f"'{EVIL}" in [row["note"] for row in rows]
    assert "31 March 2027" in [row["says"] for row in rows if row["id"] == "date"]

    name, content = saved(assessment, panel, by("export.file", "xlsx"), tmp_path)
    book = load_workbook(BytesIO(content))
    assert EVIL in [cell.value for cell in book["Answers"]["H"]]
    assert 2 == len(book["Summary"]._charts)

    name, content = saved(assessment, panel, by("export.file", "md"), tmp_path)
    assert b"<img" not in content and "مرحبا 🙂" in content.decode()

    name, content = saved(assessment, panel, by("export.file", "html"), tmp_path)
    assert b"onerror=alert(1)>" not in content and assessment.root in content.decode()

    name, content = saved(assessment, panel, by("export.file", "ics"), tmp_path)
    assert 2 == content.count(b"BEGIN:VEVENT\r\n") and b"DTSTART;VALUE=DATE:20270301" in content

    name, content = saved(assessment, panel, by("export.chart", "dots svg"), tmp_path)
    assert ElementTree.fromstring(content).tag.endswith("svg")  # noqa: S314 - our own
    name, content = saved(assessment, panel, by("export.chart", "radar png"), tmp_path)
    assert content.startswith(b"\x89PNG") and len(content) > 20_000


def test_page_to_paste_into_a_wiki(assessment, context, browser, tmp_path):
    """The clipboard takes rich text and Markdown; the HTML file shows a picture, runs nothing."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    panel = opened(assessment)
    panel.locator(by("export.clipboard")).click()
    expect(assessment.page.locator("dialog[open] [role=status]")).to_have_text("Copied.")
    read = "navigator.clipboard.read().then(([item]) => item.getType('{}')).then((b) => b.text())"
    rich = value(assessment.page, read.format("text/html"))
    assert "<table" in rich and "&lt;img src=x" in rich
    assert "data:image/png;base64" in rich and "svg+xml" not in rich  # many wikis take no SVG
    assert value(assessment.page, read.format("text/plain")).startswith("# ")

    name, _ = saved(assessment, panel, by("export.file", "html"), tmp_path)
    offline = browser.new_page()
    offline.goto((Path(tmp_path) / name).as_uri())
    expect(offline.get_by_role("heading", level=1)).to_be_visible()
    assert value(offline, "document.images.length") == 1
    assert value(offline, "document.images[0].naturalWidth") > 300
    offline.close()


def test_printed_report(assessment):
    """Paper shows the report alone, its result on one page of A4 or Letter; then it is gone."""
    page = assessment.page
    press(page.locator("#assessment"), "Print")
    report = page.locator("#assessment .kam-report")
    expect(report).to_be_attached()
    expect(report).to_be_hidden()
    page.set_viewport_size({"width": 658, "height": 900})  # a page of A4 within its margins
    page.emulate_media(media="print")
    expect(report).to_be_visible()
    tall = report.locator(".kam-report__result").bounding_box()["height"] * 25.4 / 96
    assert tall < min(PAPERS.values()) - MARGINS
    expect(page.locator("#assessment .kam-form")).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()
    expect(report.get_by_text("<b>bold</b>").first).to_be_visible()
    for paper in PAPERS:
        assert 8 <= page.pdf(format=paper).count(b"/Type /Page\n") <= 30, paper
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    assessment.choose(f"practice.{assessment.model['dimensions'][0]['practices'][0]['id']}", "4")
    expect(report).not_to_be_attached()
