"""Finds widget blocks that cannot be drawn, before a page is made of them.

The formatter is told neither file nor line, so the page's Markdown is read beforehand.
"""

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from build_tools import ROOT
from build_tools.pages.fence import LANGUAGE, Fence
from widgets.core.page.frame import WidgetError

_MARK = re.compile(rf"[`~]{{3}}\s*{LANGUAGE}\b")
"""What every widget block begins with, wherever it stands."""

_BLOCKS = MarkdownIt("commonmark").disable("inline")
"""Tells blocks alone: what stands within a line takes most of the time, and is no widget block."""


def in_page(markdown: str, file: str, fence: Fence) -> Iterator[str]:
    """A sentence with file and line for each widget block of `markdown` that cannot be drawn."""
    if _MARK.search(markdown):  # most pages have none, and parsing them takes its time
        yield from mistakes(_BLOCKS.parse(markdown), file, fence)


def mistakes(tokens: Iterable[Token], file: str, fence: Fence, skipped: int = 0) -> Iterator[str]:
    """A sentence for each widget block among `tokens` that cannot be drawn.

    `skipped`: lines of the file before what was parsed.
    """
    for token in tokens:
        if not is_block(token):
            continue
        line = skipped + (token.map[0] + 1 if token.map else 1)
        try:
            fence.draw(token.content)
        except WidgetError as error:
            yield f"{file}:{line}: {error}; there are: {', '.join(names())}."


def is_block(token: Token) -> bool:
    """Whether `token` is a widget block."""
    return token.type == "fence" and token.info.split()[:1] == [LANGUAGE]


def names() -> list[str]:
    """The names of all widgets, by listing their folders."""
    folders = (ROOT / "widgets").glob("*/widget.py")
    return sorted(path.parent.name.replace("_", "-") for path in folders)
