"""JSON from outside: whole, each key once, and nothing that the standard does not know."""

import json
from typing import Any

from widgets.core.files.refusals import FILE, AnswersError, Mistakes, Refusal, shown


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
