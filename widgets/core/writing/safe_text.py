"""Texts made safe for a file: a reader may have written anything, and a format may forbid it.

Pure.  What a format forbids is taken out or replaced, and nothing else: words in any script, of
either direction, and emoji stay as they are.
"""

import re
from html import unescape
from itertools import accumulate, takewhile

from widgets.core.model.maturity import Prose

LONGEST = 32_000
"""UTF-16 units that a cell of a workbook takes; Excel refuses more than 32,767."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters, and code points that XML does not know."""
_LINES = re.compile("\r\n|[\r\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_STARTS = re.compile(r"\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]")
"""Starts that a spreadsheet takes for a formula; also as full-width characters, after a space."""
_TAG = re.compile(r"<[^>]*>")


def clean(text: str) -> str:
    """`text` without control characters; a lone surrogate becomes U+FFFD, a line break a newline.

    Tabs and newlines stay.
    """
    return _FORBIDDEN.sub("", _LINES.sub("\n", _SURROGATES.sub("\ufffd", text)))


def one_line(text: str) -> str:
    """`text`, cleaned, in one line."""
    return " ".join(clean(text).split())


def formula(text: str) -> bool:
    """Whether a spreadsheet that reads `text` from a file would take it for a formula."""
    return bool(_STARTS.match(text))


def cell(text: str) -> str:
    """`text` as a field of CSV, which has no types: what begins like a formula gets an apostrophe.

    A workbook needs none: its cells say themselves that they are texts.
    """
    safe = fitted(text)
    return f"'{safe}" if formula(safe) else safe


def fitted(text: str) -> str:
    """`text`, cleaned; what is longer than a cell of a workbook can hold is cut, and says so."""
    safe = clean(text)
    if len(safe) <= LONGEST // 2:
        return safe
    units = accumulate(1 + (character > "\uffff") for character in safe)
    kept = sum(1 for _ in takewhile(lambda used: used <= LONGEST, units))
    return safe if kept == len(safe) else f"{safe[:kept]}… (cut here; the JSON file holds it all)"


def prose_text(prose: Prose) -> str:
    """An author's prose as text, with each source in brackets."""
    return "".join(
        unescape(_TAG.sub("", part)) if isinstance(part, str) else f"({part.text})"
        for part in prose
    )


def slug(text: str) -> str:
    """`text` as part of a file's name: letters and digits of any script, joined by hyphens."""
    words = "".join(c if c.isalnum() else " " for c in clean(text)).split()
    return "-".join(words)[:40].strip("-")
