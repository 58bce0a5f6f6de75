"""The reader's plan: recommendations with an owner and a month, in the order of a road.

Pure.  It knows no clock: a month is what the reader wrote.  A plan never enters a score.  What it
would lift is the same score over raised answers: a sum by the rules of the guide, no forecast.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from widgets.core.advising.advice import Recommendation, raised
from widgets.core.answers.states import Answers, Planned
from widgets.core.model.maturity import Advice, Model
from widgets.core.scoring.result_words import headline, names
from widgets.core.scoring.results import Result
from widgets.core.scoring.score import score
from widgets.core.words.english import listed, number_of
from widgets.core.words.months import in_words

LAST = "9999-99"
"""Sorts after every month: an action that has none yet."""

ASSUMED = (
    "A sum by the rules of this guide, not a forecast: how likely an action is to get there, and "
    "by when, is not in it."
)
"""What the modelled lift of a plan leaves out; our judgement."""


@dataclass(frozen=True, slots=True)
class Action:
    """One recommendation in the plan."""

    advice: Advice
    owner: str
    month: str
    """Year and month; empty while there is none."""
    needs: tuple[str, ...]
    """Ids of recommendations that come first, in the plan or still to be put there."""
    advised: bool
    """Whether the answers still lead to it."""
    part_of: str = ""
    """The recommendation that does all of this and more, where there is one."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The road: what to do, in order of month, then of what needs what."""

    road: tuple[Action, ...]
    clashes: tuple[str, ...]
    """One sentence for each dependency that the plan does not keep, in the order of the road."""


def plan(model: Model, answers: Answers, advised: Sequence[Recommendation]) -> Plan:
    """The plan in `answers`, whose recommendations are `advised`."""
    by_id = {item.advice.id: item for item in advised}
    kept = answers.actions
    chosen = {
        rule.id: _action(rule, kept[rule.id], by_id, kept)
        for rule in model.advice
        if rule.id in kept
    }
    road = tuple(_road(chosen))
    titles = {rule.id: rule.title for rule in model.advice}
    return Plan(road, tuple(_clashes(road, chosen, titles)))


def _action(
    rule: Advice,
    kept: Planned,
    advised: Mapping[str, Recommendation],
    chosen: Collection[str],
) -> Action:
    found = advised.get(rule.id)
    if found:
        needs = found.waits_for
    else:
        needs = tuple(id for id in rule.needs if id in chosen or id in advised)
    return Action(
        advice=rule,
        owner=kept.owner,
        month=kept.month,
        needs=needs,
        advised=found is not None,
        part_of=next((r.advice.title for r in advised.values() if rule.id in r.covers), ""),
    )


def _road(chosen: Mapping[str, Action]) -> Iterator[Action]:
    """By month; within one month after what it needs, then in model order."""
    placed: set[str] = set()

    def place(action: Action) -> Iterator[Action]:
        if action.advice.id in placed:
            return
        placed.add(action.advice.id)
        for id in action.needs:
            if id in chosen and chosen[id].month == action.month:
                yield from place(chosen[id])
        yield action

    for action in sorted(chosen.values(), key=lambda a: a.month or LAST):
        yield from place(action)


def _clashes(
    road: Sequence[Action], chosen: Mapping[str, Action], titles: Mapping[str, str]
) -> Iterator[str]:
    for action in road:
        for id in action.needs:
            title, needed = action.advice.title, titles[id]
            if id not in chosen:
                yield f"“{title}” builds on “{needed}”, which is not in the plan. Put it in first."
            elif (chosen[id].month or LAST) > (action.month or LAST):
                when = in_words(chosen[id].month)
                later = f"comes later, in {when}. Turn them round."
                then = later if when else "has no month yet. Give it one, no later."
                yield (
                    f"“{title}” stands in {in_words(action.month)} and builds on “{needed}”, "
                    f"which {then}"
                )


def line(action: Action) -> str:
    """An action in one line of text."""
    who = action.owner or f"no owner yet; {action.advice.who.rstrip('.')} must act"
    return f"{in_words(action.month) or 'No month yet'}: {action.advice.title} ({who})"


def plan_lines(made: Plan, expected: Sequence[str] = ()) -> list[str]:
    """The plan as lines of text, with what it is `expected` to lift; none where it is empty."""
    if not made.road:
        return []
    lines = ["", "The plan:", *(f"- {line(action)}" for action in made.road)]
    return [*lines, *(f"! {clash}" for clash in made.clashes), *expected]


def spoken(made: Plan) -> str:
    """The plan in a few words, for whoever cannot see it change."""
    count, clashes = len(made.road), len(made.clashes)
    order = f", {clashes} out of order" if clashes else ""
    return f"{number_of(count, 'action')} in the plan{order}."


def summary(made: Plan) -> str:
    """The plan in one sentence; empty where there is none."""
    if not made.road:
        return ""
    open_ = [
        words
        for words, missing in (
            ("an owner", sum(not a.owner for a in made.road)),
            ("a month", sum(not a.month for a in made.road)),
        )
        if missing
    ]
    count = len(made.road)
    lack = f" Still missing in places: {listed(open_)}." if open_ else ""
    return f"{number_of(count, 'action')} in the plan.{lack}"


def aims(made: Plan) -> dict[str, int]:
    """The rung that the plan's actions aim at, by what they raise."""
    found: dict[str, int] = {}
    for action in made.road:
        for id, rung in action.advice.raises.items():
            found[id] = max(rung, found.get(id, rung))
    return found


def expected(model: Model, answers: Answers, result: Result, made: Plan) -> tuple[str, ...]:
    """What the plan would lift and what that assumes, as sentences; or why it would lift nothing.

    `result` is the score of `answers`.  Nothing for an empty plan.
    """
    if not made.road:
        return ()
    lifted = raised(model, answers, aims(made))
    risen = _risen(answers, lifted)
    if not risen or result.score is None:
        return (_nothing(answers, aims(made), len(made.road)),)
    after = score(model, lifted)
    was, will = headline(model, result), headline(model, after)
    level = f"the result stays “{was}”" if was == will else f"“{was}” becomes “{will}”"
    held = names(model, after.capped_by)
    return (
        f"If {_each(len(made.road))} to the rung it aims at, and no other answer changes, "
        f"{number_of(risen, 'answer rises', 'answers rise')}: {level}."
        + (f" What holds you back then: {held}." if held else ""),
        ASSUMED,
    )


def _each(actions: int) -> str:
    """The plan's actions as the subject of what they assume."""
    return "each action lifts its answers" if actions > 1 else "this action lifts its answers"


def _risen(answers: Answers, lifted: Answers) -> int:
    """How many answers differ."""
    pairs = ((answers.practices, lifted.practices), (answers.quick, lifted.quick))
    return sum(then[id] != was[id] for was, then in pairs for id in was)


def _nothing(answers: Answers, aimed: Mapping[str, int], actions: int) -> str:
    """Why a plan lifts no answer."""
    these = "these actions aim" if actions > 1 else "this action aims"
    known = (answers.practices.get(id, answers.quick.get(id)) for id in aimed)
    if any(isinstance(state, int) for state in known):
        return f"No lift to expect in the score: your answers stand where {these}, or higher."
    return (
        "What this plan lifts cannot be said: none of the answers is known to which "
        f"{these}. Answer them first."
    )
