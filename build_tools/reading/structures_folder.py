"""Reads `docs/model/structures/`: every mistake at once, or the `Structures` that are published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from build_tools import Mistake
from build_tools.reading.folder import Thing, checked
from build_tools.reading.kinds import (
    Keys,
    Kind,
    Report,
    all_mistakes,
    fact,
    items,
    slug,
    text,
    whole_from,
    yes,
)
from build_tools.reading.structures_schema import (
    ADD_ON,
    CONDITION,
    CRITERION,
    EARLIER,
    GATE,
    OPTION,
    QUESTION,
    STAGES,
    TODAY,
    VERSION_OF,
    VETO,
)

FIRST_HOURS = "first_hours.yaml"
"""What a step or a companion begins with, and what not to do; never frozen."""

_FIRST_HOUR = Keys(
    {"of": slug, "do_not": text},
    {
        "step": whole_from(1, 9),
        "this_week": text,
        "facts": items(fact, at_least=1),
        "ours": yes,
    },
)

_FOLDERS: Mapping[str, Kind] = {
    "options": OPTION,
    "criteria": CRITERION,
}

_FILES: Mapping[str, Kind] = {
    "structures.yaml": VERSION_OF,
    "questions.yaml": items(QUESTION, at_least=1),
    "today.yaml": TODAY,
    "vetoes.yaml": items(VETO),
    "conditions.yaml": items(CONDITION),
    "gate.yaml": GATE,
    "stages.yaml": STAGES,
    "add_ons.yaml": items(ADD_ON),
    FIRST_HOURS: items(_FIRST_HOUR),
}

LISTS: Mapping[str, tuple[str, str | None]] = {
    "vetoes": ("vetoes.yaml", None),
    "tests": ("gate.yaml", "tests"),
    "verdicts": ("gate.yaml", "verdicts"),
    "context": ("gate.yaml", "context"),
    "questions": ("questions.yaml", None),
    "conditions": ("conditions.yaml", None),
    "shapes": ("stages.yaml", "shapes"),
    "stages": ("stages.yaml", "stages"),
    "add_ons": ("add_ons.yaml", None),
}
"""Lists of things: the file of each, and the key in it."""


@dataclass
class StructuresFolder:
    """The files of the folder while they are checked."""

    root: Path
    reports: dict[str, Report] = field(default_factory=dict)
    elsewhere: list[Mistake] = field(default_factory=list)
    things: dict[str, list[Thing]] = field(default_factory=dict)
    """By kind: options, criteria and the lists of `LISTS`."""
    hours: list[Thing] = field(default_factory=list)
    """The entries of `first_hours.yaml`: each `of` a companion, or of a form and its `step`."""
    earlier: list[Thing] = field(default_factory=list)
    """What became of the answers of older releases: the lines of all maps."""

    @property
    def version(self) -> str:
        """The version that `structures.yaml` names; empty where it names none."""
        found = self.reports.get("structures.yaml")
        value = found.document.value if found else None
        return str(value.get("version", "")) if isinstance(value, dict) else ""

    def mistakes(self) -> list[Mistake]:
        """Everything found so far, each once, in the order of files and lines."""
        return all_mistakes(self.elsewhere, self.reports.values())

    @property
    def whole(self) -> bool:
        """Whether every file is there and can be read, so that a missing id is a mistake."""
        read = (report.document.value for report in self.reports.values())
        return not self.elsewhere and None not in read

    def ids(self, kind: str) -> list[str]:
        """The ids of one kind, in the order of the files; a file's name is its thing's id."""
        if kind in _FOLDERS:
            return [Path(thing.report.document.file).stem for thing in self.things[kind]]
        return [thing.id for thing in self.things[kind] if thing.id]


def read_folder(model: Path) -> StructuresFolder | None:
    """The folder `structures/` of a model folder, read; None where a model has none."""
    root = model / "structures"
    if not root.is_dir():
        return None
    folder = StructuresFolder(root)
    for name, kind in _FOLDERS.items():
        folder.things[name] = [_thing(folder, p, kind) for p in sorted(root.glob(f"{name}/*.yaml"))]
        if not folder.things[name]:
            folder.elsewhere.append(
                Mistake(f"structures/{name}/", "", "there is no file", do="add one for each")
            )
    for name, kind in _FILES.items():
        if (root / name).is_file():
            _report(folder, root / name, kind)
        else:
            missing = Mistake(f"structures/{name}", found="the file is missing", do="add it")
            folder.elsewhere.append(missing)
    for name, (file, key) in LISTS.items():
        folder.things[name] = _listed(folder.reports.get(file), key)
    folder.hours = _listed(folder.reports.get(FIRST_HOURS), None)
    for path in sorted(root.glob("migrations/*.yaml")):
        folder.earlier += _listed(_report(folder, path, EARLIER), None)
    return folder


def _report(folder: StructuresFolder, path: Path, kind: Kind) -> Report:
    name = path.relative_to(folder.root).as_posix()
    folder.reports[name] = checked(path, f"structures/{name}", kind)
    return folder.reports[name]


def _thing(folder: StructuresFolder, path: Path, kind: Kind) -> Thing:
    report = _report(folder, path, kind)
    value = report.document.value
    thing = Thing(report, (), value if isinstance(value, dict) else {})
    if thing.data:
        thing.check_name(path)
    return thing


def _listed(report: Report | None, key: str | None) -> list[Thing]:
    value = report.document.value if report else None
    found = value.get(key) if key is not None and isinstance(value, dict) else value
    if report is None or not isinstance(found, list):
        return []
    path = () if key is None else (key,)
    return [Thing(report, (*path, n), i) for n, i in enumerate(found) if isinstance(i, dict)]
