"""A question of the chooser as a scale of five steps, and what is known of its answer already.

Whatever asks one of them asks it so: the chooser, and the seven tests.
"""

from collections.abc import Collection
from typing import TYPE_CHECKING

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.answers.states import ANSWERS, UNKNOWN
from widgets.core.page.view import foot
from widgets.core.words.english import lower_first

if TYPE_CHECKING:
    from widgets.core.questionnaire.counted import Counted
    from widgets.core.questionnaire.proposals import Proposal
    from widgets.core.structures.asked import Question


def scale(question: "Question", position: str, beside: h.Node) -> h.Element:
    """One question: five steps between two poles, and "we do not know" as one more answer.

    `beside` is the region with what the assessment or an earlier release says of it.
    """
    name = chooser_fields.question(question.id)
    return h.fieldset(".kam-question.kam-scale", id=f"q-{question.id}")[
        asked(position, question.question),
        beside,
        h.div(f".kam-steps{_split(question)}")[
            [_step(name, step, question.words(step)) for step in ANSWERS],
            h.label(".kam-step.kam-step--unknown")[
                h.input(
                    type="radio", name=name, value=UNKNOWN, aria_describedby=f"u-{question.id}"
                ),
                h.i(aria_hidden="true")["?"],
                h.span(".kam-step__words")["We do not know"],
            ],
            foot(),
        ],
        h.p(".kam-scale__unknown", id=f"u-{question.id}")[
            h.strong["Ask: ", lower_first(question.ask), "."], " ", question.unknown
        ],
        _hint(question.hint, question.ask),
    ]


def _split(question: "Question") -> str:
    """Where one pole has much more to say, a narrow page gives it more of the line."""
    low, high = len(question.low), len(question.high)
    return ".kam-steps--low" if low > 1.2 * high else ".kam-steps--high" if high > 1.2 * low else ""


def asked(position: str, words: str) -> h.Element:
    """The question itself, after its place among all."""
    return h.legend[h.span(".kam-question__number")[position, " "], words]


def _hint(hint: str, ask: str) -> h.Element:
    """Where readers stumble, and who knows: folded where there is little room."""
    return h.details(".kam-hint")[
        h.summary["A hint, and who knows" if hint else "Who knows"],
        h.p[hint and (hint, " "), h.span["Who knows: ", lower_first(ask), "."]],
    ]


def _step(name: str, step: int, words: str) -> h.Element:
    """One step; its words are its name, at a pole and between the poles.

    Its mark is an empty `i`: 132 of them with a class of their own would be a tenth of the page.
    """
    pole = {ANSWERS[0]: ".kam-step--low", ANSWERS[-1]: ".kam-step--high"}.get(step, "")
    return h.label(f".kam-step{pole}")[
        h.input(type="radio", name=name, value=str(step)),
        h.i,
        h.span(".kam-step__words")[words],
    ]


def beside(found: "Counted", question: "Question", here: Collection[str]) -> h.Node:
    """What stands beside a question: an earlier answer, and what the assessment says.

    `here`: the ids of the questions that are answered on this form.
    """
    return _before(found, question, here), _told(found, question)


def _before(found: "Counted", question: "Question", here: Collection[str]) -> h.Node:
    """What the first release was answered, and whether that counts."""
    said = found.earlier.get(question.id)
    if not said:
        return None
    own = found.own.answers.get(question.id)
    if question.id in here:
        counts = "Your answer here counts."
    elif own is not None:
        counts = f"It counts here as “{question.words(int(own)).rstrip('.')}” until you answer."
    else:
        counts = "That asked something else, so it does not count: answer anew."
    carried = own is not None and question.id not in here
    return h.p(".kam-told", data_answer=str(own) if carried else None)[
        f"You answered before: {'; '.join(said)}. {counts}"
    ]


def _told(found: "Counted", question: "Question") -> h.Node:
    """What the assessment says to a question, and whether that counts."""
    proposal = found.proposed.get(question.id)
    if proposal is None:
        return None
    counts = proposal.sure and question.id not in found.own.answers
    return h.details(".kam-proposed", data_answer=str(proposal.answer) if counts else None)[
        h.summary[h.span[_proposed(found, question, proposal)]],
        h.p[f"From {proposal.reason}. The rule is our judgement."],
    ]


def _proposed(found: "Counted", question: "Question", proposal: "Proposal") -> str:
    said = f"“{question.words(proposal.answer).rstrip('.')}”"
    if not proposal.sure:
        return f"A hint from your assessment: {said}. It does not count; only your answer does."
    if question.id in found.own.answers:
        counts = "You answered here, so yours counts."
    elif question.id in found.carried:
        counts = "It counts until you answer here."
    else:
        counts = "It counts as soon as you answer a question yourself."
    return f"Your assessment says: {said}. {counts}"
