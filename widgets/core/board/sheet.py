"""What stands on one page for a board, block by block.  Pure.

Everything is made from the answers and the model, or typed by whoever prepares the page; what was
not typed is a line to write on and never a guess.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from widgets.core.board.panels import Drawing, drawn
from widgets.core.board.reasons import Objection, Said, objection, reasons
from widgets.core.board.steps import BoardStep, signers, steps
from widgets.core.board.voice import ours, within
from widgets.core.choosing.decision import Answer
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing.turns import Turn
from widgets.core.choosing_words import turning
from widgets.core.choosing_words.course import no_more
from widgets.core.choosing_words.failed_tests import failed, matter
from widgets.core.choosing_words.headline import headline
from widgets.core.structures.structures import Work
from widgets.core.words.english import one_line, short

TYPED = {
    "organisation": 32,
    "decision": 44,
    "date": 24,
    "prepared": 24,
    "cost": 70,
    "stops": 60,
    "again": 80,
    "doubt": 84,
}
"""Letters of each typed text that the page has room for; the answers keep all of it."""

CHANGES = 2
COSTED = 2
COST_WORDS = 26
REASON_WORDS = 34
SOURCES = 7

TITLES = {
    "this-form": "Why",
    "keep": "Why it stays",
    "not-yet": "Why, once that is done",
    "no-kam": "Why not",
}

TRIAL = "Why a trial, and no more"

AGAIN = {"this-form": "pass", "keep": "pass", "not-yet": "not-now", "no-kam": "not-kam"}
"""By kind of answer: the verdict that says when to ask again."""

OURS = "All else is the guide's judgement, from our own answers."


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page, block by block in its order."""

    answer: Answer
    typed: dict[str, str]
    """By the names of `TYPED`; empty: a line to write on."""
    do: str
    clear: str
    drawing: Drawing
    why: str
    """What the reasons are headed by."""
    reasons: tuple[Said, ...]
    objection: Objection | None
    change: tuple[str, ...]
    steps: tuple[BoardStep, ...]
    costs: tuple[tuple[str, str], ...]
    """What it takes, each by its name."""
    again: str
    """Our rule, where no date was typed."""
    signers: tuple[str, ...]
    sources: tuple[str, ...]
    """The works behind the reasons and the objection, each once; the first of them."""


def whole(found: Outcome) -> Sheet | None:
    """The page with all that there is to say; None while no answer says anything yet."""
    answer, said = found.choice.answer, headline(found)
    if answer is None or not said.settled:
        return None
    first = steps(found)
    why, against = _shorter(reasons(found)), objection(found)
    facts = [
        *(fact for one in why for fact in one.facts),
        *(against.said.facts if against else ()),
    ]
    works = found.structures.works
    again = next(v for v in found.structures.verdicts if v.id == AGAIN[answer])
    return Sheet(
        answer=answer,
        typed={id: _typed(found, id) for id in TYPED},
        do=ours(said.do),
        clear=ours(said.clear),
        drawing=drawn(found),
        why=TRIAL if no_more(found.structures, found.choice) else TITLES[answer],
        reasons=why,
        objection=against,
        change=tuple(_change(found)),
        steps=first,
        costs=tuple(_costs(found, first)),
        again=ours(again.ask_again),
        signers=signers(found, first),
        sources=_sources(works, facts),
    )


def _sources(works: Mapping[str, Work], facts: Sequence[str]) -> tuple[str, ...]:
    labels = dict.fromkeys(works[fact].label for fact in facts if fact in works)
    return tuple(labels)[:SOURCES]


def _typed(found: Outcome, id: str) -> str:
    return short(one_line(found.chooser.board.get(id, "")), TYPED[id])


def _shorter(found: tuple[Said, ...]) -> tuple[Said, ...]:
    """Reasons whose words are too many say the answer alone."""
    return tuple(
        one
        if len(f"{one.answer} {one.because}".split()) <= REASON_WORDS
        else Said(one.answer, "", one.facts)
        for one in found
    )


def _change(found: Outcome) -> list[str]:
    """What would change the answer: how near it is, then the nearest moves."""
    choice, structures = found.choice, found.structures
    if choice.answer == "no-kam" and (tests := failed(structures, found.chooser)):
        return [ours(f"It would be another matter if {matter(structures, tests)}.")]
    if not choice.turns:
        asked = any(isinstance(step, int) for step in found.chooser.answers.values())
        return [turning.NOWHERE if asked else turning.UNASKED]
    left, chosen = list(choice.turns), list[Turn]()
    while left and len(chosen) < CHANGES:
        chosen.append(turning.soonest(structures, tuple(left)))
        left.remove(chosen[-1])
    near = abs(chosen[0].after - chosen[0].before)
    start = ("It turns on little. " if len(choice.turns) > 1 else "It turns on one answer. ") * (
        near == 1
    )
    said = [
        ours(
            f"If {next(turning.changes(structures, turn))}, "
            f"{turning.then(structures, choice, turn)}."
        )
        for turn in chosen
    ]
    return [start + said[0], *said[1:]]


def _costs(found: Outcome, first: tuple[BoardStep, ...]) -> list[tuple[str, str]]:
    """What the companions of the first steps cost, in the first sentences of theirs."""
    named = [found.structures.add_on[step.companion] for step in first if step.companion]
    return [(one.name, ours(within(one.cost, COST_WORDS))) for one in named[:COSTED]]
