"""Adds what was pasted, chosen or dropped to the raters; says what came and what did not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from widgets.core.answers.states import Answers
from widgets.core.files.refusals import RefusedError
from widgets.core.importing.given_file import given_file, shown
from widgets.core.keeping.steps import Put
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.team.form import told
from widgets.core.team.pasted import PastedAnswers, answers_in
from widgets.core.words.english import number_of

SHOWN = 5
"""Sentences about what did not come in; more are counted."""


def from_files(desk: Desk) -> Reply:
    """Keeps the answers of each file handed over, and names each that cannot be opened."""
    answers, problems = [], []
    for file in _files(desk.given):
        try:
            answers.append(answers_in(given_file(file).content, desk.place))
        except RefusedError as refused:
            problems.append(refused.of(f"The file “{shown(str(file.get('name', '')))}”"))
    return taken(desk, PastedAnswers(tuple(answers), tuple(problems), ""))


def _files(given: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The file, and those chosen with it."""
    for file in (given.get("file"), *(given.get("more") or ())):
        if isinstance(file, Mapping):
            yield file


def taken(desk: Desk, found: PastedAnswers) -> Reply:
    """Keeps everybody in `found` as far as there is room."""
    place = desk.place
    stored, model = place.visit.stored, place.model
    known = raters.everybody(stored, model)
    room = max(0, raters.MOST_RATERS - len(known))
    new = found.answers[:room]
    steps = list(raters.added(stored, new, model, place.visit.now))
    problems = _few(found.problems) + _full(len(found.answers) - len(new)) + _twice(known, new)
    if not steps:
        nothing = problems or ["Paste at least one link, or choose a file."]
        return told(desk, "", nothing, left=found.left)
    words = f"{number_of(len(steps), 'rater')} added."
    return told(desk, words, problems, steps, _back(steps), found.left)


def _back(steps: Sequence[Put]) -> tuple[str, str, str]:
    ids = ",".join(step.key.removeprefix(raters.PREFIX) for step in steps)
    return ("team.remove", "Take back", ids)


def _few(problems: Sequence[str]) -> list[str]:
    more = len(problems) - SHOWN
    return [*problems[:SHOWN], *([f"{more} more could not be opened."] if more > 0 else [])]


def _full(over: int) -> list[str]:
    if over <= 0:
        return []
    return [
        f"This page holds {raters.MOST_RATERS} raters, the removed ones too; {over} did not come "
        "in; compare more with the command line."
    ]


def _twice(known: Sequence[raters.Rater], new: Sequence[Answers]) -> list[str]:
    """Says who was there already: most likely a link that was pasted twice."""
    before = [(rater.name, raters.bare(rater.answers)) for rater in known if not rater.removed]
    numbered = enumerate(new, start=max((rater.number for rater in known), default=0) + 1)
    said = []
    for number, answers in numbered:
        bare = raters.bare(answers)
        if same := next((name for name, other in before if other == bare), ""):
            said.append(f"Rater {number} has exactly the answers of {same}: the same person twice?")
        before.append((f"Rater {number}", bare))
    return said[:SHOWN]
