"""The rooms of the project, from the ground up: a room may know those before it, and no other.

Only data.  `build_tools.checks.imports` holds every import against it; each room's `__init__` says
in one sentence what is in it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Room:
    """A package of modules that belong together."""

    name: str
    """Below `widgets.core`, or below `build_tools`."""
    pure: bool = False
    """Whether it rests on the standard library alone: no HTML, in it or in what it imports."""
    archive: Literal["first", "later", ""] = ""
    """Whole in `kam.zip` with the first widgets, or whole in `more.zip`; empty: stays at home."""


CORE: Sequence[Room] = (
    Room("model", pure=True, archive="first"),
    Room("words", pure=True, archive="first"),
    Room("answers", pure=True, archive="first"),
    Room("structures", pure=True, archive="later"),
    Room("scoring", pure=True, archive="first"),
    Room("writing", archive="later"),
    Room("files", pure=True, archive="later"),
    Room("migrating", pure=True, archive="later"),
    Room("keeping", pure=True, archive="first"),
    Room("advising", pure=True, archive="first"),
    Room("questionnaire", pure=True, archive="later"),
    Room("choosing", pure=True, archive="later"),
    Room("choosing_words", pure=True, archive="later"),
    Room("sharing", pure=True, archive="later"),
    Room("comparing", pure=True, archive="later"),
    Room("drawing", archive="first"),
    Room("page", archive="first"),
    Room("actions", archive="first"),
    Room("result", archive="first"),
    Room("board", archive="later"),
    Room("importing", archive="later"),
    Room("panels", archive="later"),
    Room("exporting", archive="later"),
    Room("team", archive="later"),
    Room("commands", archive="later"),
)
"""What every widget may use; engines are pure."""

BUILD: Sequence[Room] = tuple(
    Room(name)
    for name in (
        "text",
        "reading",
        "releases",
        "overlay",
        "guide",
        "figures",
        "pages",
        "papers",
        "pictures",
        "structure_trial",
        "calibration",
        "stand_ins",
        "runtime",
        "searching",
        "addresses",
        "embedding",
        "datasets",
        "hosting",
        "site",
        "packing",
        "one_file",
        "checks",
    )
)
"""What turns `docs/` and `widgets/` into the site."""

FEWEST, MOST = 4, 12
"""Modules in a room, so that its listing can be taken in at a glance."""

LISTS = ("commands", "figures", "stand_ins")
"""Rooms that are lists: one module for each thing, as many as there are."""
