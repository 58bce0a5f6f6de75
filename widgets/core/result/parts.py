"""What the full assessment's result is made of: the same answers, score and proposals for all."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from widgets.core.advising import way_up
from widgets.core.advising.advice import Recommendation, advise
from widgets.core.advising.first_steps import FirstStep, first_steps, lines
from widgets.core.advising.open_answers import Open, would_change
from widgets.core.advising.pace import pace
from widgets.core.advising.plan import Plan, expected, plan, plan_lines, spoken
from widgets.core.advising.profile import Proposals, proposals
from widgets.core.advising.second_look import SecondLook, questions
from widgets.core.advising.talk_first import Topic, talk_first
from widgets.core.answers.field_kinds import LEAVE, OWNER, PLAN, PLAN_MONTH
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Practice
from widgets.core.page.view import Place
from widgets.core.scoring import result_words
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words.english import number_of
from widgets.core.words.numbers import fixed

SECONDS = 35
"""What one question takes, for the time that is told: half of it to read (our judgement)."""

DECIDING = 3
"""How many open answers are named as deciding."""


@dataclass(frozen=True)
class Parts:
    """Everything that a part of the result may need; what only some do is worked out for them."""

    place: Place
    answers: Answers
    result: Result
    scoped: Proposals
    editable: bool
    """Whether a reader may leave moves out and make a plan."""
    name: str = ""
    """Whose result it is, where it is neither the reader's nor shared with them."""

    @property
    def empty(self) -> bool:
        """Whether nothing is scored yet."""
        return self.result.score is None

    @cached_property
    def advised(self) -> Sequence[Recommendation]:
        """The advice, what matters most first."""
        return advise(self.place.model, self.answers, self.result)

    @cached_property
    def first(self) -> Sequence[FirstStep]:
        """What to do, or to write down, this week."""
        return first_steps(self.place.model, self.result, self.advised)

    @cached_property
    def plan(self) -> Plan:
        """What the reader put into the plan."""
        return plan(self.place.model, self.answers, self.advised)

    @cached_property
    def deciding_first(self) -> Sequence[Open]:
        """The open answers that decide most."""
        return would_change(self.place.model, self.answers, self.result)[:DECIDING]

    @cached_property
    def way(self) -> way_up.WayUp | None:
        """The shortest way up."""
        return way_up.find(self.place.model, self.answers, self.result, self.advised)

    def open_practices(self) -> Iterator[Practice]:
        """The practices without a state, in model order."""
        model, states = self.place.model, self.answers.practices
        return (practice for practice in model.practices() if practice.id not in states)

    def topics(self) -> Sequence[Topic]:
        """Up to three things to talk about first."""
        return talk_first(self.place.model, self.answers, self.result, self.scoped)

    def second_looks(self) -> Sequence[SecondLook]:
        """Questions that ask, and never change the score."""
        model, answers = self.place.model, self.answers
        return questions(model, answers, self.result, pace(model, answers))

    def expected(self) -> Sequence[str]:
        """What the plan should lift, in sentences."""
        return expected(self.place.model, self.answers, self.result, self.plan)

    def text(self) -> str:
        """The result as text to mail."""
        model, result = self.place.model, self.result
        lists = [found for found in (lines(self.first), way_up.lines(model, self.way)) if found]
        planned = plan_lines(self.plan, self.expected())
        return result_words.result_text(model, result, lists, planned)

    def announce(self) -> str:
        """The level in a few words; nothing before there is one, for the count says enough."""
        level = self.result.headline.kind == "level"
        return result_words.headline(self.place.model, self.result) if level else ""

    def asides(self) -> dict[str, str]:
        """What a tick in the plan or in the way up comes to, by the names of their fields."""
        said = dict.fromkeys((PLAN, OWNER, PLAN_MONTH), spoken(self.plan))
        then = way_up.then(self.place.model, self.way)
        return said | ({LEAVE: then} if then else {})


def parts(place: Place, answers: Answers, editable: bool = True, name: str = "") -> Parts:
    """The parts of the result of `answers`; `name`: whose, where it is a worked organisation's."""
    model = place.model
    result = score(model, answers)
    return Parts(
        place=place,
        answers=answers,
        result=result,
        scoped=proposals(model, answers),
        editable=editable and not place.visit.beside,
        name=name,
    )


def minutes(count: int) -> str:
    """How long `count` questions take, in words."""
    return f"about {number_of(max(1, int(fixed(count * SECONDS / 60))), 'minute')}"
