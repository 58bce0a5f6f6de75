"""Times as the page and files write them, read in one way: instants, and the reader's own day.

Inside files a time is in UTC; wherever a person reads one it is that of the browser's time zone,
or of the machine's, which is all that this module takes from outside.
"""

from datetime import UTC, datetime
from functools import lru_cache


def instant(text: object) -> datetime | None:
    """The time in `text`, such as 2026-11-22T03:00:00.000Z, in UTC; none for anything else.

    Without a zone it is in UTC; a day alone begins where the reader is.
    """
    said = str(text)
    return _exact(said) if "T" in said else _read(said)


def _read(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
        if found.tzinfo is None and "T" in text:
            found = found.replace(tzinfo=UTC)
        return found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None


_exact = lru_cache(maxsize=4096)(_read)
"""The same for a text with a time of day, which is the same instant everywhere."""


def here(text: object) -> datetime | None:
    """The time in `text` where the reader is; none for anything else."""
    found = instant(text)
    try:
        return found.astimezone() if found else None
    except (ValueError, OverflowError, OSError):
        return None


def milliseconds(text: object) -> int:
    """The time in `text` as milliseconds since 1970; 0 if it is none, or from before."""
    said = str(text)
    return _count(said) if "T" in said else _counted(said)


def _counted(text: str) -> int:
    found = instant(text)
    return max(0, round(found.timestamp() * 1000)) if found else 0


_count = lru_cache(maxsize=4096)(_counted)
"""The same for a text with a time of day."""


def written(milliseconds: int) -> str:
    """A time, in milliseconds since 1970, as the page writes it; empty for one out of reach."""
    try:
        time = datetime.fromtimestamp(milliseconds / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return ""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def day(text: object) -> str:
    """The day of a time where the reader is, such as 2026-11-22; empty where there is none."""
    found = here(text)
    return f"{found:%Y-%m-%d}" if found else ""


def moment(at: str) -> str:
    """A time such as 2026-11-22T03:00:00.000Z in words; as it is if it cannot be read."""
    local = here(at)
    return f"{local.day} {local:%B %Y, %H:%M}" if local else at[:30]


def day_in_words(at: str) -> str:
    """Its day in words, such as "22 November 2026"; empty if it cannot be read."""
    local = here(at)
    return f"{local.day} {local:%B %Y}" if local else ""


def short_day(at: str, now: str) -> str:
    """Its day as one says it: "22 November", with the year where that is not this one.

    Empty if it cannot be read.
    """
    local, today = here(at), here(now)
    if not local:
        return ""
    year = "" if today and today.year == local.year else f" {local.year}"
    return f"{local.day} {local:%B}{year}"


def since(at: str, now: str) -> str:
    """Its day, or where that is today its time: "10:05 today"; empty if it cannot be read."""
    local = here(at)
    if local and day(at) == day(now):
        return f"{local:%H:%M} today"
    return short_day(at, now)
