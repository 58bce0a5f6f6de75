"""What runs in the web worker: one message in, one message out, both JSON text.

The only module that may import `js` or `pyodide`; it needs neither, because text crosses the
border and nothing else does.
"""

import json
from functools import cache
from pkgutil import get_data
from typing import Any

from widgets.core import fields
from widgets.core.drawing import widget
from widgets.core.model import Model, from_json
from widgets.core.view import Place, View, html


@cache
def published() -> Model:
    """The model that was packed beside this module."""
    return from_json(json.loads(get_data("widgets", "model.json") or b"null"))


def handle(message: str) -> str:
    """The answer to `message`.

    `message`: `{"widget", "root", "options": {…}, "records": {field: text}}`.
    The answer: `{"html": {region: HTML}, "announce", "save": {"name", "text"}}`; a widget that
    raises answers with an exception, which the page shows in that widget's place alone.
    """
    asked: dict[str, Any] = json.loads(message)
    model = published()
    place = Place(model=model, root=asked["root"], options=asked["options"])
    kept = fields.read(asked["records"], model)
    drawn: View = widget(asked["widget"]).view(place, kept.answers, kept.problems)
    answer = {
        "html": {name: html(node) for name, node in drawn.regions.items()},
        "announce": drawn.announce,
        "save": {"name": drawn.save.name, "text": drawn.save.text},
    }
    return json.dumps(answer, ensure_ascii=False)
