"""The files of a model folder while they are checked: each read once, with its mistakes.

Every accessor tolerates what is still wrong, so that all checks can run over a broken model.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from build_tools import Mistake
from build_tools.reading import kinds, model_schema
from build_tools.reading.kinds import Kind, Report
from build_tools.reading.yaml12 import Path_, read

EVIDENCE: Mapping[str, Kind] = {
    "facts": model_schema.FACT_ENTRY,
    "sources": model_schema.SOURCE,
    "kinds": model_schema.KIND,
    "basis": model_schema.BASIS,
    "grades": model_schema.GRADE,
    "themes": model_schema.THEME,
    "coverage": model_schema.POINT,
}
"""The files of `evidence/`, each a list of one kind of thing."""

ADVICE = "advice.yaml"

LASTING = "lasting.yaml"
"""What to write down so that it outlasts the next change; frozen by no release."""

SUMS = "sums.yaml"
"""What pages work out for a reader."""

MEASURED = "measured.yaml"
"""How far results lay from judgement; a model that was not measured has no such file."""

BESIDE: Mapping[str, Kind] = {
    "scopes": model_schema.SCOPE,
    "contexts": model_schema.CONTEXT,
    "roles": model_schema.ROLE,
    "advice": model_schema.ADVICE,
    "lasting": model_schema.LASTING,
    "profile": model_schema.PROFILE_QUESTION,
    "warning_signs": model_schema.WARNING_SIGN,
}
"""The files beside `model.yaml` that are a list of one kind of thing."""

LISTS: Mapping[str, Kind] = {
    **{f"{name}.yaml": kind for name, kind in BESIDE.items()},
    **{f"evidence/{name}.yaml": kind for name, kind in EVIDENCE.items()},
    SUMS: model_schema.SUM,
}
"""Every file that is a list of things with ids, and their kind."""


class Thing(NamedTuple):
    """A mapping with an id somewhere in a file."""

    report: Report
    path: Path_
    data: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its id; an empty text where the file gives none that can be read."""
        found = self.data.get("id")
        return found if isinstance(found, str) else ""

    def add(self, where: Path_, found: str, must: str = "", do: str = "") -> None:
        """Reports a mistake at `where` in this thing, in the parts of `Mistake`."""
        self.report.add((*self.path, *where), found, must, do)

    def check_name(self, path: Path) -> None:
        """Reports an id that is not the name of its file."""
        if self.id != path.stem:
            found = kinds.show(self.data.get("id"))
            self.add(("id",), f"found {found} in {path.name}", "it must be the file's name")

    def listed(self, key: str) -> list[str]:
        """The texts in the list under `key`; empty where there is no list."""
        found = self.data.get(key)
        return [item for item in found if isinstance(item, str)] if isinstance(found, list) else []


def checked(path: Path, file: str, kind: Kind) -> Report:
    """The document at `path`, called `file` in mistakes, with all that `kind` finds wrong."""
    document = read(path, file)
    report = Report(document, list(document.mistakes))
    if document.value is not None:
        kind(document.value, (), report)
    return report


class ModelFolder:
    """The documents of a folder, and every mistake found in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.reports: dict[str, Report] = {}
        self.elsewhere: list[Mistake] = []
        """Mistakes that stand in no document, such as a file that is missing."""
        self.unread = False
        """Whether a file is missing or unreadable, so that ids may be unknown for that reason."""
        self._file("model.yaml", model_schema.MODEL)
        if (root / MEASURED).is_file():
            self._file(MEASURED, model_schema.measured)
        self.dimensions = self._files("dimensions", model_schema.DIMENSION)
        if not list(root.glob("dimensions/*.yaml")):
            self.elsewhere.append(
                Mistake("dimensions/", "", "there is no dimension", do="add one file for each")
            )
        self.factors = self._files("failure_factors", model_schema.FAILURE_FACTOR)
        for file, kind in LISTS.items():
            if (root / file).is_file():
                self._file(file, kinds.items(kind))
        values = [report.document.value for report in self.reports.values()]
        self.unread |= bool(self.elsewhere) or None in values

    def mistakes(self) -> list[Mistake]:
        """Everything found so far, each once, in the order of files and lines."""
        return kinds.all_mistakes(self.elsewhere, self.reports.values())

    def value(self, file: str) -> Any:
        """The content of one file; an empty list where an optional file is not there."""
        return self.reports[file].document.value if file in self.reports else []

    def practices(self) -> list[Thing]:
        """The practices of every dimension, in the order of the files."""
        return [p for dimension in self.dimensions for p in practices_of(dimension)]

    def listed(self, file: str) -> list[Thing]:
        """The things of one of the `LISTS`."""
        return _things(self.reports[file], ()) if file in self.reports else []

    def _file(self, file: str, kind: Kind) -> Report | None:
        path = self.root / file
        if not path.is_file():
            self.elsewhere.append(Mistake(file, found="the file is missing", do="add it"))
            return None
        self.reports[file] = checked(path, file, kind)
        return self.reports[file]

    def _files(self, folder: str, kind: Kind) -> list[Thing]:
        things = []
        for path in sorted((self.root / folder).glob("*.yaml")):
            report = self._file(f"{folder}/{path.name}", kind)
            if report is None or not isinstance(report.document.value, dict):
                self.unread = True
                continue
            thing = Thing(report, (), report.document.value)
            things.append(thing)
            thing.check_name(path)
        return things


def practices_of(dimension: Thing) -> list[Thing]:
    """The practices of one dimension."""
    return _things(dimension.report, ("practices",), dimension.data.get("practices"))


def options_of(question: Thing) -> list[Thing]:
    """The options of one question of the profile."""
    return _things(question.report, (*question.path, "options"), question.data.get("options"))


def _things(report: Report, path: Path_, found: Any = None) -> list[Thing]:
    found = report.document.value if found is None and not path else found
    if not isinstance(found, list):
        return []
    return [Thing(report, (*path, n), i) for n, i in enumerate(found) if isinstance(i, dict)]


def walk(value: Any, path: Path_, visit: Callable[[Any, Path_], None]) -> None:
    """Calls `visit` with `value` and with everything inside it."""
    visit(value, path)
    steps: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, item in steps:
        walk(item, (*path, step), visit)
