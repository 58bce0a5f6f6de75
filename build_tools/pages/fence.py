"""The ` ```widget ` block: a widget drawn whole into the page, with nothing answered.

A block holds the widget's name on its first line, then one `option: value` a line.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from markdown_it import MarkdownIt
from pymdownx.superfences import SuperFencesException

from build_tools import ROOT as CHECKOUT
from build_tools.guide.load import load
from widgets.core.model.maturity import Model
from widgets.core.page.frame import WidgetError, check_options, whole
from widgets.core.page.view import ROOT, Place

FOLDER = CHECKOUT / "docs" / "model"

_OPTION = re.compile(r"\s*([a-z_]+)\s*:\s*(.*?)\s*")


ELEMENT = "kam-widget"
"""The element that every widget is."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a widget block asks for."""

    name: str
    options: dict[str, str]


def parse(source: str) -> Block:
    """The block with the text `source`; `WidgetError` for a name or option that does not exist."""
    lines = [line for line in source.splitlines() if line.strip()]
    if not lines:
        raise WidgetError("the widget block is empty; name a widget on its first line")
    options: dict[str, str] = {}
    for line in lines[1:]:
        match = _OPTION.fullmatch(line)
        if not match:
            raise WidgetError(f"“{line.strip()}” is no option; write “name: value”")
        options[match[1]] = match[2]
    block = Block(lines[0].strip(), options)
    check_options(block.name, block.options)
    return block


def widget(
    source: str, language: str, class_name: str, options: dict[str, Any], md: Any, **_: Any
) -> str:
    """Formatter for pymdownx.superfences: the HTML of the widget that `source` names."""
    if ELEMENT not in md.block_level_elements:
        md.block_level_elements.append(ELEMENT)  # or it would be put into a paragraph
    try:
        block = parse(source)
        return str(whole(block.name, Place(published(), ROOT, block.options)))
    except (LookupError, ValueError) as error:
        raise SuperFencesException(f"widget block: {error}") from error


def published() -> Model:
    """The model of this checkout, read again only when a file of it changed."""
    return _load(tuple((str(f), f.stat().st_mtime_ns) for f in sorted(FOLDER.rglob("*.yaml"))))


@lru_cache(maxsize=1)
def _load(files: tuple[tuple[str, int], ...]) -> Model:
    return load(FOLDER).model


def mistakes(markdown: str, file: str) -> list[str]:
    """A sentence with file and line for each widget block that cannot be drawn.

    The formatter is told neither file nor line, so the page's Markdown is read beforehand.
    """
    found = []
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type != "fence" or token.info.split()[:1] != ["widget"]:
            continue
        line = token.map[0] + 1 if token.map else 1
        try:
            block = parse(token.content)
            whole(block.name, Place(published(), ROOT, block.options))
        except WidgetError as error:
            found.append(f"{file}:{line}: {error}; there are: {', '.join(names())}.")
    return found


def names() -> list[str]:
    """The names of all widgets, by listing their folders."""
    folders = (CHECKOUT / "widgets").glob("*/widget.py")
    return sorted(path.parent.name.replace("_", "-") for path in folders)
