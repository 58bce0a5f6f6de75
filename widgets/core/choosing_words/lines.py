"""The chooser's result as lines of plain words, part by part.

Pure; every line stands alone, so that paper, mail and a table can carry it.
"""

from collections.abc import Iterator

from widgets.core.choosing.contact_shape import AccountShape
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing.points import TIE
from widgets.core.choosing_words.certainty import (
    PLACES,
    Reason,
    all_level,
    answer_flip,
    counter,
    ranges,
    reasons,
    summary,
    tied,
    weight_flip,
)
from widgets.core.choosing_words.phrases import one_decimal, option, percent, signed
from widgets.core.choosing_words.veto_words import open_triggers, triggers
from widgets.core.words.english import listed, lower_first, upper_first

TIED_STEP = (
    "First find the answer that breaks the tie: ask the two people whom it would change most. "
    "Until then, every step towards one option costs the other."
)

LISTED = 10
"""Accounts that are listed: a board reads one page."""


def gate(found: Outcome) -> Iterator[str]:
    """The verdict of the gate, with its advice."""
    structures, choice = found.structures, found.choice
    if choice.gate is None:
        if choice.gate_open:
            questions = {test.id: test.question for test in structures.tests}
            decide = " ".join(questions[id] for id in choice.gate_open)
            yield f"Not decided yet. What decides: {decide}"
        return
    verdict = next(one for one in structures.verdicts if one.id == choice.gate)
    yield f"{verdict.name}. {verdict.means}"
    if found.gate_failed:
        yield f"Instead: {' '.join(verdict.instead)}"
        yield f"What would have to change: {' '.join(verdict.change)}"
    yield f"Ask again: {lower_first(verdict.ask_again)}"


def today(found: Outcome) -> Iterator[str]:
    """Today's arrangement and how it usually fails."""
    if found.own.today is not None:
        option_ = found.structures.option[found.own.today]
        fails = listed([lower_first(way.text) for way in option_.fails])
        yield f"{option_.name}. Usually fails by: {fails}"


def home(found: Outcome) -> Iterator[str]:
    """Up to three options with their points, or the tie."""
    choice = found.choice
    if choice.tie:
        yield f"No clear winner. {tie(found)}"
    if all_level(choice):
        return
    for place, one in enumerate(choice.home[:PLACES], start=1):
        mark = "" if choice.tie else f"{place}. "
        if not choice.tie or one.option in tied(choice):
            name = found.structures.option[one.option].name
            yield f"{mark}{name}: {one_decimal(one.points)} points"


def tie(found: Outcome) -> str:
    """What the rule says of a tie."""
    structures, choice = found.structures, found.choice
    if all_level(choice):
        return "Your answers give every option the same points."
    level = tied(choice)
    more = f", and {len(level) - PLACES} more" if len(level) > PLACES else ""
    named = listed([option(structures, id) for id in level[:PLACES]])
    return f"{upper_first(named)}{more} lie within {TIE} points: their order means nothing."


def why(found: Outcome) -> Iterator[str]:
    """The reasons for the first option and the strongest against it."""
    if found.first is None or all_level(found.choice):
        return
    for reason in reasons(found.choice, found.chooser, found.first.id):
        yield f"For: {reason_words(found, reason)}"
    against = counter(found.choice, found.chooser, found.first.id)
    yield f"Against: {reason_words(found, against)}" if against else "Against: no criterion."


def reason_words(found: Outcome, reason: Reason) -> str:
    """A reason with the answer that it rests on."""
    criterion = found.structures.criterion[reason.criterion]
    end = criterion.high if reason.answer > 0 else criterion.low
    return (
        f"{criterion.name} {signed(reason.answer)} ({'nearer to ' * (abs(reason.answer) < 2)}"
        f"“{end.rstrip('.')}”): {signed(reason.points)}"
    )


def certainty(found: Outcome) -> Iterator[str]:
    """How firm the first choice stands."""
    structures, choice = found.structures, found.choice
    if found.first is None:
        return
    yield summary(structures, choice)
    share = choice.fact_share[found.first.id]
    if share is not None:
        yield f"{percent(share)} of its points, without their signs, rest on facts alone."
    if range_ := ranges(structures, choice, found.chooser):
        yield range_
    if flip := answer_flip(structures, choice):
        yield f"Smallest change of an answer that changes it: {lower_first(flip)}"
    if flip := weight_flip(structures, choice):
        yield f"Nearest weight that changes it: {lower_first(flip)}"


def closed(found: Outcome) -> Iterator[str]:
    """The vetoes that fire or may fire, each with the answer behind it; then the warnings."""
    structures, chooser = found.structures, found.chooser
    for veto, options in found.vetoes(found.choice.vetoed).items():
        because = listed(triggers(structures, chooser, veto))
        yield f"{_named(found, options)}: because {because}"
    may = found.vetoes(found.choice.possible_vetoes) if found.first else {}
    for veto, options in may.items():
        when = listed(open_triggers(structures, chooser, veto), "or")
        yield f"May close: {_named(found, options)}, {when}"
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


def missing(found: Outcome) -> Iterator[str]:
    """The add-ons that the first option needs and that are not there, each with its first step."""
    for add_on in () if found.choice.tie else found.structures.add_ons:
        if add_on.id in found.choice.add_ons_missing:
            yield f"{add_on.name}: {lower_first(add_on.first_step)}"


def steps(found: Outcome) -> Iterator[str]:
    """The first three steps and who must agree."""
    if found.choice.tie:
        yield TIED_STEP
        return
    for number, step in enumerate(found.first.first_steps if found.first else (), start=1):
        yield f"{number}. {step.step} Must agree: {lower_first(step.agree)}."


def second(found: Outcome) -> Iterator[str]:
    """The second context beside the first."""
    if found.second is None:
        return
    ranked = [
        f"{found.structures.option[one.option].name} {one_decimal(one.points)}"
        for one in found.second.choice.home[:PLACES]
    ]
    yield f"{found.second.name}: {', '.join(ranked) or 'nothing to rank yet'}"
    if ranked:
        yield summary(found.structures, found.second.choice)
