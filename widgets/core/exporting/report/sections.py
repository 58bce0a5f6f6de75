"""The report as blocks: what every written format says, section by section."""

from collections.abc import Sequence

from widgets.core.choosing_words import report
from widgets.core.exporting.action_rows import cited_sources
from widgets.core.exporting.report.actions import advice, climb, plan
from widgets.core.exporting.report.answers import answers
from widgets.core.exporting.report.result import result
from widgets.core.exporting.subject import Subject, about, unknowns
from widgets.core.result import working
from widgets.core.scoring import result_words, sums
from widgets.core.writing.blocks import (
    Block,
    Item,
    Link,
    Listing,
    Paragraph,
    Section,
    Strong,
    Subheading,
    Table,
)
from widgets.core.writing.markdown import written


def sections(subject: Subject) -> list[Section]:
    """The whole report; a section without anything to say is left out."""
    first = [result(subject)] if subject.result.score is not None or not subject.chosen else []
    found = [*first, advice(subject), plan(subject), climb(subject)]
    found += [answers(subject), structure(subject), method(subject), cited(subject)]
    return [section for section in found if section.blocks]


def preface(subject: Subject) -> Table:
    """What the report says of itself."""
    return Table(("", ""), [((label,), (text,)) for label, text in about(subject).items()])


def structure(subject: Subject) -> Section:
    """What the chooser said, if it was asked."""
    blocks: list[Block] = [Paragraph((Strong(subject.home),))] if subject.home else []
    for part in subject.structure:
        blocks.append(Subheading((part.title,)))
        blocks.append(_listing(part.lines))
    if blocks:
        page = Link("How the structure is chosen", subject.address("method/choosing/"))
        blocks.append(Paragraph((f"{report.OURS} Every rule: ", page, ".")))
    return Section("structure", "Which structure", blocks)


def _listing(lines: Sequence[str]) -> Listing:
    """Lines as a list; numbered where each begins with its number."""
    numbered = all(line.startswith(f"{n}. ") for n, line in enumerate(lines, start=1))
    texts = [line.partition(". ")[2] if numbered else line.removeprefix("– ") for line in lines]
    return Listing([Item((text,)) for text in texts], ordered=numbered)


def method(subject: Subject) -> Section:
    """How the score was made, with its sums."""
    model, found = subject.model, subject.result
    blocks: list[Block] = [Paragraph((Strong("Unknowns. "), unknowns(subject)))]
    if lines := working.programme(model, found):
        rows = [
            (
                (d.name, " ◆" if d.critical else ""),
                (sums.sum_of(of),),
                (sums.level_of(of),),
                (result_words.levels(of.level_range),),
            )
            for d in model.dimensions
            for of in [found.dimensions[d.id]]
        ]
        blocks.append(Table(("Dimension (◆ critical)", "Score", "Level", "Level range"), rows))
        blocks.append(Listing([Item((line,)) for line in lines], ordered=True))
    page = Link("How the score is made", subject.address("method/scoring/"))
    blocks.append(Paragraph(("Every rule: ", page, ".")))
    return Section("method", "How this was scored", blocks)


def cited(subject: Subject) -> Section:
    """The sources that the advice cites."""
    rest = Link("How strong is the evidence", subject.address("method/evidence/"))
    items = [
        Item((Link(s.name, subject.address(s.page)), f" ({', '.join(s.facts)})"))
        for s in cited_sources(subject)
    ]
    blocks: list[Block] = []
    if items:
        blocks = [Paragraph(("What the advice above rests on, with the facts it cites:",))]
        blocks.append(Listing(items))
    blocks.append(Paragraph(("Every source, and how far to trust it: ", rest, ".")))
    return Section("sources", "Sources", blocks)


def markdown(subject: Subject) -> str:
    """The whole report; its chart is left out, its table says the same."""
    return written(subject.title, (preface(subject),), sections(subject))
