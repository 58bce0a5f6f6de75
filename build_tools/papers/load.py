"""Reads the papers of a model folder: every mistake at once, or papers that may be trusted."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from pathlib import Path
from typing import Any

from build_tools import BuildError, Mistake
from build_tools.papers import schema
from build_tools.papers.blocks import blocks
from build_tools.papers.paper import Needed, Paper
from build_tools.papers.sums import FigureError, Number, quoted, summed, worked
from build_tools.reading.folder import checked
from build_tools.reading.kinds import Kind, Report

FOLDER = "papers"
"""Where they stand in the folder of the model: a file for each, and `figures.yaml`."""

SHARED = "figures.yaml"
"""What several papers quote of the one firm and the one customer in all examples."""


class PaperError(BuildError):
    """Mistakes in the papers, all of them."""


def load(model: Path, practices: Set[str]) -> tuple[Paper, ...]:
    """The papers in the model folder `model`, in their order; none where it has no such folder.

    `practices` are the ids of what can be asked. Raises `PaperError`.
    """
    if not (model / FOLDER).is_dir():
        return ()
    mistakes: list[Mistake] = []
    shared = _shared(model / FOLDER / SHARED, mistakes)
    found: list[Paper] = []
    used = set[str]().union(*(summed(figure) for figure in shared.values()))
    for path in sorted((model / FOLDER).glob("*.yaml")):
        if path.name == SHARED:
            continue
        report = _checked(path, schema.PAPER)
        if not report.mistakes:
            _read(path, report, practices, shared, found)
        used |= _quoted(report.document.value)
        mistakes += report.mistakes
    if unused := sorted(set(shared) - used):
        found_ = f"no paper quotes “{unused[0]}”"
        mistakes.append(
            Mistake(f"{FOLDER}/{SHARED}", "figures", found_, do="use it or take it out")
        )
    if mistakes:
        in_docs = (replace(mistake, file=f"docs/model/{mistake.file}") for mistake in mistakes)
        raise PaperError(*in_docs)
    return tuple(sorted(found, key=lambda paper: paper.order))


def check_pages(papers: tuple[Paper, ...], written: Mapping[str, str]) -> None:
    """Raises `PaperError` for each page that a paper names and that nobody has `written`."""
    gone = [
        Mistake(
            f"docs/model/{FOLDER}/{paper.id}.yaml",
            key,
            f"the page “{page}” is not there (any more)",
            do="name the page on which the need comes up now, or take the line out",
        )
        for paper in papers
        for key, page in (
            *(("needed_on", needed.page) for needed in paper.needed_on),
            ("read", paper.read),
        )
        if page not in written
    ]
    if gone:
        raise PaperError(*gone)


def _checked(path: Path, kind: Kind) -> Report:
    return checked(path, f"{FOLDER}/{path.name}", kind)


def _shared(path: Path, mistakes: list[Mistake]) -> Mapping[str, Number | str]:
    if not path.is_file():
        return {}
    report = _checked(path, schema.SHARED)
    figures = report.document.value["figures"] if not report.mistakes else {}
    try:
        worked(figures, {})
    except FigureError as error:
        report.add(("figures",), error.found)
    mistakes += report.mistakes
    return figures if not report.mistakes else {}


def _read(
    path: Path,
    report: Report,
    practices: Set[str],
    shared: Mapping[str, Number | str],
    found: list[Paper],
) -> None:
    data = report.document.value
    if data["id"] != path.stem:
        report.add(("id",), f"found “{data['id']}” in {path.name}", "it must be the file's name")
    if data["asks"] not in practices:
        report.add(("asks",), f"“{data['asks']}” is no practice", do="name one that it serves")
    if same := next((paper for paper in found if paper.order == data["order"]), None):
        report.add(("order",), f"{same.id} has this order too", do="give each its own")
    own = data.get("figures", {})
    for name in set(own) - _quoted(data):
        report.add(("figures", name), f"no text quotes “{name}”", do="use it or take it out")
    try:
        figures = worked(own, worked(shared, {}))
        paper = _paper(data, figures)
    except FigureError as error:
        report.add(("figures",), error.found)
        return
    found.append(paper)


def _quoted(value: Any) -> set[str]:
    """The names of all figures that a document quotes, or works others out from."""
    names: set[str] = set()
    for text in _texts(value):
        names |= quoted(text)
    own = value.get("figures", {}) if isinstance(value, dict) else {}
    return names.union(*(summed(figure) for figure in own.values()))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _paper(data: Mapping[str, Any], figures: Mapping[str, Number]) -> Paper:
    return Paper(
        id=data["id"],
        order=data["order"],
        stage=data["stage"],
        title=data["title"],
        description=data["description"],
        gives=data["gives"],
        readers=data["for"],
        who=data["who"],
        when=tuple(data["when"]),
        first_step=data["first_step"],
        rests_on=tuple(data["rests_on"]),
        asks=data["asks"],
        read=data["read"],
        words=tuple(data.get("words", ())),
        sheets=data["sheets"],
        needed_on=tuple(Needed(**needed) for needed in data["needed_on"]),
        example=tuple(blocks(data["parts"], "example", figures)),
        empty=tuple(blocks(data["parts"], "empty", figures)),
    )
