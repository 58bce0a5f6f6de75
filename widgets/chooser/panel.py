"""The panel beside the chooser's form: the answer in a few words, and how clear it is."""

import htpy as h

from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words.headline import brief, headline
from widgets.core.choosing_words.not_known import few
from widgets.core.result import panel

EARLY = "Too early for an answer"


def draw(found: Outcome, done: int, total: int) -> h.Node:
    """The answer, or how far the form is; how clear it is; on how little it stands."""
    said = headline(found)
    level = brief(found.structures, found.choice) if said.settled else f"{done} of {total} answered"
    rests = few(found.structures, found.chooser) if said.settled else ""
    return (
        h.p(".kam-panel__level")[level],
        h.p(".kam-panel__words")[(said.clear or said.do) if said.settled else said.do],
        bool(rests) and h.p(".kam-panel__rests")[rests],
        done > 0 and h.p[h.a(".md-button.kam-see", href=f"#{panel.ID}")[panel.SEE]],
    )


def jump(found: Outcome, done: int, total: int) -> h.Element:
    """On a narrow page: the same in one line, always in sight."""
    settled = headline(found).settled
    return panel.jump(brief(found.structures, found.choice) if settled else EARLY, done, total)
