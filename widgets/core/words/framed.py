"""What is said where another page shows this one in a frame: one table, by the kind of frame."""

from collections.abc import Mapping
from dataclasses import dataclass

OWN, SEALED, OTHER = "own", "sealed", "other"
"""What a frame is known to be: of the same site; of the same site and forbidding files; in a page
of another site, which does not tell what it forbids and whose storage may be a place apart."""

TAKE = "Take the answers to a tab of your own"
"""The way out of a frame, as a button says it."""

_ASKED = "Your browser was asked to save {file}: look among its downloads."
_NOT_PRINTED = (
    "No print dialogue opened, so nothing was printed: the frame around this page forbids it. "
    "Open the page in a tab of its own and print there."
)


@dataclass(frozen=True, slots=True)
class Framed:
    """The sentences for one kind of frame; empty where there is nothing to say."""

    answers: str = ""
    """Beneath a tool: what becomes of the answers."""
    exports: str = ""
    """Above the formats: what may become of a file, before one is asked for."""
    file: str = _ASKED
    """Once a file, named {file}, was made: what can truly be said of it."""
    printing: str = _NOT_PRINTED
    """Where no print dialogue opened."""


FRAMED: Mapping[str, Framed] = {
    "": Framed(
        printing="No print dialogue opened, so nothing was printed: this browser may not print "
        "from a page. Use its own menu."
    ),
    OWN: Framed(),
    OTHER: Framed(
        answers="A page of another site shows this one in a frame. In most browsers what you "
        "answer here stays in the frame: the same page in a tab of your own does not find it.",
        exports="This page is in a frame, which may forbid files and printing without a word.",
        file=f"{_ASKED} The frame around this page may forbid it: if no file came, open the page "
        "in a tab of its own.",
    ),
    SEALED: Framed(
        answers="The frame around this page forbids it to save files. Your answers are kept; in a "
        "tab of its own the page can export and print them.",
        exports="The frame around this page forbids files. JSON and the wiki can still be copied.",
        file="The frame around this page forbids it to save files, so {file} was not saved: open "
        "the page in a tab of its own.",
    ),
}
"""By the kind of frame; the first is that of a tab of its own."""
