"""Times as a reader sees them, in the time zone of the browser or of the machine."""

from datetime import datetime

import htpy as h


def moment(at: str) -> str:
    """A time such as 2026-11-22T03:00:00.000Z in words; as it is if it cannot be read."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except (ValueError, OverflowError):
        return at[:30]
    return f"{local.day} {local:%B %Y, %H:%M}"


def time(at: str) -> h.Element:
    """The same as an element that also carries the exact time."""
    return h.time(datetime=at)[moment(at)]
