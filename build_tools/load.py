"""Reads a model folder: every mistake at once, or a `Guide` that the rest may trust."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any

from build_tools import schema
from build_tools.cite import CITATION, JUDGEMENT, cite
from build_tools.guide import (
    Background,
    Basis,
    Evidence,
    Fact,
    Factor,
    Guide,
    Sign,
    Source,
    Theme,
)
from build_tools.prose import inline_html
from build_tools.schema import Kind, Report
from build_tools.yaml12 import Mistake, Path_, read
from widgets.core.model import Dimension, FailureFactor, GoodEnough, Level, Model, Practice


class ModelError(Exception):
    """Mistakes in a model folder, all of them; the message has one a line."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(map(str, self.mistakes)))


def load(folder: Path) -> Guide:
    """The guide in `folder`.

    Raises `ModelError` with every mistake found in any file, in the order of the files.
    """
    reading = _Reading(folder)
    reading.read_all()
    if not reading.mistakes():
        reading.check_ids()
    if mistakes := reading.mistakes():
        raise ModelError(mistakes)
    return _guide(reading)


EVIDENCE: Mapping[str, Kind] = {
    "facts": schema.FACT_ENTRY,
    "sources": schema.SOURCE,
    "basis": schema.BASIS,
    "grades": schema.GRADE,
    "themes": schema.THEME,
}
"""The files of `evidence/`, each a list of one kind of thing."""


class _Reading:
    """The documents of a folder while they are checked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.reports: dict[str, Report] = {}
        self.missing: list[Mistake] = []
        self.dimensions: list[Report] = []
        self.factors: list[Report] = []

    def read_all(self) -> None:
        """Reads every file and checks it by itself."""
        self._file("model.yaml", schema.MODEL)
        self.dimensions = self._files("dimensions", schema.DIMENSION)
        if not self.dimensions:
            what = "there is no dimension; add one file for each"
            self.missing.append(Mistake("dimensions/", "", what))
        self.factors = self._files("failure_factors", schema.FAILURE_FACTOR)
        self._list("warning_signs.yaml", schema.WARNING_SIGN)
        for name, kind in EVIDENCE.items():
            self._list(f"evidence/{name}.yaml", kind)

    def mistakes(self) -> list[Mistake]:
        """Everything found so far, each once."""
        found = [mistake for report in self.reports.values() for mistake in report.mistakes]
        return list(dict.fromkeys([*self.missing, *found]))

    def value(self, file: str) -> Any:
        """The content of one file; an empty list where an optional file is not there."""
        return self.reports[file].document.value if file in self.reports else []

    def _file(self, file: str, kind: Kind) -> Report | None:
        path = self.folder / file
        if not path.is_file():
            self.missing.append(Mistake(file, "", "the file is missing; add it"))
            return None
        document = read(path, file)
        report = Report(document, list(document.mistakes))
        self.reports[file] = report
        if document.value is not None:
            kind(document.value, (), report)
        return report

    def _files(self, folder: str, kind: Kind) -> list[Report]:
        reports = []
        for path in sorted((self.folder / folder).glob("*.yaml")):
            file = f"{folder}/{path.name}"
            report = self._file(file, kind)
            if report is None or not isinstance(report.document.value, dict):
                continue
            reports.append(report)
            if (id := report.document.value.get("id")) != path.stem:
                report.add(
                    ("id",), f"found {schema.show(id)} in {path.name}; name the file {id}.yaml"
                )
        return reports

    def _list(self, file: str, kind: Kind) -> None:
        if (self.folder / file).is_file():
            self._file(file, schema.items(kind))

    def check_ids(self) -> None:
        """Checks what only all files together can show: unique ids, and ids that exist."""
        self._check_unique()
        self._check_levels()
        self._check_references()
        self._check_guards()
        for report in self.reports.values():
            self._check_citations(report.document.value, (), report)

    def _practices(self) -> Iterator[tuple[Report, Path_, dict[str, Any]]]:
        for report in self.dimensions:
            for n, practice in enumerate(report.document.value.get("practices", [])):
                yield report, ("practices", n), practice

    def _lists(self) -> Iterator[list[tuple[Report, Path_, dict[str, Any]]]]:
        """Groups of things whose ids, and orders where they have one, must differ."""
        yield [(r, (), r.document.value) for r in self.dimensions] + list(self._practices())
        yield [(r, (), r.document.value) for r in self.factors]
        for file in ("warning_signs.yaml", *(f"evidence/{name}.yaml" for name in EVIDENCE)):
            if file in self.reports:
                report = self.reports[file]
                yield [(report, (n,), item) for n, item in enumerate(report.document.value)]

    def _check_unique(self) -> None:
        for things in self._lists():
            taken: dict[str, str] = {}
            for report, path, thing in things:
                if thing["id"] in taken:
                    what = f"the id stands already in {taken[thing['id']]}; give each its own"
                    report.add((*path, "id"), what)
                taken.setdefault(thing["id"], report.document.file)
        self._check_order([(r, (), r.document.value) for r in self.dimensions])
        self._check_order([(r, (), r.document.value) for r in self.factors])
        for report in self.dimensions:
            practices = report.document.value.get("practices", [])
            self._check_order([(report, ("practices", n), p) for n, p in enumerate(practices)])

    def _check_order(self, things: list[tuple[Report, Path_, dict[str, Any]]]) -> None:
        taken: dict[int, str] = {}
        for report, path, thing in things:
            other = taken.setdefault(thing["order"], thing["id"])
            if other != thing["id"]:
                what = f"found {thing['order']}, which “{other}” has; give each a number of its own"
                report.add((*path, "order"), what)

    def _check_levels(self) -> None:
        report = self.reports["model.yaml"]
        found = [level["level"] for level in report.document.value["levels"]]
        if found != [0, 1, 2, 3, 4]:
            report.add(
                ("levels",), f"found the levels {found}; they must be 0, 1, 2, 3, 4 in order"
            )

    def _ids(self, file: str) -> set[str]:
        return {item["id"] for item in self.value(file)}

    def _fact_ids(self) -> set[str]:
        facts = self.value("evidence/facts.yaml")
        return {id for fact in facts for id in (fact["id"], *fact.get("aliases", []))}

    def _check_references(self) -> None:
        practices = {practice["id"] for _, _, practice in self._practices()}
        factors = {r.document.value["id"] for r in self.factors}
        known: dict[str, tuple[str, set[str]]] = {
            "facts": ("fact", self._fact_ids()),
            "overlaps": ("fact", self._fact_ids()),
            "sources": ("source", self._ids("evidence/sources.yaml")),
            "guards": ("failure factor", factors),
            "factors": ("failure factor", factors),
            "practices": ("practice", practices),
            "precondition": ("practice", practices),
            "cited_by": ("source", self._ids("evidence/sources.yaml")),
            "theme": ("theme", self._ids("evidence/themes.yaml")),
            "basis": ("basis", self._ids("evidence/basis.yaml")),
        }
        for report in self.reports.values():
            _walk(report.document.value, (), _dangling(known, report))

    def _check_guards(self) -> None:
        """A practice guards against a factor exactly when the factor names the practice."""
        guarded = {r.document.value["id"]: set(r.document.value["practices"]) for r in self.factors}
        guards: dict[str, set[str]] = {}
        for report, path, practice in self._practices():
            guards[practice["id"]] = set(practice["guards"])
            for factor in practice["guards"]:
                if factor in guarded and practice["id"] not in guarded[factor]:
                    what = f"“{factor}” does not name this practice; add it there or take it out"
                    report.add((*path, "guards"), what)
        for report in self.factors:
            factor = report.document.value
            for practice in factor["practices"]:
                if practice in guards and factor["id"] not in guards[practice]:
                    what = f"“{practice}” does not guard against this; add it there or take it out"
                    report.add(("practices",), what)

    def _check_citations(self, value: Any, path: Path_, report: Report) -> None:
        facts, sources = self._fact_ids(), self._ids("evidence/sources.yaml")

        def check(value: Any, path: Path_) -> None:
            if not isinstance(value, str):
                return
            for mark, id in CITATION.findall(value):
                if mark == "@" and id not in sources:
                    report.add(path, f"cites the source “{id}”, which does not exist; correct it")
                if mark == "=" and id not in facts and id != JUDGEMENT:
                    report.add(path, f"cites the fact “{id}”, which does not exist; correct it")

        _walk(value, path, check)


def _walk(value: Any, path: Path_, visit: Callable[[Any, Path_], None]) -> None:
    visit(value, path)
    if isinstance(value, dict):
        for key, item in value.items():
            _walk(item, (*path, key), visit)
    elif isinstance(value, list):
        for place, item in enumerate(value):
            _walk(item, (*path, place), visit)


def _dangling(
    known: Mapping[str, tuple[str, set[str]]], report: Report
) -> Callable[[Any, Path_], None]:
    def visit(value: Any, path: Path_) -> None:
        keys = [step for step in path[-2:] if isinstance(step, str)]
        if not isinstance(value, str) or not keys or keys[-1] not in known:
            return
        if len(path) > 1 and path[-1] != keys[-1] and not isinstance(path[-1], int):
            return
        kind, ids = known[keys[-1]]
        if value not in ids:
            report.add(
                path, f"names the {kind} “{value}”, which does not exist; correct it or add it"
            )

    return visit


def _guide(reading: _Reading) -> Guide:
    model = reading.value("model.yaml")
    dimensions = _ordered(r.document.value for r in reading.dimensions)
    evidence = Evidence(
        facts=tuple(_make(Fact, f) for f in reading.value("evidence/facts.yaml")),
        sources=tuple(_make(Source, s) for s in reading.value("evidence/sources.yaml")),
        bases=tuple(_make(Basis, b) for b in reading.value("evidence/basis.yaml")),
        grades={g["id"]: g["meaning"] for g in reading.value("evidence/grades.yaml")},
        themes=tuple(_make(Theme, t) for t in _ordered(reading.value("evidence/themes.yaml"))),
    )
    factors = tuple(_make(Factor, f) for f in _ordered(r.document.value for r in reading.factors))
    return Guide(
        model=Model(
            id=model["id"],
            version=model["version"],
            title=model["title"],
            renewing_from=model["renewing_from"],
            levels=tuple(_make(Level, level) for level in model["levels"]),
            dimensions=tuple(_dimension(d, evidence) for d in dimensions),
            failure_factors=tuple(FailureFactor(f.id, f.name) for f in factors),
        ),
        recheck_months=model["recheck_months"],
        background=_background(dimensions),
        level_facts=tuple(tuple(level["facts"]) for level in model["levels"]),
        factors=factors,
        signs=tuple(_make(Sign, s) for s in _ordered(reading.value("warning_signs.yaml"))),
        evidence=evidence,
    )


def _ordered(things: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(things, key=lambda thing: thing["order"])


def _make[T](kind: type[T], data: Mapping[str, Any]) -> T:
    """An object of `kind` from the keys of `data` that it has; lists become tuples."""
    assert is_dataclass(kind)
    names = {f.name for f in fields_of(kind)}
    return kind(**{key: _frozen(value) for key, value in data.items() if key in names})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _rungs(ladder: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(ladder[rung] for rung in schema.RUNGS)


def _dimension(data: Mapping[str, Any], evidence: Evidence) -> Dimension:
    return Dimension(
        id=data["id"],
        name=data["name"],
        critical=data["critical"],
        question=data["question"],
        why=inline_html(cite(data["why"], evidence, card=False)),
        ask=data["ask"],
        ladder=_rungs(data["ladder"]),
        page=f"dimensions/{data['id']}/",
        practices=tuple(_practice(p) for p in _ordered(data.get("practices", []))),
    )


def _practice(data: Mapping[str, Any]) -> Practice:
    lenient = tuple(_make(GoodEnough, item) for item in data.get("good_enough", []))
    made = {**data, "ladder": _rungs(data["ladder"]), "good_enough": lenient}
    return _make(Practice, made)


def _background(dimensions: Iterable[Mapping[str, Any]]) -> dict[str, Background]:
    things = [thing for d in dimensions for thing in (d, *d.get("practices", []))]
    return {
        thing["id"]: Background(
            facts=tuple(thing["facts"]), why=thing["why"], judgement=thing.get("judgement", "")
        )
        for thing in things
    }
