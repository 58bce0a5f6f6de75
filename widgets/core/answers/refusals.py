"""What is said of something from outside that does not come in: one sentence, made in one place."""

import json
from collections.abc import Mapping
from typing import Any

WHOLE = ("The file", "The link", "The text")
"""Names of the whole thing that was given, for which its source can stand."""


class RefusedError(ValueError):
    """Something that was given and cannot be used; as a text it is one sentence for its giver."""

    def __init__(self, what: str, where: str = "") -> None:
        """`what`: what was found, what must be, what to do; `where`: the part, or one of `WHOLE`.

        Without `where`, `what` names the part itself.
        """
        super().__init__(f"{where}: {what}" if where else what)
        self.what, self.where = what, where

    def of(self, source: str) -> str:
        """The same sentence about `source`, such as "Line 3" or "The file “x.json”"."""
        return f"{source}: {self.what if self.where in WHOLE else self}"


FILE = "The file"
"""What a message calls the whole of what was given."""


class AnswersError(RefusedError):
    """Answers that cannot be used."""


def mapping(value: Any, where: str) -> Mapping[str, Any]:
    """`value` if it is a mapping; raises `AnswersError`, which names it by `where`."""
    if not isinstance(value, Mapping):
        raise AnswersError(f"found {shown(value)}; it must be a mapping {{…}}.", where)
    return value


def known_keys(data: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    """Raises `AnswersError` at the first key of `data` that is not `known`."""
    for key in data:
        if key not in known:
            raise AnswersError(
                f"{shown(key)} is no key of an answers file; the keys here are {', '.join(known)}.",
                where,
            )


def shown(value: Any) -> str:
    """`value` as a message shows it."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = text.encode(errors="backslashreplace").decode()
    return text if len(text) <= 60 else text[:59] + "…"
