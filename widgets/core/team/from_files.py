"""Adds the raters in files that somebody chose or dropped on the team page."""

from collections.abc import Iterator, Mapping
from typing import Any

from widgets.core.answers.refusals import RefusedError
from widgets.core.importing.given_file import given_file, shown
from widgets.core.page.desk import Desk, Reply
from widgets.core.team.adding import taken
from widgets.core.team.pasted import Opened, answers_in


def run(desk: Desk) -> Reply:
    """Keeps each file's answers, and names each file that cannot be opened."""
    answers, problems = [], []
    for file in _files(desk.given):
        try:
            answers.append(answers_in(given_file(file).content, desk.place))
        except RefusedError as refused:
            problems.append(refused.of(f"The file “{shown(str(file.get('name', '')))}”"))
    return taken(desk, Opened(tuple(answers), tuple(problems), ""))


def _files(given: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The file, and those chosen with it."""
    for file in (given.get("file"), *(given.get("more") or ())):
        if isinstance(file, Mapping):
            yield file
