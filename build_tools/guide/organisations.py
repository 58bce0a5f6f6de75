"""Worked organisations: answers that show a whole result, real or wholly invented.

`docs/model/examples/<id>.yaml` holds the answers, `<id>.md` beside it the fact sheet of an invented
one.  They serve as pages, as examples in the tools, and as test cases.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from build_tools import Mistake
from build_tools.reading.kinds import Keys, Report, slug, text, truth
from build_tools.reading.yaml12 import Path_, read
from widgets.core.answers.states import Answers
from widgets.core.files.refusals import AnswersError
from widgets.core.importing.opened_file import read as read_answers
from widgets.core.model import maturity as published
from widgets.core.model.maturity import FORMAT, Model


@dataclass(frozen=True, slots=True)
class Organisation:
    """One worked organisation."""

    id: str
    title: str
    invented: bool
    note: str
    """What it is and what its answers rest on, as Markdown."""
    file: Mapping[str, Any]
    """Its answers in the one file format."""
    answers: Answers
    sheet: str
    """Its fact sheet as Markdown; empty where there is none."""

    @property
    def facts(self) -> str:
        """The fact sheet below its title, its headings one step lower."""
        return re.sub(r"(?m)^(?=##)", "#", self.sheet.partition("\n")[2]).strip()


def with_organisations(model: Model, found: Sequence[Organisation]) -> Model:
    """`model` with the organisations as it publishes them."""
    return replace(
        model,
        organisations=tuple(
            published.Organisation(
                id=one.id,
                title=one.title,
                invented=one.invented,
                answers=one.file.get("answers", {}),
                quick=one.file.get("quick", {}),
            )
            for one in found
        ),
    )


def _states(value: Any, path: Path_, report: Report) -> None:
    """Ids and states; what they must be is checked as an answers file."""
    if not isinstance(value, dict):
        report.add(path, "must be a mapping of ids to answers")


_SCHEMA = Keys(
    {"id": slug, "title": text, "invented": truth, "note": text},
    {"answers": _states, "quick": _states},
)


def organisations(folder: Path, model: Model) -> tuple[list[Organisation], list[Mistake]]:
    """The organisations in `folder`, and every mistake in those left out."""
    found: list[Organisation] = []
    mistakes: list[Mistake] = []
    for path in sorted(folder.glob("*.yaml")):
        document = read(path, f"examples/{path.name}")
        report = Report(document, list(document.mistakes))
        _SCHEMA(document.value, (), report)
        if not report.mistakes:
            _organisation(path, document.value, model, report, found)
        mistakes += report.mistakes
    return found, mistakes


def _organisation(
    path: Path,
    data: Mapping[str, Any],
    model: Model,
    report: Report,
    found: list[Organisation],
) -> None:
    if data["id"] != path.stem:
        report.add(("id",), f"found “{data['id']}” in {path.name}", "it must be the file's name")
    parts = {part: data[part] for part in ("answers", "quick") if part in data}
    file = {"format": FORMAT, "model": {"id": model.id, "version": model.version}, **parts}
    sheet = path.with_suffix(".md")
    if data["invented"] and not sheet.is_file():
        report.add(("invented",), f"an invented organisation needs a fact sheet: add {sheet.name}")
    try:
        answers = read_answers(json.dumps(file), model)
    except AnswersError as error:
        for one in error.refusals:
            report.add((), f"{one.where}: {one.found}", one.must, one.do)
        return
    missing = [p.id for p in model.practices() if p.id not in answers.practices]
    if answers.practices and missing:
        report.add(("answers",), f"{missing[0]} is missing", do="answer every practice, or none")
    found.append(
        Organisation(
            id=data["id"],
            title=data["title"],
            invented=data["invented"],
            note=data["note"],
            file=file,
            answers=answers,
            sheet=sheet.read_text(encoding="utf-8") if sheet.is_file() else "",
        )
    )
