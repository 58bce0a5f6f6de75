"""What a paper's file may hold; every mistake has its line."""

import re
from typing import Any

from build_tools.papers.paper import STAGES
from build_tools.papers.sums import quoted
from build_tools.reading.kinds import (
    Keys,
    Report,
    each,
    items,
    matching,
    one_of,
    slug,
    text,
    whole,
    whole_from,
    yes,
)
from build_tools.reading.yaml12 import Path_

PARTS = ("fields", "table", "letter", "points")
"""What a part of a paper is; each has one of them."""

_PAGE = matching(re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*\.md"), "a page such as “implement/pilot.md”")


def _figure(value: Any, path: Path_, report: Report) -> None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        report.add(path, "found no number", "it must be a number, or a sum of figures before it")


def _cell(value: Any, path: Path_, report: Report) -> None:
    """A text, perhaps an empty one: a cell that the example leaves open."""
    if not isinstance(value, str):
        report.add(path, "found no text", "a cell must be a text", "put it in quotes if it is one")


def _row(value: Any, path: Path_, report: Report) -> None:
    if not isinstance(value, list):
        report.add(path, "found no list", "a row must be a list of cells")
        return
    for place, cell in enumerate(value):
        _cell(cell, (*path, place), report)


FIELD = Keys({"label": text, "example": text}, {"hint": text, "lines": whole_from(1, 12)})
PARAGRAPH = Keys({"example": text}, {"empty": text})

_PLACES = items(whole)

_TABLE_KEYS = Keys(
    {"columns": items(text, at_least=2), "widths": _PLACES, "rows": items(_row, at_least=1)},
    {
        "keep": _PLACES,
        "empty_rows": whole_from(1, 20),
        "lines": whole_from(1, 12),
        "sums": _PLACES,
        "figures": _PLACES,
    },
)


def _table(value: Any, path: Path_, report: Report) -> None:
    before = len(report.mistakes)
    _TABLE_KEYS(value, path, report)
    if len(report.mistakes) > before:
        return
    columns = len(value["columns"])
    for place, row in enumerate(value["rows"]):
        if len(row) != columns:
            found = f"the row has {len(row)} cells"
            report.add((*path, "rows", place), found, f"it must have {columns}")
    if len(value["widths"]) != columns or sum(value["widths"]) != 100:
        found = "the widths do not fit the columns"
        report.add((*path, "widths"), found, "they must be one for each, 100 together")
    for place, row in enumerate(value["rows"]):
        if quoted("".join(row[column] for column in value.get("keep", ()) if column < columns)):
            found = "a cell that stands in the empty form quotes a figure of the example"
            report.add((*path, "rows", place), found, do="put it into a column that is not kept")
    if ("keep" in value) == ("empty_rows" in value):
        found = "nothing tells the rows of the empty form, or two keys do"
        must = "a table has “keep” or “empty_rows”"
        report.add(path, found, must, "keep columns by their places from 0, or count empty rows")


_PART_KEYS = Keys(
    {},
    {
        "heading": text,
        "new_sheet": yes,
        "note": text,
        "fields": items(FIELD, at_least=1),
        "table": _table,
        "letter": items(PARAGRAPH, at_least=1),
        "points": items(text, at_least=1),
    },
)


def _part(value: Any, path: Path_, report: Report) -> None:
    _PART_KEYS(value, path, report)
    if isinstance(value, dict) and len([key for key in PARTS if key in value]) != 1:
        report.add(path, "the part is not of one kind", f"it must have one of {', '.join(PARTS)}")


NEEDED = Keys({"page": _PAGE, "why": text})


_FIGURES = each(_figure)

SHARED = Keys({"figures": _FIGURES})
"""The file of what several papers quote."""

PAPER = Keys(
    {
        "id": slug,
        "order": whole,
        "stage": one_of(*STAGES),
        "title": text,
        "description": text,
        "gives": text,
        "for": text,
        "who": text,
        "when": items(text, at_least=1),
        "first_step": text,
        "rests_on": items(text, at_least=1),
        "asks": slug,
        "read": _PAGE,
        "sheets": whole_from(1, 2),
        "needed_on": items(NEEDED, at_least=1),
        "parts": items(_part, at_least=1),
    },
    {"words": items(text), "figures": _FIGURES},
)
