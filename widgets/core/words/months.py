"""Months in words, and as people type them where a browser has no picker for them.

Pure.  What could mean two months, such as 03/27, is not guessed.
"""

import re

from widgets.core.words.english import short

NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

MONTH = re.compile(r"20[0-9]{2}-(0[1-9]|1[0-2])")
"""A month as answers hold it, such as 2027-03."""

_WHOLE = re.compile(r"(?:[^\W_]|[\s./,–-])*")
_PARTS = re.compile(r"[^\W\d_]+|\d+")
YEARS = range(2000, 2100)
"""Years that a plan may be for."""

LONGEST = 40
"""Characters of a text that can name a month."""


def in_words(month: str) -> str:
    """A month such as 2027-03 in words, such as "March 2027"; empty for none."""
    year, _, number = month.partition("-")
    return f"{NAMES[int(number) - 1]} {year}" if MONTH.fullmatch(month) else ""


def month(text: str) -> str:
    """The month that `text` names, such as 2027-03 for "March 2027", "3/2027" or "2027-03-15".

    Empty where it names none, or could name two.
    """
    if len(text) > LONGEST or not _WHOLE.fullmatch(text):
        return ""
    parts = [int(part) if part.isdecimal() else part for part in _PARTS.findall(text)]
    words = [part for part in parts if isinstance(part, str)]
    years = [part for part in parts if part in YEARS]
    rest = [part for part in parts if isinstance(part, int) and part not in YEARS]
    if len(years) != 1 or len(words) > 1 or len(rest) > 2 or max(rest, default=0) > 31:
        return ""
    if words:
        number = _named(words[0]) if len(rest) < 2 else 0
    elif len(rest) == 2:
        number = rest[0] if parts[0] in YEARS else 0  # 2027-03-15, and not 03/04/2027
    else:
        number = rest[0] if rest else 0
    return f"{years[0]}-{number:02d}" if 1 <= number <= 12 else ""


def _named(word: str) -> int:
    """The number of a month by its name or the beginning of that; 0 for any other word."""
    start = word.lower()
    found = [n for n, name in enumerate(NAMES, start=1) if name.lower().startswith(start)]
    return found[0] if found and len(start) > 2 else 0


def doubt(text: str) -> str:
    """What to say at a field whose `text` names no month; empty where it names one, or is blank."""
    if not text.strip() or month(text):
        return ""
    return f"“{short(text.strip(), 20)}” is not yet a month: write it like March 2027 or 2027-03."
