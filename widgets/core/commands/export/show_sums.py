"""The sums of what scoring again finds: recommendations, the way up, open answers."""

import htpy as h

from widgets.core.page.desk import Desk, Reply
from widgets.core.panels import rescored
from widgets.core.result.parts import parts
from widgets.core.result.regions import SUMS


def run(desk: Desk) -> Reply:
    """Shows them with the values of the answers that are shown."""
    found = parts(desk.place, desk.answers)
    panel = h.div(".kam-working")[rescored.every_sum(found)]
    return Reply(h.p["Nothing is scored yet."] if found.empty else panel, SUMS)
