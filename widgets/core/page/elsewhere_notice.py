"""The note that another path of this host keeps answers, with the way to them."""

from urllib.parse import unquote

import htpy as h

from widgets.core.keeping.elsewhere import paths
from widgets.core.keeping.visit import Visit
from widgets.core.page.controls import button


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
