"""What differs between two releases of the structures, and whether their version says so.

Refused by `make check` only, as changes of the model are.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from build_tools import Mistake
from build_tools.reading.folder import Thing
from build_tools.reading.structures_folder import StructuresFolder
from build_tools.releases import frozen_structures, frozen_words
from build_tools.releases.changes import FREEZE, STEPS, enough, raised, step
from build_tools.releases.frozen_ids import STRUCTURES, lists, version_key
from build_tools.releases.frozen_structures import ASKED, EVIDENCE, VERSIONED
from build_tools.releases.frozen_words import COUNTS, TOLD, Words

MOST = 61
"""The highest of a version's three numbers: a share link gives each of them one letter."""

_BESIDE: Mapping[str, tuple[str, str]] = {
    TOLD: ("minor", "its words differ"),
    COUNTS: ("minor", "what the result rests on differs"),
    EVIDENCE: ("patch", "what it rests on differs"),
}
"""By key of a fingerprint: the step of a change, and how it is told."""

_MEANS: Mapping[str, str] = {
    "major": "a question means something else, or is gone",
    "minor": "something is new, said otherwise, or comes out otherwise",
    "patch": "what something rests on has changed",
}


class Change(NamedTuple):
    """One difference."""

    step: str
    """How high the version must rise for it."""
    id: str
    says: str
    key: str = ""
    """The first word that differs, where words do."""


def differences(old: Words, new: Words) -> Iterator[Change]:
    """Everything that is not the same, in the order of `new`, then what left."""
    for id, said in new.items():
        if id not in old:
            yield Change("minor", id, "is new")
        else:
            yield from _changed(id, old[id], said)
    for id in old:
        if id not in new:
            step = "major" if id.partition(" ")[0] == ASKED else "minor"
            yield Change(step, id, "has left the structures")


def _changed(id: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for key in {**old, **new}:
        if old.get(key) != new.get(key):
            step, says = _BESIDE.get(key, ("major", f"{key} differs"))
            yield Change(step, id, says, key)


def check(folder: StructuresFolder) -> Iterator[Mistake]:
    """A mistake for every change that the version does not tell; the structures must load."""
    kept, version = frozen_words.released(folder.root), folder.version
    yield from _missing(folder, kept)
    if any(number > MOST for number in version_key(version)):
        must = f"each of its numbers must be {MOST} or lower, for share links"
        yield _of_version(folder, f"found {version}", must)
    if kept and version_key(version) < version_key(last := max(kept, key=version_key)):
        found, must = f"found {version}, but {last} is released", f"it must be {last} or higher"
        yield _of_version(folder, found, must)
        return
    places, said = dict(frozen_structures.things(folder)), frozen_structures.now(folder)
    if version in kept:
        for change in differences(kept[version], said):
            yield _mistake(change, version, places)
    all_said = {version: said, **kept}
    for before, after in pairwise(sorted(all_said, key=version_key)):
        steps = (change.step for change in differences(all_said[before], all_said[after]))
        needed = min(steps, key=STEPS.index, default="patch")
        if not enough(needed, step(before, after)):
            must = f"it must be {raised(before, needed)} or higher"
            yield _of_version(folder, f"found {after} after {before}, but {_MEANS[needed]}", must)


def _missing(folder: StructuresFolder, kept: Mapping[str, Words]) -> Iterator[Mistake]:
    for version in lists(folder.root, STRUCTURES):
        if version not in kept:
            file = f"{STRUCTURES.place}/{frozen_words.path(folder.root, version).name}"
            do = f"put it back, or, before {version} is published, run: {FREEZE}"
            yield Mistake(file, found="the file is missing", do=do)


def _mistake(change: Change, before: str, places: Mapping[str, Thing]) -> Mistake:
    """What to say of a change after a release; no version has been raised for it."""
    found = f"{change.says} since release {before}"
    if change.key:
        found = f"{change.says} from release {before}"
    do = f"raise the version in {VERSIONED} to {raised(before, change.step)} or higher"
    if (thing := places.get(change.id)) is None:
        return Mistake(VERSIONED, change.id, found, do=do)
    document = thing.report.document
    path = (*thing.path, change.key) if change.key in thing.data else thing.path
    line = document.lines.get(path, document.lines.get(thing.path))
    return Mistake(document.file, change.id, found, do=do, line=line)


def _of_version(folder: StructuresFolder, found: str, must: str) -> Mistake:
    line = folder.reports["structures.yaml"].document.lines.get(("version",))
    return Mistake(VERSIONED, "version", found, must, line=line)
