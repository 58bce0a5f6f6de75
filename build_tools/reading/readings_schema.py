"""What the files of the calibration may hold; `calibration/README.md` tells their form."""

from collections.abc import Sequence
from typing import Any

from build_tools.reading.kinds import (
    RUNGS,
    Keys,
    Kind,
    Report,
    each,
    items,
    number,
    show,
    text,
    whole,
)
from build_tools.reading.yaml12 import Path_

NOT_CHOSEN = ("silent", "unanswerable", "ill", "na")
"""Why a reader chose no rung: the sheet does not say, nobody in the firm could know, no rung fits,
the question does not apply."""


def given(value: Any, path: Path_, report: Report) -> None:
    """An answer of a reader: a rung, or one of `NOT_CHOSEN`."""
    if isinstance(value, bool | float) or value not in (*RUNGS, *NOT_CHOSEN):
        words = ", ".join(NOT_CHOSEN)
        report.add(path, f"found {show(value)}", f"it must be a rung from 0 to 4, or {words}")


def halves(value: Any, path: Path_, report: Report) -> None:
    """A level as a judge gives it, 0 to 4 in steps of a half."""
    number(value, path, report)
    if not report.knows(path) and 2 * value % 1:
        report.add(path, f"found {show(value)}", "it must be a number in steps of a half")


def having(**needed: Kind) -> Kind:
    """A mapping with these keys, and whatever else its writer noted."""

    def check(value: Any, path: Path_, report: Report) -> None:
        more = set(value) - needed.keys() if isinstance(value, dict) else ()
        Keys(needed, dict.fromkeys(more, _anything))(value, path, report)

    return check


def _anything(value: Any, path: Path_, report: Report) -> None:
    """Nothing is asked of it."""


def _pair(value: Any, path: Path_, report: Report) -> None:
    """Two firms, and which of them lasts."""
    having(pair=items(text), lasts=text)(value, path, report)
    pair: Sequence[Any] = value.get("pair", ()) if isinstance(value, dict) else ()
    if isinstance(pair, list) and (len(pair) != 2 or value.get("lasts") not in pair):
        report.add(path, "“pair” must have two firms, and “lasts” one of them")


def _step(value: Any, path: Path_, report: Report) -> None:
    """An answer to a question of the chooser: a step, or why none was chosen."""
    if isinstance(value, bool | float) or value not in (*range(-2, 3), *NOT_CHOSEN[:3]):
        words = ", ".join(NOT_CHOSEN[:3])
        report.add(path, f"found {show(value)}", f"it must be a step from -2 to 2, or {words}")


JUDGE = each(having(programme=halves, dimensions=each(halves)))
READER = each(having(answers=each(given)))
CHOOSER = each(having(answers=each(_step), today=text, have=items(text)))
PAIRS = items(_pair)
SEQUELS = each(having(lasted=number))
ADVICE = each(Keys({"of": whole, "own": whole, "other": whole}))
ABOUT = having(model=text)
WORDS = each(text)
KEYSTONES = each(items(text))
INTERVIEW = items(having(ask=text, answer=text))
