"""Fields of the dialogs: a name to give, a file to choose, a text to copy."""

import htpy as h
from markupsafe import Markup

from widgets.core.words.english import one_line

LONGEST = 80
"""Characters of a name."""


def name_field(label: str, name: str, value: str = "") -> h.Element:
    """A field for a name."""
    return h.label(".kam-written")[
        h.span[label],
        h.input(type="text", name=name, value=value, maxlength=str(LONGEST), dir="auto"),
    ]


def named(text: str, otherwise: str) -> str:
    """A name that a reader gave, fit to be kept and shown on one line."""
    return one_line(text)[:LONGEST] or otherwise


def file_field(label: str, id: str, several: bool = False) -> h.Element:
    """A field for a file of answers; a new `id` each time, so that one file can be tried twice."""
    return h.label(".kam-written")[
        h.span[label],
        h.input(
            id=id,
            type="file",
            name="chosen",
            multiple=several,
            accept=".json,.zip,application/json,application/zip,text/plain",
            data_kam_do="borrowed.open-file",
        ),
    ]


def text_to_copy(label: str, id: str, text: str, rows: int = 12) -> h.Node:
    """A `text` to be copied whole; the page's command `copy` takes it."""
    return (
        h.label(".kam-written", for_=id)[h.span[label]],
        h.textarea(".kam-copy", id=id, readonly=True, rows=str(rows), spellcheck="false")[
            Markup("\n"),  # the one line break that a browser drops where it begins
            text,
        ],
    )
