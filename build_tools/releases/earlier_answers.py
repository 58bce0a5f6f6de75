"""Checks the maps in `structures/migrations/`: no answer to an older release is forgotten."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from build_tools import Mistake
from build_tools.reading.folder import Thing
from build_tools.reading.kinds import VERSION
from build_tools.reading.structures_folder import StructuresFolder
from build_tools.releases.frozen_ids import STRUCTURES, Frozen, lists

PARTS: Mapping[str, str] = {"criteria": "criterion", "gate": "test", "context": "question"}
"""By part of a file: the kind of its ids in a list of a release."""


def check(folder: StructuresFolder) -> None:
    """Reports old questions without a line, lines twice, and answers that cannot be carried."""
    released = lists(folder.root, STRUCTURES)
    maps: dict[str, list[Thing]] = {}
    for line in folder.earlier:
        maps.setdefault(Path(line.report.document.file).stem, []).append(line)
    for name, lines in maps.items():
        before, _, after = name.partition("--")
        if before not in released or not VERSION.fullmatch(after):
            must = "it must be a release and the next, such as 1.0.0--2.0.0.yaml"
            lines[0].report.add((), f"found the name {name}.yaml", must)
    for version, listed in released.items():
        lines = [line for name in maps if name.startswith(f"{version}--") for line in maps[name]]
        asked = _asked_in(listed)
        if lines and asked:
            _check_lines(lines, asked, version)
        elif asked and not any(entry.kind == "asked" for entry in listed):
            found = f"no map tells what became of the answers to release {version}"
            folder.elsewhere.append(
                Mistake("structures/migrations/", found=found, do="put it back")
            )


def _asked_in(listed: Iterable[Frozen]) -> set[tuple[str, str]]:
    parts = {kind: part for part, kind in PARTS.items()}
    return {(parts[kind], id) for kind, id in listed if kind in parts}


def _check_lines(lines: list[Thing], asked: set[tuple[str, str]], before: str) -> None:
    told = Counter(_place(line) for line in lines)
    carried = Counter(line.data.get("beside") for line in lines if _ends(line))
    for line in lines:
        if _asked(line) not in asked:
            line.add(("id",), f"was not asked in release {before} in this part", do="correct it")
        if told[_place(line)] > 1:
            line.add(("id",), "stands twice beside this question", do="keep one line")
        if _ends(line) and line.data.get("part") != "criteria":
            line.add(("keep",), "only answers to criteria have two ends", "it must be none")
        if _ends(line) and carried[line.data.get("beside")] > 1:
            line.add(("keep",), "two old answers are carried to this question", do="carry one")
    for part, id in sorted(asked - {_asked(line) for line in lines}):
        lines[0].report.add(
            (), f"“{id}” of the {part} of release {before} has no line", do="add it"
        )


def _asked(line: Thing) -> tuple[str, str]:
    return str(line.data.get("part")), str(line.data.get("id"))


def _place(line: Thing) -> tuple[str, str, str]:
    return str(line.data.get("beside")), *_asked(line)


def _ends(line: Thing) -> bool:
    return line.data.get("keep") == "ends"
