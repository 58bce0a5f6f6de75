"""The working, folded: every figure behind the chooser's answer."""

from collections.abc import Iterable

import htpy as h

from widgets.chooser.contribution_bars import Contribution, bars
from widgets.chooser.questions import sources, to_question
from widgets.core.choosing.choice import Home
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import certainty, course
from widgets.core.choosing_words.phrases import one_decimal, percent, signed, title
from widgets.core.page.view import Place
from widgets.core.questionnaire.derived import derived
from widgets.core.words.answered import unscored
from widgets.core.words.english import lower_first


def working(place: Place, found: Outcome) -> h.Node:
    """Points and shares of every form, what each criterion adds, flips, evidence and tests."""
    if not found.begun:
        return None
    return h.div(".kam-working")[
        _places(place, found),
        _adds(found),
        _flips(place, found),
        _facts(place, found),
        _criteria(place, found),
        _tests(place, found),
        _forms(place, found),
    ]


def _places(place: Place, found: Outcome) -> h.Node:
    """Up to three forms, each with its points, its range and how often it comes first."""
    choice = found.choice
    if not choice.home:
        return h.p["Nothing can be ranked yet: no criterion is answered."]
    return (
        h.h3["Open today"],
        _ranked(place, found, choice.home),
        h.p(".kam-note")[certainty.summary(found.structures, choice)],
        h.p(".kam-note")[certainty.ranges(found.structures, choice, found.chooser)],
        choice.then is not None
        and (
            h.h3["Open once the conditions are met"],
            h.p(".kam-note")[
                "Each of them is met by the least that does it; all other answers stay."
            ],
            h.ol(".kam-places")[
                [
                    h.li[
                        h.strong[title(found.structures, one.option)],
                        h.span(".kam-place__points")[f"{one_decimal(one.points)} points"],
                    ]
                    for one in choice.then[: certainty.PLACES]
                ]
            ],
        ),
    )


def _ranked(place: Place, found: Outcome, home: Iterable[Home]) -> h.Element:
    choice = found.choice
    return h.ol(".kam-places")[
        [
            h.li[
                h.strong[
                    place.link(
                        found.structures.option[one.option].page,
                        title(found.structures, one.option),
                    )
                ],
                h.span(".kam-place__points")[_points(found, one)],
                h.span(".kam-place__share")[_first_in(choice.acceptability[one.option])],
            ]
            for one in [*home][: certainty.PLACES]
        ]
    ]


def _first_in(share: float) -> str:
    return f"first in {percent(share) if share else 'none'} of the random weightings"


def _points(found: Outcome, one: Home) -> str:
    low, high = found.choice.points_range[one.option]
    span = f", {one_decimal(low)} to {one_decimal(high)} possible" if low < high else ""
    may = ", may be closed" if one.option in found.choice.possible_vetoes else ""
    return f"{one_decimal(one.points)} points{span}{may}"


def _adds(found: Outcome) -> h.Node:
    """What each criterion adds to the form that is named and to the next, as bars."""
    choice, first = found.choice, course.aim(found.choice)
    if first is None or certainty.all_level(choice):
        return None
    second = next((one.option for one in choice.home if one.option != first), "")
    answers = derived(found.structures, found.chooser).criteria
    rows = [
        Contribution(
            criterion.name,
            _step(answers.get(criterion.id)),
            choice.contributions[first][criterion.id],
            choice.contributions[second][criterion.id] if second else None,
        )
        for criterion in found.structures.criteria
    ]
    rows.sort(key=lambda row: -row.first)
    mine, theirs = (id and title(found.structures, id) for id in (first, second))
    return h.h3["What each criterion adds"], bars("chooser-bars", mine, theirs, tuple(rows))


def _flips(place: Place, found: Outcome) -> h.Node:
    """The smallest change of a criterion, and of a weight, that puts another form first."""
    answer = certainty.answer_flip(found.structures, found.choice)
    weight = certainty.weight_flip(found.structures, found.choice)
    flip = found.choice.flip_answer
    question = found.structures.criterion[flip.criterion].asks[0] if flip else ""
    return bool(answer or weight) and (
        h.h3["What would put another form first among those open today"],
        h.dl(".kam-flips")[
            h.dt["Smallest change of one criterion"],
            h.dd[to_question(place, question, answer) if question else answer],
            h.dt["Nearest weight of one criterion"],
            h.dd[weight],
        ],
    )


def _facts(place: Place, found: Outcome) -> h.Node:
    """How much of the points of the form that is named rests on facts, and on which works."""
    form = found.structures.option.get(course.aim(found.choice) or "")
    if form is None:
        return None
    counted = found.choice.contributions[form.id]
    named = [fact for id, cell in form.cells.items() if counted[id] for fact in cell.facts]
    said = certainty.rests(found.choice, form.id)
    return bool(said) and (
        h.h3["What it rests on"],
        h.p[said, " Only the direction of a fit is ever evidence, never its size."],
        h.p[sources(place, found.structures, tuple(dict.fromkeys(named)))],
    )


def _criteria(place: Place, found: Outcome) -> h.Node:
    """The twelve criteria, with the step that each question gave."""
    answers = derived(found.structures, found.chooser).criteria
    rows = [
        h.tr[
            h.th(scope="row")[one.name, h.small(".kam-definition")[_asked(place, found, one.asks)]],
            h.td[_step(answers.get(one.id))],
        ]
        for one in found.structures.criteria
    ]
    return (
        h.h3["From your answers to the criteria"],
        _table("The criteria", ("Criterion, and what you say", "Step"), rows),
        bool(found.carried) and h.p(".kam-note")[_carried(found)],
    )


def _carried(found: Outcome) -> str:
    said = " ".join(found.structures.question[id].question for id in found.carried)
    return f"Carried over from your assessment; you can overrule each: {said}"


def _step(answer: int | str | None) -> str:
    return signed(answer) if isinstance(answer, int) else _unanswered(answer)


def _unanswered(given: object) -> str:
    return unscored(applies=True, asked=given is not None)


def _asked(place: Place, found: Outcome, ids: Iterable[str]) -> h.Node:
    """Questions, each with its answer."""
    parts = []
    for id in ids:
        question, step = found.structures.question[id], found.chooser.answers.get(id)
        said = (
            f"“{question.words(step).rstrip('.')}”" if isinstance(step, int) else _unanswered(step)
        )
        parts.append(h.span[to_question(place, id, question.question), f" {said}. "])
    return parts


def _tests(place: Place, found: Outcome) -> h.Node:
    """The seven tests with their answers and the questions behind them."""
    structures = found.structures
    given = derived(structures, found.chooser).gate
    rows = [
        h.tr[
            h.th(scope="row")[
                f"{test.number}. {test.question}",
                h.small(".kam-definition")[
                    _asked(place, found, [bound.asked for bound in test.no_if])
                ],
            ],
            h.td[{"yes": "yes", "no": "no"}.get(given.get(test.id, ""), "not known")],
        ]
        for test in structures.tests
    ]
    verdict = next((one for one in structures.verdicts if one.id == found.choice.gate), None)
    return (
        h.h3["The seven tests of the gate"],
        h.p(".kam-note")[
            f"{verdict.name}. {verdict.means}" if verdict else "Not decided yet.",
            " ",
            place.link("start/is-it-right-for-you/", "The seven tests and their evidence"),
            ".",
        ],
        _table("The seven tests", ("Test, and what you say", "Answer"), rows),
    )


def _forms(place: Place, found: Outcome) -> h.Node:
    """Every form with its points, its range and what closes it; every weight."""
    choice, structures = found.choice, found.structures
    points = {one.option: one.points for one in choice.home}
    rows = [
        h.tr[
            h.th(scope="row")[one.name, h.small(".kam-definition")[_state(found, one.id)]],
            h.td[_with_range(found, one.id)],
            h.td[percent(choice.acceptability[one.id]) if one.id in points else "–"],
        ]
        for one in sorted(
            structures.options, key=lambda o: -sum(choice.contributions[o.id].values())
        )
    ]
    return bool(choice.home) and (
        h.h3["Every form"],
        h.p(".kam-note")[
            "Points are the sum over the criteria of weight × step × fit; two kinds of criterion "
            "bend that rule. ",
            place.link("method/choosing/", "Every rule, and a worked example"),
            "; ",
            place.link("structures/table/", "every fit and its reason"),
            ". ",
            _weighted(found),
        ],
        _table("Every form", ("Form", "Points", "First in"), rows),
    )


def _table(caption: str, heads: tuple[str, ...], rows: list[h.Element]) -> h.Element:
    return h.div(".kam-scroll", tabindex="0", role="group", aria_label=caption)[
        h.table(".kam-sums")[
            h.caption(".kam-hidden")[caption],
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
            h.tbody[rows],
        ]
    ]


def _weighted(found: Outcome) -> str:
    moved = {id: weight for id, weight in found.chooser.weights.items() if weight != 1}
    if not moved:
        return "All weights are 1."
    names = found.structures.criterion
    said = "; ".join(f"{names[id].name} {weight:g}" for id, weight in moved.items())
    return f"Weights before they are scaled to add up to 12: {said}; all others 1."


def _with_range(found: Outcome, id: str) -> str:
    low, high = (one_decimal(end) for end in found.choice.points_range[id])
    points = one_decimal(sum(found.choice.contributions[id].values()))
    return points if low == high else f"{points} ({low} to {high})"


def _state(found: Outcome, id: str) -> str:
    choice = found.choice
    if id in choice.vetoed:
        return f"closed: {_vetoes(found, choice.vetoed[id])}"
    kind = found.structures.option[id].kind
    if kind != "ranked":
        return "only to recognise" if kind == "recognise-only" else "a companion"
    may = choice.possible_vetoes.get(id)
    return f"may be closed: {_vetoes(found, may)}" if may else "ranked"


def _vetoes(found: Outcome, ids: tuple[str, ...]) -> str:
    return "; ".join(lower_first(veto.name) for veto in found.structures.vetoes if veto.id in ids)
