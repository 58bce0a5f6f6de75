"""The chooser's result as lines of plain words, part by part.

Pure; every line stands alone, so that paper, mail and a table can carry it.
"""

from collections.abc import Iterator

from widgets.core.choosing.contact_shape import AccountShape
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import course, first_steps
from widgets.core.choosing_words.certainty import (
    PLACES,
    Reason,
    answer_flip,
    counter,
    ranges,
    reasons,
    rests,
    summary,
    weight_flip,
)
from widgets.core.choosing_words.clearness import all_level
from widgets.core.choosing_words.headline import headline, of_choice
from widgets.core.choosing_words.phrases import one_decimal, option, signed
from widgets.core.choosing_words.veto_words import lifted_if, open_triggers, triggers
from widgets.core.words.english import listed, lower_first, upper_first

TIED_STEP = (
    "Your answers do not tell the forms apart. First ask the two people whom a change would touch "
    "most."
)

LISTED = 10
"""Accounts that are listed: a board reads one page."""


def answer(found: Outcome) -> Iterator[str]:
    """The headline, line by line."""
    yield from headline(found).lines


def instead(found: Outcome) -> Iterator[str]:
    """What to do where key account management is not right, and what would have to change."""
    if found.choice.answer != "no-kam":
        return
    verdict = next(one for one in found.structures.verdicts if one.id == found.choice.gate)
    yield f"{verdict.means}"
    yield f"Instead: {' '.join(verdict.instead)}"
    yield f"What would have to change: {' '.join(verdict.change)}"
    yield f"Ask again: {lower_first(verdict.ask_again)}"


def open_tests(found: Outcome) -> Iterator[str]:
    """What is not known yet and can still say that it is too early, or not right at all."""
    yield from (question.question for question in course.open_questions(found))


def today(found: Outcome) -> Iterator[str]:
    """Today's arrangement and how it can fail."""
    if (have := course.today(found)) is not None:
        fails = listed([lower_first(way.text) for way in have.fails])
        yield f"{have.name}. Can fail by: {fails}"


def why(found: Outcome) -> Iterator[str]:
    """The reasons for the form that the answer leads to, and the strongest against it."""
    form = course.aim(found.choice)
    if form is None or not headline(found).settled:
        return
    for reason in reasons(found.structures, found.choice, found.chooser, form):
        yield f"For: {plainly(reason)}"
    against = counter(found.structures, found.choice, found.chooser, form)
    yield f"Against: {plainly(against)}" if against else "Against: none of your answers."


def plainly(reason: Reason) -> str:
    """A reason in the words of a board."""
    return " ".join(reason.said)


def reason_words(found: Outcome, reason: Reason) -> str:
    """A reason with its figures."""
    name = found.structures.criterion[reason.criterion].name
    return (
        f"{name} {signed(reason.answer)} (“{reason.said[0].rstrip('.')}”): {signed(reason.points)}"
    )


def companions(found: Outcome) -> Iterator[str]:
    """What joins the form: now, with its first step; and what can wait, with the reason."""
    if not headline(found).settled:
        return
    open_, more, later = course.companions(found)
    for one in (*open_, *more):
        yield f"{one.name}: {lower_first(one.first_step)} Must agree: {lower_first(one.agree)}."
    for one, because in later:
        yield f"Later: {lower_first(one.name)}. {because}"


def closed(found: Outcome) -> Iterator[str]:
    """The forms that are closed or may be, each with the answer behind it; then the warnings."""
    structures, chooser = found.structures, found.chooser
    if not found.begun:
        return
    for veto, options in found.vetoes(found.choice.vetoed).items():
        because = listed(triggers(structures, chooser, veto))
        lifted = lifted_if(structures, chooser, veto)
        opens = f"; it would open {lifted}" if lifted else ""
        yield f"{_named(found, options)}: closed, because {because}{opens}"
    may = found.vetoes(found.choice.possible_vetoes) if found.choice.home else {}
    for veto, options in may.items():
        when = listed(open_triggers(structures, chooser, veto), "or")
        yield f"{_named(found, options)}: may be closed; it depends on {when}"
    for veto in structures.vetoes:
        if veto.id in found.choice.notices:
            yield f"Mind: {veto.sentence}"


def _named(found: Outcome, options: list[str]) -> str:
    return upper_first(listed([option(found.structures, id) for id in options]))


def accounts(found: Outcome) -> Iterator[str]:
    """The contact shape of each account."""
    for one in found.choice.accounts[:LISTED]:
        yield f"{one.name}: {shape_words(found, one)}"
    if (left := len(found.choice.accounts) - LISTED) > 0:
        yield f"and {left} more"


def shape_words(found: Outcome, account: AccountShape) -> str:
    """The shape that fits an account, in words."""
    structures = found.structures
    stage = next((one for one in structures.stages if one.id == account.stage), None)
    if stage is None or account.shape is None:
        return "no stage given yet"
    name = next(shape.name for shape in structures.shapes if shape.id == account.shape)
    if account.held:
        return (
            f"{lower_first(name)}, held there since the customer gives nothing back ({stage.name})"
        )
    words = lower_first(stage.in_words.rstrip("."))
    return f"{lower_first(name)} ({lower_first(stage.name)}: {words})"


def steps(found: Outcome) -> Iterator[str]:
    """The three first steps, and who must agree."""
    if headline(found).settled:
        yield from first_steps.lines(found)
    elif all_level(found.choice) and found.first is not None:
        yield TIED_STEP


def of_form(found: Outcome) -> Iterator[str]:
    """The steps that the form itself asks for, and who must agree; none where it is kept."""
    if found.first is None or found.choice.keep or not headline(found).settled:
        return
    for number, step in enumerate(found.first.first_steps, start=1):
        yield f"{number}. {step.step} Must agree: {lower_first(step.agree)}."


def figures(found: Outcome) -> Iterator[str]:
    """The working in figures: points, shares of draws, ranges, flips and what rests on research."""
    structures, choice = found.structures, found.choice
    form = course.aim(choice)
    if not choice.home or form is None:
        return
    for place, one in enumerate(choice.home[:PLACES], start=1):
        yield f"{place}. {structures.option[one.option].name}: {one_decimal(one.points)} points"
    for one in choice.then[:PLACES] if choice.then else ():
        name = structures.option[one.option].name
        yield f"Once the conditions are met: {name} {one_decimal(one.points)}"
    for reason in reasons(structures, choice, found.chooser, form):
        yield f"For: {reason_words(found, reason)}"
    if against := counter(structures, choice, found.chooser, form):
        yield f"Against: {reason_words(found, against)}"
    yield summary(structures, choice)
    if said := rests(choice, form):
        yield said
    if range_ := ranges(structures, choice, found.chooser):
        yield range_
    if flip := answer_flip(structures, choice):
        yield f"Smallest change of a criterion that changes it: {lower_first(flip)}"
    if flip := weight_flip(structures, choice):
        yield f"Nearest weight that changes it: {lower_first(flip)}"


def second(found: Outcome) -> Iterator[str]:
    """The second context beside the first."""
    if found.second is None:
        return
    beside = found.second
    said = of_choice(found.structures, beside.chooser, beside.choice)
    yield f"{beside.name}: {said.do}"
    yield from filter(None, (said.clear, said.flip))
    ranked = [
        f"{found.structures.option[one.option].name} {one_decimal(one.points)}"
        for one in beside.choice.home[:PLACES]
    ]
    if ranked:
        yield f"Points: {', '.join(ranked)}"
        yield summary(found.structures, beside.choice)
