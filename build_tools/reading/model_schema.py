"""What each file of the model may say: the keys of every kind of thing, and what each must be.

A kind checks one value and reports every mistake in it.  Whether ids that point elsewhere exist is
checked after everything has been read, in `build_tools.guide.load`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools.reading.yaml12 import Document, Mistake, Path_, where

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FACT = re.compile(r"E[0-9]{3}")
VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")
RUNGS = (0, 1, 2, 3, 4)

FILL_IN = "FILL IN"
"""How a skeleton marks what its author has still to write; see `build_tools.reading.skeleton`."""


@dataclass(slots=True)
class Report:
    """Gathers the mistakes of one document."""

    document: Document
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, path: Path_, what: str) -> None:
        """Reports `what` is wrong at `path`, naming the nearest thing that has an id."""
        lines = self.document.lines
        line = next((lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in lines), None)
        self.mistakes.append(Mistake(self.document.file, self._where(path), what, line))

    def knows(self, path: Path_) -> bool:
        """Whether something is wrong at `path` already, so that more would only confuse."""
        return any(mistake.where == self._where(path) for mistake in self.mistakes)

    def _where(self, path: Path_) -> str:
        return where(self.document.value, path)


type Kind = Callable[[Any, Path_, Report], None]
"""Checks one value at a path and reports what is wrong with it."""


def show(value: Any) -> str:
    """A value as a message shows it."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a mapping"
    if value is None:
        return "nothing"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{shown if len(shown) <= 50 else shown[:49] + '…'}”"


def _unfilled(value: Any, path: Path_, report: Report) -> bool:
    """Whether `value` is a place of a skeleton that nobody has filled in; reports it."""
    if not isinstance(value, str) or not value.startswith(FILL_IN):
        return False
    report.add(path, f"still to be filled in: {value.removeprefix(FILL_IN).lstrip(': ')}")
    return True


def text(value: Any, path: Path_, report: Report) -> None:
    """A text that is not empty."""
    if _unfilled(value, path, report):
        return
    if isinstance(value, bool):
        report.add(path, f"found the boolean {show(value)}; it must be a text: put it in quotes")
    elif not isinstance(value, str):
        report.add(path, f"found {show(value)}; it must be a text; put it in quotes if it is one")
    elif not value.strip():
        report.add(path, "the text is empty; fill it in")


def whole(value: Any, path: Path_, report: Report) -> None:
    """A whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        report.add(path, f"found {show(value)}; it must be a whole number from 0")


def rung(value: Any, path: Path_, report: Report) -> None:
    """A rung 0 to 4."""
    if isinstance(value, bool) or value not in RUNGS:
        report.add(path, f"found {show(value)}; it must be a rung from 0 to 4")


def number(value: Any, path: Path_, report: Report) -> None:
    """A number from 0 to 4."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 4:
        report.add(path, f"found {show(value)}; it must be a number from 0 to 4")


def truth(value: Any, path: Path_, report: Report) -> None:
    """`true` or `false`, and nothing that YAML 1.1 took for them."""
    if not isinstance(value, bool):
        report.add(path, f"found {show(value)}; it must be true or false")


def yes(value: Any, path: Path_, report: Report) -> None:
    """`true` and nothing else: the key stands there or is left out."""
    if value is not True:
        report.add(path, f"found {show(value)}; it must be true, or left out")


def matching(pattern: re.Pattern[str], what: str) -> Kind:
    """A text of one form."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if _unfilled(value, path, report):
            return
        if not isinstance(value, str) or not pattern.fullmatch(value):
            report.add(path, f"found {show(value)}; it must be {what}")

    return check


slug = matching(SLUG, "a slug: small letters, digits and single hyphens, such as “obstacle-list”")
fact = matching(FACT, "a fact id such as “E015”")
version = matching(VERSION, "a version such as “1.0.0”")


def one_of(*possible: str) -> Kind:
    """One of a few words."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if value not in possible or isinstance(value, bool):
            report.add(path, f"found {show(value)}; it must be one of {', '.join(possible)}")

    return check


def share(value: Any, path: Path_, report: Report) -> None:
    """A share from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        report.add(path, f"found {show(value)}; it must be a number from 0 to 1")


def items(kind: Kind, at_least: int = 0) -> Kind:
    """A list of values of one kind, none of them twice."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if not isinstance(value, list):
            report.add(path, f"found {show(value)}; it must be a list")
            return
        if len(value) < at_least:
            report.add(path, f"the list has {len(value)} items; it must have {at_least} or more")
        for place, item in enumerate(value):
            kind(item, (*path, place), report)
            if isinstance(item, str) and item in value[:place]:
                report.add((*path, place), f"{show(item)} stands twice; keep one of the two")

    return check


def ladder(value: Any, path: Path_, report: Report) -> None:
    """Five different texts under the rungs 0 to 4."""
    if not isinstance(value, dict):
        report.add(path, f"found {show(value)}; it must be a mapping with the rungs 0 to 4")
        return
    for n in RUNGS:
        if n not in value:
            report.add(path, f"rung {n} is missing; a ladder has the rungs 0 to 4")
    said: dict[str, Any] = {}
    for key, words in value.items():
        if isinstance(key, bool) or key not in RUNGS:
            report.add((*path, key), f"found the rung {show(key)}; a ladder has the rungs 0 to 4")
            continue
        text(words, (*path, key), report)
        same = said.setdefault(" ".join(str(words).lower().split()), key)
        if same != key:
            report.add((*path, key), f"says the same as rung {same}; each rung must differ")


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping with these keys and no other; the kind of one kind of thing."""

    needed: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)

    def __call__(self, value: Any, path: Path_, report: Report) -> None:
        """Reports missing, unknown and wrong keys."""
        if not isinstance(value, dict):
            report.add(path, f"found {show(value)}; it must be a mapping")
            return
        for key in self.needed:
            if key not in value:
                report.add(path, f"“{key}” is missing; add it")
        for key, found in value.items():
            kind = self.needed.get(key) or self.optional.get(key)
            if kind is None:
                known = ", ".join([*self.needed, *self.optional])
                report.add((*path, key), f"“{key}” is no key here; the keys are {known}")
            else:
                kind(found, (*path, key), report)


SCOPES = (
    "not-international",
    "no-countries",
    "no-sales-force",
    "own-initiative",
    "no-renewals",
    "no-variable-pay",
    "too-early",
)
"""Why a practice may not apply."""

CONTEXTS = ("small-firm", "few-accounts", "early-phase", "one-country")
"""When a lower rung is good enough."""

_FACTS = items(fact, at_least=1)

LEVEL = Keys({"level": rung, "name": text, "means": text, "kill": text, "facts": _FACTS})

MODEL = Keys(
    {
        "id": slug,
        "version": version,
        "title": text,
        "renewing_from": number,
        "recheck_months": whole,
        "levels": items(LEVEL),
    }
)

GOOD_ENOUGH = Keys({"when": one_of(*CONTEXTS), "rung": rung, "because": text})

PRACTICE = Keys(
    {
        "id": slug,
        "order": whole,
        "statement": text,
        "why": text,
        "ask": text,
        "ladder": ladder,
        "evidence_hint": text,
        "first_step": text,
        "guards": items(slug, at_least=1),
        "facts": _FACTS,
    },
    {
        "good_enough": items(GOOD_ENOUGH, at_least=1),
        "scope": items(one_of(*SCOPES), at_least=1),
        "judgement": text,
        "precondition": slug,
    },
)

DIMENSION = Keys(
    {
        "id": slug,
        "order": whole,
        "name": text,
        "critical": truth,
        "question": text,
        "why": text,
        "ask": text,
        "facts": _FACTS,
        "ladder": ladder,
    },
    {"practices": items(PRACTICE)},
)

FAILURE_FACTOR = Keys(
    {
        "id": slug,
        "order": whole,
        "name": text,
        "how_it_looks": text,
        "why_it_happens": text,
        "early_signs": items(text, at_least=1),
        "remedy": items(text, at_least=1),
        "do_not": text,
        "who_must_act": text,
        "facts": _FACTS,
        "practices": items(slug),
    }
)

OPTION = Keys(
    {"id": slug, "label": text},
    {
        "scope": items(one_of(*SCOPES), at_least=1),
        "contexts": items(one_of(*CONTEXTS), at_least=1),
    },
)

PROFILE_QUESTION = Keys(
    {"id": slug, "order": whole, "question": text, "options": items(OPTION, at_least=2)},
    {"further": truth},
)

WARNING_SIGN = Keys(
    {
        "id": slug,
        "order": whole,
        "sign": text,
        "where_seen": text,
        "factors": items(slug),
        "facts": items(fact),
        "judgement": truth,
    }
)

_BOUNDS: Mapping[str, Kind] = {"at_least": rung, "at_most": rung}

_TESTS: Mapping[str, Keys] = {
    "practice": Keys({"practice": slug}, _BOUNDS),
    "quick": Keys({"quick": slug}, _BOUNDS),
    "caps": Keys({"dimension": slug, "caps": yes}),
    "dimension": Keys({"dimension": slug}, _BOUNDS),
    "factor": Keys({"factor": slug, "exposure_at_least": share}),
}
"""By the key that tells them apart: the tests of a condition."""


def condition(value: Any, path: Path_, report: Report) -> None:
    """A test, or `all` or `any` of several conditions."""
    if not isinstance(value, dict):
        report.add(path, f"found {show(value)}; it must be a mapping")
        return
    for word in ("all", "any"):
        if word in value:
            Keys({word: items(condition, at_least=1)})(value, path, report)
            return
    told = next((key for key in _TESTS if key in value), None)
    if told is None:
        known = ", ".join(["all", "any", *_TESTS])
        report.add(path, f"the condition tests nothing; it must have one of the keys {known}")
        return
    _TESTS[told](value, path, report)
    if told in ("practice", "quick", "dimension"):
        _check_bounds(value, path, report)


def _check_bounds(value: Mapping[str, Any], path: Path_, report: Report) -> None:
    low, high = value.get("at_least"), value.get("at_most")
    if low is None and high is None:
        report.add(path, "the test has no bound; give it “at_least”, “at_most” or both")
    elif low in RUNGS and high in RUNGS and low > high:
        report.add(path, f"at_least {low} is above at_most {high}; nothing can be both")


def raises(value: Any, path: Path_, report: Report) -> None:
    """Rungs to reach, 1 to 4, by the id of a practice or dimension; at least one."""
    if not isinstance(value, dict):
        report.add(path, f"found {show(value)}; it must be a mapping of ids to rungs")
        return
    if not value:
        report.add(path, "the rule raises nothing; name a practice and the rung to reach")
    for id, reached in value.items():
        slug(id, (*path, id), report)
        rung(reached, (*path, id), report)
        if reached == 0 and not isinstance(reached, bool):
            report.add((*path, id), "found “0”; nothing rises to rung 0: give a rung from 1 to 4")


ADVICE = Keys(
    {
        "id": slug,
        "order": whole,
        "title": text,
        "when": condition,
        "raises": raises,
        "effort": one_of("small", "medium", "large"),
        "who": text,
        "why": text,
        "facts": items(fact),
        "judgement": truth,
    },
    {
        "first_step": text,
        "first_step_of": items(slug, at_least=1),
        "do_not": text,
        "do_not_of": slug,
        "needs": items(slug, at_least=1),
        "pages": items(text, at_least=1),
    },
)

FACT_ENTRY = Keys(
    {"id": fact, "theme": slug, "text": text, "sources": items(slug, at_least=1), "basis": slug},
    {
        "cited_by": slug,
        "locator": text,
        "aliases": items(fact, at_least=1),
        "overlaps": items(fact, at_least=1),
        "printable": truth,
        "why_not": text,
    },
)

SOURCE = Keys(
    {
        "id": slug,
        "grade": one_of("A", "B", "C", "D", "E"),
        "kind": slug,
        "title": text,
        "read": one_of("full", "abstract", "excerpt", "secondary"),
    },
    {
        "authors": text,
        "year": whole,
        "venue": text,
        "doi": text,
        "url": text,
        "note": text,
        "known_as": text,
    },
)

BASIS = Keys({"id": slug, "label": text, "meaning": text})
GRADE = Keys({"id": one_of("A", "B", "C", "D", "E"), "meaning": text})
THEME = Keys({"id": slug, "order": whole, "title": text})
