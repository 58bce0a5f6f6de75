"""CSV: one table, for a script or a statistics program; every row says what kind it is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from widgets.core.exporting.action_rows import action_rows
from widgets.core.exporting.answer_rows import Row, rows
from widgets.core.exporting.subject import Subject, about
from widgets.core.scoring import margins
from widgets.core.scoring.results import Result
from widgets.core.writing.safe_text import cell

HEADS = (
    *("kind", "dimension", "id", "text", "critical", "state", "value"),
    *("low", "high", "level", "target", "counts", "says"),
    *("note", "evidence", "dated", "proof", "owner", "month"),
)
"""Columns; a column that a kind does not have stays empty."""


BOM = b"\xef\xbb\xbf"
"""Tells Excel that a file is UTF-8; written out, as the browser has no codec for it."""


def csv(subject: Subject) -> bytes:
    """The whole as CSV: UTF-8 with a byte order mark, which Excel needs, and CRLF.

    Kinds: `about` (what the file says of itself), `programme` and `dimension` (value: the score),
    `margin` (how sure the programme's score is; value: how far such scores lay from judges),
    `quick` and `practice` (value: the rung), `action` (value: its effort), `structure` (what the
    chooser said).  Numbers are not rounded.
    """
    rows = [dict(zip(HEADS, HEADS, strict=True)), *_rows(subject)]
    return in_bytes([row.get(head) for head in HEADS] for row in rows)


def in_bytes(rows: Iterable[Sequence[str | float | None]]) -> bytes:
    """Rows as a file: texts in quotes and never a formula, numbers whole, none empty."""
    lines = (",".join(map(_field, row)) for row in rows)
    return BOM + "".join(f"{line}\r\n" for line in lines).encode()


def _field(value: str | float | None) -> str:
    if value is None:
        return ""
    return '"{}"'.format(cell(value).replace('"', '""')) if isinstance(value, str) else repr(value)


def _rows(subject: Subject) -> Iterator[dict[str, Any]]:
    for label, value in about(subject).items():
        yield {"kind": "about", "id": label.lower(), "says": value}
    yield _programme(subject)
    yield from _margins(subject.result)
    yield from _dimensions(subject)
    yield from (_answer(row) for row in rows(subject))
    yield from _actions(subject)
    for part in subject.structure:
        yield from ({"kind": "structure", "text": part.title, "says": s} for s in part.lines)


def _programme(subject: Subject) -> dict[str, Any]:
    result = subject.result
    low, high = result.score_range or (None, None)
    return {
        "kind": "programme",
        "id": subject.model.id,
        "text": subject.model.title,
        "state": result.headline.kind,
        "value": result.score,
        "low": low,
        "high": high,
        "level": result.level,
        "says": ", ".join(result.capped_by) and f"capped by {', '.join(result.capped_by)}",
    }


def _margins(result: Result) -> Iterator[dict[str, Any]]:
    if result.score is None:
        return
    low, high = result.score_range or (None, None)
    open_ = {"low": low, "high": high, "says": margins.leeway(result)}
    judged = {"value": result.measured.programme, "says": margins.judged(result)}
    yield {"kind": "margin", "id": "open-answers", **open_}
    yield {"kind": "margin", "id": "independent-judgement", **judged}


def _dimensions(subject: Subject) -> Iterator[dict[str, Any]]:
    for dimension in subject.model.dimensions:
        found = subject.result.dimensions[dimension.id]
        low, high = found.range or (None, None)
        yield {
            "kind": "dimension",
            "dimension": dimension.id,
            "id": dimension.id,
            "text": dimension.name,
            "critical": _truth(dimension.critical),
            "state": found.basis or "",
            "value": found.score,
            "low": low,
            "high": high,
            "level": found.level,
            "target": subject.parts.scoped.targets[dimension.id].level,
        }


def _answer(row: Row) -> dict[str, Any]:
    return {
        "kind": "practice" if row.practice else "quick",
        "dimension": row.dimension.id,
        "id": row.id,
        "text": row.asked,
        "critical": _truth(row.dimension.critical),
        "state": row.state,
        "value": row.rung,
        "counts": _truth(row.counts),
        "says": row.says,
        "note": row.details.note,
        "evidence": row.details.evidence,
        "dated": row.details.dated,
        "proof": _truth(row.details.proof) if row.practice else "",
        "owner": row.details.owner,
    }


def _actions(subject: Subject) -> Iterator[dict[str, Any]]:
    for step in action_rows(subject):
        yield {
            "kind": "action",
            "id": step.advice.id,
            "text": step.advice.title,
            "state": "planned" if step.planned else "advised",
            "value": step.advice.effort,
            "says": step.first_step,
            "note": step.because,
            "owner": step.owner,
            "month": step.month,
        }


def _truth(value: bool) -> str:
    return "yes" if value else "no"
