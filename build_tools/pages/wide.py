"""What may be wider than a phone can have the focus, so that the keyboard moves it sideways."""

import re

COLUMNS = 3
"""A table of fewer fits every window."""

_TABLE = re.compile(r"<table>\n(?:(?!</table>).)*</table>", re.DOTALL)
"""As Markdown writes it; those of the tools stand in a box that can have the focus."""
_HEAD = re.compile(r"<th[ >]")
_REACHED = re.compile(r'<a [^>]*href|tabindex="0"')
_LISTING = "<pre><span></span><code>"
_FOCUSABLE_LISTING = '<pre><span></span><code tabindex="0">'


def focusable(html: str) -> str:
    """A page's `html`, its wide tables and listings within reach of the keyboard.

    The theme lets them move sideways in a narrow window.  A table that holds a link can be reached
    by it.
    """
    return _TABLE.sub(_reached, html).replace(_LISTING, _FOCUSABLE_LISTING)


def _reached(table: re.Match[str]) -> str:
    text = table[0]
    head = text.partition("</tr>")[0]
    if len(_HEAD.findall(head)) < COLUMNS or _REACHED.search(text):
        return text
    return text.replace("<table>", '<table tabindex="0">', 1)
