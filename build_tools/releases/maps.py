"""Reads `docs/model/migrations/`: what becomes of every answer from one release to the next.

A map names only what is not kept as it was.  The old words stand in `released/words-<from>.txt`.
Whether a map names everything that changed is checked in `build_tools.releases.changes`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, NamedTuple

from build_tools import Mistake
from build_tools.reading import kinds
from build_tools.reading.folder import ModelFolder, Thing
from build_tools.reading.kinds import Keys, Kind, Report, items, one_of, text
from build_tools.reading.yaml12 import read
from build_tools.releases import frozen_words
from build_tools.releases.frozen_ids import version_key
from build_tools.releases.frozen_words import Words
from widgets.core.model.release_maps import RULES, SINCE, Left, Merged, Migration

FOLDER = "migrations"

THING = re.compile(r"[a-z][a-z-]* \S+")

_thing = kinds.matching(THING, "a kind, a space and an id, such as “practice block-removal”")
_things = items(_thing, at_least=1)

SECTIONS: Mapping[str, Kind] = {
    "reworded": items(Keys({"id": _thing}, {"because": text})),
    "again": items(Keys({"id": _thing, "because": text})),
    "split": items(Keys({"id": _thing, "into": _things, "because": text})),
    "merged": items(
        Keys({"id": _thing, "from": _things, "becomes": one_of(*RULES), "because": text})
    ),
    "retired": items(Keys({"id": _thing, "because": text}, {"see": text})),
    "new": items(_thing),
    "words": items(_thing),
    "counts": items(_thing),
}
"""What a map may say, in the order in which it says it."""

_MAP = Keys({"from": kinds.version, "to": kinds.version}, SECTIONS)


class Entry(NamedTuple):
    """One thing that a map names."""

    section: str
    id: str
    """On the old side; of a merger, on the new side."""
    thing: Thing

    @property
    def old(self) -> tuple[str, ...]:
        """What it names of the older release."""
        if self.section == "merged":
            return tuple(self.thing.listed("from"))
        return () if self.section == "new" else (self.id,)

    @property
    def new(self) -> tuple[str, ...]:
        """What it names of the newer release."""
        if self.section == "split":
            return tuple(self.thing.listed("into"))
        return () if self.section == "retired" else (self.id,)

    @property
    def gone(self) -> tuple[str, ...]:
        """What leaves the model with it."""
        return self.old if self.section in ("split", "merged", "retired") else ()

    def add(self, found: str, must: str = "", do: str = "") -> None:
        """Reports what is wrong with it, in the parts of `Mistake`."""
        self.thing.add((), found, must, do)


@dataclass(slots=True)
class Map:
    """One file."""

    report: Report
    before: str
    after: str

    def entries(self) -> list[Entry]:
        """Everything that it names, in the order of `SECTIONS`, as far as it can be read."""
        value = self.report.document.value
        found = []
        for section in SECTIONS if isinstance(value, dict) else ():
            items = value.get(section)
            for place, item in enumerate(items if isinstance(items, list) else ()):
                data = item if isinstance(item, dict) else {"id": item}
                thing = Thing(self.report, (section, place), data)
                found.append(Entry(section, thing.id, thing))
        return found


@dataclass(slots=True)
class Maps:
    """Every map of a model folder, oldest first, with the mistakes in them."""

    maps: list[Map] = field(default_factory=list)
    elsewhere: list[Mistake] = field(default_factory=list)

    def mistakes(self) -> list[Mistake]:
        """Everything found so far, each once, in the order of files and lines."""
        found = list(self.elsewhere)
        for one in self.maps:
            found += sorted(one.report.mistakes, key=lambda mistake: mistake.line or 0)
        return list(dict.fromkeys(found))

    def between(self, before: str, after: str) -> Map | None:
        """The map from one release to the next."""
        pairs = {(one.before, one.after): one for one in self.maps}
        return pairs.get((before, after))

    def gone(self) -> dict[str, str]:
        """What left the model by a map, and with which release."""
        return {id: one.after for one in self.maps for e in one.entries() for id in e.gone}


def read_folder(folder: ModelFolder) -> Maps:
    """The maps beside a model; their form and their chain are checked."""
    found = Maps()
    for path in sorted(folder.root.glob(f"{FOLDER}/*.yaml")):
        document = read(path, f"{FOLDER}/{path.name}")
        report = Report(document, list(document.mistakes))
        value = document.value
        if value is not None:
            _MAP(value, (), report)
        named = value if isinstance(value, dict) else {}
        versions = str(named.get("from")), str(named.get("to"))
        if not report.mistakes and path.stem != "--".join(versions):
            report.add(
                (), f"the map leads from {versions[0]} to {versions[1]}", do="name its file so"
            )
        found.maps.append(Map(report, *versions))
    if not found.mistakes():
        found.maps.sort(key=lambda one: version_key(one.before))
        _check_chain(found.maps, folder)
    return found


def _check_chain(maps: list[Map], folder: ModelFolder) -> None:
    """One way leads from each release to the model as it is."""
    model = folder.value("model.yaml")
    version = model.get("version") if isinstance(model, dict) else None
    if not isinstance(version, str) or not kinds.VERSION.fullmatch(version):
        return
    releases = sorted({*frozen_words.released(folder.root), version}, key=version_key)
    steps = dict(pairwise(releases))
    for one in maps:
        if one.before not in steps:
            known = ", ".join(steps) or "none yet"
            one.report.add(
                ("from",),
                f"found {one.before}, which no release before {version} is",
                do=f"they are {known}",
            )
        elif one.after != steps[one.before]:
            one.report.add(
                ("to",),
                f"found {one.after}",
                do=f"the release after {one.before} is {steps[one.before]}",
            )


def published(maps: Maps, said: Mapping[str, Words]) -> tuple[Migration, ...]:
    """What the browser needs of the checked maps: only what a saved answer can stand on."""
    return tuple(_published(one, said[one.before], said[one.after]) for one in maps.maps)


def _published(one: Map, old: Words, new: Words) -> Migration:
    saved = [entry for entry in one.entries() if entry.id.partition(" ")[0] in frozen_words.SAVED]
    by = {name: [entry for entry in saved if entry.section == name] for name in SECTIONS}
    return Migration(
        before=one.before,
        after=one.after,
        reworded={e.id: _changed(old[e.id], new[e.id]) for e in by["reworded"]},
        left=(
            *(_again(e, old, one.before) for e in by["again"]),
            *(_left(e, old) for e in (*by["split"], *by["retired"])),
        ),
        merged=tuple(_merged(e, old) for e in by["merged"]),
        new=tuple(entry.id for entry in by["new"]),
    )


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    now = frozen_words.asked(new)
    return {key: text for key, text in frozen_words.asked(old).items() if now.get(key) != text}


def _left(entry: Entry, old: Words) -> Left:
    data: Mapping[str, Any] = entry.thing.data
    said = frozen_words.asked(old[entry.id]) | _labels(entry.id, old)
    return Left(entry.id, said, data["because"], tuple(data.get("into", ())))


def _again(entry: Entry, old: Words, before: str) -> Left:
    """A question whose id stays: what it was in its release is asked no longer."""
    left = _left(entry, old)
    return replace(left, thing=f"{left.thing}{SINCE}{before}", into=(entry.id,))


def _labels(id: str, old: Words) -> dict[str, str]:
    """What each option of a question said, by its id; without them its answer has no words."""
    return {
        option.partition(".")[2]: said["label"]
        for option, said in old.items()
        if frozen_words.with_question(option) == (option, id)
    }


def _merged(entry: Entry, old: Words) -> Merged:
    data: Mapping[str, Any] = entry.thing.data
    parts = {id: frozen_words.asked(old[id]) for id in entry.old}
    return Merged(entry.id, parts, data["becomes"], data["because"])
