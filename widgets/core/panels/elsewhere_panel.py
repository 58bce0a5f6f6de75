"""Answers of the same model that another path of this host keeps in the same browser.

The keys of an answer begin with the path of the site.  A guide that moved, or whose path is spelled
in another way, begins anew there; what it kept before is offered to look at, and stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote

import htpy as h

from widgets.core.keeping import shelf
from widgets.core.keeping.shelf import Shelved, Stored
from widgets.core.keeping.visit import Visit
from widgets.core.page.controls import button
from widgets.core.page.times import time
from widgets.core.panels.shelf_panel import counted

TITLE = "Under another address"


@dataclass(frozen=True, slots=True)
class Found:
    """One assessment that another path keeps."""

    path: str
    """The path as the browser keeps it, percent-encoded."""
    stored: Stored
    """All that is kept under it."""
    assessment: Shelved

    @property
    def value(self) -> str:
        """What names it to the command `elsewhere`; an encoded path has no space."""
        return f"{self.path} {self.assessment.id}"


def paths(visit: Visit) -> list[str]:
    """Every other path that keeps an answer, in the order of their texts."""
    found = visit.elsewhere.items()
    return sorted(path for path, keys in found if any(k.startswith("answer:") for k in keys))


def found(visit: Visit) -> list[Found]:
    """Every assessment with an answer under another path; only a command is told the answers."""
    each = [(path, visit.elsewhere[path]) for path in paths(visit)]
    shelved = [Found(path, stored, one) for path, stored in each for one in _shelved(stored)]
    return [one for one in shelved if shelf.count(shelf.records(one.stored, one.assessment.id))]


def _shelved(stored: Stored) -> Sequence[Shelved]:
    return [*shelf.assessments(stored), *shelf.deleted(stored)]


def notice(visit: Visit) -> h.Node:
    """That there are such answers, and the way to look at them; nothing where there are none."""
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


def listed(visit: Visit) -> h.Node:
    """Each of them with a button that shows it; nothing where there are none."""
    there = found(visit)
    if not there:
        return None
    return (
        h.h3[TITLE],
        h.p[
            "This browser keeps them for other addresses of this host. They open read-only; what "
            "you keep becomes an assessment here, and nothing there is changed."
        ],
        h.ul(".kam-shelf")[[h.li[_card(one)] for one in there]],
    )


def _card(one: Found) -> h.Node:
    records = shelf.records(one.stored, one.assessment.id)
    changed = shelf.changed(records)
    return (
        h.p[h.strong[h.bdi[one.assessment.name]], ", ", h.code[h.bdi[unquote(one.path)]]],
        h.p(".kam-note")[
            counted(shelf.count(records)), changed and (", last changed ", time(changed))
        ],
        h.p[button("borrowed.open-elsewhere", "Look at it", one.value)],
    )
