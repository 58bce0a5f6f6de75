"""The structures and how they are chosen, as frozen objects: the content of `structures.json`.

Knows the shape of the data and nothing of YAML, pages or answers.
`build_tools.reading.structures_folder` makes a `Structures` from an author's files; a browser uses
`from_json`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from widgets.core.model.veto_conditions import VetoCondition

ANSWERS = (-2, -1, 0, 1, 2)
"""Answers to a criterion, from "not at all" to "fully"; the fits of a cell use the same numbers."""

type GateAnswer = Literal["yes", "no", "unknown"]

GATE_ANSWERS: tuple[GateAnswer, ...] = ("yes", "no", "unknown")
"""Answers to a test of the gate."""

type OptionKind = Literal["ranked", "recognise-only", "add-on"]
type FitBasis = Literal["facts", "facts+judgement", "judgement"]
type Rule = Literal["plain", "one_sided", "half_low"]

CONTEXT = ("sales_target_only", "operations_on_board", "dependence_alarm")
"""Questions beside the gate that only vetoes read."""

RELEASED: Mapping[str, str] = {
    "option": "options",
    "criterion": "criteria",
    "test": "tests",
    "question": "questions",
    "stage": "stages",
    "shape": "shapes",
    "add-on": "add_ons",
    "veto": "vetoes",
}
"""Kinds of id that a release freezes, in the order of its list, and the list of each here."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement about an option; without facts it is our judgement."""

    text: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """How well an option suits a high answer on a criterion."""

    fit: int
    """-2 to 2."""
    basis: FitBasis
    facts: tuple[str, ...] = ()
    because: str | None = None
    """Our reason, where facts alone do not give it."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One of the first three steps towards an option."""

    step: str
    agree: str
    """Who must agree."""
    facts: tuple[str, ...] = ()


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
    first_steps: tuple[FirstStep, ...] = ()
    moves: tuple[Move, ...] = ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the twelve questions; `low` and `high` say what -2 and 2 look like."""

    id: str
    name: str
    question: str
    low: str
    high: str
    rule: Rule
    from_assessment: tuple[str, ...] = ()
    """Practices that answer the same."""


@dataclass(frozen=True, slots=True)
class Veto:
    """A condition that closes options, or only warns where it `blocks` none."""

    id: str
    name: str
    sentence: str
    when: VetoCondition
    blocks: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GateTest:
    """One question of the gate; two of them share number 6."""

    id: str
    number: int
    question: str
    why: str
    if_no: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate can say, and what to do then."""

    id: str
    name: str
    means: str
    ask_again: str
    instead: tuple[str, ...] = ()
    change: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContextQuestion:
    """A yes-or-no question that only vetoes read."""

    id: str
    question: str


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
class AddOn:
    """A support that a home of the programme may need."""

    id: str
    name: str
    definition: str
    first_step: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """The work behind a fact, as a link names it."""

    label: str
    page: str


@dataclass(frozen=True)
class Structures:
    """All that the chooser knows, each list in model order."""

    options: tuple[Option, ...]
    criteria: tuple[Criterion, ...]
    vetoes: tuple[Veto, ...]
    tests: tuple[GateTest, ...]
    verdicts: tuple[Verdict, ...]
    questions: tuple[ContextQuestion, ...]
    shapes: tuple[Shape, ...]
    stages: tuple[Stage, ...]
    add_ons: tuple[AddOn, ...]
    works: Mapping[str, Work]
    """By fact id: every fact that anything here names."""
    releases: Mapping[str, tuple[tuple[str, str], ...]]
    """By version, that of the model among them: kind and id of everything released, in order.

    Only a link may use positions, and only within one of these lists.
    """

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
    def criterion(self) -> Mapping[str, Criterion]:
        """Criteria by id."""
        return {criterion.id: criterion for criterion in self.criteria}
