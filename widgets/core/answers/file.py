"""The one file format: an answers file as text, as JSON, and back.

Strict at the door: anything that the format does not allow is refused, in one sentence each.
"""

import json
from collections.abc import Mapping
from typing import Any

from widgets.core.answers.refusals import FILE, AnswersError, known_keys, mapping, shown
from widgets.core.answers.states import Answers, NotApplicable
from widgets.core.model.maturity import FORMAT, Model
from widgets.core.model.release_maps import RETIRED

PARTS = ("details", "profile", "targets", "chooser", "plan", RETIRED)
"""Optional parts of the file besides `answers` and `quick`, each a mapping."""


def checked_head(file: Any) -> Mapping[str, Any]:
    """`file`, parsed JSON, if its keys and its format are those of an answers file."""
    data = mapping(file, FILE)
    known_keys(data, ("format", "model", "answers", "quick", *PARTS), FILE)
    _check_format(data)
    return data


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
    """The JSON in `text`, each key once; raises `AnswersError` in one sentence."""
    if not text.strip():
        raise AnswersError("empty; it must hold answers as JSON.", FILE)
    try:
        return json.loads(text, object_pairs_hook=_unique_keys, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise AnswersError(
            f"not whole JSON: line {error.lineno}, column {error.colno}: "
            f"{error.msg}; export it again from the guide, or mend that place.",
            FILE,
        ) from None
    except UnicodeDecodeError as error:
        raise AnswersError(
            f"not UTF-8 text: byte {error.start} cannot be read; save it as UTF-8.", FILE
        ) from None
    except RecursionError:
        raise AnswersError("nests far deeper than any answers file; it is not one.", FILE) from None
    except AnswersError:
        raise
    except ValueError as error:  # a number of thousands of digits
        raise AnswersError(f"holds a value that cannot be read: {error}.", FILE) from None


def _unique_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for key, value in pairs:
        if key in data:
            raise AnswersError(f"says {shown(key)} twice; keep one of the two.", FILE)
        data[key] = value
    return data


def _no_constant(name: str) -> Any:
    raise AnswersError(f"holds {name}, which is not a JSON value; a rung is 0 to 4.", FILE)


def _check_format(data: Mapping[str, Any]) -> None:
    if "format" not in data:
        raise AnswersError(f"lacks “format”; it must say “format”: {FORMAT}.", FILE)
    if data["format"] is not FORMAT and (
        not isinstance(data["format"], int) or isinstance(data["format"], bool)
    ):
        raise AnswersError(f"format: found {shown(data['format'])}; it must be {FORMAT}.")
    if data["format"] != FORMAT:
        raise AnswersError(
            f"format: found {shown(data['format'])}; this guide reads format {FORMAT}; "
            "open the file in the guide that wrote it."
        )


def json_text(data: Mapping[str, Any]) -> str:
    """`data` as the text of a file that a person may read."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
