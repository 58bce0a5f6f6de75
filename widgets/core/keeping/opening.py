"""Opens answers that were kept: an answers file, or the records of a browser.

Those of an older release are taken to that of the model first.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from widgets.core.answers.fields import Kept, read_current
from widgets.core.answers.file import ELSEWHERE, KEYS, check_format, parsed
from widgets.core.answers.file_checks import checked
from widgets.core.answers.kept_texts import record_of
from widgets.core.answers.problems import Problem
from widgets.core.answers.refusals import (
    FILE,
    AnswersError,
    Mistakes,
    Refusal,
    known_keys,
    mapping,
    shown,
)
from widgets.core.answers.states import Answers
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED

if TYPE_CHECKING:
    from widgets.core.migrating.file_migration import Migrated

type Check = Callable[[Mapping[str, Any]], object]
"""Raises `AnswersError` where a part of a file cannot be used."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was read."""

    answers: Answers
    migrated: "Migrated | None" = None
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
    part = data.get("chooser")
    if chooser and part and isinstance(part, Mapping):
        with mistakes:
            chooser(part)
    mistakes.refuse()
    return Opened(answers, migrated)


def _migrated(data: Mapping[str, Any], model: Model) -> "Migrated | None":
    """`data` in the release of `model`; None where it is of that release."""
    if "model" not in data:
        must = "it must name the model's id and version"
        raise AnswersError(Refusal(FILE, "lacks “model”", must))
    named = mapping(data["model"], "model")
    known_keys(named, ("id", "version"), "model")
    if named.get("id") != model.id:
        found, known = f"found {shown(named.get('id'))}", f"this guide scores “{model.id}”"
        raise AnswersError(Refusal("model.id", found, known, ELSEWHERE))
    if named.get("version") == model.version:
        return None
    from widgets.core.migrating.file_migration import ClashError, UnknownReleaseError, migrate  # noqa: PLC0415

    try:
        return migrate(data, model)
    except UnknownReleaseError:
        found = f"found {shown(named.get('version'))}"
        known = f"this guide knows {model.version} and no way from the other"
        raise AnswersError(Refusal("model.version", found, known, ELSEWHERE)) from None
    except ClashError as clash:
        found = f"{shown(str(clash))} is answered in the same file"
        raise AnswersError(Refusal(RETIRED, found, do="take one of the two out")) from None


def read_records(records: Mapping[str, str], model: Model) -> Kept:
    """The answers in `records`: field name to the text that the browser keeps for it.

    Records of an older release count as what they have become in that of `model`.
    """
    records, offers = _moved(records, model)
    kept = read_current(records, model)
    return replace(kept, problems=(*offers, *kept.problems))


def _moved(
    records: Mapping[str, str], model: Model
) -> tuple[Mapping[str, str], tuple[Problem, ...]]:
    """`records` taken to the release of `model`, and a sentence about those of an older one."""
    releases = {step.before for step in model.migrations}
    if not any(found.model in releases for found in map(record_of, records.values()) if found):
        return records, ()
    from widgets.core.migrating.record_migration import move  # noqa: PLC0415
    from widgets.core.migrating.report import offer  # noqa: PLC0415 - most readers never need it

    moved = move(records, model)
    return moved.records, (offer(moved.migrated),) if moved.migrated else ()
