"""First steps, who must agree to each, and who signs.  Pure."""

import re
from dataclasses import dataclass

from widgets.core.board.voice import ours
from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words import first_steps as first
from widgets.core.choosing_words.first_steps import first_steps
from widgets.core.words.english import one_line, short, upper_first

SIGNERS = 6
"""Boxes to sign at most."""
LONGEST = 30
"""Letters of one who signs."""


@dataclass(frozen=True, slots=True)
class BoardStep:
    """What to do first, and who must agree."""

    text: str
    agree: str
    companion: str = ""
    """Id of the companion whose first step it is."""
    facts: tuple[str, ...] = ()


def steps(found: Outcome) -> tuple[BoardStep, ...]:
    """The three first steps in the words of the firm, each in one sentence."""
    return tuple(
        BoardStep(ours(_whole(step)), ours(step.agree), step.companion, step.facts)
        for step in first_steps(found)
    )


def _whole(step: first.StructureStep) -> str:
    """What to do in one sentence: of a companion this week's step, of a form its own."""
    return step.this_week if step.companion else f"{step.order}."


def signers(found: Outcome, listed: tuple[BoardStep, ...]) -> tuple[str, ...]:
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
