"""`make calibrate`: counts the readings, prints what they say, and writes the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools import Mistake
from build_tools.calibration import page
from build_tools.calibration.readings import WORDS, Calibration, load, words
from build_tools.calibration.targets import Found, measured
from build_tools.reading.yaml12 import read
from widgets.core.model.maturity import Model

PAGE = "docs/method/how-well-does-it-measure.md"
MEASURED = "docs/model/measured.yaml"
FOLDER = "calibration"


def calibrate(checkout: Path, model: Model) -> Iterator[str]:
    """Writes the page of `checkout`; a line for each thing to print, the margins last."""
    calibration = load(checkout / FOLDER, model)
    (checkout / PAGE).write_text(page.page(calibration, model), encoding="utf-8")
    for group, found in page.groups(calibration, model).items():
        yield f"{group}: {len(found.cases)}"
        for name, *cells in page.figures({group: found}):
            yield f"  {name:58}{cells[0]:30}{cells[1]}"
    yield f"wrote {PAGE}"
    yield from differs(checkout, calibration, model) or [f"{MEASURED} holds what was measured"]


def as_read(checkout: Path, model: Model) -> str:
    """Writes down that every question was read as it is worded now; the line to print."""
    lines = [f"{id}: {now}" for id, now in words(model).items()]
    text = "\n".join([_HEAD, *lines, ""])
    (checkout / FOLDER / WORDS).write_text(text, encoding="utf-8")
    return f"wrote {FOLDER}/{WORDS}"


_HEAD = """\
# A hash of the words of each question as the readers saw it. When everything has been read as it
# stands, `python -m build_tools calibrate --read` writes it."""


def differs(checkout: Path, calibration: Calibration, model: Model) -> list[str]:
    """A sentence where the model's margins are not those of the sealed firms."""
    must = measured(Found(model, calibration, "sealed"))
    path = checkout / MEASURED
    holds: Any = read(path, MEASURED).value if path.is_file() else None
    if holds == must:
        return []
    return [str(Mistake(MEASURED, found="holds other margins", must=f"it must hold {must}"))]
