"""From the parts of a paper's file to what is drawn: once as the example, once as the form."""

from collections.abc import Iterator, Mapping
from typing import Any

from build_tools.papers.paper import Block, Cell, Heading, Label, State, Table, Words
from build_tools.papers.sums import Number, filled
from build_tools.text.wording import prose

_FIELDS = (30, 70)
"""Widths of a label and of what stands beside it."""


def blocks(
    parts: list[Mapping[str, Any]], state: State, figures: Mapping[str, Number]
) -> Iterator[Block]:
    """The blocks of checked `parts`; `FigureError` for a figure that cannot be quoted."""
    for part in parts:
        if "heading" in part:
            yield Heading(part["heading"], part.get("new_sheet", False))
        if "note" in part:
            yield Words(prose(part["note"]), "note")
        if "fields" in part:
            yield _fields(part["fields"], state, figures)
        elif "table" in part:
            yield _table(part["table"], state, figures)
        else:
            yield from _words(part, state, figures)


def _words(part: Mapping[str, Any], state: State, figures: Mapping[str, Number]) -> Iterator[Words]:
    for paragraph in part.get("letter", ()):
        text = paragraph.get(state, paragraph["example"])
        yield Words(filled(prose(text), figures))
    for point in part.get("points", ()):
        yield Words(filled(prose(point), figures), "point")


def _fields(fields: list[Mapping[str, Any]], state: State, figures: Mapping[str, Number]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for field in fields:
        example = filled(prose(field["example"]), figures)
        if state == "example":
            rows.append((Label(field["label"]), example))
        else:
            rows.append((Label(field["label"], field.get("hint", "")), ""))
    lines = tuple(field.get("lines", 2) if state == "empty" else 1 for field in fields)
    return Table((), tuple(rows), _FIELDS, lines)


def _table(table: Mapping[str, Any], state: State, figures: Mapping[str, Number]) -> Table:
    keep, head = table.get("keep", []), tuple(table["columns"])
    example = [[filled(prose(cell), figures) for cell in row] for row in table["rows"]]
    rows: list[tuple[Cell, ...]]
    if state == "example" or keep:
        kept = state == "example"
        rows = [
            tuple(
                Label(cell) if place in keep else cell if kept else ""
                for place, cell in enumerate(row)
            )
            for row in example
        ]
    else:
        rows = [("",) * len(head)] * table["empty_rows"]
    return Table(
        head,
        tuple(rows),
        tuple(table["widths"]),
        (1 if "sums" in table else table.get("lines", 1),) * len(rows),
        tuple(table.get("sums", ())) if keep or state == "example" else (),
        tuple(table.get("figures", ())),
    )
