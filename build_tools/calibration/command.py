"""`make calibrate`: counts the readings, prints what they say, and writes the page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from build_tools import Mistake
from build_tools.calibration import page
from build_tools.calibration.readings import CHOOSER_WORDS, WORDS, Calibration, load, words
from build_tools.calibration.targets import CHOOSER_TARGETS, Found, measured
from build_tools.reading.yaml12 import read
from build_tools.structure_trial import readings as forms
from build_tools.structure_trial.shares import percent
from widgets.core.model.maturity import Model
from widgets.core.structures.structures import Structures

PAGE = "docs/method/how-well-does-it-measure.md"
QUESTIONS = "docs/method/what-each-question-tells.md"
MEASURED = "docs/model/measured.yaml"
FOLDER = "calibration"


def calibrate(checkout: Path, model: Model, structures: Structures | None = None) -> Iterator[str]:
    """Writes the page of `checkout`; a line for each thing to print, the margins last."""
    calibration = load(checkout / FOLDER, model)
    made = page.pages(calibration, model, structures)
    for path, text in zip((PAGE, QUESTIONS), made, strict=True):
        (checkout / path).write_text(text, encoding="utf-8")
    for group, found in page.groups(calibration, model, structures).items():
        yield f"{group}: {len(found.cases)}"
        for target in CHOOSER_TARGETS if structures else ():
            reached, *_ = target.of(found)
            yield f"  Chooser: {target.figure:49}{percent(reached)} (wanted: {target.wanted})"
        for name, *cells in page.figures({group: found}):
            yield f"  {name:58}{cells[0]:30}{cells[1]}"
    yield f"wrote {PAGE} and {QUESTIONS}"
    yield from differs(checkout, calibration, model) or [f"{MEASURED} holds what was measured"]


def as_read(checkout: Path, model: Model, structures: Structures | None = None) -> str:
    """Writes down that every question was read as it is worded now; the line to print."""
    asked = {WORDS: words(model)}
    if structures:
        asked[CHOOSER_WORDS] = forms.words(structures)
    for name, hashes in asked.items():
        lines = [f"{id}: {now}" for id, now in hashes.items()]
        text = "\n".join([_HEAD, *lines, ""])
        (checkout / FOLDER / name).write_text(text, encoding="utf-8")
    return f"wrote {', '.join(f'{FOLDER}/{name}' for name in asked)}"


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
