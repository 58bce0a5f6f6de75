"""Adds the raters in files that somebody chose or dropped on the team page."""

from collections.abc import Iterator, Mapping
from typing import Any

from widgets.core.desk import Desk, Reply
from widgets.core.incoming import too_large
from widgets.core.team.adding import taken
from widgets.core.team.pieces import LONGEST, Opened, of_file


def run(desk: Desk) -> Reply:
    """Keeps each file's answers, and names each file that cannot be opened."""
    given = [_opened(desk, file) for file in _files(desk.given)]
    answers = tuple(answers for one in given for answers in one.answers)
    problems = tuple(words for one in given for words in one.problems)
    return taken(desk, Opened(answers, problems, ""))


def _files(given: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The file, and those chosen with it."""
    for file in (given.get("file"), *(given.get("more") or ())):
        if isinstance(file, Mapping):
            yield file


def _opened(desk: Desk, file: Mapping[str, Any]) -> Opened:
    name, text = str(file.get("name", "")), file.get("text")
    if isinstance(text, str):
        return of_file(name, text, desk.place)
    called = "".join(c for c in name if c.isprintable())[:LONGEST]
    return Opened((), (f"The file “{called}”: {too_large(int(file.get('size') or 0))}",), "")
