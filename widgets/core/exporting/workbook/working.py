"""The sheet with the working: the sums of the score as formulas over the answers' sheet.

Change a rung on the answers' sheet, and the figures follow; the workbook also carries
the values that they had when it was made.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.core.exporting.answer_rows import AWAY
from widgets.core.exporting.subject import Subject, unknowns
from widgets.core.exporting.workbook.lists import RUNG, STATE, Lines
from widgets.core.exporting.workbook.sheet import Worksheet
from widgets.core.model.maturity import TOP, Dimension
from widgets.core.result import working as sums
from widgets.core.scoring import margins
from widgets.core.scoring.climb import HALF, TOLERANCE
from widgets.core.scoring.results import DimensionResult

HEADS = (
    *("Dimension (◆ critical)", "Stands on", "Applicable", "Known", "Sum", "Score"),
    *("Level", "Caps at", "Range from", "Range to", "Range below", "Range above", "Target"),
)
FIRST = 3
"""Row of the first dimension, from 0; the heads stand above it."""

WORDS = {None: "nothing yet", "quick": "quick answer", "practices": "practices"}


@dataclass(frozen=True, slots=True)
class Figures:
    """Where other sheets find the figures, as rows counted from 1."""

    first: int
    last: int
    programme: int
    exposure: tuple[int, int] | None
    """Rows of the failure factors, most exposed first; none where none is known."""


def working(sheet: Worksheet, subject: Subject, places: Mapping[str, Lines]) -> Figures:
    """Every sum behind the figures; gives where they stand."""
    sheet.widths(46, 14, *[11] * 11)
    sheet.write(0, 0, "The working", "title")
    sheet.sheet.set_row(0, 28)
    sheet.across(1, (0, 11), unknowns(subject), "quiet", 150)
    for column, head in enumerate(HEADS):
        sheet.write(FIRST - 1, column, head, "middle" if column > 1 else "head")
    sheet.sheet.set_row(FIRST - 1, 32)
    for n, dimension in enumerate(subject.model.dimensions):
        _dimension(sheet, subject, FIRST + n, dimension, places[dimension.id])
    last = FIRST + len(subject.model.dimensions)
    _programme(sheet, subject, last)
    row = last + 2
    for line in sums.programme(subject.model, subject.result):
        sheet.across(row, (0, 11), line, "words", 150)
        row += 1
    exposure = _exposure(sheet, subject, row + 1)
    sheet.sheet.freeze_panes(FIRST, 1)
    sheet.paper()
    return Figures(FIRST + 1, last, last + 1, exposure)


def _dimension(
    sheet: Worksheet, subject: Subject, row: int, dimension: Dimension, at: Lines
) -> None:
    found = subject.result.dimensions[dimension.id]
    sheet.write(row, 0, dimension.name + (" ◆" if dimension.critical else ""), "strong")
    stands = "does not apply" if found.range is None else WORDS[found.basis]
    sheet.write(row, 1, stands)
    sheet.write(row, 12, subject.parts.scoped.targets[dimension.id].level, "whole")
    if found.basis == "practices":
        _on_practices(sheet, row, found, at)
    elif found.score is not None:
        _on_quick(sheet, row, found, at)
    elif found.range is not None:
        sheet.write(row, 8, 0, "number")
        sheet.write(row, 9, TOP, "number")
    n = row + 1
    if dimension.critical and (found.basis == "practices" or found.level is not None):
        cap = None if found.level is None else min(TOP, 1 + found.level)
        sheet.formula(row, 7, f'IF(G{n}="","",MIN({TOP},1+G{n}))', cap, "whole")
    low, high = found.range or (None, None)
    below = None if found.score is None or low is None else found.score - low
    above = None if found.score is None or high is None else high - found.score
    sheet.formula(row, 10, f'IF(F{n}="","",F{n}-I{n})', below, "number")
    sheet.formula(row, 11, f'IF(F{n}="","",J{n}-F{n})', above, "number")


def _on_practices(sheet: Worksheet, row: int, found: DimensionResult, at: Lines) -> None:
    n = row + 1
    rungs = f"Answers!${RUNG}${at.first}:${RUNG}${at.last}"
    states = f"Answers!${STATE}${at.first}:${STATE}${at.last}"
    low, high = found.range or (None, None)
    total = sum(found.rungs.values())
    some = f'IF(D{n}=0,"",'
    sheet.formula(row, 2, f'ROWS({states})-COUNTIF({states},"{AWAY}")', found.applicable, "whole")
    sheet.formula(row, 3, f"COUNT({rungs})", found.known, "whole")
    sheet.formula(row, 4, f"SUM({rungs})", total, "whole")
    sheet.formula(row, 5, f"{some}E{n}/D{n})", found.score, "number")
    sheet.formula(row, 6, f"{some}{_at(f'F{n}')})", found.level, "whole")
    away = f'IF(C{n}=0,"",'
    sheet.formula(row, 8, f"{away}E{n}/C{n})", low, "number")
    sheet.formula(row, 9, f"{away}(E{n}+{TOP}*(C{n}-D{n}))/C{n})", high, "number")


def _on_quick(sheet: Worksheet, row: int, found: DimensionResult, at: Lines) -> None:
    quick = f"Answers!${RUNG}${at.quick}"
    for column, look in ((5, "number"), (6, "whole"), (8, "number"), (9, "number")):
        sheet.formula(row, column, quick, found.level, look)


def _at(mean: str) -> str:
    """The level of a mean, as a formula: the nearest whole number, a half counting up."""
    return f"INT({mean}+{HALF}+{TOLERANCE:.9f})"


def _programme(sheet: Worksheet, subject: Subject, row: int) -> None:
    found, n = subject.result, row + 1
    low, high = found.score_range or (None, None)

    def column(letter: str) -> str:
        return f"{letter}{FIRST + 1}:{letter}{row}"

    sheet.write(row, 0, "The programme", "strong")
    sheet.write(row, 1, "dimensions")
    sheet.formula(row, 5, f'IFERROR(AVERAGE({column("F")}),"")', found.score, "number")
    some = f'IF(F{n}="","",'
    least = f"MIN({_at(f'F{n}')},{column('H')})"
    sheet.formula(row, 6, f"{some}{least})", found.level, "whole")
    sheet.formula(row, 8, f'IFERROR(AVERAGE({column("I")}),"")', low, "number")
    sheet.formula(row, 9, f'IFERROR(AVERAGE({column("J")}),"")', high, "number")
    sheet.write(row + 1, 0, margins.leeway(found), "plain")


def _exposure(sheet: Worksheet, subject: Subject, row: int) -> tuple[int, int] | None:
    """Exposure to each failure factor, highest first; gives their rows."""
    factors = [(f.name, subject.result.exposure[f.id]) for f in subject.model.failure_factors]
    known = [(name, found) for name, found in factors if found.value is not None]
    if not known:
        return None
    known.sort(key=lambda pair: -(pair[1].value or 0))
    heads = ("Exposure, 0 guarded to 100 unguarded", "", "Exposure", "Range from", "Range to")
    for column, head in enumerate(heads):
        sheet.write(row, column, head, "head")
    for n, (name, found) in enumerate(known, start=row + 1):
        low, high = found.range or (None, None)
        sheet.write(n, 0, name)
        sheet.write(n, 1, "rough" if found.rough else "")
        for column, value in enumerate((found.value, low, high), start=2):
            sheet.write(n, column, None if value is None else 100 * value, "whole")
    return row + 2, row + 1 + len(known)
