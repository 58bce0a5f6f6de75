"""The one file format: an answers file as text, as JSON, and back.

Strict at the door: anything that the format does not allow is refused, a sentence each.
"""

import json
from collections.abc import Mapping
from typing import Any

from widgets.core.answers.refusals import (
    FILE,
    AnswersError,
    Mistakes,
    Refusal,
    shown,
    wrong,
)
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.model.maturity import FORMAT, Model
from widgets.core.model.release_maps import RETIRED

PARTS = ("details", "profile", "targets", "chooser", "plan", RETIRED)
"""Optional parts of the file besides `answers` and `quick`, each a mapping."""

KEYS = ("format", "model", "answers", "quick", *PARTS)
"""Every key of the file."""

ELSEWHERE = "open the file in the guide that wrote it"
"""What to do with a file that this guide cannot know."""


def as_json(answers: Answers, model: Model) -> dict[str, Any]:
    """`answers` in the one file format; `read` gives them back unchanged."""
    data: dict[str, Any] = {"format": FORMAT, "model": {"id": model.id, "version": model.version}}
    if answers.practices:
        data["answers"] = {
            id: {"na": state.reason} if isinstance(state, NotApplicable) else state
            for id, state in answers.practices.items()
        }
    if answers.quick:
        data["quick"] = dict(answers.quick)
    return {**data, **answers.rest}


def parsed(text: str | bytes) -> Any:
    """The JSON in `text`, each key once; raises `AnswersError`."""
    if not text.strip():
        raise AnswersError(Refusal(FILE, "empty", "it must hold answers as JSON"))
    strict = _Strict()
    try:
        data = json.loads(text, object_pairs_hook=strict.pairs, parse_constant=strict.constant)
    except json.JSONDecodeError as error:
        found = f"not whole JSON: line {error.lineno}, column {error.colno}: {error.msg}"
        do = "export it again from the guide, or mend that place"
        raise AnswersError(Refusal(FILE, found, do=do)) from None
    except UnicodeDecodeError as error:
        found = f"not UTF-8 text: byte {error.start} cannot be read"
        raise AnswersError(Refusal(FILE, found, do="save it as UTF-8")) from None
    except RecursionError:
        found = "nests far deeper than any answers file"
        raise AnswersError(Refusal(FILE, found, "it is not one")) from None
    except AnswersError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise AnswersError(Refusal(FILE, f"holds a value that cannot be read: {error}")) from None
    strict.mistakes.refuse()
    return data


class _Strict:
    """What JSON is read with: notes what the standard forbids and Python's reader allows."""

    def __init__(self) -> None:
        self.mistakes = Mistakes()

    def pairs(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in pairs:
            if key in data:
                twice = f"says {shown(key)} twice"
                self.mistakes.add(Refusal(FILE, twice, do="keep one of the two"))
            data[key] = value
        return data

    def constant(self, name: str) -> None:
        found = f"holds {name}, which is not a JSON value"
        self.mistakes.add(Refusal(FILE, found, "a rung is 0 to 4"))


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


def json_text(data: Mapping[str, Any]) -> str:
    """`data` as the text of a file that a person may read."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
