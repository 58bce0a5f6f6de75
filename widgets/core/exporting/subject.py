"""What an export is about: answers with their result, whose and when; and how it is handed over.

Pure.  Every format says the same of itself: guide, model, date, and how unknowns were treated.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote, urljoin, urlsplit

from widgets.core.answers.file import model_name
from widgets.core.answers.states import UNKNOWN, Answers, NotApplicable
from widgets.core.choosing.outcome import Outcome, outcome_of
from widgets.core.choosing_words import report
from widgets.core.exporting.framed import FRAMED
from widgets.core.keeping import shelf
from widgets.core.keeping.steps import File, Picture, Step
from widgets.core.keeping.visit import SEALED, Visit
from widgets.core.model.maturity import Model
from widgets.core.page.desk import Desk, Reply
from widgets.core.page.view import Place
from widgets.core.result.parts import Parts, parts
from widgets.core.scoring.results import Result
from widgets.core.words.answered import SAID
from widgets.core.words.english import short
from widgets.core.words.guide import edition
from widgets.core.words.times import here
from widgets.core.writing.safe_text import clean, one_line, slug

LONGEST_TITLE = 80
"""Characters of a name in a heading; the whole name stands where the export names itself."""

UNKNOWNS = (
    "A score is the mean of the known answers. An answer that nobody knows, or that is missing, "
    "enters no score; the ranges count it as 0 at their low end and as 4 at their high end. "
    "What does not apply is left out."
)
"""How unknowns were treated (DESIGN 7), in words."""

IN_STRUCTURE = (
    "In the choice of a structure what is not known counts 0 in the points, and the text names "
    "what it could still change."
)
"""How the chooser treats what is not known (DESIGN 8), in words."""

LINKED = ("http", "https", "file")
"""Schemes of an address that a link in a file may name."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What every format is made from."""

    parts: Parts
    name: str
    """Name of the assessment, as the reader wrote it."""
    key: str
    """Tells this assessment from every other, in this browser and elsewhere."""
    made: datetime | None
    """When the export is made, on the reader's clock and in their zone; none without a clock."""
    site: str
    """Absolute address of the site's root, ending in "/"; empty where nothing can be linked."""
    beside: str = ""
    """Where the answers come from if they are not the reader's own."""
    chosen: Outcome | None = None
    """What the chooser found; none if it was not asked."""

    @property
    def model(self) -> Model:
        """The model that the answers belong to."""
        return self.parts.place.model

    @property
    def answers(self) -> Answers:
        """The answers."""
        return self.parts.answers

    @property
    def result(self) -> Result:
        """Their score."""
        return self.parts.result

    def address(self, page: str) -> str:
        """Absolute address of a page named from the site's root; empty if there is none."""
        return self.site + page if self.site else ""

    @property
    def structure(self) -> Sequence[report.ReportPart]:
        """What the chooser said, part by part; nothing if it was not asked."""
        return report.sections(self.chosen) if self.chosen else ()

    @property
    def home(self) -> str:
        """What the chooser said, in a few words; empty if it was not asked."""
        return report.headline(self.chosen) if self.chosen else ""

    @property
    def title(self) -> str:
        """What the export is called, in one line."""
        return f"{self.model.title}: {short(one_line(self.name), LONGEST_TITLE)}"

    @property
    def date(self) -> str:
        """The reader's own day, in words."""
        return f"{self.made.day} {self.made:%B %Y}" if self.made else "not known"

    def file(self, ending: str, part: str = "") -> str:
        """Name of the file in a format; `part` names what it holds if that is not everything."""
        day = f"{self.made:%Y-%m-%d}" if self.made else ""
        return "-".join(filter(None, ["kam", slug(self.name), part, day])) + f".{ending}"


def subject(place: Place, answers: Answers) -> Subject:
    """What to export of `answers`, shown at `place`."""
    visit = place.visit
    shelved = shelf.shelved(visit.stored, visit.assessment)
    site = root(visit.address, place.root)
    return Subject(
        parts=parts(place, answers),
        name=clean(visit.beside or shelved.name),
        key=f"{site} {visit.assessment} {shelved.made}",
        made=here(visit.now),
        site=site,
        beside=clean(visit.beside),
        chosen=_chosen(place, answers),
    )


def _chosen(place: Place, answers: Answers) -> Outcome | None:
    if not answers.chooser:
        return None
    found = outcome_of(place.model, place.structures(), answers)
    return found if found.begun else None


def subject_of(desk: Desk) -> Subject:
    """What to export of what the reader sees."""
    return subject(desk.place, desk.answers)


def root(page: str, way: str) -> str:
    """Address of the site's root, by that of a page and the way from there; empty for no page."""
    if urlsplit(page).scheme not in LINKED:
        return ""
    return quote(urljoin(page, way), safe="/:?=&%#@~,;!*'[]$+")


def about(subject: Subject) -> Mapping[str, str]:
    """What every export says of itself, by label."""
    model = subject.model
    lines = {
        "Assessment": one_line(subject.name),
        "Guide": f"{edition()}{f', {subject.site}' if subject.site else ''}",
        "Model": f"{model.title}, {model_name(model)}",
        "Date": subject.date,
        "Answers": how_many_answered(subject),
        "Unknowns": unknowns(subject),
    }
    if subject.beside:
        lines["Whose"] = f"Not your own answers: opened from {one_line(subject.beside)}"
    return lines


def unknowns(subject: Subject) -> str:
    """How unknowns were treated in what the export holds."""
    return f"{UNKNOWNS} {IN_STRUCTURE}" if subject.chosen else UNKNOWNS


def how_many_answered(subject: Subject) -> str:
    """How many questions were answered, and how."""
    states = subject.answers.practices.values()
    total = len(subject.model.practice)
    unknown = sum(state == UNKNOWN for state in states)
    na = sum(isinstance(state, NotApplicable) for state in states)
    known = len(states) - unknown - na
    return (
        f"{known} of {total} practices have a rung, {unknown} {SAID}, "
        f"{na} not applicable, {total - known - unknown - na} not answered; {_quick(subject)}"
    )


def _quick(subject: Subject) -> str:
    answers, counts = subject.answers.quick, subject.result.headline.quick_answers
    text = f"{len(answers)} of {len(subject.model.dimensions)} quick questions answered"
    return f"{text}, {counts} of them in these figures (rough)" if counts else text


def saved(subject: Subject, ending: str, media_type: str, content: bytes, *more: Step) -> Reply:
    """Gives the reader `content` as a file, does `more`, and leaves the dialog as it is."""
    name = subject.file(ending)
    return given(subject.parts.place.visit, File(name, media_type, content), *more)


def given(visit: Visit, file: File | Picture, *more: Step) -> Reply:
    """Hands `file` to the browser, does `more`, and says so; refuses where the frame does.

    A page never hears what became of a file, so this says no more than is true.
    """
    words = FRAMED[visit.frame].file.format(file=file.name)
    return Reply(announce=words, steps=() if visit.frame == SEALED else (file, *more))
