"""What is asked no longer, as fields: one for each thing, `retired.<thing>`, with a value of JSON.

Reads and writes nothing else of the records; a value that cannot be used is left where it is.
"""

import json
from collections.abc import Mapping
from typing import Any

from widgets.core.answers.file_checks import check_retired
from widgets.core.answers.refusals import AnswersError
from widgets.core.model.maturity import Model
from widgets.core.model.release_maps import RETIRED

PREFIX = f"{RETIRED}."


def part(values: Mapping[str, str], model: Model) -> tuple[dict[str, Any], set[str]]:
    """The part of the answers file, and the fields that it came from."""
    found: dict[str, Any] = {}
    used: set[str] = set()
    for name, value in values.items() if model.migrations else ():
        if name.startswith(PREFIX) and value:
            thing = name.removeprefix(PREFIX)
            try:
                entry = json.loads(value)
                check_retired({thing: entry}, model)
            except (AnswersError, ValueError, RecursionError):
                continue
            found[thing] = entry
            used.add(name)
    return found, used


def values(retired: Mapping[str, Any]) -> dict[str, str]:
    """The text of each field, by its name; the inverse of `part`."""
    return {PREFIX + t: json.dumps(entry, ensure_ascii=False) for t, entry in retired.items()}
