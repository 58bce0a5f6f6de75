"""What to do, row by row: the plan first, in the order of its road, then the rest; and sources."""

from dataclasses import dataclass

from widgets.core.actions.advice_list import because
from widgets.core.advising.advice import Recommendation
from widgets.core.advising.effects import effect
from widgets.core.advising.plan import Action
from widgets.core.advising.way_up import Rise
from widgets.core.exporting.subject import Subject
from widgets.core.model.maturity import Advice
from widgets.core.writing.safe_text import prose_text


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One thing to do."""

    advice: Advice
    planned: bool
    """Whether the reader put it into the plan."""
    owner: str
    month: str
    """Such as 2027-03; empty while there is none."""
    first_step: str
    because: str
    """The answers that lead to it; empty where none does any more."""
    effect: str
    """How much following it would change, in words."""
    after: tuple[str, ...]
    """Titles of what comes first."""

    @property
    def do_not(self) -> str:
        """What not to do."""
        return prose_text(self.advice.do_not)

    @property
    def why(self) -> str:
        """Why, with its sources in brackets."""
        return prose_text(self.advice.why)


def action_rows(subject: Subject) -> list[ActionRow]:
    """Every step of the plan, then every recommendation that is not in it."""
    parts = subject.parts
    road = [action.advice.id for action in parts.plan.road]
    found = {item.advice.id: item for item in parts.advised}
    planned = [_planned(subject, a, found.get(a.advice.id)) for a in parts.plan.road]
    return planned + [_open(subject, item) for item in parts.advised if item.advice.id not in road]


def _planned(subject: Subject, action: Action, item: Recommendation | None) -> ActionRow:
    return ActionRow(
        advice=action.advice,
        planned=True,
        owner=action.owner,
        month=action.month,
        first_step=item.first_step if item else _first_step(subject, action.advice),
        because=because(item) if item else "",
        effect=effect(subject.model, item).short if item else _gone(action),
        after=_titles(subject, action.needs),
    )


def _first_step(subject: Subject, advice: Advice) -> str:
    named = advice.first_step_of
    return subject.model.practice[named[0]].first_step if named else advice.first_step


def _gone(action: Action) -> str:
    if action.part_of:
        return f"Now part of “{action.part_of}”."
    return "Your answers no longer lead to it."


def _open(subject: Subject, item: Recommendation) -> ActionRow:
    return ActionRow(
        advice=item.advice,
        planned=False,
        owner="",
        month="",
        first_step=item.first_step,
        because=because(item),
        effect=effect(subject.model, item).short,
        after=_titles(subject, item.waits_for),
    )


def _titles(subject: Subject, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(advice.title for advice in subject.model.advice if advice.id in ids)


def moves(subject: Subject) -> list[tuple[Rise, str]]:
    """The moves of the shortest way up, each with the page, absolute, that never changes."""
    way = subject.parts.way
    practices = subject.model.practice
    return [
        (move, subject.address(f"{'p' if move.unit in practices else 'd'}/{move.unit}/"))
        for move in (way.moves if way else ())
    ]


@dataclass(frozen=True, slots=True)
class Source:
    """A source that the advice shown here cites."""

    name: str
    page: str
    """Its page, from the root of the site."""
    facts: tuple[str, ...]
    """Ids of the facts that are cited."""


def cited_sources(subject: Subject) -> list[Source]:
    """What the recommendations cite, by name; the model in a browser holds no other facts."""
    cited: dict[tuple[str, str], set[str]] = {}
    for item in subject.parts.advised:
        for part in (*item.advice.why, *item.advice.do_not):
            if not isinstance(part, str) and part.kind == "fact":
                page = part.page.partition("#")[0]
                cited.setdefault((part.text, page), set()).add(part.id)
    return [Source(*which, tuple(sorted(facts))) for which, facts in sorted(cited.items())]
