"""The second context: any answer moved without touching the first, and both results in sight."""

from collections.abc import Iterable, Iterator

import htpy as h

from widgets.core.answers import chooser_fields
from widgets.core.answers.states import UNKNOWN
from widgets.core.choosing.choice import Choice
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty
from widgets.core.choosing_words.phrases import one_decimal, signed
from widgets.core.model.importance import CLASSES
from widgets.core.model.structures import ANSWERS, Criterion
from widgets.core.page.controls import button
from widgets.core.questionnaire.second_context import Other

YES_NO = {"yes": "yes", "no": "no", "unknown": "we don't know"}


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
        h.div(".kam-moved")[[_criterion(found, other, c) for c in found.structures.criteria]],
        _more("The tests of the gate and the facts there", _gate(found, other)),
        _more("How important each criterion is there", _weights(found, other)),
        found.second is not None
        and button("assessments.clear-fields", "Clear the second context", chooser_fields.OTHER),
    )


def compared(found: Outcome) -> h.Node:
    """The results of both contexts, side by side."""
    second = found.second
    columns = [("As answered", found.choice)]
    if second is not None:
        columns.append((second.name, second.choice))
    return h.div(".kam-compared", data_kam_columns=str(len(columns)))[
        [_column(found, title, choice) for title, choice in columns],
        second is None and h.p(".kam-note")["Nothing is moved yet."],
    ]


def _column(found: Outcome, title: str, choice: Choice) -> h.Element:
    name = found.structures.option
    return h.div[
        h.h3[title],
        choice.tie and h.p[h.strong["No clear winner"]],
        h.ol[
            [
                h.li[f"{name[one.option].name}, {one_decimal(one.points)}"]
                for one in choice.home[: certainty.PLACES]
            ]
        ]
        if choice.home
        else h.p["Nothing to rank yet"],
        bool(choice.home) and h.p(".kam-note")[certainty.summary(found.structures, choice)],
    ]


def _more(title: str, content: Iterable[h.Element]) -> h.Element:
    return h.details[h.summary[title], h.div(".kam-moved")[list(content)]]


def _criterion(found: Outcome, other: Other, criterion: Criterion) -> h.Element:
    ends = {-2: f": {criterion.low}", 2: f": {criterion.high}"}
    possible = [(str(answer), signed(answer) + ends.get(answer, "")) for answer in ANSWERS]
    given = found.chooser.criteria.get(criterion.id)
    now = "open" if given is None else "unknown" if given == UNKNOWN else signed(int(given))
    moved = other.criteria.get(criterion.id)
    return _select(
        f"{chooser_fields.OTHER}criteria.{criterion.id}",
        criterion.name,
        now,
        [*possible, (UNKNOWN, "We don't know")],
        "" if moved is None else str(moved),
    )


def _gate(found: Outcome, other: Other) -> Iterator[h.Element]:
    for test in found.structures.tests:
        yield _select(
            f"{chooser_fields.OTHER}gate.{test.id}",
            test.question,
            YES_NO.get(found.chooser.gate.get(test.id, ""), "open"),
            list(YES_NO.items()),
            other.gate.get(test.id, ""),
        )
    words = {truth: word for word, truth in chooser_fields.TRUTH.items()}
    for question in found.structures.questions:
        given = found.chooser.context.get(question.id)
        moved = question.id in other.context
        yield _select(
            f"{chooser_fields.OTHER}context.{question.id}",
            question.question,
            "open" if given is None else words[given],
            list(YES_NO.items()),
            words[other.context[question.id]] if moved else "",
        )


def _weights(found: Outcome, other: Other) -> Iterator[h.Element]:
    possible = [(str(one.step), one.words) for one in CLASSES]
    for criterion in found.structures.criteria:
        weight = found.own.weights.get(criterion.id, 1)
        now = next((one.words for one in CLASSES if one.weight == weight), f"{weight:g}")
        moved = other.weights.get(criterion.id)
        step = next((str(one.step) for one in CLASSES if one.weight == moved), "")
        yield _select(
            f"{chooser_fields.OTHER}weights.{criterion.id}", criterion.name, now, possible, step
        )


def _select(
    name: str, label: str, now: str, possible: list[tuple[str, str]], chosen: str
) -> h.Element:
    return h.label(".kam-written", class_="kam-written--moved" if chosen else None)[
        h.span[label],
        h.select(id=name, name=name)[
            h.option(value="")[f"as answered ({now})"],
            [h.option(value=id, selected=id == chosen)[words] for id, words in possible],
        ],
    ]
