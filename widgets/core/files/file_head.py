"""What the head of an answers file says: its format, and the model and release that it answers."""

from collections.abc import Mapping
from typing import Any

from widgets.core.answers.file import PARTS
from widgets.core.files.refusals import (
    FILE,
    AnswersError,
    Refusal,
    known_keys,
    mapping,
    shown,
    wrong,
)
from widgets.core.model.maturity import FORMAT, Model

KEYS = ("format", "model", "answers", "quick", *PARTS)
"""Every key of the file."""

ELSEWHERE = "open the file in the guide that wrote it"
"""What to do with a file that this guide cannot know."""


def check_format(data: Mapping[str, Any]) -> None:
    """Raises `AnswersError` where `data` is not in the one format."""
    if "format" not in data:
        raise AnswersError(Refusal(FILE, "lacks “format”", f"it must say “format”: {FORMAT}"))
    found = data["format"]
    if not isinstance(found, int) or isinstance(found, bool):
        raise wrong("format", found, str(FORMAT))
    if found != FORMAT:
        known = f"this guide reads format {FORMAT}"
        raise AnswersError(Refusal("format", f"found {shown(found)}", known, ELSEWHERE))


def release(data: Mapping[str, Any], model: Model) -> Any:
    """The release of `model` that `data` answers, as it says; another model is refused."""
    if "model" not in data:
        must = "it must name the model's id and version"
        raise AnswersError(Refusal(FILE, "lacks “model”", must))
    named = mapping(data["model"], "model")
    known_keys(named, ("id", "version", "made_of"), "model")
    if named.get("id") != model.id:
        found, known = f"found {shown(named.get('id'))}", f"this guide scores “{model.id}”"
        raise AnswersError(Refusal("model.id", found, known, ELSEWHERE))
    return named.get("version")
