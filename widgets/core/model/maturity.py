"""The maturity model as frozen objects, as the site publishes it in `model.json`.

Knows the shape of the model and nothing of YAML, pages or answers.
`build_tools.guide.load` makes a `Model` from an author's files; a browser reads one with
`from_json`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from widgets.core.model.advice_conditions import AdviceCondition
from widgets.core.model.ladders import Ladder, Role
from widgets.core.model.measured import NOT_MEASURED, Measured
from widgets.core.model.release_maps import Migration

FORMAT = 1
"""Version of the shape of `model.json` and of the answers file."""

RUNGS = (0, 1, 2, 3, 4)
"""Rungs of every ladder, lowest first; levels use the same numbers."""

TOP = RUNGS[-1]
"""The highest rung and the highest level."""

LINKED = ("dimension", "practice", "question", "option")
"""Kinds of id that a share link counts positions in: those of the assessment and its profile."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What an author's prose rests on, where it says so."""

    id: str
    """Of a fact, such as E015, or of a work."""
    kind: Literal["fact", "work", "judgement"]
    """The last says that no source settles it: it is our own view."""
    text: str
    """How a sentence names the work, such as "Yip & Bink 2007"."""
    page: str
    """Where it is told, from the root of the site; a fact stands there under its id."""


type Html = str
"""Text that is already safe HTML, made from an author's Markdown when the site is built."""

type Prose = tuple[Html | Citation, ...]
"""An author's paragraph in its order: text, and what it cites."""


@dataclass(frozen=True, slots=True)
class Level:
    """One of the five maturity levels."""

    level: int
    """0 to 4."""
    name: str
    """Such as "In name"."""
    means: str
    """What tells this level from the one below."""
    kill: str
    """What it would take to kill a programme at this level."""


@dataclass(frozen=True, slots=True)
class GoodEnough:
    """A context in which a lower rung than 4 is right."""

    when: str
    rung: int
    because: str


@dataclass(frozen=True, slots=True)
class Practice:
    """One observable practice and its ladder."""

    id: str
    statement: str
    why: str
    ask: str
    template: Literal["habit", "settled"]
    """What its rungs tell: something one does again and again, or settles once."""
    ladder: Ladder
    evidence_hint: str
    first_step: str
    guards: tuple[str, ...]
    """Ids of the failure factors that it guards against."""
    scope: tuple[str, ...] = ()
    """Tags that let a reader say that it does not apply; empty: it always applies."""
    good_enough: tuple[GoodEnough, ...] = ()
    precondition: str | None = None
    """Practice without which rung 3 or 4 here makes little sense."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension: its quick question, its own ladder and its practices, in model order."""

    id: str
    name: str
    critical: bool
    """A critical dimension caps the programme one level above its own."""
    question: str
    why: Prose
    ask: str
    ladder: Ladder
    page: str
    """Address of its page, from the root of the site."""
    practices: tuple[Practice, ...] = ()


@dataclass(frozen=True, slots=True)
class FailureFactor:
    """One way in which programmes fail."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ProfileOption:
    """One answer to a question of the profile."""

    id: str
    label: str
    """A sentence that the reader would say; it serves as the reason for what follows from it."""
    scope: tuple[str, ...] = ()
    """Tags of practices that may not apply to whoever chooses it."""
    contexts: tuple[str, ...] = ()
    """Contexts of `GoodEnough.when` in which whoever chooses it stands."""


@dataclass(frozen=True, slots=True)
class ProfileQuestion:
    """A question about the organisation, asked before the practices; it is never scored."""

    id: str
    question: str
    options: tuple[ProfileOption, ...]


type Effort = Literal["small", "medium", "large"]

EFFORTS: Mapping[Effort, str] = {
    "small": "one or two people, within a month, without a new decision",
    "medium": "several people over a quarter, and one decision of a head of function",
    "large": "more than one function over half a year or longer, and a decision at the top",
}
"""What each class of effort means, least first; our judgement."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site that helps."""

    address: str
    """From the root of the site."""
    title: str


@dataclass(frozen=True, slots=True)
class Advice:
    """One rule of advice: when it fires, what it raises, and what to do."""

    id: str
    title: str
    """What to do, in one line."""
    when: AdviceCondition
    raises: Mapping[str, int]
    """The rung to reach by practice id; by dimension id, where that stands on its quick answer."""
    effort: Effort
    who: str
    """The role that must act."""
    do_not: Prose
    why: Prose
    judgement: bool
    """Whether the rule is our own, resting on no fact."""
    pages: tuple[Page, ...] = ()
    first_step: str = ""
    """In the rule's own words; empty where `first_step_of` names practices."""
    first_step_of: tuple[str, ...] = ()
    """Practices whose first step is meant: the first of them that the rule would raise."""
    needs: tuple[str, ...] = ()
    """Ids of rules that come first where they fire too."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """What to write down so that a practice, or a dimension, outlasts the next change."""

    id: str
    write_down: str
    """What follows "Write down", without a full stop."""
    who: str
    this_week: str
    """The first hour of it."""
    do_not: Prose
    why: Prose = ()
    """Of a practice empty: its dimension's serves."""
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """A worked organisation: answers that show a whole result."""

    id: str
    title: str
    invented: bool
    """Whether it is wholly invented; otherwise its answers are our reading of a real one."""
    answers: Mapping[str, Any]
    """State of each practice, as an answers file has it."""
    quick: Mapping[str, Any]
    """Quick answers, as an answers file has them."""


@dataclass(frozen=True)
class Model:
    """The whole model, in model order."""

    id: str
    version: str
    title: str
    levels: tuple[Level, ...]
    dimensions: tuple[Dimension, ...]
    failure_factors: tuple[FailureFactor, ...] = ()
    profile: tuple[ProfileQuestion, ...] = ()
    advice: tuple[Advice, ...] = ()
    lasting: tuple[Lasting, ...] = ()
    """What to write down, where a file says it; `widgets.core.model.lasting` knows the rest."""
    organisations: tuple[Organisation, ...] = ()
    releases: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """By version: kind and id of everything released, in order, of the kinds in `LINKED`.

    A release that is the model's own order is not repeated here; `released` knows it.
    """

    migrations: tuple[Migration, ...] = ()
    """What became of each question from release to release, the oldest first."""
    recheck_months: int = 6
    """Months after which an answer is old; our judgement."""
    roles: tuple[Role, ...] = ()
    """Whom the questions name."""
    measured: Measured = NOT_MEASURED
    """How far results lay from independent judgement."""
    scopes: Mapping[str, str] = field(default_factory=dict)
    """By the tags in `Practice.scope`: the reason, as a reader would say it."""
    made_of: str = ""  # base and overlay with their versions, where an organisation changed it

    def released(self, version: str, kind: str) -> tuple[str, ...]:
        """The ids of one of the kinds `LINKED` in a release, in its order.

        That of an option begins with its question's and a dot.  Raises `KeyError` for a version
        that was never released.
        """
        own = () if version in self.releases else self._own(version)
        entries = self.releases.get(version, own)
        return tuple(id for found, id in entries if found == kind)

    def _own(self, version: str) -> tuple[tuple[str, str], ...]:
        if version != self.version:
            raise KeyError(version)
        dimensions = [("dimension", d.id) for d in self.dimensions]
        practices = [("practice", p.id) for p in self.practices()]
        profile = [
            entry
            for q in self.profile
            for entry in (("question", q.id), *(("option", f"{q.id}.{o.id}") for o in q.options))
        ]
        return (*dimensions, *practices, *profile)

    @cached_property
    def dimension(self) -> Mapping[str, Dimension]:
        """Dimensions by id."""
        return {d.id: d for d in self.dimensions}

    @cached_property
    def practice(self) -> Mapping[str, Practice]:
        """Practices by id."""
        return {p.id: p for p in self.practices()}

    @cached_property
    def home(self) -> Mapping[str, Dimension]:
        """The dimension of each practice id."""
        return {p.id: d for d in self.dimensions for p in d.practices}

    @cached_property
    def guarding(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the practices that guard against each failure factor id, in model order."""
        return {
            f.id: tuple(p.id for p in self.practices() if f.id in p.guards)
            for f in self.failure_factors
        }

    def practices(self) -> Iterator[Practice]:
        """Every practice, in model order."""
        for dimension in self.dimensions:
            yield from dimension.practices
