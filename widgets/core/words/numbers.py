"""Numbers as a person reads them, all by one rounding: half up, as people and spreadsheets do.

Pure.  Engines keep exact values; only words, tables and drawings round.  Python's own rounding
goes to the even digit and shows 2.125 as 2.12, where a workbook shows 2.13.
"""

from collections.abc import Iterable
from math import floor

MINUS = "−"
_TOLERANCE = 1e-9


def fixed(value: float, places: int = 0) -> str:
    """`value` to so many decimals, a half away from zero, with a true minus.

    As in a spreadsheet, a half that a float misses by less than 1e-9 counts as reached: 2.675 is
    2.68.
    """
    whole = floor(round(abs(value) * 10**places, 9) + 0.5)
    digits = str(whole).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"{MINUS}{text}" if value < 0 and whole else text


def hundredths(share: float | None) -> str:
    """A share from 0 to 1 out of 100, such as "71"; "0" for none."""
    return fixed(100 * (share or 0))


def between(ends: Iterable[str]) -> str:
    """A range from its ends as they are shown, such as "1.0 to 2.5"; one where they read alike."""
    return " to ".join(dict.fromkeys(ends))


def number(value: float | None) -> str:
    """A score as a reader sees it, such as "3.0" or "2.13"; a dash where there is none.

    A half is the next level, so what lies just below one is never rounded up to it: "2.498".
    """
    if value is None:
        return "–"
    text, below = fixed(value, 2), value + _TOLERANCE < floor(value) + 0.5
    if below and text.endswith(".50"):
        return next(t for places in range(3, 10) if ".5" not in (t := fixed(value, places)))
    return text[:-1] if text.endswith("0") else text


def span(range_: tuple[float, float] | None) -> str:
    """A range such as "1.0 to 2.5", or the one value that is left."""
    if range_ is None:
        return "–"
    return between(map(number, range_))
