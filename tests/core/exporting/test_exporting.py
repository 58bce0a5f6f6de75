"""The exports: what they say, that they can be read back, and that nothing in them runs."""

import csv
import json
import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from openpyxl import load_workbook

from build_tools import ROOT
from tests.support.case_files import cases
from tests.support.ours import our_guide
from widgets.core.answers.file import as_json
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.commands.export import answers_file, chart, show
from widgets.core.drawing.html import html
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.action_rows import steps
from widgets.core.exporting.answer_rows import rows
from widgets.core.exporting.csv_table import csv as table
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import UNKNOWNS, about, subject
from widgets.core.exporting.workbook.book import workbook
from widgets.core.keeping.opening import read
from widgets.core.keeping.steps import File, Picture, Put
from widgets.core.keeping.visit import Visit
from widgets.core.page.desk import Desk
from widgets.core.page.view import Place
from widgets.core.scoring.score import score
from widgets.core.writing.markdown import escaped
from widgets.core.writing.safe_text import cell, clean

MODEL = our_guide().model
PRACTICES = [practice.id for practice in MODEL.practices()]
RULES = [rule.id for rule in MODEL.advice]
NOW = "2026-11-22T03:00:00.000Z"
PAGE = "https://wiki.example/kam%20guide/assessment/"
EVIL = (
    '=HYPERLINK("http://evil.example","x")\n<script>alert(1)</script><img src=x onerror=y> '
    "| *b* [a](javascript:x) `c` ![i](http://evil.example/i) \x07\ud800 \u202e مرحبا 🙂\r\n# h\n- l"
)


def place(name="North", beside="", now=NOW, address=PAGE):
    """A place on the page of the assessment `name`."""
    kept = {"about:default": json.dumps({"name": name, "made": "2026-10-01T00:00:00.000Z"})}
    visit = Visit(now=now, stored=kept, address=address, beside=beside)
    return Place(MODEL, "/kam guide/", {}, visit)


def of(answers=None, **visit):
    """What to export of `answers`."""
    return subject(place(**visit), answers or Answers())


def full(text="Asked in May", chooser=True):
    """Answers to everything, with a plan and with `text` wherever a reader may write.

    Without the chooser, whose result takes a while, for tests of many texts.
    """
    states = {id: n % 5 for n, id in enumerate(PRACTICES)}
    away = next(p.id for p in MODEL.practices() if p.scope)
    states |= {PRACTICES[1]: "unknown", away: NotApplicable(text or "why")}
    detail = {"note": text, "evidence": text, "owner": text, "proof": True}
    actions = {id: {"owner": text, "month": "2027-03"} for id in RULES[:5]}
    rest = {"details": dict.fromkeys(PRACTICES, detail), "plan": {"actions": actions}}
    asked = {
        "criteria": {"complex-offer": 2, "spread": 1, "kam-maturity": -1},
        "accounts": [{"name": text.strip() or "Account", "stage": "cooperative"}],
    }
    return Answers(states, {}, {**rest, "chooser": asked} if chooser else rest)


QUICK = Answers(quick={d.id: n % 5 for n, d in enumerate(MODEL.dimensions)})
WEATHERS = {
    "empty": Answers(),
    "quick": QUICK,
    "half": Answers({id: n % 5 for n, id in enumerate(PRACTICES[:20])}, dict(QUICK.quick)),
    "full": full(),
    "hostile": full(EVIL),
    "long": full("A very long note. " * 400),
    "unknown": Answers(dict.fromkeys(PRACTICES, "unknown")),
}
weathers = pytest.mark.parametrize("answers", WEATHERS.values(), ids=WEATHERS)
TEXTS = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "\uff1d1", "_x0041_", "a\r\nb", EVIL, "\ud800", ""]
)


# What every export says of itself


@weathers
def test_every_export_names_itself(answers):
    """Model, version, date and how unknowns were treated stand in every format."""
    found = of(answers)
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
        assert f"{MODEL.id} {MODEL.version}" in text, name
        assert "22 November 2026" in text, name
        assert UNKNOWNS in text, name
    for draw in (draw for _, draw in pictures.CHARTS.values()):
        assert f"{MODEL.id} {MODEL.version}" in draw(found)
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
        assert line in made.splitlines()


# CSV


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


# The workbook


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
    wanted = [clean(row.note) or None for row in asked]
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


def test_csv_says_that_it_marks_formulas():
    """CSV has no types, so what begins like a formula is marked, and the panel says so."""
    found = of(full("=1+1", chooser=False))

    assert '"\'=1+1"' in table(found).decode()
    assert "gets an apostrophe in front" in str(html(show.run(desk(QUICK)).panel))


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
        assert found.level == number(line[8])
        assert (found.range or (None, None)) == pytest.approx((number(line[10]), number(line[11])))
    programme = lines["The programme"]
    assert result.score == pytest.approx(number(programme[5]))
    assert result.level == number(programme[8])


def number(value):
    """A number, or none for an empty text."""
    return value if isinstance(value, int | float) else None


def test_workbook_dates_and_filters():
    """Months are dates, and every list has a filter."""
    book = load_workbook(BytesIO(workbook(of(full()))))
    actions = book["Actions"]

    assert date(2027, 3, 1) == actions["B2"].value.date()
    assert [] == formulas(load_workbook(BytesIO(workbook(of(full(EVIL))))))["Structure"]
    assert ["Answers", "Actions", "Structure", "Sources"] == [
        sheet.title for sheet in book if any(t.autoFilter for t in sheet.tables.values())
    ]
    assert 2 == len(book["Summary"]._charts)


def test_workbook_is_the_same_twice():
    """The same answers at the same time give the same bytes."""
    assert workbook(of(full())) == workbook(of(full()))


# Markdown and HTML


class Seen(HTMLParser):
    """The tags and texts of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = set(), [], ""

    def handle_starttag(self, tag, attrs):
        """Notes a tag."""
        self.tags.add(tag)
        self.attributes += attrs

    def handle_data(self, data):
        """Notes a text."""
        self.text += data


HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "br", "strong"),
    *("a", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "img"),
}


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_html_is_inert(text):
    """Nothing but our own tags; links lead to the guide; the text reads as it was written."""
    seen = Seen()
    seen.feed(page(of(full(text, chooser=False), name=text)))

    assert seen.tags <= HARMLESS
    assert all(not name.startswith("on") for name, _ in seen.attributes)
    for name, value in seen.attributes:
        assert name != "href" or value.startswith("https://wiki.example/kam%20guide/")
        assert name != "src" or value.startswith("data:image/svg+xml;base64,")
    assert clean(text).replace("\n", "") in seen.text.replace("\n", "")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_markdown_is_inert(text):
    """CommonMark finds no HTML and no link of the reader's, and the words as they were."""
    tokens = (
        MarkdownIt("commonmark")
        .enable("table")
        .parse(markdown(of(full(text, chooser=False), name=text)))
    )
    inline = [child for token in tokens if token.children for child in token.children]

    assert not [t for t in [*tokens, *inline] if t.type in ("html_block", "html_inline", "image")]
    for token in inline:
        if token.type == "link_open":
            assert token.attrs["href"].startswith("https://wiki.example/kam%20guide/")
    assert not [t for t in tokens if t.type in ("code_block", "fence", "hr")]
    assert {"h1", "h2", "h3"} >= {t.tag for t in tokens if t.type == "heading_open"}


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30))
def test_markdown_reads_as_written(text):
    """A text in one line is shown letter by letter."""
    shown = MarkdownIt("commonmark").parseInline(f"x {escaped(text)} x")[0].children
    words = "".join(t.content for t in shown if t.type in ("text", "text_special"))

    assert f"x {' '.join(clean(text).split())} x".split() == words.split()


@weathers
def test_printed_and_rich_text_hold_no_script(answers):
    """What is set into the page is escaped."""
    for made in (str(html(printed(of(answers)))), wiki(of(answers))):
        assert "<script" not in made
        assert "onerror=y>" not in made


# The calendar


def events(content):
    """The entries of a calendar, by a small strict reader of RFC 5545."""
    text = content.decode()
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    lines = re.sub("\r\n[ \t]", "", text).split("\r\n")[:-1]
    assert ["BEGIN:VCALENDAR", "VERSION:2.0"] == lines[:2] and "END:VCALENDAR" == lines[-1]
    found, entry = [], None
    for line in lines[2:-1]:
        name, _, value = line.partition(":")
        assert re.fullmatch(r"[A-Z-]+(;[A-Z]+=[A-Z]+)*", name), line
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value)
        if line == "BEGIN:VEVENT":
            assert entry is None
            entry = {}
        elif line == "END:VEVENT":
            assert {"uid", "dtstamp", "dtstart", "dtend", "summary"} <= entry.keys()
            found.append(entry)
            entry = None
        elif entry is not None:
            entry[name.partition(";")[0].lower()] = unescaped(value)
    assert entry is None
    return found


def unescaped(value):
    r"""The text of a value; a `,` or `;` that is not escaped is an error."""
    assert re.fullmatch(r"(?:[^\\,;]|\\[\\,;nN])*", value) or re.fullmatch(r"[0-9A-Z;:-]+", value)
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "N": "\n"}.get(found[1], found[1]), value)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_calendar_is_strict(text):
    """Every text survives escaping and folding, and nothing gets out of its line."""
    found = of(full(text, chooser=False), name=text)
    entries = events(calendar.agenda(found))

    assert 6 == len(entries)
    assert 6 == len({entry["uid"] for entry in entries})
    owned = [entry["description"].split("\nFirst step", 1)[0] for entry in entries[:5]]
    who = [step.owner or f"no owner yet; {step.advice.who} must act" for step in steps(found)[:5]]
    assert [f"Planned for this month. Owner: {clean(name)}." for name in who] == owned


def test_calendar_days():
    """An action on the first working day of its month; the day to score again by the model."""
    entries = events(calendar.agenda(of(full())))

    assert ["20270301"] * 5 + ["20270524"] == [entry["dtstart"] for entry in entries]
    assert MODEL.recheck_months == 6


def test_calendar_names_stay():
    """A later export of the same plan names its entries the same; another assessment does not."""
    first = [entry["uid"] for entry in events(calendar.agenda(of(full())))]
    later = [e["uid"] for e in events(calendar.agenda(of(full(), now="2026-12-01T00:00:00.000Z")))]
    other = Place(MODEL, "/kam guide/", {}, Visit(now=NOW, assessment="b", address=PAGE))

    assert first == later
    assert not set(first) & {e["uid"] for e in events(calendar.agenda(subject(other, full())))}


# Pictures


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


# Commands


def desk(answers, value="", **visit):
    """The desk of a reader with `answers`."""
    return Desk(place(**visit), "assessment", answers, (), {"value": value})


@pytest.mark.parametrize("answers", [Answers(), QUICK, full(), full(EVIL)])
def test_json_is_lossless(answers):
    """The file gives the answers back, and the shelf learns when it was made."""
    reply = answers_file.run(desk(answers))
    file, put = reply.steps

    assert isinstance(file, File) and "kam-North-2026-11-22.json" == file.name
    assert as_json(answers, MODEL) == as_json(read(file.content, MODEL), MODEL)
    assert isinstance(put, Put) and "about:default" == put.key
    assert {"name": "North", "exported": NOW} == {
        key: value for key, value in json.loads(put.text).items() if key != "made"
    }


def test_json_of_another_s_answers_notes_nothing():
    """An export of what is open beside does not count as one of the reader's own."""
    reply = answers_file.run(desk(QUICK, beside="a link"))

    assert ["file"] == [step.plain()[0] for step in reply.steps]


def test_charts_by_name():
    """A chart comes as SVG or as a picture for the page to draw; another name is an error."""
    assert isinstance(chart.run(desk(QUICK, "dots svg")).steps[0], File)
    assert isinstance(chart.run(desk(QUICK, "radar png")).steps[0], Picture)
    with pytest.raises(LookupError):
        chart.run(desk(QUICK, "pie svg"))


def test_panel_offers_every_export():
    """Every command of an export on disk stands in the panel, and none that does not exist."""
    shown = set(re.findall(r'data-kam-do="([a-z.-]+)"', str(html(show.run(desk(QUICK)).panel))))
    folder = ROOT / "widgets" / "core" / "commands" / "export"
    others = {"__init__", "print_board", "share", "show", "show_sums", "unprinted"}
    there = {path.stem for path in folder.glob("*.py")} - others

    assert {f"export.{name.replace('_', '-')}" for name in there} == shown


def test_panel_says_what_the_calendar_lacks():
    """The panel counts the actions that have a month, and those that have none."""
    actions = {RULES[0]: {"month": "2027-03"}, RULES[1]: {}}
    answers = Answers({}, {}, {"plan": {"actions": actions}})
    words = str(html(show.run(desk(answers)).panel))

    assert "1 planned action, and the day to score again, in 6 months. 1 without a month" in words
