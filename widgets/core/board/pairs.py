"""Who meets whom at one account: the pairs of today, and those that a contact shape still needs.

Pure.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.core.questionnaire.chooser import Contact

WANTED = {"bow-tie": 1, "two-lead": 2, "diamond": 5}
"""Pairs of a shape at least; our judgement, as are the functions proposed for them."""

TYPICAL = (
    ("Account manager", "Purchasing"),
    ("Operations", "Operations"),
    ("Engineering", "Engineering"),
    ("Finance", "Finance"),
    ("Sponsor", "General manager"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two functions in contact, today or in the target."""

    ours: str
    theirs: str
    today: bool
    target: bool


def pairs(contacts: Sequence[Contact], shape: str | None) -> list[Pair]:
    """Today's contacts, each once, then those that the shape still needs.

    Bow-tie and two leads go through the first one or two pairs; a diamond keeps every pair.
    """
    whole = [contact for contact in contacts if contact.ours and contact.theirs]
    there = {(_same(c.ours), _same(c.theirs)): c for c in reversed(whole)}
    today = list(reversed(there.values()))
    wanted = WANTED.get(shape or "", 0)
    kept = len(today) if shape == "diamond" else wanted
    found = [
        Pair(c.ours.strip(), c.theirs.strip(), today=True, target=place < kept)
        for place, c in enumerate(today)
    ]
    known = {_same(pair.theirs) for pair in found}
    for ours, theirs in TYPICAL:
        if sum(pair.target for pair in found) < wanted and _same(theirs) not in known:
            found.append(Pair(ours, theirs, today=False, target=True))
    return found


def _same(name: str) -> str:
    return name.strip().casefold()
