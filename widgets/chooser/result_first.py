"""Three first steps, what is not known and matters, and where to go from the chooser's result."""

from collections.abc import Iterator

import htpy as h

from widgets.chooser.questions import sources, to_question
from widgets.core.actions.advice_list import NOT
from widgets.core.advising.first_steps import over
from widgets.core.board.room import TITLE
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing.turns import Turn
from widgets.core.choosing_words import course, turning
from widgets.core.choosing_words.clearness import all_level
from widgets.core.choosing_words.first_steps import StructureStep, first_steps
from widgets.core.choosing_words.headline import headline
from widgets.core.choosing_words.lines import TIED_STEP
from widgets.core.page.view import Place
from widgets.core.result.onward import TEAM, listed
from widgets.core.result.parts import minutes
from widgets.core.structures.structures import Structures
from widgets.core.words.english import lower_first, number_of

NAMED = 3
"""Questions not known that are told with what they would turn; the others are listed."""

NOT_ALONE = "No answer that is not known turns it alone. Several together could."


def steps(place: Place, found: Outcome) -> h.Node:
    """What to do, who must agree, this week, what not to do, and where it comes from."""
    if not headline(found).settled:
        return all_level(found.choice) and found.first is not None and h.p[TIED_STEP]
    chosen = first_steps(found)
    return bool(chosen) and (
        h.h3[over(len(chosen))],
        h.ol(".kam-first-steps")[[_step(place, found.structures, step) for step in chosen]],
    )


def _step(place: Place, structures: Structures, step: StructureStep) -> h.Element:
    facts = tuple(dict.fromkeys((*step.facts, *step.do_not.facts)))
    return h.li(".kam-first-step")[
        h.h4[f"{step.order}."],
        h.p(".kam-first-step__who")[h.strong["Must agree: "], lower_first(step.agree), "."],
        h.p[h.strong["This week: "], lower_first(step.this_week)],
        h.p(".kam-first-step__not")[h.strong[NOT], step.do_not.text.removeprefix(NOT)],
        h.p(".kam-first-step__why")[sources(place, structures, facts)],
    ]


def deciding(place: Place, found: Outcome) -> h.Node:
    """The questions not known that can turn the answer, with what each would make of it."""
    structures, choice = found.structures, found.choice
    if not found.begun:
        return None
    settled = headline(found).settled
    turns = [*turning.open_turns(structures, found.chooser)][:NAMED] if settled else []
    told = {turn.question for turn in turns}
    others = [one for one in course.open_questions(found) if one.id not in told]
    unsure = settled and choice.answer != "no-kam" and len(choice.possible_first) > 1
    if not (turns or others or unsure):
        return None
    return (
        h.h3["Not known, and it matters"],
        bool(turns) and h.ul[[h.li[_turn(place, found, turn)] for turn in turns]],
        settled and not turns and h.p[NOT_ALONE],
        bool(others)
        and h.details(".kam-rest")[
            h.summary["What could still make it too early, or not right at all"],
            h.ul[[h.li[to_question(place, one.id, one.question)] for one in others]],
        ],
    )


def _turn(place: Place, found: Outcome, turn: Turn) -> h.Node:
    question = found.structures.question[turn.question]
    then = turning.then(found.structures, found.choice, turn)
    return (
        to_question(place, question.id, question.question),
        f" If the answer is “{lower_first(question.words(turn.after).rstrip('.'))}”, {then}. "
        f"Ask {lower_first(question.ask)}.",
    )


def onward(place: Place, found: Outcome) -> h.Node:
    """Where to go from here; nothing before there is an answer."""
    if not headline(found).settled:
        return None
    return listed(_ways(place, found))


def _ways(place: Place, found: Outcome) -> Iterator[tuple[h.Element, str]]:
    paper = "Upright on one sheet, and the same as a slide."
    yield h.a(href=f"#{TITLE}")["Print one page for a board"], paper
    if found.first is not None:
        yield place.link(found.first.page, f"Read on: {found.first.name}"), "What it costs too."
    if found.choice.answer == "no-kam":
        yield (
            place.link("start/is-it-right-for-you/", "The seven tests"),
            "And the evidence behind each.",
        )
        return
    count = len(place.model.practice)
    length = f"{number_of(count, 'question')}, {minutes(count)}: would what you have last?"
    yield place.link("assessment/", "Score the programme"), length
    page, words, why = TEAM
    yield place.link(page, words), why
