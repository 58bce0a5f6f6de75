"""The words of each release of the structures, which the chooser asks and knows.

`structures/released/words-<version>.txt` keeps them as `frozen_words` keeps those of the model.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from build_tools.reading.folder import Thing
from build_tools.reading.structures_folder import StructuresFolder
from build_tools.releases.frozen_words import COUNTS, TOLD, Words, fingerprint, plain

VERSIONED = "structures/structures.yaml"
"""The file that names the version, from the model folder."""

RELEASED: Mapping[str, str] = {
    "option": "options",
    "criterion": "criteria",
    "test": "tests",
    "question": "context",
    "stage": "stages",
    "shape": "shapes",
    "add-on": "add_ons",
    "veto": "vetoes",
    "condition": "conditions",
    "asked": "questions",
}
"""Kinds of id that a release freezes, in the order of its list, and the list of each here.

A fact of the context is called a question there, as it was in the first release.
"""

EVIDENCE = "evidence"
"""Key of the fingerprint of what a thing rests on, which changes no answer and no word."""

ASKED = "asked"
"""Kind of the questions, whose words a saved answer stands on."""

_ASKED = ("question", "low", "high", "between")

_COUNTS: Mapping[str, tuple[str, ...]] = {
    "option": ("kind", "cells", "needs"),
    "criterion": ("rule", "asks"),
    "test": ("number", "no_if"),
    "question": ("true_if",),
    "stage": ("shape", "second_function"),
    "add-on": ("joins", "offer_when", "later_when", "have_from"),
    "veto": ("when", "blocks", "until", "until_known"),
    "condition": ("add_on",),
    ASKED: ("from_assessment",),
}
"""By kind: what the result rests on, so that the same answers may come out otherwise."""

_KINDS = {**RELEASED, "verdict": "verdicts"}
_SILENT = ("id", "order")


def things(folder: StructuresFolder) -> Iterator[tuple[str, Thing]]:
    """Everything that has words, named by kind and id, in the order of the lists."""
    for kind, name in _KINDS.items():
        yield from ((f"{kind} {thing.id}", thing) for thing in folder.things[name])
    report = folder.reports["today.yaml"]
    yield "today today", Thing(report, (), report.document.value)


def now(folder: StructuresFolder) -> Words:
    """The words that the structures have now."""
    return {name: words(name, thing.data) for name, thing in things(folder)}


def words(name: str, data: Mapping[str, Any]) -> dict[str, str]:
    """The words of one thing, by key."""
    kind = name.partition(" ")[0]
    asked, counts = _ASKED if kind == ASKED else (), _COUNTS.get(kind, ())
    said = {key: plain(_text(data[key])) for key in asked if key in data}
    told = {key: data[key] for key in data if key not in (*asked, *counts, *_SILENT)}
    said[TOLD] = fingerprint(_without(told))
    if counts:
        said[COUNTS] = fingerprint(_without({key: data[key] for key in counts if key in data}))
    if found := dict(_evidence(data, ())):
        said[EVIDENCE] = fingerprint(found)
    return said


def _text(value: Any) -> str:
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value)


def _rests(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The keys of a mapping that say what it rests on; in a cell its reason is one."""
    return ("facts", "basis", "because") if "fit" in data else ("facts", "basis")


def _without(value: Any) -> Any:
    """`value` without what it rests on, at any depth."""
    if isinstance(value, list):
        return [_without(item) for item in value]
    if not isinstance(value, dict):
        return value
    return {key: _without(item) for key, item in value.items() if key not in _rests(value)}


def _evidence(value: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """What a thing rests on, each with its place."""
    pairs = enumerate(value) if isinstance(value, list) else ()
    for key, item in value.items() if isinstance(value, dict) else pairs:
        here = (*path, str(key))
        if isinstance(value, dict) and key in _rests(value):
            yield ".".join(here), item
        else:
            yield from _evidence(item, here)
