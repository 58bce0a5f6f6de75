"""Checks that only all files of the model together can show: ids that are unique and exist."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from build_tools.reading import kinds
from build_tools.reading.folder import (
    ADVICE,
    LISTS,
    ModelFolder,
    Thing,
    options_of,
    practices_of,
    walk,
)
from build_tools.reading.kinds import Report
from build_tools.reading.yaml12 import Path_
from build_tools.text.markdown import CITATION, JUDGEMENT


def check(folder: ModelFolder) -> None:
    """Reports ids that stand twice, dangle or are named from one side only."""
    _check_unique(folder)
    _check_levels(folder)
    if folder.unread:
        return
    _check_references(folder)
    _check_tags(folder)
    _check_guards(folder)
    _check_preconditions(folder)
    _check_citations(folder)
    _check_kinds(folder)


def fact_ids(folder: ModelFolder) -> list[str]:
    """Every id under which a fact can be cited, in model order."""
    facts = folder.listed("evidence/facts.yaml")
    return [id for fact in facts for id in (fact.id, *fact.listed("aliases")) if id]


def _ids(things: Iterable[Thing]) -> set[str]:
    return {thing.id for thing in things}


def _check_unique(folder: ModelFolder) -> None:
    groups = [[*folder.dimensions, *folder.practices()], folder.factors]
    groups += map(options_of, folder.listed("profile.yaml"))
    for things in (*groups, *(folder.listed(file) for file in LISTS)):
        taken: dict[str, str] = {}
        for thing in things:
            if thing.id in taken:
                thing.add(
                    ("id",), f"the id stands already in {taken[thing.id]}", do="give each its own"
                )
            elif thing.id:
                taken[thing.id] = thing.report.document.file
    _check_aliases(folder.listed("evidence/facts.yaml"))
    ordered = [folder.dimensions, folder.factors, *map(practices_of, folder.dimensions)]
    lists = ("profile.yaml", ADVICE, "warning_signs.yaml", "evidence/themes.yaml")
    ordered += [folder.listed(file) for file in lists]
    for things in ordered:
        check_order(things)


def _check_aliases(facts: list[Thing]) -> None:
    """A merged fact's old id leads to one fact."""
    taken = {fact.id: fact.id for fact in facts}
    for fact in facts:
        for alias in fact.listed("aliases"):
            if taken.setdefault(alias, fact.id) != fact.id or alias == fact.id:
                fact.add(
                    ("aliases",),
                    f"the old id {alias} leads to {taken[alias]} already",
                    do="take it out here",
                )


def check_order(things: Iterable[Thing]) -> None:
    """Reports a number in an order that another thing has already."""
    taken: dict[int, str] = {}
    for thing in things:
        order = thing.data.get("order")
        if not isinstance(order, int) or isinstance(order, bool):
            continue
        other = taken.setdefault(order, thing.id)
        if other != thing.id:
            thing.add(
                ("order",),
                f"found {order}, which “{other}” has",
                do="give each a number of its own",
            )


def _check_levels(folder: ModelFolder) -> None:
    model = folder.value("model.yaml")
    levels = model.get("levels") if isinstance(model, dict) else None
    if not isinstance(levels, list):
        return
    found = [level.get("level") for level in levels if isinstance(level, dict)]
    if found != list(kinds.RUNGS):
        folder.reports["model.yaml"].add(
            ("levels",), f"found the levels {found}", "they must be 0, 1, 2, 3, 4 in order"
        )


type _Known = Mapping[str, tuple[str, set[str]]]
"""Under each key: what its ids name, and which exist."""


def _check_references(folder: ModelFolder) -> None:
    facts = ("fact", set(fact_ids(folder)))
    sources = ("source", _ids(folder.listed("evidence/sources.yaml")))
    practices = ("practice", _ids(folder.practices()))
    factors = ("failure factor", _ids(folder.factors))
    dimensions = ("dimension", _ids(folder.dimensions))
    known: _Known = {
        "facts": facts,
        "overlaps": facts,
        "follows_from": facts,
        "sources": sources,
        "cited_by": sources,
        "guards": factors,
        "factors": factors,
        "practices": practices,
        "precondition": practices,
        "practice": practices,
        "first_step_of": practices,
        "dimension": dimensions,
        "quick": dimensions,
        "factor": factors,
        "do_not_of": factors,
        "needs": ("rule", _ids(folder.listed(ADVICE))),
        "theme": ("theme", _ids(folder.listed("evidence/themes.yaml"))),
        "basis": ("basis", _ids(folder.listed("evidence/basis.yaml"))),
        "grade": ("grade", _ids(folder.listed("evidence/grades.yaml"))),
    }
    for report in folder.reports.values():
        walk(report.document.value, (), dangling(known, report))


def dangling(known: _Known, report: Report) -> Callable[[Any, Path_], None]:
    """Reports, for `walk`, each id under a key of `known` that does not exist."""

    def visit(value: Any, path: Path_) -> None:
        keys = [step for step in path[-2:] if isinstance(step, str)]
        if not isinstance(value, str) or not keys or keys[-1] not in known:
            return
        if path[-1] != keys[-1] and not isinstance(path[-1], int):
            return
        kind, ids = known[keys[-1]]
        if value not in ids and not report.knows(path):
            report.add(
                path, f"names the {kind} “{value}”, which does not exist", do="correct it or add it"
            )

    return visit


def _check_tags(folder: ModelFolder) -> None:
    """A scope is one of `scopes.yaml`, a context one of `contexts.yaml`."""
    scopes, contexts = (
        [tag.id for tag in folder.listed(f"{file}.yaml")] for file in ("scopes", "contexts")
    )
    for practice in folder.practices():
        for n, tag in enumerate(practice.listed("scope")):
            _check_tag(practice, ("scope", n), tag, scopes)
        for n, lenient in enumerate(practice.data.get("good_enough") or ()):
            _check_tag(practice, ("good_enough", n, "when"), lenient.get("when"), contexts)
    for question in folder.listed("profile.yaml"):
        for option in options_of(question):
            for key, known in (("scope", scopes), ("contexts", contexts)):
                for n, tag in enumerate(option.listed(key)):
                    _check_tag(option, (key, n), tag, known)


def _check_tag(thing: Thing, where: Path_, tag: Any, known: Sequence[str]) -> None:
    if isinstance(tag, str) and tag not in known:
        thing.add(where, f"found “{tag}”", f"it must be one of {', '.join(known)}")


def _check_guards(folder: ModelFolder) -> None:
    """A practice guards against a factor exactly when the factor names the practice."""
    guarded = {factor.id: factor.listed("practices") for factor in folder.factors}
    guards = {practice.id: practice.listed("guards") for practice in folder.practices()}
    for practice in folder.practices():
        for factor in guards[practice.id]:
            if factor in guarded and practice.id not in guarded[factor]:
                practice.add(
                    ("guards",),
                    f"“{factor}” does not name this practice",
                    do="add it there or take it out",
                )
    for thing in folder.factors:
        for name in guarded[thing.id]:
            if name in guards and thing.id not in guards[name]:
                thing.add(
                    ("practices",),
                    f"“{name}” does not guard against this",
                    do="add it there or take it out",
                )


def _check_preconditions(folder: ModelFolder) -> None:
    """No practice waits for itself, directly or in a circle."""
    before = {thing.id: thing.data.get("precondition") for thing in folder.practices()}
    for practice in folder.practices():
        seen, at = {practice.id}, before[practice.id]
        while isinstance(at, str) and at in before and at not in seen:
            seen.add(at)
            at = before[at]
        if at == practice.id:
            practice.add(
                ("precondition",),
                f"“{before[practice.id]}” leads back to this practice",
                do="break the circle",
            )


def _check_kinds(folder: ModelFolder) -> None:
    """Each fact is of a kind that is told; what we infer, and no other, says from what."""
    for thing in folder.listed("evidence/kinds.yaml"):
        if thing.id in ("opinion", "inference") and thing.id not in str(thing.data.get("mark")):
            thing.add(("mark",), f"does not say “{thing.id}”", do="say it: pages show it by that")
    told = _ids(folder.listed("evidence/kinds.yaml"))
    for fact in folder.listed("evidence/facts.yaml"):
        kind, origin = fact.data.get("kind"), "follows_from" in fact.data
        if isinstance(kind, str) and kind not in told:
            fact.add(("kind",), f"“{kind}” is not told in evidence/kinds.yaml", do="tell it there")
        if kind == "inference" and not origin:
            fact.add(("kind",), "an inference names no fact", do="say in follows_from from which")
        if kind != "inference" and origin:
            fact.add(
                ("follows_from",),
                "only an inference follows from facts",
                do="make it an inference or take it out",
            )


def _check_citations(folder: ModelFolder) -> None:
    facts = set(fact_ids(folder)) | {JUDGEMENT}
    sources = _ids(folder.listed("evidence/sources.yaml"))
    for report in folder.reports.values():
        walk(report.document.value, (), _citing(facts, sources, report))


def _citing(facts: set[str], sources: set[str], report: Report) -> Callable[[Any, Path_], None]:
    def visit(value: Any, path: Path_) -> None:
        if not isinstance(value, str) or value.startswith(kinds.FILL_IN):
            return
        for mark, id in CITATION.findall(value):
            kind, known = ("source", sources) if mark == "@" else ("fact", facts)
            if id not in known:
                report.add(path, f"cites the {kind} “{id}”, which does not exist", do="correct it")

    return visit
