"""What an overlay says of practices, dimensions, failure factors and structures, one record each.

`overlay/model/<kind>.yaml` is a list: a record names an id of ours and what it says otherwise, or
hides it, or, with an id that begins with `own-`, is a new practice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools import Mistake
from build_tools.reading import kinds, model_schema, structures_schema
from build_tools.reading.folder import Thing, checked
from build_tools.reading.kinds import RUNG, Keys, Report, items, slug, yes
from build_tools.reading.yaml12 import Path_

PREFIX = "own-"
"""How an organisation's new ids begin; none of ours does."""

FOLDER = "overlay/model"


def part_of_ladder(value: Any, path: Path_, report: Report) -> None:
    """Some rungs of a ladder, each whole."""
    if not isinstance(value, dict) or not value:
        report.add(path, f"found {kinds.show(value)}", "it must be a mapping with rungs 0 to 4")
        return
    for key, found in value.items():
        if isinstance(key, bool) or key not in kinds.RUNGS:
            report.add((*path, key), f"found the rung {kinds.show(key)}", "it must be 0 to 4")
        else:
            RUNG(found, (*path, key), report)


def _some(whole: Keys, *without: str, **more: kinds.Kind) -> Keys:
    """A record with an id and some of the keys of `whole`."""
    given = {**whole.needed, **whole.optional}
    fields = {key: kind for key, kind in given.items() if key not in ("id", *without)}
    if "ladder" in fields:
        fields["ladder"] = part_of_ladder
    return Keys({"id": slug}, {**fields, **more})


RECORDS: Mapping[str, Keys] = {
    "practices": _some(model_schema.PRACTICE, "order", hide=yes, dimension=slug),
    "dimensions": _some(model_schema.DIMENSION, "order", "practices"),
    "failure_factors": _some(model_schema.FAILURE_FACTOR, "order", "practices"),
    "structures": _some(structures_schema.OPTION, "order", "kind", "cells", hide=yes),
}
"""The kinds of thing that an overlay may name, and what it may say of each."""


@dataclass
class Records:
    """The records of an overlay by kind, and every mistake in them."""

    of: dict[str, list[Thing]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def __iter__(self) -> Iterator[tuple[str, Thing]]:
        """Every record with its kind."""
        for kind, things in self.of.items():
            yield from ((kind, thing) for thing in things)

    def hidden(self, kind: str) -> list[str]:
        """The ids of one kind that are hidden."""
        return [one.id for one in self.of.get(kind, ()) if "hide" in one.data]

    def new(self) -> list[Thing]:
        """The practices that are the organisation's own."""
        return [one for one in self.of.get("practices", ()) if one.id.startswith(PREFIX)]

    def reworded(self, kind: str) -> list[Thing]:
        """The records that say something of ours otherwise."""
        return [
            one
            for one in self.of.get(kind, ())
            if "hide" not in one.data and not one.id.startswith(PREFIX)
        ]


def read_records(checkout: Path, ours: Mapping[str, set[str]]) -> Records:
    """The records in `overlay/model`; `ours`: the ids that the guide has, by kind."""
    found = Records()
    for path in sorted((checkout / FOLDER).rglob("*")):
        file = path.relative_to(checkout).as_posix()
        kind = path.stem
        if not path.is_file():
            continue
        if path.parent != checkout / FOLDER or path.suffix != ".yaml" or kind not in RECORDS:
            known = ", ".join(f"{name}.yaml" for name in RECORDS)
            do = f"put each record into one of {known}"
            found.mistakes.append(Mistake(file, found="this file is not read", do=do))
            continue
        report = checked(path, file, items(RECORDS[kind]))
        if not report.mistakes:
            value = report.document.value
            things = [Thing(report, (n,), one) for n, one in enumerate(value)]
            found.of[kind] = things
            _check(kind, things, ours)
        found.mistakes += sorted(report.mistakes, key=lambda mistake: mistake.line or 0)
    return found


def _check(kind: str, things: list[Thing], ours: Mapping[str, set[str]]) -> None:
    taken = set[str]()
    for thing in things:
        own = thing.id.startswith(PREFIX)
        if thing.id in taken:
            thing.add(("id",), "a record of this id stands above", do="make one of the two")
        taken.add(thing.id)
        if thing.id in ours[kind] and own:
            thing.add(("id",), f"the guide has “{thing.id}” too", do="choose another id")
        elif own and kind != "practices":
            thing.add(("id",), f"found “{thing.id}”", "only a practice may be new")
        elif own:
            _check_new(thing, ours)
        elif thing.id not in ours[kind]:
            must = f"it must be an id of the guide, or a new one that begins with {PREFIX}"
            thing.add(("id",), f"the guide has no “{thing.id}”", must)
        elif "dimension" in thing.data:
            thing.add(("dimension",), "a practice of ours stays in its dimension", do="take it out")
        if "hide" in thing.data and len(thing.data) > 2:
            thing.add((), "hides it and rewords it", do="do one of the two")
        elif len(thing.data) == 1:
            thing.add((), "the record says nothing", do="reword something, or take it out")


def _check_new(thing: Thing, ours: Mapping[str, set[str]]) -> None:
    """Reports what a new practice lacks."""
    dimension = thing.data.get("dimension")
    if dimension not in ours["dimensions"]:
        must = f"it must name one of {', '.join(sorted(ours['dimensions']))}"
        thing.add(("dimension",), f"found {kinds.show(dimension)}", must)
    given = {key: value for key, value in thing.data.items() if key != "dimension"}
    model_schema.PRACTICE({"order": 1, **given}, thing.path, thing.report)
