"""Every rendering of one state tells one story: no two figures, and no two sentences, disagree.

Of each example state, what a person reads is made in every form: pages, text, print, workbook,
CSV, Markdown, HTML, pictures, calendar, and the same from the JSON and from the link read back.
Facts are taken out of each as a reader would, by what stands beside them, and compared; the score
itself, rounded by decimal arithmetic, is one more voice.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from csv import DictReader
from decimal import ROUND_HALF_UP, Decimal
from html import unescape
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from build_tools import ROOT
from build_tools.guide.load import load
from build_tools.runtime.examples import examples
from widgets.core.answers.file import as_json
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.drawing.html import html
from widgets.core.exporting import calendar, pictures
from widgets.core.exporting.csv_table import csv
from widgets.core.exporting.report.on_paper import printed
from widgets.core.exporting.report.page import page, wiki
from widgets.core.exporting.report.sections import markdown
from widgets.core.exporting.subject import Subject, subject
from widgets.core.exporting.workbook.book import workbook
from widgets.core.keeping import opening
from widgets.core.keeping.opening import read
from widgets.core.keeping.visit import Visit
from widgets.core.page.frame import widget
from widgets.core.page.view import Place
from widgets.core.scoring.score import score
from widgets.core.sharing import share_link

GUIDE = load(ROOT / "docs" / "model")
MODEL = GUIDE.model
NOW = "2027-03-31T12:00:00.000Z"
DAY = "31 March 2027"
NAMES = {d.name for d in MODEL.dimensions}
FACTORS = {f.name for f in MODEL.failure_factors}

type Facts = Iterator[tuple[tuple[str, ...], str]]
"""What a text says: what of, and how it is said."""


def states() -> dict[str, Answers]:
    """The answers of every example and worked organisation, each once."""
    found: dict[str, Answers] = {}
    for example in examples(ROOT, MODEL):
        answers = opening.read_records(example.records, MODEL).answers
        if (answers.practices or answers.quick) and answers not in found.values():
            found[f"{example.widget}: {example.name}"] = answers
    for organisation in MODEL.organisations:
        file = {"format": 1, "model": {"id": MODEL.id, "version": MODEL.version}}
        file |= {"answers": dict(organisation.answers), "quick": dict(organisation.quick)}
        found[organisation.id] = read(json.dumps(file), MODEL)
    eighths = [2, 2, 2, 2, 2, 2, 2, 3]  # 17 / 8 = 2.125: a half in the third decimal
    found["a half"] = Answers(
        quick={d.id: rung for d, rung in zip(MODEL.dimensions, eighths, strict=True)}
    )
    return found


STATES = states()


def rounded(value: float | None) -> str:
    """A score as everything must show it, by decimal arithmetic: half up, "3.0" or "2.13"."""
    if value is None:
        return "–"
    text = str(Decimal(f"{value:.12g}").quantize(Decimal("0.01"), ROUND_HALF_UP))
    return text[:-1] if text.endswith("0") else text


def hundred(value: float) -> str:
    """An exposure as everything must show it."""
    return str(Decimal(f"{100 * value:.12g}").quantize(Decimal(1), ROUND_HALF_UP))


def span(ends) -> str:
    """A range as everything must show it."""
    return " to ".join(dict.fromkeys(map(rounded, ends))) if ends else "–"


def of_score(answers: Answers) -> Facts:
    """What the score says, without any words of ours."""
    result = score(MODEL, answers)
    yield ("score",), rounded(result.score)
    if result.score_range:
        yield ("score range",), span(result.score_range)
    for d in MODEL.dimensions:
        found = result.dimensions[d.id]
        if found.range is not None:
            yield ("dimension", d.name, "score"), rounded(found.score)
            yield ("dimension", d.name, "range"), span(found.range)
        if found.level is not None:
            yield ("dimension", d.name, "level"), str(found.level)
    for factor in MODEL.failure_factors:
        exposure = result.exposure[factor.id]
        if exposure.value is not None:
            yield ("exposure", factor.name), hundred(exposure.value)
            ends = dict.fromkeys(map(hundred, exposure.range))
            yield ("exposure range", factor.name), " to ".join(ends)
    states_ = list(answers.practices.values())
    blank = len(MODEL.practice) - len(states_)
    yield ("not answered",), str(blank)
    yield ("unknown",), str(states_.count(UNKNOWN))
    yield ("not applicable",), str(sum(isinstance(s, NotApplicable) for s in states_))


def plain(text: str) -> str:
    """Words without tags, escapes or marks of Markdown."""
    text = re.sub(r"<(style|script)\b.*?</\1>", " ", text, flags=re.S)
    text = re.sub(r"</?(strong|a|bdi|span|time|em)\b[^>]*>", "", text)
    text = unescape(re.sub(r"<[^>]*>", "\n", text))
    text = re.sub(r"\[([^\]]*)\]\(<[^>]*>\)", r"\1", text).replace("**", "").replace("\\", "")
    return re.sub(r"[ \t]+", " ", text)


def sentences(text: str) -> Facts:
    """The figures in sentences, wherever these stand."""
    for said in re.findall(r"The score is ([\d.]+\d) of 4", text):
        yield ("score",), said
        yield ("score range",), said
    for low, high, said in re.findall(
        r"leave level (\d) to (\d) possible, and the score (\d[\d.]*\d(?: to \d[\d.]*\d)?)", text
    ):
        yield ("level range",), f"{low} to {high}"
        yield ("score range",), said
    for level, said in re.findall(
        r"it stays (\d)\. They leave the score (\d[\d.]*\d(?: to \d[\d.]*\d)?)", text
    ):
        yield ("level range",), level
        yield ("score range",), said
    for said in re.findall(r"leave levels (\d(?: to \d)?) possible\.", text):
        yield ("level range",), said
    for name, said in re.findall(r"“([^”\n]+)”: exposure ([^.\n]+)\.", text):
        yield ("exposure", name), said.removesuffix(" of 100")
    for name, said in re.findall(r"Most exposed to: (.+?) \((\S+) of 100\)", text):
        yield ("exposure", name), said
    for name, said in re.findall(r"cuts your exposure to “([^”]+)” from (\S+) to", text, re.I):
        yield ("exposure", name), said
    for said in re.findall(r"raises the score from (\S+) to", text, re.I):
        yield ("score",), said
    for name, level in re.findall(r"“([^”\n]+)” stands at (?:level )?(\d)", text):
        yield ("dimension", name, "level"), level
    for name, target in re.findall(r"“([^”\n]+)” stands at level \d; [^.\d]*?(\d)\.", text):
        yield ("dimension", name, "target"), target
    for said in re.findall(r"Programme score: [^\n]*= (\d[\d.]*\d)\.", text):
        yield ("score",), said
    for known, unknown, away, blank in re.findall(
        r"(\d+) of \d+ practices have a rung, (\d+) unknown, (\d+) not applicable, "
        r"(\d+) not answered",
        text,
    ):
        yield ("known",), known
        yield ("unknown",), unknown
        yield ("not applicable",), away
        yield ("not answered",), blank
    for blank, unknown in re.findall(
        r"(\d+) of \d+ practices not answered yet, about \d+ minutes? left\.(?: (\d+) unknown)?",
        text,
    ):
        yield ("not answered",), blank
        yield ("unknown",), unknown or "0"
    for names, said in re.findall(
        r"Your lowest answers? (?:is|are) (.+?), (?:all )?at (\S+)\.", text
    ):
        yield ("lowest",), said
        for name in names.split(", ") if names not in NAMES else [names]:
            if name in NAMES:
                yield ("dimension", name, "score"), said
    for said in re.findall(r"All \d+ that you answered stand at (\S+)\. ", text):
        yield ("lowest",), said
    if "A single level needs a known answer on" in text:
        yield ("single level",), "no"
    if re.search(r"What (?:would it|it would) take to kill", text):
        yield ("single level",), "yes"
    if re.search(r"No (?:quick )?question is open", text):
        yield ("open",), "no"
    if re.search(r"The open questions leave|Open questions cannot change the level", text):
        yield ("open",), "yes"


def cells(text: str) -> Iterator[list[str]]:
    """The rows of tables: HTML's, or Markdown's."""
    for row in re.findall(r"<tr\b[^>]*>(.*?)</tr>", text, re.S):
        found = re.findall(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", row, re.S)
        yield [" ".join(plain(cell).split()) for cell in found]
    for row in re.findall(r"^\| (.*) \|$", text, re.M):
        yield [" ".join(plain(cell).split()) for cell in re.split(r"(?<!\\) \| ", row)]


def tables(text: str) -> Facts:
    """The figures in tables, by the name that begins their row and the heads above."""
    heads: list[str] = []
    for row in cells(text):
        if {"Score", "Exposure"} & set(row):
            heads = row
            continue
        name, values = row[0].removesuffix(" ◆"), dict(zip(heads[1:], row[1:], strict=False))
        if "Exposure" in values and name in FACTORS and "/" not in values["Exposure"]:
            yield ("exposure", name), values["Exposure"].removesuffix(" rough")
            yield ("exposure range", name), values["Range"]
        if "Score" in values and name in NAMES and "does not apply" not in values["Score"]:
            known = re.sub(r"^open.*", "–", values["Score"]).removesuffix(" rough")
            yield ("dimension", name, "score"), re.sub(r" \(quick answer\)|.* = ", "", known)
            if "Range" in values:
                yield ("dimension", name, "range"), values["Range"]
            for key, wanted in (("Level", "level"), ("Target", "target")):
                if found := re.search(r"(\d)(?: \D*)?$", values.get(key, "")):
                    yield ("dimension", name, wanted), found[1]
        if name == "Score" and "Now" in values:
            yield ("score",), values["Now"]


def of_page(text: str) -> Facts:
    """Facts of HTML that we draw: its headline, its sentences and its tables."""
    for said in re.findall(r'class="kam-headline__level"[^>]*>(.*?)</p>', text, re.S):
        yield ("headline",), plain(said).strip()
    for said in re.findall(r'class="kam-jump".*?<strong>(.*?)</strong>', text, re.S):
        yield ("headline",), plain(said).strip()
    for said in re.findall(r"Answered</span> <strong>(\d+) of", text):
        yield ("not answered",), str(len(MODEL.practice) - int(said))
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
        if name in NAMES and row[2]:
            yield ("dimension", name, "score"), row[1] or "–"
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
            yield ("dimension", found[1], "score"), found[2].replace("open", "–")
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


def copied(text: str) -> str:
    """The text to mail that stands in a page."""
    return unescape(re.findall(r"<textarea\b[^>]*>\n?(.*?)</textarea>", text, re.S)[0])


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
        "assessment as text": of_text(copied(assessment)),
        "quick scan as text": of_text(copied(scan)),
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
    "Markdown": 20,
    "HTML": 20,
    "wiki": 20,
    "CSV": 20,
    "workbook": 40,
    "dots": 16,
    "JSON read back": 20,
    "link read back": 20,
}
"""Facts that a rendering of a state with figures gives at least, so that none falls silent."""


@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
def test_one_story(answers):
    """Whatever two renderings say of one thing, they say the same."""
    place = Place(MODEL, "../", {}, Visit(now=NOW, address="https://guide.example/assessment/"))
    voices: dict[tuple[str, ...], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    counts: dict[str, int] = {}
    for name, facts in renderings(answers, place).items():
        heard = list(facts)
        counts[name] = len(heard)
        for thing, said in heard:
            voices[thing][said].add(name)
    disagree = {thing: dict(said) for thing, said in voices.items() if len(said) > 1}

    assert {} == disagree
    assert {DAY} == set(voices[("date",)])
    assert 1 == len(voices[("headline",)])
    if score(MODEL, answers).score is not None:
        assert {} == {name: counts[name] for name, least in LEAST.items() if counts[name] < least}


@pytest.mark.parametrize("answers", STATES.values(), ids=STATES)
def test_sentences_fit_the_figures(answers):
    """What a sentence claims of the whole holds: open or not, the lowest, a single level."""
    place = Place(MODEL, "../", {}, Visit(now=NOW))
    result = score(MODEL, answers)
    scores = {
        d.name: found
        for d in MODEL.dimensions
        if (found := result.dimensions[d.id].score) is not None
    }
    low, high = result.score_range or (0, 0)
    for name in ("assessment", "quick-scan"):
        text = drawn(name, place, answers)
        facts = dict(of_page(text))
        single = result.headline.kind == "level"

        assert facts.get(("open",), "") in ("", "yes" if high - low > 1e-9 else "no")
        assert facts.get(("single level",), "") in ("", "yes" if single else "no")
        assert not single or not facts[("headline",)].startswith("Between")
        if name == "quick-scan" and scores:
            least = min(scores.values())
            lowest = {name for name, found in scores.items() if found - least < 1e-9}
            said = re.search(
                r"Your lowest answers? (?:is|are) [^.]*|All \d+ that you", plain(text)
            )[0]
            assert rounded(least) == facts[("lowest",)]
            assert (
                lowest == {n for n in NAMES if n in said} or said == f"All {len(scores)} that you"
            )
