"""The frozen lists of ids: one file for each release of the model, `released/<version>.txt`.

A released id never leaves: answers, links and files of readers name it.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from build_tools import schema
from build_tools.folder import ModelFolder, Thing
from build_tools.references import fact_ids
from build_tools.yaml12 import Mistake

KINDS = ("dimension", "practice", "factor", "fact")
"""Kinds of id, in the order of a list."""


class Frozen(NamedTuple):
    """One line of a list."""

    kind: str
    id: str


def frozen(text: str) -> Iterator[tuple[int, str, Frozen | None]]:
    """The lines of a list that hold something: number, content, and the id if it names one."""
    for number, line in enumerate(text.splitlines(), start=1):
        content = line.strip()
        if content and not content.startswith("#"):
            kind, _, id = content.partition(" ")
            known = kind in KINDS and re.fullmatch(r"\S+", id)
            yield number, content, Frozen(kind, id) if known else None


def ids(folder: ModelFolder) -> list[Frozen]:
    """Every id that the model has now, in model order."""
    dimensions = sorted(folder.dimensions, key=_order)
    practices = sorted(folder.practices(), key=_order)
    found = [Frozen("dimension", thing.id) for thing in dimensions]
    for dimension in dimensions:
        mine = [p for p in practices if p.report is dimension.report]
        found += [Frozen("practice", practice.id) for practice in mine]
    found += [Frozen("factor", thing.id) for thing in sorted(folder.factors, key=_order)]
    return [*found, *(Frozen("fact", id) for id in fact_ids(folder))]


def _order(thing: Thing) -> int:
    order = thing.data.get("order")
    return order if isinstance(order, int) else 0


def version_key(version: str) -> tuple[int, ...]:
    """What orders versions: 1.10.0 comes after 1.9.0."""
    return tuple(map(int, version.split(".")))


def check(folder: ModelFolder) -> None:
    """Reports released ids that left, lists that shrank, and a version below the last release."""
    if folder.unread:
        return
    now, before = set(ids(folder)), dict[Frozen, str]()
    files = _files(folder)
    for path in files:
        file, listed = f"released/{path.name}", set[Frozen]()
        for line, content, entry in frozen(path.read_text(encoding="utf-8")):
            what = _wrong(content, entry, listed, now)
            if what:
                folder.elsewhere.append(Mistake(file, content, what, line))
            if entry:
                listed.add(entry)
        for entry, version in before.items():
            if entry not in listed:
                what = f"stands in {version}.txt and not here; a list only grows: add it"
                folder.elsewhere.append(Mistake(file, " ".join(entry), what))
        before = dict.fromkeys(listed, path.stem) | before
    if files:
        _check_version(folder, files[-1].stem)


def _wrong(content: str, entry: Frozen | None, listed: set[Frozen], now: set[Frozen]) -> str:
    if entry is None:
        return f"found “{content}”; a line must be one of {', '.join(KINDS)}, a space and an id"
    if entry in listed:
        return "stands twice; a frozen list names each id once"
    if entry not in now:
        return f"this {entry.kind} was released and has left the model; put it back"
    return ""


def _files(folder: ModelFolder) -> list[Path]:
    """The lists, oldest release first; reports a file that is named after no version."""
    found = []
    for path in sorted((folder.root / "released").glob("*.txt")):
        if schema.VERSION.fullmatch(path.stem):
            found.append(path)
        else:
            what = f"found the name {path.name}; it must be a version such as 1.0.0.txt"
            folder.elsewhere.append(Mistake(f"released/{path.name}", "", what))
    return sorted(found, key=lambda path: version_key(path.stem))


def _check_version(folder: ModelFolder, last: str) -> None:
    model = folder.value("model.yaml")
    version = model.get("version") if isinstance(model, dict) else None
    if not isinstance(version, str) or not schema.VERSION.fullmatch(version):
        return
    if version_key(version) < version_key(last):
        what = f"found {version}, but {last} is released; it must be {last} or higher"
        folder.reports["model.yaml"].add(("version",), what)


def freeze(root: Path) -> Path:
    """Writes the list of the version in `model.yaml`; returns its path.

    Raises `FileExistsError` where that version has its list: a frozen list never changes.
    """
    folder = ModelFolder(root)
    version = folder.value("model.yaml")["version"]
    path = root / "released" / f"{version}.txt"
    if path.exists():
        raise FileExistsError(f"{version} is frozen already; raise the version in model.yaml")
    path.parent.mkdir(exist_ok=True)
    lines = [f"# Ids of release {version}, in model order. Written once; never changed."]
    lines += [" ".join(entry) for entry in ids(folder)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
