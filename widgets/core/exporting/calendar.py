"""iCalendar (RFC 5545): the planned actions that have a month, and the day to score again.

Every entry is a whole day and blocks no time.  An entry keeps its UID from one export to the next,
so that a calendar takes a second import as a change and not as a second entry.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from random import Random

from widgets.core.answers.file import model_name
from widgets.core.exporting.action_rows import ActionRow, action_rows
from widgets.core.exporting.subject import Subject, unknowns
from widgets.core.scoring.margins import judged, leeway
from widgets.core.scoring.result_words import headline
from widgets.core.words.guide import NAME
from widgets.core.writing.safe_text import clean, one_line

WIDTH = 75
"""Octets that a line may have (RFC 5545, 3.1)."""

EPOCH = datetime(2020, 1, 1, tzinfo=UTC)
"""Where the minutes begin that number the exports of an entry."""


def agenda(subject: Subject) -> bytes:
    """The calendar: UTF-8, CRLF, lines folded at 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//KAM Field Guide//{escaped(subject.model.id)} {subject.model.version}//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(subject.title)}",
        f"X-WR-CALDESC:{escaped(_says(subject))}",
    ]
    for step in dated(subject):
        lines += _action(subject, step)
    if again := recheck(subject):
        lines += _again(subject, again)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line)).encode()


def dated(subject: Subject) -> list[ActionRow]:
    """The planned actions that have a month."""
    return [step for step in action_rows(subject) if step.planned and step.month]


def recheck(subject: Subject) -> date | None:
    """The day to score again: so many months after the export as the model says; none undated."""
    if subject.made is None:
        return None
    months = subject.made.month - 1 + subject.model.recheck_months
    year, month = subject.made.year + months // 12, months % 12 + 1
    day = min(subject.made.day, (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).day)
    return _working(date(year, month, day))


def _working(day: date) -> date:
    """`day`, or the Monday after it where it falls on a weekend."""
    return day + timedelta({5: 2, 6: 1}.get(day.weekday(), 0))


def _action(subject: Subject, step: ActionRow) -> Iterator[str]:
    year, month = map(int, step.month.split("-"))
    who = step.owner or f"no owner yet; {step.advice.who} must act"
    told = [
        f"Planned for this month. Owner: {who}.",
        f"First step: {step.first_step}",
        f"What it changes: {step.effect}",
        *([f"After: {'; '.join(step.after)}."] if step.after else []),
        *(f"{page.title}: {subject.address(page.address)}" for page in step.advice.pages),
        _named(subject),
    ]
    title = f"KAM: {step.advice.title}"
    day = _working(date(year, month, 1))
    yield from _entry(subject, f"action-{step.advice.id}", day, title, told)


def _again(subject: Subject, day: date) -> Iterator[str]:
    months, said = subject.model.recheck_months, headline(subject.model, subject.result)
    told = [
        f"{months} months after the last export. It said: {said}.",
        *(margin for margin in (leeway(subject.result), judged(subject.result)) if margin),
        f"Score again: {subject.address('assessment/')}",
        _says(subject),
    ]
    yield from _entry(subject, "score-again", day, f"KAM: score {subject.name} again", told)


def _entry(
    subject: Subject, kind: str, day: date, title: str, told: Sequence[str]
) -> Iterator[str]:
    made = (subject.made or EPOCH).astimezone(UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(subject, kind)}"
    yield f"DTSTAMP:{made:%Y%m%dT%H%M%SZ}"
    yield f"SEQUENCE:{max(0, int((made - EPOCH).total_seconds() // 60))}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{escaped(one_line(title))}"
    yield f"DESCRIPTION:{escaped(chr(10).join(told))}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def uid(subject: Subject, kind: str) -> str:
    """Name of an entry, the same in every export of one assessment and in no other."""
    told = Random(clean(f"{subject.model.id} {subject.key} {kind}"))  # noqa: S311 - a name
    return f"{told.getrandbits(128):032x}@kam-field-guide"


def _says(subject: Subject) -> str:
    return f"{_named(subject)} {unknowns(subject)}"


def _named(subject: Subject) -> str:
    model = subject.model
    site = f", {subject.site}" if subject.site else ""
    return f"{NAME}{site}, {model_name(model)}, {subject.date}."


def escaped(text: str) -> str:
    r"""`text` as a value: `\`, `;`, `,` and line breaks escaped (RFC 5545, 3.3.11)."""
    safe = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return safe.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """`line` in pieces of at most 75 octets, none cut within a character."""
    piece, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > WIDTH:
            yield piece
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    yield piece
