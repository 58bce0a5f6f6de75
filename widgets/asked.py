"""What a page tells with every question: the model that it was built with, and how it stands."""

import json
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from typing import Any

from widgets.core.answers.fields import Kept
from widgets.core.keeping.visit import Visit, bare
from widgets.core.model.maturity import Model
from widgets.core.model.maturity_json import from_json

_TOLD = (
    *("now", "assessment", "stored", "beside", "own", "passes", "address", "frame"),
    *("elsewhere", "replaced"),
)


@cache
def published() -> Model:
    """The model that was packed beside this module."""
    return from_json(json.loads(get_data("widgets", "model.json") or b"null"))


def visit(asked: Mapping[str, Any], kept: Kept) -> Visit:
    """What `asked`, a message, says of the reader's browser; `kept`: what its records say."""
    told = {name: asked[name] for name in _TOLD if name in asked}
    told["address"] = bare(told.get("address", ""))
    if site := asked.get("one", {}).get("site"):
        told["address"] = f"{site}assessment/"  # a link to the file would lead nowhere
    return Visit(shown=asked["records"], times=kept.times, typed=kept.typed, **told)
