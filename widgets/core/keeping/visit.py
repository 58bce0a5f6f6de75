"""What a widget may know of the reader's visit, and the address that it may pass on."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

OWN, SEALED, OTHER = "own", "sealed", "other"
"""What a frame is known to be: of the same site; of the same site and forbidding files; in a page
of another site, which does not tell what it forbids and whose storage may be a place apart."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What a widget may know of the reader's visit; while the site is built, nothing."""

    now: str = ""
    """The reader's clock, such as 2026-11-22T03:00:00.000Z; it may be wrong."""
    assessment: str = "default"
    """Id of the assessment that is shown."""
    stored: Mapping[str, str] = field(default_factory=dict)
    """What the browser keeps, by key; for a view, without answers and without what restore
    points hold."""
    times: Mapping[str, str] = field(default_factory=dict)
    """When each field was last changed, by its name, in the form of `now`."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """The answers that are shown, as the browser keeps them: field name to text."""
    replaced: Sequence[tuple[str, str | None]] = ()
    """What changes in this visit replaced, the oldest first: key, and text or None."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What was typed where that is not as a file would have it, by field; it may say nothing."""
    beside: str = ""
    """Where the answers shown come from if they are not the reader's own, such as "a link"."""
    own: bool = False
    """Whether the reader has answers of their own, told while others are shown."""
    passes: bool = False
    """Whether the browser hands a link to other programs, as a phone does."""
    address: str = ""
    """The page's address, as `bare` gives it."""
    frame: str = ""
    """What shows the page: empty for a tab of its own, else `OWN`, `SEALED` or `OTHER`."""
    elsewhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What other paths keep of the same model, by path and key; for a view, without texts."""


def bare(address: str) -> str:
    """A page's address as one passes it on: no query, no fragment, no name and password."""
    page = re.split("[?#]", address, maxsplit=1)[0]
    return re.sub("^([a-z]+://)[^/]*@", r"\1", page)
