"""What to do as blocks: the advice, the plan, the shortest way up."""

from widgets.core.actions.advice_list import ORDER
from widgets.core.advising import way_up
from widgets.core.advising.way_up import Rise
from widgets.core.exporting.action_rows import ActionRow, action_rows, moves
from widgets.core.exporting.subject import Subject
from widgets.core.words.english import lower_first
from widgets.core.words.months import in_words
from widgets.core.writing.blocks import (
    Block,
    Item,
    Line,
    Link,
    Listing,
    Paragraph,
    Section,
    Strong,
    Table,
)


def advice(subject: Subject) -> Section:
    """What to do and why, best first."""
    items = [_advice(subject, step) for step in action_rows(subject) if step.because]
    order = {item.advice.title: n for n, item in enumerate(subject.parts.advised)}
    items.sort(key=lambda pair: order[pair[0]])
    blocks: list[Block] = [Listing([item for _, item in items], ordered=True)] if items else []
    if len(items) > 1:
        blocks.insert(0, Paragraph((ORDER,)))
    return Section("advice", "What to do, and why", blocks)


def _advice(subject: Subject, step: ActionRow) -> tuple[str, Item]:
    rule = step.advice
    pages: list[Link | str] = []
    for page in rule.pages:
        pages += [", " if pages else "", Link(page.title, subject.address(page.address))]
    under: list[Line] = [
        (Strong("First step: "), step.first_step),
        (Strong("Who: "), f"{rule.who}."),
        (f"Effect: {lower_first(step.effect)} Effort: {rule.effort}.",),
        (Strong("Do not "), step.do_not.removeprefix("Do not ").strip()),
        (f"Because {step.because}.",),
        (step.why,),
    ]
    return rule.title, Item((Strong(rule.title),), [*under, ("Read: ", *pages)] if pages else under)


def plan(subject: Subject) -> Section:
    """The reader's plan, in the order of its road."""
    chosen = [step for step in action_rows(subject) if step.planned]
    if not chosen:
        return Section("plan", "The plan", [])
    rows = [
        (
            (in_words(step.month) or "no month yet",),
            (step.advice.title,),
            (step.owner or "no owner yet",),
            ("; ".join(step.after) or "–",),
        )
        for step in chosen
    ]
    clashes = [Item((clash,)) for clash in subject.parts.plan.clashes]
    blocks: list[Block] = [Table(("Month", "Action", "Owner", "After"), rows)]
    blocks += [Listing(clashes)] if clashes else []
    blocks += [Paragraph((words,)) for words in subject.parts.expected()]
    return Section("plan", "The plan", blocks)


def climb(subject: Subject) -> Section:
    """The shortest way up."""
    lines = way_up.lines(subject.model, subject.parts.way)
    blocks: list[Block] = [Paragraph((line,)) for line in lines[:1]]
    if found := moves(subject):
        blocks.append(Listing([Item(_move(move, page)) for move, page in found]))
    return Section("way-up", "The shortest way up", blocks)


def _move(move: Rise, page: str) -> Line:
    """What to do, from where to where, and the page of what would rise."""
    return (f"{move.todo} {move.steps}: ", Link(move.name, page), ".")
