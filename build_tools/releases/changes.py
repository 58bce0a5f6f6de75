"""What differs between two releases of the model, and whether version and map say so.

A change is refused by `make check` only: a guide that is being written can always be built.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from build_tools import Mistake
from build_tools.reading.folder import ModelFolder, Thing
from build_tools.releases import frozen_words
from build_tools.releases.frozen_ids import lists, version_key
from build_tools.releases.frozen_words import Words
from build_tools.releases.maps import Map, Maps

FREEZE = "python -m build_tools freeze"
"""Freezes ids and words of the present version."""

COMMAND = "python -m build_tools change"
"""Writes version and map for whatever has changed; see `build_tools.releases.change_command`."""

STEPS = ("major", "minor", "patch")
"""Parts of a version, by what they do to saved answers; the greatest change first."""

_EVIDENCE = ("fact", "source", "theme", "basis", "grade")
"""Kinds of the evidence base.  It grows and is mended between releases, and only keeps its ids:
no question and no figure rests on its words."""

_LEVELLED = ("dimension", "practice", "question", "option")
"""Kinds on which the levels of a reader rest."""


class Change(NamedTuple):
    """One difference."""

    section: str
    """Where a map names it; `left` where its author must choose, `na` where no map can help."""
    id: str
    key: str = ""
    """The first word that differs, where words do."""

    @property
    def step(self) -> str:
        """How high the version must rise for it."""
        kind = self.id.partition(" ")[0]
        if self.section in ("left", "na") and kind in frozen_words.SAVED:
            return "major"
        if self.section in ("left", "counts", "na"):
            return "minor"
        return "minor" if self.section == "new" and kind != "sign" else "patch"


def differences(old: Words, new: Words) -> Iterator[Change]:
    """Everything that is not the same, in the order of `new`, then what left."""
    for id, said in new.items():
        if id.partition(" ")[0] in _EVIDENCE:
            continue
        if id not in old:
            yield Change("new", id)
        else:
            yield from _changed(id, old[id], said)
    yield from (Change("left", id) for id in old if id not in new)


def _changed(id: str, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    before, after = frozen_words.asked(old), frozen_words.asked(new)
    if keys := [key for key in {**before, **after} if before.get(key) != after.get(key)]:
        yield Change("reworded", id, keys[0])
    if old.get(frozen_words.TOLD) != new.get(frozen_words.TOLD):
        yield Change("words", id)
    if old.get(frozen_words.COUNTS) != new.get(frozen_words.COUNTS):
        yield Change("counts", id)
    if frozen_words.NA in old and frozen_words.NA not in new:
        yield Change("na", id)


def asks_alike(old: Words, new: Words) -> bool:
    """Whether the same firm comes out at the same levels: nothing differs that is asked or counted.

    Words beside a question, facts, sources and advice may differ.
    """
    return all(
        change.section == "words" or change.id.partition(" ")[0] not in _LEVELLED
        for change in differences(old, new)
    )


def unnamed(found: Iterable[Change], one: Map | None) -> list[Change]:
    """Those that the map does not name."""
    named, gone, come = set[tuple[str, str]](), set[str](), set[str]()
    for entry in one.entries() if one else ():
        named.add((entry.section, entry.id))
        gone |= {*entry.gone}
        come |= {*entry.new} if entry.section in ("split", "merged", "new") else set()
    return [
        change
        for change in found
        if (change.section, change.id) not in named
        and not (change.section == "reworded" and ("again", change.id) in named)
        and not (change.section == "left" and gone & {*frozen_words.with_question(change.id)})
        and not (change.section == "new" and come & {*frozen_words.with_question(change.id)})
    ]


def step(before: str, after: str) -> str:
    """Which part of a version has risen."""
    pairs = zip(STEPS, version_key(before), version_key(after), strict=True)
    return next((name for name, old, new in pairs if old != new), "")


def enough(needed: str, risen: str) -> bool:
    """Whether a version that has risen by `risen` says as much as `needed`."""
    return bool(risen) and STEPS.index(risen) <= STEPS.index(needed)


def check(folder: ModelFolder, maps: Maps, said: Mapping[str, Words]) -> Iterator[Mistake]:
    """A mistake for every change that no version and no map tells; the model must load.

    `said`: the words of each release, and those of today under the version of the model.
    """
    places = dict(frozen_words.things(folder))
    version: str = folder.value("model.yaml")["version"]
    kept = frozen_words.released(folder.root)
    yield from _missing(folder, kept)
    if version in kept:
        for change in differences(kept[version], frozen_words.now(folder)):
            yield _mistake(change, version, places)
    versions = sorted(said, key=version_key)
    for before, after in pairwise(versions):
        found = list(differences(said[before], said[after]))
        for change in unnamed(found, maps.between(before, after)):
            yield _mistake(change, before, places)
        needed = _needed(found, maps.between(before, after))
        if not enough(needed, step(before, after)):
            yield _too_low(needed, before, after, folder)


def _needed(found: Iterable[Change], one: Map | None) -> str:
    """Which part of a version must rise for what was found, and for what a map says of it."""
    asked_again = any(entry.section == "again" for entry in one.entries()) if one else False
    steps = (*(change.step for change in found), "major" if asked_again else "patch")
    return min(steps, key=STEPS.index)


def _missing(folder: ModelFolder, kept: Mapping[str, Words]) -> Iterator[Mistake]:
    for version in lists(folder.root):
        if version not in kept:
            file = frozen_words.path(folder.root, version)
            do = f"put it back, or, before {version} is published, run: {FREEZE}"
            yield Mistake(f"released/{file.name}", found="the file is missing", do=do)


_SAYS: Mapping[str, str] = {
    "new": "is new since release {0}",
    "reworded": "{1} differs from release {0}",
    "words": "what is said beside the question differs from release {0}",
    "counts": "what figures rest on differs from release {0}",
    "left": "has left the model since release {0}",
}


def _mistake(change: Change, before: str, places: Mapping[str, Thing]) -> Mistake:
    kind = change.id.partition(" ")[0]
    thing = places.get(change.id)
    if change.section == "na":
        found = f"“does not apply” could be answered in release {before} and no longer can"
        do = "give the practice a new id, so that it is asked again"
    else:
        key = f"rung {change.key}" if change.key.isdigit() else change.key
        found, do = _SAYS[change.section].format(before, key), f"run: {COMMAND}"
        if change.section == "words" and kind not in frozen_words.SAVED:
            found = f"its words differ from release {before}"
    if thing is None:
        return Mistake("model.yaml", change.id, found, do=do)
    document = thing.report.document
    path = (*thing.path, change.key) if change.key in thing.data else thing.path
    if change.key.isdigit():
        path = (*thing.path, "ladder", int(change.key))
    line = document.lines.get(path, document.lines.get(thing.path))
    return Mistake(document.file, change.id, found, do=do, line=line)


_MEANS: Mapping[str, str] = {
    "major": "an answer has to be given again, or is no longer asked",
    "minor": "something new is asked, or the same answers come out otherwise",
    "patch": "words have changed",
}


def _too_low(needed: str, before: str, after: str, folder: ModelFolder) -> Mistake:
    found = f"found {after} after {before}, but {_MEANS[needed]}"
    must = f"it must be {raised(before, needed)} or higher: run: {COMMAND}"
    line = folder.reports["model.yaml"].document.lines.get(("version",))
    return Mistake("model.yaml", "version", found, must, line=line)


def raised(version: str, by: str) -> str:
    """`version` with one of its parts raised by one, and those after it at 0."""
    place = STEPS.index(by)
    parts = version_key(version)
    return ".".join(map(str, (*parts[:place], parts[place] + 1, *(0,) * (2 - place))))
