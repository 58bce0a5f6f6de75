"""The panel beside the chooser's form: the answer in a few words, and how clear it is."""

import htpy as h

from widgets.core.choosing.outcome import Outcome
from widgets.core.choosing_words.headline import brief, headline
from widgets.core.choosing_words.not_known import few
from widgets.core.result import panel


def draw(found: Outcome, done: int, total: int) -> h.Node:
    """The answer, or how far the form is; how clear it is; on how little it stands."""
    said = headline(found)
    rests = few(found.structures, found.chooser) if said.settled else ""
    return (
        h.p(".kam-panel__level")[_level(found, done, total)],
        h.p(".kam-panel__words")[
            (said.clear or said.do) if said.settled else said.do,
            bool(rests) and (" ", h.span(".kam-panel__rests")[rests]),
        ],
        panel.see(done),
    )


def jump(found: Outcome, done: int, total: int) -> h.Element:
    """On a narrow page: the same in one line, always in sight."""
    return panel.jump(_level(found, done, total), done, total)


def _level(found: Outcome, done: int, total: int) -> str:
    """The answer in a few words; before there is one, how many questions are answered."""
    if headline(found).settled:
        return brief(found.structures, found.choice)
    return f"{done} of {total} answered"
