"""Times as a reader sees them, in the time zone of the browser or of the machine."""

import htpy as h

from widgets.core.words.times import here


def moment(at: str) -> str:
    """A time such as 2026-11-22T03:00:00.000Z in words; as it is if it cannot be read."""
    local = here(at)
    return f"{local.day} {local:%B %Y, %H:%M}" if local else at[:30]


def day(at: str) -> str:
    """Its day in words, such as "22 November 2026"; empty if it cannot be read."""
    local = here(at)
    return f"{local.day} {local:%B %Y}" if local else ""


def time(at: str) -> h.Element:
    """A time in words as an element that also carries the exact time."""
    return h.time(datetime=at)[moment(at)]
