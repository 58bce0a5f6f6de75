"""Every form in which a person can read answers, and the facts in it."""

import json
import re
from csv import DictReader
from io import BytesIO, StringIO

from openpyxl import load_workbook

from tests.support.renderings import chooser_facts
from tests.support.renderings.facts import (
    FACTORS,
    GUIDE,
    MODEL,
    NAMES,
    Facts,
    hundred,
    of_score,
    plain,
    rounded,
    sentences,
    span,
    tables,
    unknown,
)
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers
from widgets.core.choosing.outcome import outcome_of
from widgets.core.choosing_words import report
from widgets.core.drawing.html import html
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import Subject, subject
from widgets.core.exporting.workbook.book import workbook
from widgets.core.importing.opened_file import read
from widgets.core.keeping.steps import Copy
from widgets.core.page import desk
from widgets.core.page.desk import Desk
from widgets.core.page.frame import widget
from widgets.core.page.view import Place
from widgets.core.result.panel import FOLLOWS, SEE
from widgets.core.sharing import share_link


def of_page(text: str) -> Facts:
    """Facts of HTML that we draw: its headline, its sentences and its tables."""
    for said in re.findall(r'class="kam-headline__level"[^>]*>(.*?)</p>', text, re.S):
        yield ("headline",), plain(said).strip()
    for said in re.findall(r'class="kam-jump".*?<strong>(.*?)</strong>', text, re.S):
        if plain(said).strip() not in (SEE, FOLLOWS):
            yield ("headline",), plain(said).strip()
    yield from sentences(plain(text))
    yield from tables(text)


def of_text(text: str) -> Facts:
    """Facts of the text to mail."""
    yield ("headline",), text.partition("\n")[0].partition(": ")[2]
    yield from sentences(text)
    for name, said in re.findall(r"^- (.+?)(?: ◆)?: (\d[\d.]*\d)(?=:| \()", text, re.M):
        if name in NAMES:
            yield ("dimension", name, "score"), said
    for name, said in re.findall(r"^- (.+?)(?: ◆)?: \d[\d.]*\d \(range (.+?)\)$", text, re.M):
        yield ("dimension", name, "range"), said


def of_report(text: str) -> Facts:
    """Facts of a report in any markup: its headline stands behind its label."""
    for said in re.findall(r"Your programme[^\n:]*: +([^\n]+)", plain(text))[:1]:
        yield ("headline",), said.strip()
    for said in re.findall(r"Date\D{0,40}?(\d+ [A-Z][a-z]+ \d{4})", plain(text)):
        yield ("date",), said
    yield from of_page(text)


def of_csv(data: bytes) -> Facts:
    """Facts of the CSV, whose numbers are exact."""
    for row in DictReader(StringIO(data.decode("utf-8-sig"))):
        figures = row["kind"] in ("programme", "dimension")
        value, low, high = (
            float(row[key]) if figures and row[key] else None for key in ("value", "low", "high")
        )
        if row["kind"] == "programme":
            yield ("score",), rounded(value)
            if low is not None:
                yield ("score range",), span((low, high))
        if row["kind"] == "dimension" and low is not None:
            yield ("dimension", row["text"], "score"), rounded(value)
            yield ("dimension", row["text"], "range"), span((low, high))
            if row["level"]:
                yield ("dimension", row["text"], "level"), row["level"]
            yield ("dimension", row["text"], "target"), row["target"]
        if row["kind"] == "about":
            yield from sentences(row["says"])
            if row["id"] == "date":
                yield ("date",), row["says"]


def of_workbook(data: bytes) -> Facts:
    """Facts of the workbook: what its cells show, with their number formats."""
    book = load_workbook(BytesIO(data), data_only=True)
    for sheet in book:
        yield from sentences("\n".join(str(c.value) for row in sheet for c in row if c.value))
    summary = [[_shown(cell) for cell in row] for row in book["Summary"]]
    yield ("headline",), summary[2][0]
    for row in summary:
        name = row[0].removesuffix(" ◆")
        if name in NAMES and (row[1] or row[2]):
            yield ("dimension", name, "score"), row[1] or "–"
            if row[2]:
                yield ("dimension", name, "range"), " to ".join(dict.fromkeys(row[2:4]))
            if row[4]:
                yield ("dimension", name, "level"), row[4]
            yield ("dimension", name, "target"), row[5]
        if name == "Date":
            yield ("date",), row[1]
    for row in ([_shown(cell) for cell in row] for row in book["Working"]):
        if row[0] in FACTORS:
            yield ("exposure", row[0]), row[2]
            yield ("exposure range", row[0]), " to ".join(dict.fromkeys(row[3:5]))
        if row[0] == "The programme":
            yield ("score",), row[5] or "–"


def _shown(cell) -> str:
    """What a spreadsheet shows in a cell."""
    if cell.value is None:
        return ""
    if isinstance(cell.value, str):
        return cell.value
    places = {"0.0?": rounded, "0": lambda value: hundred(value / 100)}
    return places.get(cell.number_format, str)(cell.value)


def of_picture(svg: str) -> Facts:
    """Facts of a picture: what it says to whoever cannot see it, and the day that it names."""
    described = plain("".join(re.findall(r"<desc\b[^>]*>(.*?)</desc>", svg, re.S)))
    for said in described.strip().removesuffix(".").split("; "):
        found = re.fullmatch(
            r"(.+?)(?: \(critical\))?: (.+?)(?: \(target (\d)\))?, range (.+)", said
        )
        assert found, said
        if found[2] != "does not apply":
            yield ("dimension", found[1], "score"), unknown(found[2])
            yield ("dimension", found[1], "range"), found[4]
        if found[3]:
            yield ("dimension", found[1], "target"), found[3]
    yield from ((("date",), said) for said in re.findall(r"\d+ [A-Z][a-z]+ \d{4}", plain(svg)))


def of_calendar(data: bytes) -> Facts:
    """Facts of the calendar: what the last score said, and the day of the export."""
    text = data.decode().replace("\r\n ", "").replace("\\,", ",").replace("\\n", "\n")
    for said in re.findall(r"after the last export\. It said: (.*)\.$", text, re.M):
        yield ("headline",), said
    yield from ((("date",), said) for said in re.findall(r"\d+ [A-Z][a-z]+ \d{4}", text))


def drawn(name: str, place: Place, answers: Answers) -> str:
    """All regions of a widget."""
    return "\n".join(
        str(html(node)) for node in widget(name).view(place, answers, ()).regions.values()
    )


def copied(name: str, place: Place, answers: Answers) -> str:
    """The text to mail that a widget gives."""
    (step,) = desk.run("view.text", Desk(place, name, answers, (), {})).steps
    assert isinstance(step, Copy)
    return step.plain_text


def renderings(answers: Answers, place: Place) -> dict[str, Facts]:
    """Everything that a person could read of `answers`, as facts."""
    found: Subject = subject(place, answers)
    assessment = drawn("assessment", place, answers)
    scan = drawn("quick-scan", place, answers)
    from_json = read(json.dumps(as_json(answers, MODEL)), MODEL)
    link = share_link.read(
        share_link.fragment(answers, MODEL, GUIDE.structures), MODEL, GUIDE.structures
    )
    return {
        "score": of_score(answers),
        "assessment": of_page(re.sub(r"<textarea.*?</textarea>", "", assessment, flags=re.S)),
        "quick scan": of_page(re.sub(r"<textarea.*?</textarea>", "", scan, flags=re.S)),
        "assessment as text": of_text(copied("assessment", place, answers)),
        "quick scan as text": of_text(copied("quick-scan", place, answers)),
        "print": of_page(str(html(printed(found)))),
        "Markdown": of_report(markdown(found)),
        "HTML": of_report(page(found)),
        "wiki": of_report(wiki(found)),
        "CSV": of_csv(csv(found)),
        "workbook": of_workbook(workbook(found)),
        **{name: of_picture(draw(found)) for name, (_, draw) in pictures.CHARTS.items()},
        "calendar": of_calendar(calendar.agenda(found)),
        "JSON read back": of_report(markdown(subject(place, from_json))),
        "link read back": of_report(markdown(subject(place, link.answers))),
    }


LEAST = {
    "score": 10,
    "assessment": 40,
    "quick scan": 10,
    "print": 20,
    "Markdown": 18,
    "HTML": 20,
    "wiki": 20,
    "CSV": 20,
    "workbook": 40,
    "dots": 16,
    "JSON read back": 18,
    "link read back": 18,
}
"""Facts that a rendering of a state with figures gives at least, so that none falls silent."""


def renderings_of_the_chooser(answers: Answers, place: Place) -> dict[str, Facts]:
    """Everything that a person could read of the chooser's answer, as facts."""
    found = subject(place, answers)
    regions = widget("chooser").view(place, answers, ()).regions
    shown = {name: str(html(node)) for name, node in regions.items()}
    from_json = read(json.dumps(as_json(answers, MODEL)), MODEL)
    fragment = share_link.fragment(answers, MODEL, GUIDE.structures)
    link = share_link.read(fragment, MODEL, GUIDE.structures)
    texts = {
        "text to mail": report.text(outcome_of(MODEL, GUIDE.structures, answers)),
        "print": str(html(printed(found))),
        "Markdown": markdown(found),
        "HTML": page(found),
        "wiki": wiki(found),
        "JSON read back": markdown(subject(place, from_json)),
        "link read back": markdown(subject(place, link.answers)),
    }
    return {
        "engine": chooser_facts.of_choice(answers),
        "page": chooser_facts.of_regions(shown),
        **{name: chooser_facts.lines(plain(text)) for name, text in texts.items()},
        "CSV": chooser_facts.of_csv(csv(found)),
        "workbook": chooser_facts.of_workbook(workbook(found)),
    }
