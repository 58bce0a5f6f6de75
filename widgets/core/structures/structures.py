"""The structures and how they are chosen, as frozen objects: the content of `structures.json`.

Knows the shape of the data and nothing of YAML, pages or answers.
`build_tools.reading.structures_folder` makes a `Structures` from an author's files; a browser uses
`from_json`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from widgets.core.structures.asked import (
    Bound,
    ContextFact,
    Criterion,
    Earlier,
    GateTest,
    Question,
    Today,
    Verdict,
)
from widgets.core.structures.veto_conditions import Single, VetoCondition

type OptionKind = Literal["ranked", "recognise-only", "add-on"]
type FitBasis = Literal["facts", "facts+judgement", "judgement"]

NO_FORM = "none"
"""Stands for today's arrangement where none of the options comes near it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about an option; without facts it is our judgement."""

    text: str
    facts: tuple[str, ...] = ()


UNSAID = Claim("")


@dataclass(frozen=True, slots=True)
class Cell:
    """How well an option suits a high answer on a criterion."""

    fit: int
    """-2 to 2."""
    basis: FitBasis
    facts: tuple[str, ...] = ()
    because: str | None = None
    """Why, in a sentence: ours, or what the fact says where `basis` is `facts`."""


@dataclass(frozen=True, slots=True)
class OptionStep:
    """One of the first three steps towards an option."""

    step: str
    agree: str
    """Who must agree."""
    facts: tuple[str, ...] = ()
    this_week: str = ""
    """The first hour of it; empty where nobody is advised to take the option."""
    do_not: Claim = UNSAID


@dataclass(frozen=True, slots=True)
class Move:
    """A way from an option to another."""

    to: str
    when: str


@dataclass(frozen=True, slots=True)
class Option:
    """One way to organise: its card, its twelve cells and what it asks for."""

    id: str
    name: str
    kind: OptionKind
    """`recognise-only` is where a firm may be now and is never recommended."""
    definition: str
    phrase: str
    """What to do, in words of what one would see; follows "we advise to"."""
    page: str
    """Address of its page, from the root of the site."""
    cells: Mapping[str, Cell]
    """By criterion id, in model order."""
    fits_when: tuple[Claim, ...] = ()
    gains: tuple[Claim, ...] = ()
    costs: tuple[Claim, ...] = ()
    fails: tuple[Claim, ...] = ()
    needs: tuple[str, ...] = ()
    """Ids of add-ons."""
    first_steps: tuple[OptionStep, ...] = ()
    moves: tuple[Move, ...] = ()
    seen: str | None = None
    """What one sees where it is today's arrangement; None where it is none."""


@dataclass(frozen=True, slots=True)
class Veto:
    """A condition that closes options, or only warns where it `blocks` none."""

    id: str
    name: str
    sentence: str
    when: VetoCondition
    blocks: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    until: str | None = None
    """The condition with which the firm itself can lift it; None: it cannot."""
    until_known: bool = False
    """Whether it fires already while it may: an open answer keeps its options closed."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that a firm can change, and that has to come first."""

    id: str
    name: str
    first: str
    """What has to be so, in words that follow "first"."""
    add_on: str
    """Id of the add-on that it asks for."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A contact shape between supplier and customer."""

    id: str
    name: str
    definition: str
    gains: tuple[Claim, ...] = ()
    risks: tuple[Claim, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stage:
    """A state of a relationship and the contact shape that fits it."""

    id: str
    name: str
    what_it_is: str
    fits_when: str
    shape: str
    in_words: str
    cost: str
    risk: str
    moves_on: str
    second_function: str | None = None
    """The shape once a second function of the customer is in contact, where that differs."""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotKnown:
    """The criterion is answered by "we do not know"."""

    criterion: str
    unknown: Literal[True] = True


@dataclass(frozen=True, slots=True)
class Missing:
    """One of these add-ons is not there yet."""

    missing: tuple[str, ...]


type Sign = Single | Bound | NotKnown | Missing
"""What an add-on is offered for, or put off."""


@dataclass(frozen=True, slots=True)
class Later:
    """Why an add-on can wait."""

    when: Sign
    because: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RungOf:
    """A practice of the assessment at this rung or above."""

    practice: str
    rung: int


@dataclass(frozen=True, slots=True)
class AddOn:
    """What joins a home of the programme and is never ranked against it."""

    id: str
    name: str
    definition: str
    joins: tuple[str, ...]
    """Ids of the options beside which it may stand."""
    offer_when: tuple[Sign, ...]
    """Any of these is enough, besides that the home needs it."""
    have_as: str
    """What one sees where it is there."""
    first_step: str
    agree: str
    """Who must agree."""
    cost: str
    fails: str
    later_when: tuple[Later, ...] = ()
    have_from: RungOf | None = None
    """From where the assessment tells that it is there."""
    facts: tuple[str, ...] = ()
    do_not: Claim = UNSAID


@dataclass(frozen=True, slots=True)
class Work:
    """The work behind a fact, as a link names it."""

    label: str
    page: str


@dataclass(frozen=True)
class Structures:
    """All that the chooser knows, each list in model order."""

    version: str
    questions: tuple[Question, ...]
    today: Today
    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    vetoes: tuple[Veto, ...]
    tests: tuple[GateTest, ...]
    verdicts: tuple[Verdict, ...]
    context: tuple[ContextFact, ...]
    conditions: tuple[Condition, ...]
    shapes: tuple[Shape, ...]
    stages: tuple[Stage, ...]
    add_ons: tuple[AddOn, ...]
    works: Mapping[str, Work]
    """By fact id: every fact that anything here names."""
    releases: Mapping[str, tuple[tuple[str, str], ...]]
    """By version, the present one among them: kind and id of everything released, in order.

    Only a link may use positions, and only within one of these lists.
    """
    earlier: Mapping[str, tuple[Earlier, ...]] = field(default_factory=dict)
    """By question id: the answers of older releases that stand beside it."""

    def released(self, version: str, kind: str) -> tuple[str, ...]:
        """The ids of one kind in a release, in its order.

        Raises `KeyError` for a version that was never released.
        """
        return tuple(id for found, id in self.releases[version] if found == kind)

    @cached_property
    def option(self) -> Mapping[str, Option]:
        """Options by id."""
        return {option.id: option for option in self.options}

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions by id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def add_on(self) -> Mapping[str, AddOn]:
        """Add-ons by id."""
        return {add_on.id: add_on for add_on in self.add_ons}

    @cached_property
    def condition(self) -> Mapping[str, Condition]:
        """Conditions by id."""
        return {condition.id: condition for condition in self.conditions}

    @cached_property
    def criterion(self) -> Mapping[str, Criterion]:
        """Criteria by id."""
        return {criterion.id: criterion for criterion in self.criteria}
