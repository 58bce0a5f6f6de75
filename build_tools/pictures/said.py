"""What a figure says, as the lines of a table: for a wiki, and for whoever cannot see it."""

import re
from html import unescape

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.DOTALL)
_DESC = re.compile(r"<desc[^>]*>(.*?)</desc>", re.DOTALL)
_CAPTION = re.compile(r"<figcaption>(.*?)(?:<a class=\"headerlink\".*)?</figcaption>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_ENDS = re.compile(r"(?<=[.!?;])\s+")
_PART = re.compile(r"^([^:.]{2,60}): (.+)$")

WHOLE = "What it shows"
"""The head of the lines that tell of no single part."""


def title(figure: str) -> str:
    """What the figure is called."""
    return _first(_TITLE, figure)


def description(figure: str) -> str:
    """The figure in words, as somebody hears it who does not see it."""
    return _first(_DESC, figure)


def sentence(figure: str) -> str:
    """The first sentence of its description."""
    return _ENDS.split(description(figure))[0]


def caption(figure: str) -> str:
    """The line beneath the figure."""
    return _first(_CAPTION, figure)


def _first(pattern: re.Pattern[str], figure: str) -> str:
    found = pattern.search(figure)
    return " ".join(unescape(_TAG.sub("", found[1])).split()) if found else ""


def lines(figure: str) -> list[tuple[str, str]]:
    """The lines of its table: the part, and what is said of it.

    A part that the description names before a colon has a line of its own.
    """
    found: list[tuple[str, str]] = []
    for sentence in _ENDS.split(description(figure)):
        part = _PART.match(sentence)
        if part:
            found.append((part[1], part[2]))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {sentence}")
        else:
            found.append((WHOLE, sentence))
    told = [(part, words.removesuffix(";")) for part, words in found]
    return [*told, ("How to read it", caption(figure))]
