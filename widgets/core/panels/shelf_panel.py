"""The panel of the reader's assessments: open, rename, delete, begin another."""

from collections.abc import Iterator

import htpy as h

from widgets.core.drawing.html import time
from widgets.core.keeping import restore_points, shelf
from widgets.core.keeping.shelf import Shelved, Stored
from widgets.core.page.controls import button
from widgets.core.panels.fields import name_field
from widgets.core.words.english import number_of

TITLE = "My assessments"
PERSISTENT = {
    "yes": "This browser has agreed to keep them until you erase them.",
    "no": "This browser may clear them when it runs short of space or you stay away for long.",
    "": "This browser does not say how long it keeps them.",
}
"""What the browser said when it was asked to keep its storage for good."""


def panel(stored: Stored, shown: str) -> h.Node:
    """All of them; `shown` is the id of the one that is open."""
    on_shelf, gone = shelf.assessments(stored), shelf.deleted(stored)
    return (
        h.p[
            "They are in this browser, on this device, and nowhere else. ",
            PERSISTENT.get(stored.get("setting:persistent", ""), PERSISTENT[""]),
            " A private window forgets them when it closes. Export what you must not lose.",
        ],
        h.ul(".kam-shelf")[
            [h.li[_card(stored, one, shown, alone=len(on_shelf) == 1)] for one in on_shelf]
        ],
        _new(shelf.shelved(stored, shown)),
        bool(gone)
        and h.details(".kam-shelf__gone")[
            h.summary[f"Deleted, and not yet erased: {len(gone)}"],
            h.ul(".kam-shelf")[[h.li[_gone(stored, one)] for one in gone]],
        ],
    )


def _card(stored: Stored, one: Shelved, shown: str, *, alone: bool) -> h.Node:
    is_shown = one.id == shown
    return (
        h.p[h.strong[h.bdi[one.name]], is_shown and " (open now)"],
        h.p(".kam-note")[list(_facts(stored, one))],
        h.div(".kam-actions", role="group", aria_label=one.name)[
            not is_shown and button("assessments.open", "Open", one.id),
            button("assessments.rename", "Rename", one.id),
            not alone and button("assessments.delete", "Delete", one.id),
            is_shown
            and button("earlier.show", _points(len(restore_points.points(stored, one.id)))),
        ],
    )


def _gone(stored: Stored, one: Shelved) -> h.Node:
    return (
        h.p[h.strong[h.bdi[one.name]]],
        h.p(".kam-note")[list(_facts(stored, one))],
        h.div(".kam-actions", role="group", aria_label=one.name)[
            button("assessments.open", "Bring it back", one.id),
            button("assessments.delete", "Erase it for good", one.id),
        ],
    )


def _facts(stored: Stored, one: Shelved) -> Iterator[h.Node]:
    records = shelf.records(stored, one.id)
    yield answer_count(shelf.count(records))
    for label, at in (
        ("made", one.made),
        ("last changed", shelf.changed(records)),
        ("file made", one.exported),
        ("deleted", one.deleted),
    ):
        if at:
            yield (", ", label, " ", time(at))


def _new(shown: Shelved) -> h.Node:
    return h.div(".kam-shelf__new")[
        h.h3["A new assessment"],
        name_field("By unit or by date, such as “North, spring 2027”", "new-name"),
        h.label(".kam-tick")[
            h.input(type="checkbox", name="copy", value="yes"),
            h.span["Start from a copy of “", h.bdi[shown.name], "”"],
        ],
        h.p[button("assessments.new", "Make it and open it", kind="submit")],
    ]


def _points(number: int) -> str:
    return f"Restore points: {number}" if number else "Restore points"


def answer_count(answers: int) -> str:
    """A number of answers in words."""
    return number_of(answers, "answer") if answers else "no answer"
