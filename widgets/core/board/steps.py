"""First steps, who must agree to each, and who signs.  Pure."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from widgets.core.board.voice import ours
from widgets.core.choosing.decision import TRIAL
from widgets.core.choosing.outcome import Outcome
from widgets.core.words.english import one_line, short, upper_first

MOST = 3
SIGNERS = 6
"""Boxes to sign at most."""
LONGEST = 30
"""Letters of one who signs."""

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
class Step:
    """What to do first, and who must agree."""

    text: str
    agree: str
    companion: str = ""
    """Id of the companion whose first step it is."""
    facts: tuple[str, ...] = ()


def steps(found: Outcome) -> tuple[Step, ...]:
    """Three at most: for the conditions, then for what is missing, then those of the form.

    What is already there is left out.  A form that is new has at least one step of its own, unless
    the conditions need them all.
    """
    choice = found.choice
    if choice.answer == "no-kam":
        own = found.structures.option[INSTEAD].first_steps[:MOST]
        return tuple(Step(ours(one.step), ours(one.agree), facts=one.facts) for one in own)
    first = [*_of_companions(found)]
    of_form = [*_of_form(found)]
    needed = sum(
        found.structures.condition[id].add_on in choice.companions for id in choice.conditions
    )
    room = max(needed, MOST - bool(of_form))
    return (*first[:room], *of_form, *first[room:])[:MOST]


def _of_companions(found: Outcome) -> Iterator[Step]:
    for id in found.choice.companions:
        one = found.structures.add_on[id]
        yield Step(ours(one.first_step), ours(one.agree), id, one.facts)


def _of_form(found: Outcome) -> Iterator[Step]:
    """Those that no companion says already; none where the form is kept."""
    form = found.first
    if form is None or found.choice.answer == "keep":
        return
    there = {*found.chooser.have, *found.choice.companions}
    for number, step in enumerate(form.first_steps, start=1):
        if SAME.get((form.id, number)) not in there:
            yield Step(ours(step.step), ours(step.agree), facts=step.facts)


def signers(found: Outcome, listed: tuple[Step, ...]) -> tuple[str, ...]:
    """Who signs: those typed in, parted by commas; else those who must agree, each once."""
    typed = [one_line(name) for name in re.split(r"[,;\n]", found.chooser.board.get("agree", ""))]
    named = [name for name in typed if name] or [n for s in listed for n in people(s.agree)]
    once: dict[str, str] = {}
    for name in named:
        once.setdefault(name.casefold(), name)
    return tuple(short(name, LONGEST) for name in once.values())[:SIGNERS]


def people(agree: str) -> list[str]:
    """Those in "the head of KAM, finance and whoever settles pay", one by one."""
    if agree.startswith("Heads of"):
        return [agree]
    parts = re.split(r", (?:and )?| and (?=the |whoever )", agree)
    if len(parts) > 1:
        parts = [piece for part in parts for piece in part.split(" and ")]
    return [upper_first(re.sub(r"^[Tt]he ", "", part)) for part in parts if part]
