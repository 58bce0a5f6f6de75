"""The region `kept` beneath a tool's state line: whose answers are shown, and how safe they are."""

import htpy as h

from widgets.core.drawing.html import time
from widgets.core.keeping import automatic_points, shelf
from widgets.core.keeping.visit import OTHER, SEALED, Visit
from widgets.core.page.controls import button
from widgets.core.page.view import Place

AFTER = 60 * 60 * 1000
"""Milliseconds after which a change that is in no file deserves a word: our judgement."""

SAVE = "Save a file"

IN_FRAME = {
    OTHER: "A page of another site shows this one in a frame. In most browsers what you answer "
    "here stays in the frame: the same page in a tab of your own does not find it.",
    SEALED: "The frame around this page forbids it to save files. Your answers are kept; in a tab "
    "of its own the page can export and print them.",
}
"""By the kind of frame that has to be spoken of."""

UNPROMISED = (
    "Your answers are in this browser alone, and it has not promised to keep them: a private "
    "window, or a browser that clears its data when it closes, forgets them."
)


def region(place: Place) -> h.Node:
    """What there is to say; nothing while the page is built."""
    visit = place.visit
    if not visit.now or visit.beside:
        return None
    return _whose(visit), _framed(visit) or _nudge(visit) or _unpromised(visit), _elsewhere(visit)


def _whose(visit: Visit) -> h.Node:
    """The name of the assessment, where there could be a doubt which one it is."""
    shown = shelf.shelved(visit.stored, visit.assessment)
    if shown.deleted:
        return h.div(".kam-kept", role="alert")[
            h.p["“", h.bdi[shown.name], "” is deleted; what you answer here can still be kept."],
            button("assessments.open", "Bring it back", shown.id),
        ]
    if shown.name == shelf.UNNAMED and len(shelf.assessments(visit.stored)) == 1:
        return None
    return h.p(".kam-kept.kam-note")["Assessment: ", h.strong[h.bdi[shown.name]]]


def _framed(visit: Visit) -> h.Node:
    """What a frame does to answers, and the way to take them along."""
    words = IN_FRAME.get(visit.frame)
    if not visit.times or not words:
        return None
    return h.div(".kam-kept")[
        h.p[words],
        button("export.share", "Take them to a tab of your own"),
        visit.frame == OTHER and button("export.answers-file", SAVE),
    ]


def _nudge(visit: Visit) -> h.Node:
    exported = shelf.shelved(visit.stored, visit.assessment).exported
    first, _ = automatic_points.changes(visit, since=exported)
    if not automatic_points.older(visit, first, AFTER):
        return None
    return h.div(".kam-kept")[
        h.p["What you changed since ", time(first), " is in this browser and nowhere else."],
        button("export.answers-file", SAVE),
    ]


def _unpromised(visit: Visit) -> h.Node:
    """That the browser may clear its storage, until a file was made; it has been asked by then."""
    asked = visit.stored.get("setting:persistent", "yes")
    if not visit.times or asked == "yes":
        return None
    if shelf.shelved(visit.stored, visit.assessment).exported:
        return None
    return h.div(".kam-kept.kam-note")[h.p[UNPROMISED], button("export.answers-file", SAVE)]


def _elsewhere(visit: Visit) -> h.Node:
    """That another path keeps answers, and the way to look at them, while there are none here."""
    begun = visit.times or any(key.startswith(("about:", "restore:")) for key in visit.stored)
    if begun or not visit.elsewhere:
        return None
    from urllib.parse import unquote  # noqa: PLC0415 - few visits need it

    from widgets.core.keeping.elsewhere import paths  # noqa: PLC0415 - few visits need it

    there = paths(visit)
    if not there:
        return None
    names = [h.code[h.bdi[unquote(path)]] for path in there]
    return h.div(".kam-kept")[
        h.p[
            "This browser keeps answers to the same questions under another address of this host: ",
            [(", " if n else "", name) for n, name in enumerate(names)],
            ". They may be yours, from before the guide moved.",
        ],
        button("borrowed.open-elsewhere", "Look at them"),
    ]
