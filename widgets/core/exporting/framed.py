"""What is said of files and paper where another page shows this one in a frame: one table.

What becomes of answers there is said beneath the tools, by `widgets.core.page.whose_answers`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from widgets.core.keeping.visit import OTHER, OWN, SEALED

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
        exports="This page is in a frame, which may forbid files and printing without a word.",
        file=f"{_ASKED} The frame around this page may forbid it: if no file came, open the page "
        "in a tab of its own.",
    ),
    SEALED: Framed(
        exports="The frame around this page forbids files. JSON and the wiki can still be copied.",
        file="The frame around this page forbids it to save files, so {file} was not saved: open "
        "the page in a tab of its own.",
    ),
}
"""By the kind of frame; the first is that of a tab of its own."""
