"""The region `kept` beneath a tool's state line: whose answers are shown, and how safe they are."""

import htpy as h

from widgets.core import keeping, shelf
from widgets.core.moment import time
from widgets.core.view import Place, Visit

AFTER = 60 * 60 * 1000
"""Milliseconds after which a change that is in no file deserves a word: our judgement."""


def kept(place: Place) -> h.Node:
    """What there is to say; nothing while the page is built."""
    visit = place.visit
    if not visit.now or visit.beside:
        return None
    return _whose(visit), _nudge(visit)


def _whose(visit: Visit) -> h.Node:
    """The name of the assessment, where there could be a doubt which one it is."""
    shown = shelf.shelved(visit.stored, visit.assessment)
    if shown.deleted:
        return h.div(".kam-kept", role="alert")[
            h.p["“", h.bdi[shown.name], "” is deleted; what you answer here can still be kept."],
            _button("assessment-open", "Bring it back", shown.id),
        ]
    if shown.name == shelf.UNNAMED and len(shelf.assessments(visit.stored)) == 1:
        return None
    return h.p(".kam-kept.kam-note")["Assessment: ", h.strong[h.bdi[shown.name]]]


def _nudge(visit: Visit) -> h.Node:
    exported = shelf.shelved(visit.stored, visit.assessment).exported
    first, _ = keeping.changes(visit, since=exported)
    if not keeping.older(visit, first, AFTER):
        return None
    return h.div(".kam-kept")[
        h.p["What you changed since ", time(first), " is in this browser and nowhere else."],
        _button("export-json", "Save a file"),
    ]


def _button(command: str, label: str, value: str = "") -> h.Element:
    return h.button(".md-button", type="button", data_kam_do=command, data_kam_value=value or None)[
        label
    ]
