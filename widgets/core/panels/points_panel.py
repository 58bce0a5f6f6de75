"""The panel of restore points: what can be put back, and one made by hand."""

import htpy as h

from widgets.core.drawing.html import time
from widgets.core.keeping import point_keys, restore_points, shelf
from widgets.core.keeping.point_keys import SNAPSHOT
from widgets.core.keeping.restore_points import Point
from widgets.core.keeping.shelf import Stored
from widgets.core.page.controls import button
from widgets.core.panels.fields import name_field
from widgets.core.panels.shelf_panel import answer_count
from widgets.core.words.times import moment

TITLE = "Restore points"


def panel(stored: Stored, id: str, now: str) -> h.Node:
    """The restore points of the assessment `id`."""
    points = restore_points.points(stored, id, now)
    return (
        h.p[
            "States of “",
            h.bdi[shelf.shelved(stored, id).name],
            "” that can be put back. Putting one back keeps the present state as a point, too.",
        ],
        h.ul(".kam-shelf")[[h.li[_item(point)] for point in points]]
        if points
        else h.p["There is none yet."],
        h.p(".kam-note")[
            f"The browser keeps {point_keys.MOST_POINTS}. Those made before a change go first; "
            f"{point_keys.MOST_SNAPSHOTS} that it kept to compare with stay longer. One that you "
            f"made goes only when you make another, and only once there are "
            f"{point_keys.MOST_BY_HAND} of yours."
        ],
        h.h3["Make one now"],
        name_field("Its name, such as “before the workshop”", "point-name"),
        h.p[
            button("earlier.make", "Make it", kind="submit"),
            " ",
            button("assessments.show", "My assessments"),
        ],
    )


def _item(point: Point) -> h.Node:
    if point.damaged:
        what = "cannot be read, and is left as it is"
        return h.p[h.strong[time(point.at) if point.at else "A restore point"], " ", what]
    return (
        h.p[
            h.strong[_called(point)],
            h.span(".kam-note")[f" {_why(point)}, {answer_count(point.count)}"],
        ],
        h.div(".kam-actions", role="group", aria_label=moment(point.at))[
            button("earlier.restore", "Put back", point.key)
        ],
    )


def _called(point: Point) -> h.Node:
    """A snapshot is called by its day; others by what the reader called them, and the minute."""
    if point.kind == SNAPSHOT and point.name:
        return h.bdi[point.name]
    return point.name and (h.bdi[point.name], ", "), time(point.at)


def _why(point: Point) -> str:
    return f"kept {point.why}" if point.kind == SNAPSHOT else point.why
