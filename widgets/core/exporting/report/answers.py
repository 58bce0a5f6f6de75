"""The answers as blocks: every question that was asked, and what belongs to its answer."""

from collections.abc import Iterator, Sequence

from widgets.core.exporting.answer_rows import BLANK, Row, shown
from widgets.core.exporting.subject import Subject
from widgets.core.model.maturity import Dimension
from widgets.core.words.times import day_in_words
from widgets.core.writing.blocks import (
    Block,
    Item,
    Line,
    Link,
    Listing,
    Section,
    Strong,
    Subheading,
    Table,
)

HEADS = ("Question", "Answer", "What that says")


def answers(subject: Subject) -> Section:
    """Every answer, by dimension, with what belongs to it."""
    blocks: list[Block] = []
    rows = [row for d in subject.model.dimensions for row in shown(subject, d)]
    if any(row.practice for row in rows):
        for dimension in subject.model.dimensions:
            blocks += _answers(subject, dimension)
    elif rows:
        blocks.append(Table(HEADS, [_answer(subject, row) for row in rows]))
    return Section("answers", "The answers", blocks)


def _answers(subject: Subject, dimension: Dimension) -> Iterator[Block]:
    rows = shown(subject, dimension)
    if not rows:
        return
    yield Subheading((Link(dimension.name, subject.address(f"d/{dimension.id}/")),))
    yield Table(HEADS, [_answer(subject, row) for row in rows])
    notes = [Item((Strong(row.asked),), under) for row in rows if (under := list(_details(row)))]
    if notes:
        yield Listing(notes)


def _answer(subject: Subject, row: Row) -> Sequence[Line]:
    name = Link(row.asked, subject.address(row.page))
    more = "" if row.practice else " (quick question)"
    rest = "" if row.practice or row.counts or row.rung is None else " Enters no figure any more."
    return ((name, more), (row.answer,), (row.says or ("" if row.state == BLANK else "–"), rest))


def _details(row: Row) -> Iterator[Line]:
    found = row.details
    if found.note:
        yield (Strong("Note: "), found.note)
    if found.evidence or found.proof or found.dated:
        held = "We have this proof." if found.proof else ""
        dated = f"(of {day_in_words(found.dated)})" if found.dated else ""
        yield (Strong("Proof: "), " ".join(filter(None, (held, found.evidence, dated))))
    if found.owner:
        yield (Strong("Owner: "), found.owner)
