"""The navigation of `mkdocs.yml` with the generated pages put into it."""

from collections.abc import Mapping
from typing import Any

from widgets.core.model.maturity import Model

DIMENSIONS = "dimensions/*"
"""Stands for one section a dimension, with its practices."""


def fill(nav: list[Any], titles: Mapping[str, str], model: Model) -> list[Any]:
    """`nav` with each entry `folder/*` replaced by the generated pages of that folder.

    `titles` maps addresses to titles; the order is theirs. A page that `nav` names by itself is
    not named twice. A section that begins with an index is called what the index is called, so
    that tab, menu and page have one name.
    """
    named = set(addresses(nav))
    filled = _filled(nav, {a: t for a, t in titles.items() if a not in named}, model)
    return [_named(entry, titles) for entry in filled]


def addresses(nav: Any) -> list[str]:
    """Every address that `nav` names, in its order."""
    if isinstance(nav, str):
        return [nav]
    below = nav.values() if isinstance(nav, dict) else nav
    return [address for entry in below for address in addresses(entry)]


def _filled(nav: list[Any], titles: Mapping[str, str], model: Model) -> list[Any]:
    filled: list[Any] = []
    for entry in nav:
        if isinstance(entry, dict):
            filled.append({title: _below(what, titles, model) for title, what in entry.items()})
        elif entry == DIMENSIONS:
            filled += _dimensions(titles, model)
        elif isinstance(entry, str) and entry.endswith("/*"):
            filled += _folder(entry.removesuffix("*"), titles)
        else:
            filled.append(entry)
    return filled


def _named(entry: Any, titles: Mapping[str, str]) -> Any:
    """`entry` with each section in it called what the index at its head is called."""
    if not isinstance(entry, dict):
        return entry
    ((name, below),) = entry.items()
    if not isinstance(below, list):
        return entry
    first = below[0] if below else None
    head = first if isinstance(first, str) and first.endswith("index.md") else ""
    return {titles.get(head, name): [_named(one, titles) for one in below]}


def _below(what: Any, titles: Mapping[str, str], model: Model) -> Any:
    return _filled(what, titles, model) if isinstance(what, list) else what


def _folder(folder: str, titles: Mapping[str, str]) -> list[dict[str, str]]:
    """The pages of a folder itself, without those of the folders in it."""
    return [{title: a} for a, title in titles.items() if a.rpartition("/")[0] + "/" == folder]


def _dimensions(titles: Mapping[str, str], model: Model) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = []
    for dimension in model.dimensions:
        addresses = [f"practices/{practice.id}.md" for practice in dimension.practices]
        practices = [{titles[a]: a} for a in addresses if a in titles]
        own = {"Its question and levels": f"dimensions/{dimension.id}.md"}
        sections.append({dimension.name: [own, *practices]})
    return sections
