"""The panel of what another path of this host keeps."""

from urllib.parse import unquote

import htpy as h

from widgets.core.drawing.html import time
from widgets.core.keeping import shelf
from widgets.core.keeping.elsewhere import Found, found
from widgets.core.keeping.visit import Visit
from widgets.core.page.controls import button
from widgets.core.panels.shelf_panel import answer_count

TITLE = "Under another address"


def assessments_elsewhere(visit: Visit) -> h.Node:
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
            answer_count(shelf.count(records)), changed and (", last changed ", time(changed))
        ],
        h.p[button("borrowed.open-elsewhere", "Look at it", one.value)],
    )
