"""A wide table can have the focus, so that the keyboard moves it sideways in a narrow window."""

import re

COLUMNS = 3
"""A table of fewer fits every window."""

_TABLE = re.compile(r"<table>\n(?:(?!</table>).)*</table>", re.DOTALL)
"""As Markdown writes it; those of the tools stand in a box that can have the focus."""
_COLUMN = re.compile(r"<t[hd][ >]")
_REACHED = re.compile(r'<a [^>]*href|tabindex="0"')


def focusable(html: str) -> str:
    """A page's `html`, its wide tables within reach of the keyboard.

    The theme lets them move sideways, and does as much for listings by itself.  A table that holds
    a link can be reached by it.
    """
    return _TABLE.sub(_reached, html)


def _reached(table: re.Match[str]) -> str:
    text = table[0]
    if _fits(text) or _REACHED.search(text):
        return text
    return text.replace("<table>", '<table tabindex="0">', 1)


def _fits(table: str) -> bool:
    """Whether it has so few columns that no window is too narrow."""
    head = table.partition("</tr>")[0]
    return len(_COLUMN.findall(head)) < COLUMNS
