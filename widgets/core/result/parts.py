"""The parts of the full assessment's result, each from the same answers, score and proposals."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import htpy as h
from markupsafe import Markup

from widgets.core.advising import way_up
from widgets.core.advising.advice import Recommendation, advise
from widgets.core.advising.expectation import expected
from widgets.core.advising.open_answers import Open, would_change
from widgets.core.advising.pace import pace
from widgets.core.advising.plan import Plan, actions, plain, plan
from widgets.core.advising.plan import spoken as plan_words
from widgets.core.advising.profile import Proposals, proposals
from widgets.core.advising.second_look import questions
from widgets.core.advising.talk_first import talk_first
from widgets.core.answers.field_names import LEAVE, OWNER, PLAN, PLAN_MONTH
from widgets.core.answers.states import UNKNOWN, Answers
from widgets.core.drawing.bars import Dot, dots, radar
from widgets.core.model.maturity import Practice
from widgets.core.page.controls import button
from widgets.core.page.view import Place
from widgets.core.result import (
    advice_list,
    exposure_list,
    plan_list,
    profile_list,
    way_up_list,
    working,
)
from widgets.core.scoring import result_words
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words.rounding import fixed

SECONDS = 25
"""What one question takes, for the estimate of the time left; our judgement."""

SUMS = "The sums of advice, way up and open answers"
"""What the button says that has them worked out; after every answer would take too long."""

DECIDING = 5
"""How many open answers are named as deciding."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that a part of the result may need."""

    place: Place
    answers: Answers
    result: Result
    scoped: Proposals
    advised: Sequence[Recommendation]
    way: way_up.WayUp | None
    plan: Plan
    deciding_first: Sequence[Open]
    """The open answers that decide most."""
    editable: bool
    """Whether a reader may leave moves out and make a plan."""

    @property
    def empty(self) -> bool:
        """Whether nothing is scored yet."""
        return self.result.score is None

    def scope(self) -> h.Node:
        """What the profile proposes: practices that may not apply, a target for each dimension."""
        return profile_list.of(self.place.model, self.scoped)

    def headline(self) -> h.Node:
        """The level, what would kill it, and what the open questions leave possible."""
        model, result = self.place.model, self.result
        kill = result_words.kill(model, result)
        return (
            h.h2(".kam-headline__label")[result_words.label(result)],
            h.p(".kam-headline__level", data_kam_kind=result.headline.kind)[
                result_words.headline(model, result)
            ],
            h.p(".kam-headline__kill")[
                kill and ("What would it take to kill it? ", h.strong[kill]),
                result_words.missing(model, result),
            ],
            h.p(".kam-headline__range")[result_words.leeway(model, result), " ", self._left()],
        )

    def open_practices(self) -> Iterator[Practice]:
        """The practices without a state, in model order."""
        model, states = self.place.model, self.answers.practices
        return (practice for practice in model.practices() if practice.id not in states)

    def _left(self) -> str:
        count = sum(1 for _ in self.open_practices())
        unknown = sum(state == UNKNOWN for state in self.answers.practices.values())
        known = f" {unknown} unknown." if unknown else ""
        total = len(self.place.model.practice)
        left = f"{count} of {total} practices not answered yet, {time_left(count)}."
        return left + known if count else known

    def _rows(self) -> list[Dot]:
        return [
            Dot(d.name, d.critical, scored.score, scored.range, self.scoped.targets[d.id].level)
            for d in self.place.model.dimensions
            for scored in [self.result.dimensions[d.id]]
        ]

    def dots(self) -> h.Node:
        """Every dimension with its range and its target."""
        title = "Score, open range and target of each dimension, 0 to 4"
        return h.h3["Dimension by dimension"], dots("assessment-dots", title, self._rows())

    def working(self) -> h.Node:
        """Every sum behind the result."""
        model, answers, result = self.place.model, self.answers, self.result
        more = [
            working.exposure(model, answers, result),
            working.targets(model, self.scoped),
            self.editable and h.p[button("export.show-sums", SUMS)],
        ]
        return working.of(model, result, more)

    def radar(self) -> h.Node:
        """The same as a radar, for those who want one."""
        title = "The same as a radar"
        return h.details[h.summary["As a radar"], radar("assessment-radar", title, self._rows())]

    def cap(self) -> h.Node:
        """What holds the programme below what its mean allows."""
        sentence = result_words.cap(self.place.model, self.result)
        if not sentence:
            return None
        capping = [self.place.model.dimension[id] for id in self.result.capped_by]
        links = [h.p[self.place.link(d.page, f"More on {d.name}")] for d in capping]
        return h.h3["What holds you back"], h.p[sentence], links

    def focus(self) -> h.Node:
        """Three things to talk about first."""
        topics = talk_first(self.place.model, self.answers, self.result, self.scoped)
        return bool(topics) and (
            h.h3["Talk about these first"],
            h.ol[[h.li[topic.text] for topic in topics]],
        )

    def climb(self) -> h.Node:
        """The shortest way to the next level, with a tick to leave each move out."""
        return way_up_list.draw(self.place.model, self.result, self.way, self.editable)

    def advice(self) -> h.Node:
        """The recommendations, each with a tick that puts it into the plan."""
        chosen = actions(self.answers) if self.editable else None
        return advice_list.of(self.place, self.advised, chosen)

    def road(self) -> h.Node:
        """The plan."""
        offered = bool(self.advised) and self.editable
        return plan_list.draw(self.plan, offered, self.place.visit.typed, self.expected())

    def expected(self) -> Sequence[str]:
        """What the plan should lift, in sentences."""
        return expected(self.place.model, self.answers, self.result, self.plan)

    def exposure(self) -> h.Node:
        """The failure factors, most exposed first, with the range that open answers leave."""
        return exposure_list.of(self.place, self.result)

    def deciding(self) -> h.Node:
        """The open answers that would change most."""
        return (
            bool(self.deciding_first)
            and h.details[
                h.summary["What you do not know that would change this"],
                h.ul[[h.li[item.text] for item in self.deciding_first]],
            ]
        )

    def second_look(self) -> h.Node:
        """Questions that ask, and never change the score."""
        model, answers = self.place.model, self.answers
        asked = questions(model, answers, self.result, pace(model, answers))
        return (
            bool(asked)
            and h.details[
                h.summary[
                    f"Look again: {len(asked)} question{'s' if len(asked) > 1 else ''} to you"
                ],
                h.ul[[h.li[item.text] for item in asked]],
            ]
        )

    def copied(self) -> h.Node:
        """The result as text to mail."""
        model, result = self.place.model, self.result
        way = way_up.lines(model, result, self.way)
        text = result_words.plain(
            model, self.answers, result, way, plain(self.plan, self.expected())
        )
        return h.textarea(
            ".kam-copy", readonly=True, hidden=True, rows="12", aria_label="Your result as text"
        )[Markup("\n"), text]

    def jump(self) -> h.Node:
        """The way to the result, to the list of dimensions, and to the next open question."""
        following = next(self.open_practices(), None)
        answered, total = len(self.answers.practices), len(self.place.model.practice)
        done = f"All {total} are answered"
        return (
            h.a(".kam-jump", href="#assessment-result")[
                h.span["Your result"],
                h.strong[result_words.headline(self.place.model, self.result)],
            ],
            h.a(".kam-whole", href="#contents")[
                h.span["Answered"], " ", h.strong[f"{answered} of {total}"]
            ],
            h.p(".kam-next", data_kam_key="n", data_kam_says=f"{done}.")[done]
            if following is None
            else h.a(
                ".kam-next",
                href=f"#q-{following.id}",
                data_kam_key="n",
                data_kam_says=self._says(following),
                aria_keyshortcuts="n",
            )["Next open question", h.kbd["n"]],
        )

    def _says(self, practice: Practice) -> str:
        """What the page says on the way to an open question, which then says its own words."""
        home = self.place.model.home[practice.id]
        number, total = home.practices.index(practice) + 1, len(home.practices)
        return f"Next open question: {home.name}, {number} of {total}."

    def announce(self) -> str:
        """The result in a few words."""
        return "" if self.empty else result_words.headline(self.place.model, self.result)

    def asides(self) -> dict[str, str]:
        """What a tick in the plan or in the way up comes to, by the names of their fields."""
        planned = plan_words(self.plan)
        said = dict.fromkeys((PLAN, OWNER, PLAN_MONTH), planned)
        then = way_up.then(self.place.model, self.result, self.way)
        return said | ({LEAVE: then} if then else {})


def parts(place: Place, answers: Answers, editable: bool = True) -> Parts:
    """The parts of the result of `answers`."""
    model = place.model
    result = score(model, answers)
    advised = advise(model, answers, result)
    return Parts(
        place=place,
        answers=answers,
        result=result,
        scoped=proposals(model, answers),
        advised=advised,
        way=way_up.find(model, answers, result),
        plan=plan(model, answers, advised),
        deciding_first=would_change(model, answers, result)[:DECIDING],
        editable=editable,
    )


def time_left(count: int) -> str:
    """How long `count` questions take, in words."""
    minutes = max(1, int(fixed(count * SECONDS / 60)))
    return f"about {minutes} minute{'s' if minutes > 1 else ''} left"
