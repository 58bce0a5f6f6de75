"""Whose result it is, and of which day: the line that every result begins with."""

from widgets.core.keeping.visit import Visit
from widgets.core.words.times import day_in_words, milliseconds

UNKNOWN = "Your programme"
"""While nothing is answered, or nothing dates it."""

LINK = "a link"
"""What the source of answers is called that came in a link."""


def whose(visit: Visit, name: str = "") -> str:
    """Such as "Yours, 28 November 2026"; `name` for a worked organisation."""
    if name:
        return name
    if visit.beside == LINK:
        return "Shared with you"
    if visit.beside.startswith(f"{LINK} to "):
        return f"Shared with you, for {visit.beside.removeprefix(f'{LINK} to ')}"
    if visit.beside:
        return f"Not yours: from {visit.beside}"
    newest = max(visit.times.values(), key=milliseconds, default="")
    date = day_in_words(newest)
    return f"Yours, {date}" if date else UNKNOWN
