"""Times as elements that say more than they show."""

import htpy as h

from widgets.core.words.times import moment


def time(at: str) -> h.Element:
    """A time in words as an element that also carries the exact time."""
    return h.time(datetime=at)[moment(at)]
