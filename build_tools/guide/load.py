"""Reads a model folder: every mistake at once, or a `Guide` that the rest may trust."""

from collections.abc import Iterable, Mapping
from dataclasses import fields as fields_of
from dataclasses import is_dataclass, replace
from pathlib import Path
from typing import Any

from build_tools import BuildError
from build_tools.guide import advice_rules, sums, warnings
from build_tools.guide.cite import cited
from build_tools.guide.evidence import Basis, Evidence, Fact, FactKind, Point, Source, Theme
from build_tools.guide.guide import Background, Factor, Guide, Sign
from build_tools.guide.organisations import organisations, with_organisations
from build_tools.guide.structures import structures
from build_tools.reading import (
    advice_checks,
    kinds,
    question_rules,
    references,
    structures_checks,
    structures_folder,
)
from build_tools.reading.folder import MEASURED, SUMS, ModelFolder
from build_tools.releases import (
    changes,
    earlier_answers,
    frozen_ids,
    frozen_words,
    map_checks,
    maps,
    structure_changes,
)
from widgets.core.model import measured
from widgets.core.model.ladders import Ladder, Role, Rung
from widgets.core.model.maturity import (
    Dimension,
    FailureFactor,
    GoodEnough,
    Level,
    Model,
    Practice,
    ProfileOption,
    ProfileQuestion,
)


class ModelError(BuildError):
    """Mistakes in a model folder, all of them."""


def load(folder: Path) -> Guide:
    """The guide in `folder`.

    Raises `ModelError` with every mistake found in any file, in the order of files and lines; those
    of worked organisations once the model that they answer has none.
    """
    found = ModelFolder(folder)
    for check in (references.check, advice_checks.check, sums.check):
        check(found)
    if not _of_an_overlay(found):
        question_rules.check(found)
    becomes = maps.read_folder(found)
    frozen_ids.check(found, becomes.gone())
    chooser = structures_folder.read_folder(folder)
    if chooser:
        structures_checks.check(chooser, found)
        frozen_ids.check_structures(chooser)
        earlier_answers.check(chooser)
    if mistakes := [
        *found.mistakes(),
        *(chooser.mistakes() if chooser else ()),
        *becomes.mistakes(),
    ]:
        raise ModelError(*mistakes)
    guide = _with_migrations(_guide(found), found, becomes)
    worked, wrong = organisations(folder / "examples", guide.model)
    if wrong:
        raise ModelError(*wrong)
    model = with_organisations(guide.model, worked)
    guide = replace(guide, model=model, organisations=tuple(worked))
    return _with_structures(guide, chooser) if chooser else guide


def _of_an_overlay(folder: ModelFolder) -> bool:
    """Whether an organisation words the questions: our rules of wording are not asked of it."""
    model = folder.value("model.yaml")
    return isinstance(model, dict) and "made_of" in model


def _with_migrations(guide: Guide, folder: ModelFolder, becomes: maps.Maps) -> Guide:
    said = {
        guide.model.version: frozen_words.now(folder),
        **frozen_words.released(folder.root),
    }
    map_checks.check(becomes, said)
    if mistakes := becomes.mistakes():
        raise ModelError(*mistakes)
    model = replace(guide.model, migrations=maps.published(becomes, said))
    found = changes.check(folder, becomes, said)
    return replace(guide, model=model, changes=tuple(found))


def _with_structures(guide: Guide, folder: structures_folder.StructuresFolder) -> Guide:
    version, root = folder.version, folder.root
    now = frozen_ids.structure_ids(folder)
    late = frozen_ids.not_frozen(root, version, frozen_ids.STRUCTURES, now)
    releases = {version: now, **frozen_ids.lists(root, frozen_ids.STRUCTURES)}
    found = structures(folder, guide.evidence, releases)
    told = (*guide.changes, *structure_changes.check(folder))
    warned = (*guide.warnings, *late)
    return replace(guide, structures=found, warnings=warned, changes=told)


def _guide(reading: ModelFolder) -> Guide:
    model = reading.value("model.yaml")
    dimensions = _ordered(thing.data for thing in reading.dimensions)
    evidence = Evidence(
        facts=tuple(_make(Fact, f) for f in reading.value("evidence/facts.yaml")),
        sources=tuple(_make(Source, s) for s in reading.value("evidence/sources.yaml")),
        kinds=tuple(_make(FactKind, k) for k in reading.value("evidence/kinds.yaml")),
        bases=tuple(_make(Basis, b) for b in reading.value("evidence/basis.yaml")),
        grades={g["id"]: g["meaning"] for g in reading.value("evidence/grades.yaml")},
        themes=tuple(_make(Theme, t) for t in _ordered(reading.value("evidence/themes.yaml"))),
        coverage=tuple(_make(Point, p) for p in reading.value("evidence/coverage.yaml")),
    )
    factors = tuple(_make(Factor, f) for f in _ordered(thing.data for thing in reading.factors))
    return Guide(
        model=Model(
            id=model["id"],
            version=model["version"],
            title=model["title"],
            levels=tuple(_make(Level, level) for level in model["levels"]),
            dimensions=tuple(_dimension(d, evidence) for d in dimensions),
            failure_factors=tuple(FailureFactor(f.id, f.name) for f in factors),
            advice=advice_rules.rules(reading, evidence),
            lasting=advice_rules.lasting(reading, evidence),
            profile=tuple(_profile(q) for q in _ordered(reading.value("profile.yaml"))),
            releases=frozen_ids.link_positions(reading),
            recheck_months=model["recheck_months"],
            measured=_measured(reading),
            roles=tuple(_make(Role, role) for role in reading.value("roles.yaml")),
            scopes={tag["id"]: tag["answered"] for tag in reading.value("scopes.yaml")},
            made_of=model.get("made_of", ""),
        ),
        background=_background(dimensions),
        level_facts=tuple(tuple(level["facts"]) for level in model["levels"]),
        scopes={tag["id"]: tag["on_page"] for tag in reading.value("scopes.yaml")},
        contexts={tag["id"]: tag["name"] for tag in reading.value("contexts.yaml")},
        factors=factors,
        signs=tuple(_make(Sign, s) for s in _ordered(reading.value("warning_signs.yaml"))),
        evidence=evidence,
        sums=sums.worked_out(reading.value(SUMS)),
        warnings=tuple(warnings.warnings(reading)),
    )


def _measured(reading: ModelFolder) -> measured.Measured:
    """The margins in the folder, if they were measured of this model in this version."""
    found = reading.value(MEASURED)
    own = found and not warnings.of_another(reading)
    return measured.from_json(found) if own else measured.NOT_MEASURED


def _ordered(things: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(things, key=lambda thing: thing["order"])


def _make[T](kind: type[T], data: Mapping[str, Any]) -> T:
    """An object of `kind` from the keys of `data` that it has; lists become tuples."""
    assert is_dataclass(kind)
    names = {f.name for f in fields_of(kind)}
    return kind(**{key: _frozen(value) for key, value in data.items() if key in names})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _rungs(ladder: Mapping[int, Mapping[str, str]]) -> Ladder:
    return tuple(Rung(**ladder[rung]) for rung in kinds.RUNGS)


def _dimension(data: Mapping[str, Any], evidence: Evidence) -> Dimension:
    return Dimension(
        id=data["id"],
        name=data["name"],
        critical=data["critical"],
        question=data["question"],
        why=cited(data["why"], evidence),
        ask=data["ask"],
        ladder=_rungs(data["ladder"]),
        page=f"dimensions/{data['id']}/",
        practices=tuple(_practice(p) for p in _ordered(data.get("practices", []))),
    )


def _practice(data: Mapping[str, Any]) -> Practice:
    lenient = tuple(_make(GoodEnough, item) for item in data.get("good_enough", []))
    made = {**data, "ladder": _rungs(data["ladder"]), "good_enough": lenient}
    return _make(Practice, made)


def _profile(data: Mapping[str, Any]) -> ProfileQuestion:
    options = tuple(_make(ProfileOption, option) for option in data["options"])
    return _make(ProfileQuestion, {**data, "options": options})


def _background(dimensions: Iterable[Mapping[str, Any]]) -> dict[str, Background]:
    things = [thing for d in dimensions for thing in (d, *d.get("practices", []))]
    return {
        thing["id"]: Background(
            facts=tuple(thing["facts"]), why=thing["why"], judgement=thing.get("judgement", "")
        )
        for thing in things
    }
