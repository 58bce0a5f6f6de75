"""Adds what was opened to the raters, and says what came and what did not."""

from collections.abc import Sequence

from widgets.core.answers.states import Answers
from widgets.core.keeping.steps import Put
from widgets.core.page.desk import Desk, Reply
from widgets.core.team import raters
from widgets.core.team.form import told
from widgets.core.team.pasted import Opened
from widgets.core.words.english import number_of

SHOWN = 5
"""Sentences about what did not come in; more are counted."""


def taken(desk: Desk, found: Opened) -> Reply:
    """Keeps everybody in `found` as far as there is room."""
    place = desk.place
    stored, model = place.visit.stored, place.model
    known = raters.everybody(stored, model)
    room = max(0, raters.MOST - len(known))
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
        f"This page holds {raters.MOST} raters, the removed ones too; {over} did not come in; "
        "compare more with the command line."
    ]


def _twice(known: Sequence[raters.Seat], new: Sequence[Answers]) -> list[str]:
    """Says who was there already: most likely a link that was pasted twice."""
    before = [(seat.name, raters.bare(seat.answers)) for seat in known if not seat.removed]
    numbered = enumerate(new, start=max((seat.number for seat in known), default=0) + 1)
    said = []
    for number, answers in numbered:
        bare = raters.bare(answers)
        if same := next((name for name, other in before if other == bare), ""):
            said.append(f"Rater {number} has exactly the answers of {same}: the same person twice?")
        before.append((f"Rater {number}", bare))
    return said[:SHOWN]
