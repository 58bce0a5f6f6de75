"""What a browser keeps, text by text: a JSON object, or the record of one field.

The one reader and the one writer.  A key that only a newer release knows stays where it is.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of one field."""

    value: str
    """What the field says; empty: it was taken back."""
    model: str | None
    """The release of the model that asked; None where it names none, and so means nothing."""
    at: str
    """When it was written; empty where that is not known."""
    held: Mapping[str, Any]
    """All that is kept."""

    def changed(self, **changes: str) -> str:
        """Its text after `changes`; what else it holds is kept."""
        return text_of({**self.held, **changes})


@lru_cache(maxsize=4096)  # after an answer all records but one are as they were
def record_of(text: str) -> Record | None:
    """The record that a browser kept as `text`; None for anything else."""
    held = object_of(text)
    value, model, at = (_whole(held.get(key)) for key in ("value", "model", "at"))
    return None if value is None else Record(value, model, at or "", held)


def value_of(text: str) -> str:
    """What a kept record says; empty if nothing, or nothing that can be read."""
    found = record_of(text)
    return found.value if found else ""


def time_of(text: str) -> str:
    """When a record was written; empty if that is not known."""
    found = record_of(text)
    return found.at if found else ""


def new_record(value: str, version: str, at: str = "") -> str:
    """The text of a new record."""
    return text_of({"value": value, "model": version, "at": at, "was": ""})


def object_of(text: str) -> dict[str, Any]:
    """A kept JSON object; empty for anything else."""
    try:
        found = json.loads(text) if text else None
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def text_of(held: Mapping[str, Any]) -> str:
    """The text that keeps a JSON object."""
    return json.dumps(held, ensure_ascii=False)


def _whole(value: Any) -> str | None:
    """`value` if it is a text, with “?” for half of a character, which no file can hold."""
    if not isinstance(value, str):
        return None
    return value if value.isascii() else value.encode("utf-8", "replace").decode()
