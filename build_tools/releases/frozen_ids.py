"""The frozen lists of ids of each release: of the model, its profile, and of the structures.

`released/<version>.txt`, `released/profile-<version>.txt` and `structures/released/<version>.txt`.
A released id never leaves: answers, links and files of readers name it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from build_tools import BuildError, Mistake
from build_tools.reading.folder import ModelFolder, Thing, options_of
from build_tools.reading.kinds import VERSION
from build_tools.reading.references import fact_ids
from build_tools.reading.structures_folder import StructuresFolder, read_folder
from build_tools.releases import frozen_structures, frozen_words
from widgets.core.model.maturity import LINKED


class FrozenError(BuildError):
    """A release that cannot be frozen; the message says what to do."""


class Family(NamedTuple):
    """Lists of one sort, one for each release."""

    prefix: str
    """How the names of its files begin."""
    kinds: tuple[str, ...]
    """Kinds of id, in the order of a list."""
    place: str = "released"
    """Where its files stand, from the model folder."""
    versioned: str = "model.yaml"
    """The file that names the version."""


MODEL = Family("", ("dimension", "practice", "factor", "fact"))
PROFILE = Family("profile-", ("question", "option"))
STRUCTURES = Family(
    "", tuple(frozen_structures.RELEASED), "structures/released", frozen_structures.VERSIONED
)
"""Lists of the chooser's own releases, which stand in `structures/released/`."""
WORDS = Family(frozen_words.PREFIX, ())
"""What was said in each release; `build_tools.releases.frozen_words` reads and writes it."""


class Frozen(NamedTuple):
    """One line of a list."""

    kind: str
    id: str


def frozen(text: str, family: Family = MODEL) -> Iterator[tuple[int, str, Frozen | None]]:
    """The lines of a list that hold something: number, content, and the id if it names one."""
    for number, line in enumerate(text.splitlines(), start=1):
        content = line.strip()
        if content and not content.startswith("#"):
            kind, _, id = content.partition(" ")
            known = kind in family.kinds and re.fullmatch(r"\S+", id)
            yield number, content, Frozen(kind, id) if known else None


def lists(root: Path, family: Family = MODEL) -> dict[str, tuple[Frozen, ...]]:
    """What each release of the model folder `root` froze, by version, oldest first."""
    return {
        _version(path, family): tuple(
            entry for _, _, entry in frozen(path.read_text(encoding="utf-8"), family) if entry
        )
        for path in _named(root, family)
    }


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


def profile_ids(folder: ModelFolder) -> list[Frozen]:
    """Every question of the profile, each before its options, in model order."""
    return [
        entry
        for question in sorted(folder.listed("profile.yaml"), key=_order)
        for entry in (
            Frozen("question", question.id),
            *(Frozen("option", f"{question.id}.{option.id}") for option in options_of(question)),
        )
    ]


def structure_ids(folder: StructuresFolder) -> list[Frozen]:
    """Every id that the structures have now, each kind in model order."""
    return [
        Frozen(kind, thing.id)
        for kind, name in frozen_structures.RELEASED.items()
        for thing in sorted(folder.things[name], key=_order)
    ]


def version_key(version: str) -> tuple[int, ...]:
    """What orders versions: 1.10.0 comes after 1.9.0."""
    return tuple(map(int, version.split(".")))


def check(folder: ModelFolder, gone: Mapping[str, str]) -> None:
    """Reports released ids that left, lists that shrank, and a version below the last release.

    `gone`: ids that a map lets go, each after its kind, and the release that did.
    """
    if folder.unread:
        return
    folder.elsewhere += _misnamed(folder.root)
    folder.elsewhere += _left(folder.root, MODEL, ids(folder), gone)
    folder.elsewhere += _left(folder.root, PROFILE, profile_ids(folder), gone)
    if released := lists(folder.root):
        _check_version(folder, list(released)[-1])


def check_structures(folder: StructuresFolder) -> None:
    """Reports released ids of structures that left, and lists that shrank."""
    if folder.whole:
        hidden = folder.reports["structures.yaml"].document.value.get("hidden", ())
        gone = {f"option {id}": folder.version for id in hidden}  # by an organisation's overlay
        folder.elsewhere += _left(folder.root, STRUCTURES, structure_ids(folder), gone)


def _left(
    root: Path, family: Family, now: Iterable[Frozen], gone: Mapping[str, str]
) -> Iterator[Mistake]:
    present, before = set(now), dict[Frozen, str]()
    for path in _named(root, family):
        file, listed = f"{family.place}/{path.name}", set[Frozen]()
        for line, content, entry in frozen(path.read_text(encoding="utf-8"), family):
            wrong = _wrong(content, entry, listed, present, family)
            if wrong and not (entry and _let_go(entry, gone)):
                yield Mistake(file, content, *wrong, line)
            if entry:
                listed.add(entry)
        for entry, name in before.items():
            by = _let_go(entry, gone)
            let_go = by and version_key(by) <= version_key(_version(path, family))
            if entry not in listed and not let_go:
                found = f"stands in {name} and not here"
                yield Mistake(file, " ".join(entry), found, "a list only grows: add it")
        before = dict.fromkeys(listed, path.name) | before


def _let_go(entry: Frozen, gone: Mapping[str, str]) -> str:
    """The release with which an id left by a map; empty: none."""
    return next((gone[id] for id in frozen_words.with_question(" ".join(entry)) if id in gone), "")


def _wrong(
    content: str, entry: Frozen | None, listed: set[Frozen], now: set[Frozen], family: Family
) -> tuple[str, str, str] | None:
    """What is found, what must be, and what to do; None where the line is good."""
    if entry is None:
        kinds = ", ".join(family.kinds)
        return f"found “{content}”", f"a line must be one of {kinds}, a space and an id", ""
    if entry in listed:
        return "stands twice", "a frozen list names each id once", ""
    if entry not in now:
        stays = family is STRUCTURES or entry.kind == "fact"
        other = "" if stays else ", or say what becomes of it: run python -m build_tools change"
        return f"this {entry.kind} was released and has left the model", "", f"put it back{other}"
    return None


def _version(path: Path, family: Family) -> str:
    return path.stem.removeprefix(family.prefix)


def _named(root: Path, family: Family) -> list[Path]:
    """The files of one family, oldest release first."""
    found = {_version(path, family): path for path in root.glob(f"released/{family.prefix}*.txt")}
    versions = sorted(filter(VERSION.fullmatch, found), key=version_key)
    return [found[version] for version in versions]


def _misnamed(root: Path) -> Iterator[Mistake]:
    """Lists that are named after no version."""
    for path in sorted((root / "released").glob("*.txt")):
        families = (MODEL, PROFILE, WORDS)
        if not any(VERSION.fullmatch(_version(path, f)) for f in families):
            yield Mistake(
                f"released/{path.name}",
                "",
                f"found the name {path.name}",
                "it must be a version such as 1.0.0.txt",
            )


def _check_version(folder: ModelFolder, last: str) -> None:
    model = folder.value("model.yaml")
    version = model.get("version") if isinstance(model, dict) else None
    if not isinstance(version, str) or not VERSION.fullmatch(version):
        return
    if version_key(version) < version_key(last):
        folder.reports["model.yaml"].add(
            ("version",), f"found {version}, but {last} is released", f"it must be {last} or higher"
        )


def not_frozen(
    root: Path, version: str, family: Family, now: Iterable[Frozen]
) -> Iterator[Mistake]:
    """Warnings: what the list of the present version lacks came after that release.

    Facts may: the evidence base grows between releases.
    """
    released = lists(root, family)
    for entry in now if version in released else ():
        if entry not in released[version] and entry[0] != "fact":
            yield Mistake(
                f"{family.place}/{family.prefix}{version}.txt",
                " ".join(entry),
                f"came after release {version}",
                do=f"raise the version in {family.versioned} and freeze it",
            )


def link_positions(folder: ModelFolder) -> dict[str, tuple[Frozen, ...]]:
    """What a share link counts positions in: the list of each release, as `Model` carries them.

    By version; without a release whose list is the model's own order.
    """
    of_model, of_profile = lists(folder.root), lists(folder.root, PROFILE)
    found = {
        version: _linked((*entries, *of_profile.get(version, ())))
        for version, entries in of_model.items()
    }
    version = folder.value("model.yaml")["version"]
    if found.get(version) == _linked((*ids(folder), *profile_ids(folder))):
        del found[version]
    return found


def _linked(entries: Iterable[Frozen]) -> tuple[Frozen, ...]:
    return tuple(entry for entry in entries if entry.kind in LINKED)


def freeze(root: Path) -> list[Path]:
    """Writes what is not there yet of the present versions, of the model and of the structures.

    Returns the paths.  Raises `FrozenError` where both have all: a frozen list never changes.
    """
    folder, chooser = ModelFolder(root), read_folder(root)
    version = folder.value("model.yaml")["version"]
    written = [
        *_freeze(root, version, {MODEL: ids(folder), PROFILE: profile_ids(folder)}),
        *_freeze_words(root, version, frozen_words.now(folder)),
    ]
    versions = [version]
    if chooser:
        versions.append(chooser.version)
        written += _freeze(chooser.root, chooser.version, {STRUCTURES: structure_ids(chooser)})
        words = frozen_structures.now(chooser)
        written += _freeze_words(chooser.root, chooser.version, words)
    if not written:
        found = f"{' and '.join(dict.fromkeys(versions))} is frozen already"
        do = f"raise the version in model.yaml or in {frozen_structures.VERSIONED}"
        raise FrozenError(Mistake("", "", found, do=do))
    return written


def _freeze(root: Path, version: str, now: Mapping[Family, Sequence[Frozen]]) -> Iterator[Path]:
    for family, entries in now.items():
        path = root / "released" / f"{family.prefix}{version}.txt"
        if entries and not path.exists():
            _write(path, version, entries)
            yield path


def _freeze_words(root: Path, version: str, words: frozen_words.Words) -> Iterator[Path]:
    path = frozen_words.path(root, version)
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        frozen_words.write(words, path, version)
        yield path


def _write(path: Path, version: str, entries: Iterable[Frozen]) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = [f"# Ids of release {version}, in model order. Written once; never changed."]
    lines += [" ".join(entry) for entry in entries]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
