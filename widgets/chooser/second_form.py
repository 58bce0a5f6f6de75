"""The second context: any answer moved without touching the first, and both results in sight."""

from collections.abc import Iterator

import htpy as h

from widgets.chooser.form import NAMES
from widgets.core.answers import chooser_fields
from widgets.core.answers.states import ANSWERS, UNKNOWN
from widgets.core.choosing.choice import Choice
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty, headline
from widgets.core.choosing_words.phrases import one_decimal
from widgets.core.drawing.html import kept
from widgets.core.model.importance import CLASSES
from widgets.core.page.controls import button
from widgets.core.questionnaire.chooser import Chooser
from widgets.core.questionnaire.second_context import Other
from widgets.core.structures.asked import Question
from widgets.core.words.answered import NOT_ANSWERED

NOT_KNOWN = "We do not know"


def second_form(found: Outcome) -> h.Node:
    """The form of the second context, below the two results."""
    if not found.begun:
        return h.p(".kam-note")[
            "Answer something above first. Then you can move any answer here and see what would "
            "change: if the countries were powerful, in three years, in another division."
        ]
    other = found.own.other or Other()
    return (
        h.p(".kam-note")[
            "Move any answer and see both results side by side. Your answers above stay as they "
            "are. Use it for a what-if, for today and in three years, or for two divisions."
        ],
        compared(found),
        h.label(".kam-written")[
            h.span["Name of the second context"],
            h.input(
                id=chooser_fields.NAME,
                type="text",
                name=chooser_fields.NAME,
                value=other.name,
                placeholder="What if",
                maxlength="60",
            ),
        ],
        [_part(found, other, part) for part in NAMES],
        _more("weights", "What matters more there", len(other.weights), _weights(found, other)),
        found.second is not None
        and button("assessments.clear-fields", "Clear the second context", chooser_fields.OTHER),
    )


def compared(found: Outcome) -> h.Node:
    """The results of both contexts, side by side."""
    second = found.second
    columns = [("As answered", found.chooser, found.choice)]
    if second is not None:
        columns.append((second.name, second.chooser, second.choice))
    return h.div(".kam-compared", data_kam_columns=str(len(columns)))[
        [_column(found, *one) for one in columns],
        second is None and h.p(".kam-note")["Nothing is moved yet."],
    ]


def what_if(found: Outcome) -> h.Node:
    """Both results on the result page; nothing while no answer is moved."""
    return compared(found) if found.second is not None else None


def _column(found: Outcome, title: str, chooser: Chooser, choice: Choice) -> h.Element:
    said = headline.of_choice(found.structures, chooser, choice)
    return h.div[
        h.h3[title],
        h.p[h.strong[said.do]],
        bool(said.clear) and h.p[said.clear],
        bool(said.flip) and h.p(".kam-note")[said.flip],
        bool(choice.home) and _figures(found, choice),
    ]


def _figures(found: Outcome, choice: Choice) -> h.Element:
    """The forms that are open today, with their points: folded, as all figures are."""
    names = found.structures.option
    return h.details(".kam-rest")[
        h.summary["The working"],
        h.ol[
            [
                h.li[f"{names[one.option].name}, {one_decimal(one.points)}"]
                for one in choice.home[: certainty.PLACES]
            ]
        ],
        h.p(".kam-note")[certainty.summary(found.structures, choice)],
    ]


def _part(found: Outcome, other: Other, part: str) -> h.Element:
    """One part of the form, question by question."""
    questions = [one for one in found.structures.questions if one.section == part]
    moved = sum(one.id in other.answers for one in questions)
    return _more(part, NAMES[part], moved, (_question(found, other, one) for one in questions))


def _more(id: str, title: str, moved: int, fields: Iterator[h.Node]) -> h.Element:
    return h.details(".kam-scope", id=f"other-{id}")[
        h.summary[title, h.span(".kam-note")[f" · {moved} moved" if moved else ""]],
        h.div(".kam-moved")[fields],
    ]


def _question(found: Outcome, other: Other, question: Question) -> h.Node:
    """One question; the answer given above is no choice here, since it would move nothing.

    It is one where the first release was answered here, which would count or leave it unanswered.
    """
    given = found.chooser.answers.get(question.id)
    moved = other.answers.get(question.id)
    before = found.earlier_other.get(question.id, ())
    words = {step: question.words(step) for step in ANSWERS} | {UNKNOWN: NOT_KNOWN}
    return _select(
        f"{chooser_fields.OTHER}answers.{question.id}",
        question.question,
        NOT_ANSWERED if given is None else words[given],
        tuple(
            (str(one), text)
            for one, text in words.items()
            if one != given or moved == one or before
        ),
        "" if moved is None else str(moved),
        "; ".join(before),
    )


def _weights(found: Outcome, other: Other) -> Iterator[h.Node]:
    possible = tuple((str(one.step), one.words) for one in CLASSES)
    for criterion in found.structures.criteria:
        weight = found.own.weights.get(criterion.id, 1)
        now = next((one.words for one in CLASSES if one.weight == weight), f"{weight:g}")
        moved = other.weights.get(criterion.id)
        step = next((str(one.step) for one in CLASSES if one.weight == moved), "")
        yield _select(
            f"{chooser_fields.OTHER}weights.{criterion.id}", criterion.name, now, possible, step
        )


@kept
def _select(
    name: str,
    label: str,
    now: str,
    possible: tuple[tuple[str, str], ...],
    chosen: str,
    before: str = "",
) -> h.Node:
    return h.label(".kam-written", class_="kam-written--moved" if chosen else None)[
        h.span[label],
        bool(before) and h.span(".kam-written__doubt")[f"You answered before: {before}."],
        h.select(id=name, name=name)[
            h.option(value="")[f"As answered: {now}"],
            [h.option(value=id, selected=id == chosen)[words] for id, words in possible],
        ],
    ]
