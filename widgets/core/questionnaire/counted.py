"""The answers to the chooser's questions that count: a reader's own, and the assessment's.

Pure; answers that cannot be used become a sentence and leave the form as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.core.answers.states import Answers
from widgets.core.files.refusals import AnswersError
from widgets.core.model.maturity import Model
from widgets.core.questionnaire.chooser import Chooser, chooser
from widgets.core.questionnaire.earlier import Saved, Shown, saved
from widgets.core.questionnaire.proposals import Proposal, proposals, with_proposals
from widgets.core.structures.structures import Structures


@dataclass(frozen=True, slots=True)
class Counted:
    """What was answered, and what counts."""

    own: Chooser
    """What the reader answered here, with what old answers are worth."""
    chooser: Chooser
    """`own`, with what the assessment answers; every result is that of this one."""
    proposed: Mapping[str, Proposal]
    """By question id: what the assessment implies, whether it counts or is overruled."""
    problem: str
    """One sentence if the kept answers cannot be used."""
    earlier: Shown
    """By question id: what the first release of the structures was answered, in words."""
    earlier_other: Shown
    """The same of the second context."""

    @property
    def carried(self) -> tuple[str, ...]:
        """The questions whose answer is the assessment's and counts."""
        return tuple(id for id in self.chooser.answers if id not in self.own.answers)


def asked(structures: Structures) -> int:
    """How many answers the form asks for: one to each question, and today's form."""
    return len(structures.questions) + 1


def counted(model: Model, structures: Structures, answers: Answers) -> Counted:
    """What counts of `answers`."""
    kept, problem = _read(structures, answers)
    proposed = proposals(model, answers, structures)
    return Counted(
        own=kept.chooser,
        chooser=with_proposals(kept.chooser, proposed),
        proposed=proposed,
        problem=problem,
        earlier=kept.earlier,
        earlier_other=kept.earlier_other,
    )


def _read(structures: Structures, answers: Answers) -> tuple[Saved, str]:
    try:
        return saved(structures, chooser(answers.chooser, structures)), ""
    except AnswersError as error:
        return saved(structures, Chooser()), (
            f"The saved answers of the chooser cannot be used: {error} They are left as they are "
            "and not counted; answer again, or Start again, which sets everything aside."
        )
