"""Three first steps: what to do, who must agree, this week, and what not to do.  Pure.

The conditions come first, then what is missing beside the form, then what the form itself asks for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from widgets.core.choosing.decision import TRIAL
from widgets.core.choosing.outcome import Outcome
from widgets.core.structures.structures import AddOn, Claim, Option
from widgets.core.words.english import lower_first

MOST = 3

ORDERS: Mapping[str, str] = {
    "sponsors": "Win an executive sponsor",
    "delivery-leads": "Name people in delivery",
    "pay-separation": "Take pay off this period's sales",
    "steering-group": "Set up a group that settles clashes",
    "shared-credit": "Give credit to those who help",
    "deputies": "Let the customer know a deputy",
    "list-limit": "Set a limit to the list, and a way off it",
    "account-profit": "Work out what one account leaves",
    "mandate": "Ask for a mandate with a term",
    "dependence-limit": "Set a limit to dependence",
    "programme-office": "Name an owner of the method",
}
"""By companion: the step towards it, as an order; one that is new is named after "begin with"."""

SAME: Mapping[tuple[str, int], str] = {
    (TRIAL, 1): "sponsors",
    (TRIAL, 2): "deputies",
    (TRIAL, 3): "delivery-leads",
    ("bow-tie-in-sales", 1): "pay-separation",
    ("bow-tie-in-sales", 2): "deputies",
    ("bow-tie-in-sales", 3): "delivery-leads",
    ("co-ordination-overlay", 1): "sponsors",
    ("co-ordination-overlay", 3): "shared-credit",
    ("diamond-team", 1): "delivery-leads",
    ("diamond-team", 3): "pay-separation",
    ("balanced-matrix", 2): "steering-group",
    ("central-group", 3): "shared-credit",
    ("separate-customer-unit", 1): "dependence-limit",
    ("separate-customer-unit", 2): "account-profit",
    ("front-back", 2): "account-profit",
}
"""Steps of a form, by their number, that say what a companion is there for (our judgement)."""

INSTEAD = "segment-sales"
"""The form whose steps are taken where there is to be no key account management."""


@dataclass(frozen=True, slots=True)
class StructureStep:
    """One thing to do first."""

    order: str
    """What to do; of a companion what it comes to, of a form its whole step."""
    this_week: str
    agree: str
    """Who must agree."""
    facts: tuple[str, ...]
    do_not: Claim
    """What not to do; without facts it is our judgement."""
    companion: str = ""
    """Id of the companion whose first step it is."""


def first_steps(found: Outcome) -> tuple[StructureStep, ...]:
    """Three at most: for the conditions, then for what is missing, then those of the form.

    What is already there is left out.  A form that is new has at least one step of its own, unless
    the conditions need them all.
    """
    choice, structures = found.choice, found.structures
    if choice.answer == "no-kam":
        return tuple(_of_form(found, structures.option[INSTEAD]))[:MOST]
    first = [_of_companion(structures.add_on[id]) for id in choice.companions]
    of_form = [*_of_form(found, found.first)] if found.first and choice.answer != "keep" else []
    needed = sum(structures.condition[id].add_on in choice.companions for id in choice.conditions)
    room = max(needed, MOST - bool(of_form))
    return (*first[:room], *of_form, *first[room:])[:MOST]


def _of_companion(one: AddOn) -> StructureStep:
    return StructureStep(
        ORDERS.get(one.id) or f"Begin with {lower_first(one.name)}",
        one.first_step,
        one.agree,
        one.facts,
        one.do_not,
        one.id,
    )


def _of_form(found: Outcome, form: Option) -> Iterator[StructureStep]:
    """Those that no companion says already."""
    there = {*found.chooser.have, *found.choice.companions}
    for number, step in enumerate(form.first_steps, start=1):
        same = found.structures.add_on.get(SAME.get((form.id, number), ""))
        if same is not None and same.id in there:
            continue
        yield StructureStep(
            step.step.removesuffix("."),
            step.this_week,
            step.agree,
            step.facts,
            step.do_not,
        )


def lines(found: Outcome) -> Iterator[str]:
    """The same, each in one line."""
    for number, step in enumerate(first_steps(found), start=1):
        yield (
            f"{number}. {step.order}. This week: {lower_first(step.this_week)} "
            f"Must agree: {lower_first(step.agree)}. {step.do_not.text}"
        )
