"""What readings of the same firms say of the questions of two releases of the model.

An answer to an old question is carried to the new one only where readers of both gave the same
rung.  `calibration/readings/<release>/` holds the readings of an older release, one file for each
reader, and `calibration/readings/` those of the present one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.reading.yaml12 import read
from build_tools.releases.maps import Map
from widgets.core.model.maturity import RUNGS

READERS = ("full-1", "full-2")
"""The readers who answered every practice, by the names of their files."""

LEAST = 0.9
"""The share of equal rungs from which an answer may be carried."""

ENOUGH = 20
"""How many pairs of rungs it takes to say so, of 32 with two readers of sixteen firms; our
judgement: with fewer, one answer more or less would decide."""

type Reading = Mapping[str, Mapping[str, Any]]
"""By firm: what one reader answered, by practice."""


@dataclass(frozen=True, slots=True)
class Compared:
    """An old practice beside one that is asked in its place."""

    old: str
    new: str
    both: int
    """Readings in which both have a rung."""
    equal: int
    """Those in which it is the same."""

    @property
    def holds(self) -> bool:
        """Whether an answer to the old practice may stand for one to the new."""
        return self.both >= ENOUGH and self.equal >= LEAST * self.both


def readings(folder: Path, release: str = "") -> tuple[Reading, ...]:
    """What each reader answered, of an older release or of the present one; empty: not read."""
    paths = [folder / release / f"{name}.yaml" for name in READERS]
    found = [read(path, path.name).value for path in paths if path.is_file()]
    return tuple({firm: said["answers"] for firm, said in one.items()} for one in found)


def compared(
    pairs: Iterable[tuple[str, str]], old: Sequence[Reading], new: Sequence[Reading]
) -> tuple[Compared, ...]:
    """Each pair of practices, reader by reader and firm by firm."""
    return tuple(_compared(before, after, old, new) for before, after in pairs)


def _compared(before: str, after: str, old: Sequence[Reading], new: Sequence[Reading]) -> Compared:
    rungs = [
        (mine[before], theirs[firm][after])
        for one, theirs in zip(old, new, strict=True)
        for firm, mine in one.items()
        if firm in theirs and _is_rung(mine.get(before)) and _is_rung(theirs[firm].get(after))
    ]
    return Compared(before, after, len(rungs), sum(a == b for a, b in rungs))


def _is_rung(answer: Any) -> bool:
    return answer in RUNGS and not isinstance(answer, bool)


def spread(practice: str, found: Sequence[Reading]) -> tuple[int, ...]:
    """How many answers chose each rung of a practice, rung 0 first; all 0: it was not read."""
    chosen = [said.get(practice) for one in found for said in one.values()]
    return tuple(sum(_is_rung(one) and one == rung for one in chosen) for rung in RUNGS)


def pairs(one: Map) -> Iterator[tuple[str, str]]:
    """Each practice that a map lets go, with each that is asked in its place."""
    for entry in one.entries():
        if entry.section in ("split", "merged"):
            for before in map(_practice, entry.old):
                yield from ((before, after) for after in map(_practice, entry.new) if before)


def carried(one: Map) -> set[tuple[str, str]]:
    """Those pairs whose answers a map carries."""
    return {
        (_practice(before), _practice(entry.id))
        for entry in one.entries()
        if entry.section == "merged" and entry.thing.data.get("becomes") != "ask"
        for before in entry.old
        if _practice(before)
    }


def _practice(thing: str) -> str:
    """The id of a practice; empty for anything else."""
    kind, _, id = thing.partition(" ")
    return id if kind == "practice" else ""
