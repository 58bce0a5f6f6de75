"""What was read and judged of a firm's structure, and which words were read.

The files stand in `calibration/readings/`; `build_tools.calibration.readings` opens them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from widgets.core.answers.states import UNKNOWN
from widgets.core.questionnaire.chooser import Chooser, chooser
from widgets.core.structures.structures import Structures

TODAY, HAVE = "today", "have"
"""What is asked besides the questions; each is one list of answers."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The forms that one judge, who saw no question, named for a firm.

    Ids of options, the programme office among them, or "none" or "other".
    """

    named: tuple[str, ...]
    """The first, then the second and perhaps a third."""
    against: frozenset[str]

    @property
    def first(self) -> str:
        """The form that the judge would take."""
        return self.named[0]


@dataclass(frozen=True, slots=True)
class Reading:
    """One reader's answers to the chooser about one firm."""

    answers: Mapping[str, int | str]
    """By question: -2 to 2, or why the reader chose no step."""
    today: str | None
    """The form of today, or `NO_FORM`; None: not told."""
    have: tuple[str, ...]

    def chooser(self, structures: Structures) -> Chooser:
        """As the site reads it; raises `AnswersError` where it names what `structures` has not."""
        steps = {id: one if isinstance(one, int) else UNKNOWN for id, one in self.answers.items()}
        told = {"answers": steps, "today": self.today, "have": list(self.have)}
        return chooser(told, structures)


@dataclass(frozen=True, slots=True)
class Firm:
    """Everything that was read and judged of the structure of one invented firm."""

    id: str
    judged: tuple[Judged, ...]
    readings: tuple[Reading, ...]

    @property
    def firsts(self) -> frozenset[str]:
        """What either judge would take."""
        return frozenset(one.first for one in self.judged)

    @property
    def against(self) -> frozenset[str]:
        """What all judges advise against."""
        return frozenset.intersection(*(one.against for one in self.judged))


def firm(
    id: str, judges: Sequence[Mapping[str, Any]], readers: Sequence[Mapping[str, Any]]
) -> Firm:
    """From what the files hold of one firm."""
    return Firm(id, tuple(map(_judged, judges)), tuple(map(_reading, readers)))


def _judged(said: Mapping[str, Any]) -> Judged:
    named = [said[place] for place in ("first", "second", "third") if said.get(place)]
    return Judged(tuple(named), frozenset(said.get("against", ())))


def _reading(said: Mapping[str, Any]) -> Reading:
    return Reading(said["answers"], said["today"], tuple(said["have"]))


def words(structures: Structures) -> dict[str, str]:
    """A hash of what a reader sees of each question, of `TODAY` and of `HAVE`."""
    today = structures.today
    seen = [f"{one.id}: {one.seen}" for one in structures.options if one.seen]
    asked = {
        q.id: (q.question, *(q.words(step) for step in range(-2, 3)), q.hint)
        for q in structures.questions
    }
    asked[TODAY] = (today.question, today.hint, today.none, *seen)
    asked[HAVE] = tuple(f"{one.id}: {one.have_as}" for one in structures.add_ons if one.have_as)
    return {id: sha256("\n".join(lines).encode()).hexdigest()[:12] for id, lines in asked.items()}


def reworded(read: Mapping[str, str], structures: Structures) -> tuple[str, ...]:
    """The questions whose words are not those `read`."""
    return tuple(id for id, now in words(structures).items() if read.get(id) != now)
