"""Opens an answers file for a model; one of an older release is taken to that of the model first.

Strict at the door: anything that the format does not allow is refused, a sentence each.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from widgets.core.answers.states import Answers
from widgets.core.files.file_checks import checked
from widgets.core.files.file_head import ELSEWHERE, KEYS, check_format, release
from widgets.core.files.refusals import (
    FILE,
    AnswersError,
    Mistakes,
    Refusal,
    known_keys,
    mapping,
    shown,
)
from widgets.core.files.strict_json import parsed
from widgets.core.migrating.file_migration import (
    ClashError,
    Migrated,
    UnknownReleaseError,
    migrate,
)
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED

CHOOSER = "chooser"

type Check = Callable[[Mapping[str, Any]], object]
"""Raises `AnswersError` where a part of a file cannot be used."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read."""

    answers: Answers
    migrated: Migrated | None = None
    """What became of its answers, where it is of an older release; None: it is of this one."""


def read(text: str | bytes, model: Model, *, from_link: bool = False) -> Answers:
    """The answers in `text`, an answers file for `model`.

    `from_link` allows an empty reason for "does not apply".  Raises `AnswersError`.
    """
    return opened(parsed(text), model, from_link=from_link).answers


def opened(
    file: Any, model: Model, chooser: Check | None = None, *, from_link: bool = False
) -> Opened:
    """What is in `file`, parsed JSON, with what became of an older release's answers.

    `chooser` checks the answers to the chooser; without it they are taken as they are.
    Raises `AnswersError` with all mistakes; of another format or model none that lie deeper.
    """
    data, mistakes = mapping(file, FILE), Mistakes()
    with mistakes:
        known_keys(data, KEYS, FILE)
    found = mistakes.value(
        lambda: _opened(data, model, chooser, from_link=from_link), Opened(Answers())
    )
    mistakes.refuse()
    return found


def _opened(
    data: Mapping[str, Any], model: Model, chooser: Check | None, *, from_link: bool
) -> Opened:
    check_format(data)
    migrated = _migrated(data, model)
    data, mistakes = migrated.data if migrated else data, Mistakes()
    answers = mistakes.value(lambda: checked(data, model, from_link=from_link), Answers())
    part = data.get(CHOOSER)
    if chooser and part and isinstance(part, Mapping):
        with mistakes:
            _check_chooser(part, chooser)
    mistakes.refuse()
    return Opened(answers, migrated)


def _check_chooser(part: Mapping[str, Any], chooser: Check) -> None:
    """Raises where `chooser` does, each place named from the file's top: it has `answers` twice."""
    try:
        chooser(part)
    except AnswersError as error:
        raise AnswersError(
            *(
                one if one.where == CHOOSER else replace(one, where=f"{CHOOSER}.{one.where}")
                for one in error.refusals
            )
        ) from None


def _migrated(data: Mapping[str, Any], model: Model) -> Migrated | None:
    """`data` in the release of `model`; None where it is of that release."""
    named = release(data, model)
    if named == model.version:
        return None
    try:
        return migrate(data, model)
    except UnknownReleaseError:
        found = f"found {shown(named)}"
        known = f"this guide knows {model.version} and no way from the other"
        raise AnswersError(Refusal("model.version", found, known, ELSEWHERE)) from None
    except ClashError as clash:
        found = f"{shown(str(clash))} is answered in the same file"
        raise AnswersError(Refusal(RETIRED, found, do="take one of the two out")) from None
