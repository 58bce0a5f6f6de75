"""What is left out of the page for a board so that it stays one page, on Letter too.  Pure.

Lengths are counted in lines of the style sheet's columns; a browser test prints the longest.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from math import ceil
from textwrap import wrap

from widgets.core.board.sheet import Sheet, whole
from widgets.core.board.voice import within
from widgets.core.choosing.outcome import Outcome

COLUMN, TITLE, CLEAR, HEAD, CELL, AGREE = 50, 64, 96, 104, 70, 30
"""Letters of a line: in a column, in the recommendation, beneath it, in the head of the page, in a
step and beside it."""

HEADED = ("organisation", "decision", "date", "prepared")

BLOCK = 2.9
"""Lines that the head of a block and the gaps around it take."""

LINES = 21.5
"""Lines that a column may have where all else is as short as it can be."""

SIGNED = 88
"""Letters of a row of those who sign."""


def sheet(found: Outcome) -> Sheet | None:
    """The page for a board for these answers; None while there is no answer."""
    made = whole(found)
    return made and shortened(made)


def shortened(sheet: Sheet) -> Sheet:
    """The page with less in a column that is too long.

    In this order: the second cost, why the last reasons count, the other cost, the third reason;
    and all but one change, then what more is said of what answers the objection, which stays whole.
    """
    room = LINES - _above(sheet)
    if _right(sheet) > room:
        sheet = replace(sheet, change=sheet.change[:1])
    if _right(sheet) > room and (against := sheet.objection) is not None:
        sheet = replace(sheet, objection=replace(against, answered=within(against.answered, 1)))
    for less in (_one_cost, _bare_third, _bare_second, _no_cost, _two_reasons):
        if _left(sheet) > room:
            sheet = less(sheet)
    return sheet


def _one_cost(sheet: Sheet) -> Sheet:
    return replace(sheet, costs=sheet.costs[:1])


def _bare_third(sheet: Sheet) -> Sheet:
    return _bare(sheet, 2)


def _bare_second(sheet: Sheet) -> Sheet:
    return _bare(sheet, 1)


def _bare(sheet: Sheet, start: int) -> Sheet:
    kept, rest = sheet.reasons[:start], sheet.reasons[start:]
    return replace(sheet, reasons=(*kept, *(replace(one, because="") for one in rest)))


def _no_cost(sheet: Sheet) -> Sheet:
    return replace(sheet, costs=())


def _two_reasons(sheet: Sheet) -> Sheet:
    return replace(sheet, reasons=sheet.reasons[:2])


def _above(sheet: Sheet) -> float:
    """Lines that the other blocks take beyond their shortest."""
    typed = sheet.typed
    head = sum(max(len(typed[id]), 9) + 4 for id in HEADED) + len("Prepared by")
    signed = sum(len(name) + 7 for name in sheet.signers)
    title = 1.45 * (_lines(sheet.do, TITLE) - 2) + _lines(sheet.clear, CLEAR) - 1
    steps = sum(max(_lines(one.text, CELL), _lines(one.agree, AGREE)) for one in sheet.steps) - 6
    rows = (head > HEAD) + ceil(signed / SIGNED) - 1
    return title + steps + 1.3 * rows


def _left(sheet: Sheet) -> float:
    reasons = [f"{one.answer} {one.because}" for one in sheet.reasons]
    costs = [f"{name}: {text}" for name, text in sheet.costs]
    money = _lines(sheet.typed["cost"], COLUMN - 10) + _lines(sheet.typed["stops"], COLUMN - 24)
    return _all(reasons, COLUMN - 5) + _all(costs, COLUMN) + money + 0.1 * len(reasons)


def _right(sheet: Sheet) -> float:
    """One block more than on the left; without a date there is a line for one."""
    against, typed = sheet.objection, sheet.typed
    said = [f"{against.said.answer} {against.said.because}"] if against else []
    said += [f"What answers it: {against.answered}"] if against else []
    again = _lines(typed["again"] or sheet.again, COLUMN) + (not typed["again"])
    change = _all([*sheet.change, typed["doubt"]], COLUMN - 3)
    return BLOCK + _all(said, COLUMN - 3) + again + change


def _all(texts: Sequence[str], letters: int) -> int:
    return sum(_lines(text, letters) for text in texts)


@lru_cache(maxsize=1024)  # after an answer most of what may stand on the page is as it was
def _lines(text: str, letters: int) -> int:
    return max(1, len(wrap(text, letters)))
