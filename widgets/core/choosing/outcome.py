"""Everything that the chooser found in a reader's answers, in one object that all parts share.

Pure.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.core.answers.states import Answers
from widgets.core.choosing.choice import Choice, choose
from widgets.core.model.maturity import Model
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.counted import Counted, asked, counted
from widgets.core.questionnaire.earlier import Shown
from widgets.core.questionnaire.proposals import Proposal, with_proposals
from widgets.core.structures.structures import Option, Structures, Veto


@dataclass(frozen=True, slots=True)
class Second:
    """The second context: its name, its answers and what the chooser says to them."""

    name: str
    chooser: Chooser
    choice: Choice


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answers to the chooser and what follows from them."""

    structures: Structures
    counted: Counted
    choice: Choice
    second: Second | None

    @property
    def own(self) -> Chooser:
        """What the reader answered here, with what old answers are worth."""
        return self.counted.own

    @property
    def chooser(self) -> Chooser:
        """`own`, with what the assessment answers; every result is that of this one."""
        return self.counted.chooser

    @property
    def problem(self) -> str:
        """One sentence if the kept answers cannot be used."""
        return self.counted.problem

    @property
    def earlier(self) -> Shown:
        """By question id: what the first release of the structures was answered, in words."""
        return self.counted.earlier

    @property
    def earlier_other(self) -> Shown:
        """The same of the second context."""
        return self.counted.earlier_other

    @property
    def progress(self) -> tuple[int, int]:
        """How many of what the form asks the reader answered here, of how many."""
        given = sum(one.id in self.own.answers for one in self.structures.questions)
        return given + (self.own.today is not None), asked(self.structures)

    @property
    def begun(self) -> bool:
        """Whether anything is answered that a result can be drawn from."""
        return bool(self.own.answers or self.own.accounts)

    @property
    def carried(self) -> tuple[str, ...]:
        """The questions whose answer is the assessment's and counts."""
        return self.counted.carried

    @property
    def first(self) -> Option | None:
        """The form that the answer names; None while there is none."""
        return self.structures.option[self.choice.first] if self.choice.first else None

    def vetoes(self, by_option: Mapping[str, tuple[str, ...]]) -> dict[Veto, list[str]]:
        """By veto, in model order: the options that may be ranked and that it closes."""
        found: dict[str, list[str]] = {}
        for option, ids in by_option.items():
            if self.structures.option[option].kind == "ranked":
                for id in ids:
                    found.setdefault(id, []).append(option)
        return {veto: found[veto.id] for veto in self.structures.vetoes if veto.id in found}


def outcome_of(model: Model, structures: Structures, answers: Answers) -> Outcome:
    """What the chooser finds in `answers`."""
    found = counted(model, structures, answers)
    return Outcome(
        structures=structures,
        counted=found,
        choice=choose(structures, found.chooser),
        second=_second(structures, found.own, found.proposed),
    )


def _second(
    structures: Structures, own: Chooser, proposed: Mapping[str, Proposal]
) -> Second | None:
    there = own.second()
    if there is None or own.other is None:
        return None
    there = with_proposals(there, proposed)
    return Second(own.other.name.strip() or "What if", there, choose(structures, there))
