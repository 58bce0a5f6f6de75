"""The sheets that are lists with filters: answers, actions and sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from widgets.core.advising import way_up
from widgets.core.exporting.action_rows import ActionRow, action_rows, cited_sources, moves
from widgets.core.exporting.answer_rows import NOBODY, Row, of_dimension
from widgets.core.exporting.subject import Subject
from widgets.core.exporting.workbook.sheet import Worksheet

ANSWERS = (
    *("Dimension", "Critical", "Question", "Asked in", "State", "Rung", "What that says"),
    *("Note", "Proof at hand", "Proof", "Of which day", "Owner", "Page"),
)
ACTIONS = (
    *("In the plan", "Month", "Action", "Owner", "Who must act", "Effort", "First step"),
    *("What it changes", "Because", "Comes after", "Do not", "Read"),
)
WAY_UP = ("What to do", "From", "To", "What rises")
RUNG, STATE = "F", "E"
"""Columns that the working reads."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the answers to a dimension stand on their sheet, counted from 1."""

    quick: int
    first: int
    last: int


def answers(sheet: Worksheet, subject: Subject) -> Mapping[str, Lines]:
    """Every question with its answer; gives the lines of each dimension."""
    sheet.widths(17, 8, 36, 11, 12, 6, 36, 32, 8, 24, 11, 16, 7)
    places: dict[str, Lines] = {}
    row = 1
    for dimension in subject.model.dimensions:
        found = of_dimension(subject, dimension)
        places[dimension.id] = Lines(row + 1, row + 2, row + len(found))
        for n, answer in enumerate(found):
            _answer(sheet, subject, row + n, answer)
        row += len(found)
    sheet.table(0, "Answers", ANSWERS, row - 1)
    for text, look in ((NOBODY, "below"), ("not", "open")):
        rule = {"type": "text", "criteria": "begins with", "value": text}
        sheet.sheet.conditional_format(1, 4, row, 4, {**rule, "format": sheet.look(look)})
    sheet.fit()
    sheet.paper()
    return places


def _answer(sheet: Worksheet, subject: Subject, row: int, answer: Row) -> None:
    practice = answer.practice is not None
    overtaken = not practice and not answer.counts and answer.rung is not None
    values = (
        answer.dimension.name,
        "yes" if answer.dimension.critical else "no",
        answer.asked,
        "assessment" if practice else "quick scan",
        f"{answer.state}, enters no figure" if overtaken else answer.state,
    )
    for column, value in enumerate(values):
        sheet.write(row, column, value)
    sheet.write(row, 5, answer.rung, "whole")
    found = answer.details
    proof = ("yes" if found.proof else "no") if practice else ""
    more = (answer.says, found.note, proof, found.evidence, found.dated, found.owner)
    for column, value in enumerate(more, start=6):
        sheet.write(row, column, value)
    sheet.link(row, 12, subject.address(answer.page), "open")


def actions(sheet: Worksheet, subject: Subject) -> None:
    """The plan, then what else is advised; months are dates, so that they sort and filter."""
    found = action_rows(subject)
    sheet.widths(8, 10, 28, 15, 20, 9, 32, 24, 34, 20, 34, 18)
    for row, step in enumerate(found, start=1):
        _action(sheet, subject, row, step)
    if not found:
        sheet.write(1, 2, "No action yet: advice follows the answers.")
    count = max(1, len(found))
    sheet.table(0, "Actions", ACTIONS, count)
    sheet.fit()
    sheet.sheet.data_validation(1, 0, count, 0, {"validate": "list", "source": ["yes", "no"]})
    sheet.sheet.data_validation(
        *(1, 1, count, 1),
        {
            "validate": "date",
            "criteria": ">=",
            "value": date(2020, 1, 1),
            "error_title": "A month",
            "error_message": "Write the first day of the month, such as 1 March 2027.",
        },
    )
    sheet.paper()


def _action(sheet: Worksheet, subject: Subject, row: int, step: ActionRow) -> None:
    rule = step.advice
    sheet.write(row, 0, "yes" if step.planned else "no")
    month = date.fromisoformat(f"{step.month}-01") if step.month else None
    sheet.write(row, 1, month, "month")
    sheet.write(row, 2, rule.title, "strong")
    after = "; ".join(step.after)
    texts = (step.owner, rule.who, rule.effort, step.first_step, step.effect, step.because, after)
    for column, text in enumerate((*texts, step.do_not), start=3):
        sheet.write(row, column, text)
    if rule.pages:
        page = rule.pages[0]
        sheet.link(row, 11, subject.address(page.address), page.title)


def climb(sheet: Worksheet, subject: Subject) -> None:
    """The shortest way up: what to do, from which rung to which, and the page of what rises."""
    sheet.widths(80, 7, 7, 60)
    lines = way_up.lines(subject.model, subject.parts.way)
    found = moves(subject)
    for row, (move, page) in enumerate(found, start=1):
        sheet.write(row, 0, move.todo)
        sheet.write(row, 1, move.was, "whole")
        sheet.write(row, 2, move.will, "whole")
        sheet.link(row, 3, page, move.name)
    if not found:
        sheet.write(1, 0, lines[0] if lines else "No way up to show.")
    last = max(1, len(found))
    sheet.table(0, "WayUp", WAY_UP, last)
    if found:
        sheet.write(last + 2, 0, lines[0].rstrip(":") + ".")
    sheet.fit()
    sheet.paper()


def structure(sheet: Worksheet, subject: Subject) -> None:
    """What the chooser said, line by line."""
    sheet.widths(34, 110)
    lines = [(part.title, line) for part in subject.structure for line in part.lines]
    for row, (title, line) in enumerate(lines, start=1):
        sheet.write(row, 0, title, "strong")
        sheet.write(row, 1, line)
    sheet.fit()
    sheet.table(0, "Structure", ("Part", "What the chooser said"), len(lines))
    sheet.paper()


def sources(sheet: Worksheet, subject: Subject) -> None:
    """The sources that the recommendations cite, and where all the others are."""
    found = cited_sources(subject)
    for row, source in enumerate(found, start=1):
        sheet.link(row, 0, subject.address(source.page), source.name)
        sheet.write(row, 1, ", ".join(source.facts))
    if not found:
        sheet.write(1, 0, "No recommendation cites a source yet.")
    last = max(1, len(found)) + 2
    sheet.table(0, "Sources", ("Source that the advice cites", "Facts"), max(1, len(found)))
    sheet.link(last, 0, subject.address("evidence/sources/"), "Every source")
    sheet.link(last + 1, 0, subject.address("method/evidence/"), "How strong the evidence is")
    sheet.widths(60, 40)
    sheet.paper(landscape=False)
