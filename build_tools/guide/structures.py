"""The checked structures as they are published, with the works that their facts cite."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from build_tools.guide.cite import named, source_page
from build_tools.guide.evidence import Evidence
from build_tools.reading.folder import Thing, walk
from build_tools.reading.structures_folder import LISTS, StructuresFolder
from widgets.core.structures.structures import Structures
from widgets.core.structures.structures_json import from_json


def structures(
    folder: StructuresFolder,
    evidence: Evidence,
    releases: Mapping[str, Sequence[tuple[str, str]]],
) -> Structures:
    """The checked folder as the object that is published; `releases` as in `Structures`."""
    hours = _hours(folder)
    options = [
        {
            **data,
            "page": f"structures/{data['id']}/",
            "cells": _cells(data, folder),
            "first_steps": [
                {**step, **hours.get((data["id"], number), {})}
                for number, step in enumerate(data["first_steps"], start=1)
            ],
        }
        for data in _ordered(folder.things["options"])
    ]
    lists = {name: _ordered(folder.things[name]) for name in ("criteria", *LISTS)}
    lists["add_ons"] = [one | hours[one["id"], None] for one in lists["add_ons"]]
    today = folder.reports["today.yaml"].document.value
    kept = {"version": folder.version, "today": today, "earlier": _earlier(folder)}
    works = {id: _work(id, evidence) for id in sorted(_facts(folder))}
    return from_json({**kept, "options": options, **lists, "works": works, "releases": releases})


def _ordered(found: Iterable[Thing]) -> list[dict[str, Any]]:
    things = sorted((thing.data for thing in found), key=lambda data: data.get("order", 0))
    return [{key: value for key, value in data.items() if key != "order"} for data in things]


def _hours(folder: StructuresFolder) -> dict[tuple[str, int | None], dict[str, Any]]:
    """What not to do and the first hour, by form and number of the step, or by companion."""
    return {
        (one.data["of"], one.data.get("step")): {
            "do_not": {"text": one.data["do_not"], "facts": one.data.get("facts", [])},
            **({"this_week": one.data["this_week"]} if "this_week" in one.data else {}),
        }
        for one in folder.hours
    }


def _earlier(folder: StructuresFolder) -> dict[str, list[dict[str, str]]]:
    """The lines of all maps, by the question beside which they stand."""
    found: dict[str, list[dict[str, str]]] = {}
    for line in folder.earlier:
        shown = {key: line.data[key] for key in ("part", "id", "asked", "keep")}
        found.setdefault(line.data["beside"], []).append(shown)
    return found


def _cells(data: Mapping[str, Any], folder: StructuresFolder) -> dict[str, Any]:
    order = [criterion["id"] for criterion in _ordered(folder.things["criteria"])]
    return {id: data["cells"][id] for id in order}


def _facts(folder: StructuresFolder) -> set[str]:
    """Every fact that anything in the folder names."""
    found: set[str] = set()
    for report in folder.reports.values():
        walk(
            report.document.value,
            (),
            lambda value, path: found.add(value) if "facts" in path[-2:-1] else None,
        )
    return found


def _work(id: str, evidence: Evidence) -> dict[str, str]:
    fact = evidence.fact[id]
    page = f"{source_page(evidence.source[fact.sources[0]].id)}#{fact.id.lower()}"
    return {"label": named(fact, evidence), "page": page}
