"""The level before all else: what a reader waits for while Python has just begun.

It rests on half of what the whole result imports, and its regions are those of that result, to
the byte.
"""

import json
from collections.abc import Callable, Mapping

from widgets.asked import published, visit
from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.keeping import opening
from widgets.core.page.view import Place
from widgets.core.result import level, panel
from widgets.core.scoring.score import score

_ANSWERED: Mapping[str, Callable[[Answers], tuple[int, int]]] = {
    "quick-scan": lambda answers: (len(answers.quick), len(published().dimensions)),
    "assessment": lambda answers: (len(answers.practices), len(published().practice)),
}
"""How many questions of a tool are answered, of how many."""


def headline(message: str) -> str:
    """The regions with the level that `widgets.worker.handle` would give; empty: it has none.

    The answer: JSON of {region: HTML}.
    """
    asked = json.loads(message)
    progress = _ANSWERED.get(asked["widget"])
    if progress is None or "do" in asked or "one" in asked or asked["options"]:
        return ""
    model = published()
    kept = opening.read_records(asked["records"], model)
    place = Place(model, asked["root"], {}, visit(asked, kept))
    result = score(model, kept.answers)
    regions = {
        "panel": panel.panel(model, result, *progress(kept.answers)),
        "headline": level.of_reader(place, result),
    }
    return json.dumps({name: html(node) for name, node in regions.items()})
