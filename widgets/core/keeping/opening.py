"""Opens the records that a browser keeps; those of an older release are taken to the model's."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from widgets.core.answers.field_kinds import RETIRED_FIELD
from widgets.core.answers.fields import Kept, read_current
from widgets.core.answers.kept_texts import record_of
from widgets.core.answers.problems import Problem
from widgets.core.keeping.steps import Put
from widgets.core.keeping.visit import Visit
from widgets.core.model.maturity import Model


def read_records(records: Mapping[str, str], model: Model) -> Kept:
    """The answers in `records`: field name to the text that the browser keeps for it.

    Records of an older release count as what they have become in that of `model`.
    """
    records, offers = _moved(records, model)
    kept = read_current(records, model, _usable)
    return replace(kept, problems=(*offers, *kept.problems))


def set_aside(visit: Visit, records: Mapping[str, str], model: Model) -> Iterator[Put]:
    """Keeps what the reader's next answer would write over, before the old answers are migrated.

    A question that is asked again under its name shares its record with the old answer; that gets
    the place which it has after the migration.
    """
    if visit.beside or not visit.now:
        return
    for name, text in _moved(records, model)[0].items():
        if name not in records and name.startswith(RETIRED_FIELD) and "@" in name:
            yield Put(f"answer:{visit.assessment}:{name}", text)


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


def _usable(retired: Mapping[str, Any], model: Model) -> bool:
    from widgets.core.files.file_checks import check_retired  # noqa: PLC0415 - seldom needed
    from widgets.core.files.refusals import AnswersError  # noqa: PLC0415

    try:
        check_retired(retired, model)
    except AnswersError:
        return False
    return True
