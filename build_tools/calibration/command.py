"""`make calibrate`: counts the readings, prints what they say, and writes the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools import Mistake
from build_tools.calibration import page
from build_tools.calibration.readings import Calibration, load
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
    for words, found in page.groups(calibration, model).items():
        yield f"{words}: {len(found.cases)}"
        for name, *cells in page.figures({words: found}):
            yield f"  {name:58}{cells[0]:30}{cells[1]}"
    yield f"wrote {PAGE}"
    yield from differs(checkout, calibration, model) or [f"{MEASURED} holds what was measured"]


def differs(checkout: Path, calibration: Calibration, model: Model) -> list[str]:
    """A sentence where the model's margins are not those of the sealed firms."""
    must = measured(Found(model, calibration, "sealed"))
    path = checkout / MEASURED
    holds: Any = read(path, MEASURED).value if path.is_file() else None
    if holds == must:
        return []
    return [str(Mistake(MEASURED, found="holds other margins", must=f"it must hold {must}"))]
