"""The ` ```widget ` block: a widget drawn whole into the page, with nothing answered.

A block holds the widget's name on its first line, then one `option: value` a line.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pymdownx.superfences import SuperFencesException

from widgets.core.model.maturity import Model
from widgets.core.page.frame import WidgetError, check_options, whole
from widgets.core.page.view import ROOT, Place

LANGUAGE = "widget"

_OPTION = re.compile(r"\s*([a-z_]+)\s*:\s*(.*?)\s*")
_ELEMENT = "kam-widget"
"""The element that every widget is."""


@dataclass(frozen=True, slots=True)
class Block:
    """What a widget block asks for."""

    name: str
    options: tuple[tuple[str, str], ...]


def parse(source: str) -> Block:
    """The block with the text `source`; `WidgetError` for a name or option that does not exist."""
    lines = [line for line in source.splitlines() if line.strip()]
    if not lines:
        raise WidgetError(found="the widget block is empty", must="name a widget on its first line")
    options: dict[str, str] = {}
    for line in lines[1:]:
        match = _OPTION.fullmatch(line)
        if not match:
            raise WidgetError(found=f"“{line.strip()}” is no option", must="write “name: value”")
        options[match[1]] = match[2]
    name = lines[0].strip()
    check_options(name, options)
    return Block(name, tuple(options.items()))


class Fence:
    """The widgets of one build: each is drawn once, however many ask for it."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._drawn: dict[Block, str] = {}

    def draw(self, source: str) -> str:
        """The HTML of the widget that `source` names; `WidgetError` where it cannot be drawn."""
        block = parse(source)
        if block not in self._drawn:
            place = Place(self._model, ROOT, dict(block.options))
            self._drawn[block] = str(whole(block.name, place))
        return self._drawn[block]

    def custom_fence(self) -> Mapping[str, Any]:
        """The block as pymdownx.superfences takes it among its `custom_fences`."""
        return {"name": LANGUAGE, "class": "kam", "format": self._format}

    def _format(
        self,
        source: str,
        _language: str,
        _class: str,
        _options: dict[str, Any],
        md: Any,
        **_more: Any,
    ) -> str:
        if _ELEMENT not in md.block_level_elements:
            md.block_level_elements.append(_ELEMENT)  # or it would be put into a paragraph
        try:
            return self.draw(source)
        except (LookupError, ValueError) as error:
            raise SuperFencesException(f"widget block: {error}") from error
