"""Kinds of values that a file may hold, and the report of what is wrong with them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from build_tools import Mistake
from build_tools.reading.yaml12 import Document, Path_, where
from widgets.core.words.english import short

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

    def add(self, path: Path_, found: str, must: str = "", do: str = "") -> None:
        """Reports a mistake at `path`, in its parts, naming the nearest thing that has an id."""
        lines = self.document.lines
        line = next((lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in lines), None)
        mistake = Mistake(self.document.file, self._where(path), found, must, do, line)
        self.mistakes.append(mistake)

    def knows(self, path: Path_) -> bool:
        """Whether something is wrong at `path` already, so that more would only confuse."""
        return any(mistake.where == self._where(path) for mistake in self.mistakes)

    def _where(self, path: Path_) -> str:
        return where(self.document.value, path)


def all_mistakes(elsewhere: Iterable[Mistake], reports: Iterable[Report]) -> list[Mistake]:
    """Everything found, each once: what stands in no document, then in the order of the lines."""
    found = list(elsewhere)
    for report in reports:
        found += sorted(report.mistakes, key=lambda mistake: mistake.line or 0)
    return list(dict.fromkeys(found))


type Kind = Callable[[Any, Path_, Report], None]
"""Checks one value at a path and reports what is wrong with it."""


def show(value: Any) -> str:
    """A value as a message shows it."""
    if isinstance(value, dict | list):
        return "a list" if isinstance(value, list) else "a mapping"
    if value is None:
        return "nothing"
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    return f"“{short(shown, 50)}”"


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
        report.add(path, f"found the boolean {show(value)}", "it must be a text: put it in quotes")
    elif not isinstance(value, str):
        report.add(
            path, f"found {show(value)}", "it must be a text", "put it in quotes if it is one"
        )
    elif not value.strip():
        report.add(path, "the text is empty", do="fill it in")


def whole(value: Any, path: Path_, report: Report) -> None:
    """A whole number from 0."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        report.add(path, f"found {show(value)}", "it must be a whole number from 0")


def whole_from(low: int, high: int) -> Kind:
    """A whole number from `low` to `high`."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            report.add(
                path, f"found {show(value)}", f"it must be a whole number from {low} to {high}"
            )

    return check


def rung(value: Any, path: Path_, report: Report) -> None:
    """A rung 0 to 4."""
    if isinstance(value, bool) or value not in RUNGS:
        report.add(path, f"found {show(value)}", "it must be a rung from 0 to 4")


def number(value: Any, path: Path_, report: Report) -> None:
    """A number from 0 to 4."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 4:
        report.add(path, f"found {show(value)}", "it must be a number from 0 to 4")


def amount(value: Any, path: Path_, report: Report) -> None:
    """A number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        report.add(path, f"found {show(value)}", "it must be a number")


def or_nothing(kind: Kind) -> Kind:
    """A value of one kind, or `null`."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if value is not None:
            kind(value, path, report)

    return check


def truth(value: Any, path: Path_, report: Report) -> None:
    """`true` or `false`, and nothing that YAML 1.1 took for them."""
    if not isinstance(value, bool):
        report.add(path, f"found {show(value)}", "it must be true or false")


def yes(value: Any, path: Path_, report: Report) -> None:
    """`true` and nothing else: the key stands there or is left out."""
    if value is not True:
        report.add(path, f"found {show(value)}", "it must be true, or left out")


def matching(pattern: re.Pattern[str], what: str) -> Kind:
    """A text of one form."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if _unfilled(value, path, report):
            return
        if not isinstance(value, str) or not pattern.fullmatch(value):
            report.add(path, f"found {show(value)}", f"it must be {what}")

    return check


slug = matching(SLUG, "a slug: small letters, digits and single hyphens, such as “block-removal”")
fact = matching(FACT, "a fact id such as “E015”")
version = matching(VERSION, "a version such as “1.0.0”")


def one_of(*possible: str) -> Kind:
    """One of a few words."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if _unfilled(value, path, report):
            return
        if value not in possible or isinstance(value, bool):
            report.add(path, f"found {show(value)}", f"it must be one of {', '.join(possible)}")

    return check


def share(value: Any, path: Path_, report: Report) -> None:
    """A share from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        report.add(path, f"found {show(value)}", "it must be a number from 0 to 1")


def items(kind: Kind, at_least: int = 0, at_most: int | None = None) -> Kind:
    """A list of values of one kind, none of them twice."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if not isinstance(value, list):
            report.add(path, f"found {show(value)}", "it must be a list")
            return
        if len(value) < at_least:
            report.add(path, f"the list has {len(value)} items", f"it must have {at_least} or more")
        if at_most is not None and len(value) > at_most:
            report.add(path, f"the list has {len(value)} items", f"it must have {at_most} at most")
        for place, item in enumerate(value):
            kind(item, (*path, place), report)
            if isinstance(item, str) and item in value[:place]:
                report.add((*path, place), f"{show(item)} stands twice", do="keep one of the two")

    return check


def each(kind: Kind) -> Kind:
    """A mapping of values of one kind, whatever its keys."""

    def check(value: Any, path: Path_, report: Report) -> None:
        if not isinstance(value, dict):
            report.add(path, f"found {show(value)}", "it must be a mapping")
            return
        for key, found in value.items():
            kind(found, (*path, key), report)

    return check


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping with these keys and no other; the kind of one kind of thing."""

    needed: Mapping[str, Kind]
    optional: Mapping[str, Kind] = field(default_factory=dict)

    def __call__(self, value: Any, path: Path_, report: Report) -> None:
        """Reports missing, unknown and wrong keys."""
        if not isinstance(value, dict):
            report.add(path, f"found {show(value)}", "it must be a mapping")
            return
        for key in self.needed:
            if key not in value:
                report.add(path, f"“{key}” is missing", do="add it")
        for key, found in value.items():
            kind = self.needed.get(key) or self.optional.get(key)
            if kind is None:
                known = ", ".join([*self.needed, *self.optional])
                report.add((*path, key), f"“{key}” is no key here", do=f"the keys are {known}")
            else:
                kind(found, (*path, key), report)


RUNG = Keys({"label": text, "text": text})
"""A rung: what tells it from its neighbours in two to four words, and an observable fact."""


def ladder(value: Any, path: Path_, report: Report) -> None:
    """Five rungs, 0 to 4, no two of them with the same label or text."""
    if not isinstance(value, dict):
        report.add(path, f"found {show(value)}", "it must be a mapping with the rungs 0 to 4")
        return
    for n in RUNGS:
        if n not in value:
            report.add(path, f"rung {n} is missing", do="a ladder has the rungs 0 to 4")
    said: dict[tuple[str, str], Any] = {}
    for key, found in value.items():
        if isinstance(key, bool) or key not in RUNGS:
            report.add(
                (*path, key), f"found the rung {show(key)}", do="a ladder has the rungs 0 to 4"
            )
            continue
        RUNG(found, (*path, key), report)
        for part, words in found.items() if isinstance(found, dict) else ():
            same = said.setdefault((part, " ".join(str(words).lower().split())), key)
            if same != key:
                report.add(
                    (*path, key, part), f"says the same as rung {same}", "each rung must differ"
                )
