"""The result as blocks: the level, the dimensions, what holds back, what is most exposed."""

from collections.abc import Iterator, Sequence

from widgets.core.advising.first_steps import FirstStep, heading
from widgets.core.advising.talk_first import talk_first
from widgets.core.exporting import pictures
from widgets.core.exporting.subject import Subject
from widgets.core.model.maturity import Dimension
from widgets.core.scoring import margins, result_words
from widgets.core.words.answered import unscored
from widgets.core.words.numbers import between, hundredths, number, span
from widgets.core.writing.blocks import (
    Block,
    Figure,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Strong,
    Subheading,
    Table,
)
from widgets.core.writing.safe_text import prose_text

NOTHING = "Nothing is answered yet, so there is nothing to say here."

EXPOSED = 6
"""Failure factors that the result names."""


def result(subject: Subject) -> Section:
    """The level, the dimensions, what holds back and what to talk about."""
    return Section("result", "The result", [*_headline(subject), *_below(subject)])


def _headline(subject: Subject) -> Iterator[Block]:
    model, found = subject.model, subject.result
    headline = result_words.headline(model, found)
    yield Paragraph((f"{result_words.label(found)}: ", Strong(headline)))
    if killer := result_words.kill(model, found):
        yield Paragraph((result_words.KILL, Strong(killer)))
    if found.score is None:
        return
    for sentence in (result_words.missing(model, found), margins.leeway(found)):
        if sentence:
            yield Paragraph((sentence,))
    words, rest = margins.judged_in_parts(found)
    yield Paragraph((Link(words, subject.address(margins.PAGE)), rest))
    team, page = margins.ASK_TEAM
    yield Paragraph((margins.KIND, Link(team, subject.address(page)), "."))


def _below(subject: Subject) -> Iterator[Block]:
    if subject.result.score is None:
        yield Paragraph((NOTHING,))
        return
    yield Figure(pictures.dot_chart(subject, framed=False), pictures.alt(subject))
    yield dimensions(subject)
    yield from talk(subject)
    yield from first_steps(subject)
    yield from exposures(subject)


def talk(subject: Subject) -> Iterator[Block]:
    """What holds the programme back, and what to talk about first."""
    model, found = subject.model, subject.result
    if held := result_words.cap(model, found):
        yield Subheading(("What holds you back",))
        yield Paragraph((held,))
    topics = talk_first(model, subject.answers, found) if found.score is not None else ()
    if topics:
        yield Subheading(("Talk about these first",))
        yield Listing([Item((topic.text,)) for topic in topics], ordered=True)


def first_steps(subject: Subject) -> Iterator[Block]:
    """What to do, or to write down, this week."""
    steps = subject.parts.first
    if steps:
        yield Subheading((heading(steps),))
        yield Listing([_step(step) for step in steps], ordered=True)


def _step(step: FirstStep) -> Item:
    under: list[Line] = [
        (Strong("Who: "), f"{step.who}."),
        (Strong("This week: "), step.this_week),
    ]
    if step.do_not:
        under.append((prose_text(step.do_not),))
    return Item((Strong(step.title),), [*under, (step.effect,)])


def exposures(subject: Subject) -> Iterator[Block]:
    """The failure factors to which the programme is most exposed."""
    known = [
        (found.value, found, factor)
        for factor in subject.model.failure_factors
        if (found := subject.result.exposure[factor.id]).value is not None
    ]
    known.sort(key=lambda entry: -(entry[0] or 0))
    rows = [
        (
            (Link(factor.name, subject.address(f"f/{factor.id}/")),),
            (f"{hundredths(value)}{' rough' if found.rough else ''}",),
            (between(map(hundredths, found.range or ())),),
        )
        for value, found, factor in known[:EXPOSED]
    ]
    if rows:
        heads = ("Most exposed to, of 100", "Exposure", "Range")
        yield Table(heads, rows)


def dimensions(subject: Subject) -> Table:
    """Every dimension with its score, range, level and target."""
    heads = ("Dimension (◆ critical)", "Score", "Range", "Level", "Target")
    return Table(heads, [_dimension(subject, d) for d in subject.model.dimensions])


def _dimension(subject: Subject, dimension: Dimension) -> Sequence[Line]:
    found = subject.result.dimensions[dimension.id]
    score = number(found.score)
    if found.score is None:
        score = unscored(found.range is not None, asked=found.asked)
    elif found.basis == "quick":
        score += " rough"
    level = "–" if found.level is None else result_words.level_name(subject.model, found.level)
    target = str(subject.parts.scoped.targets[dimension.id].level)
    name = Link(dimension.name, subject.address(f"d/{dimension.id}/"))
    mark = " ◆" if dimension.critical else ""
    return ((name, mark), (score,), (span(found.range),), (level,), (target,))
