"""Keeps what is drawn from plain values: after an answer most of a result is as it was before.

A part is kept by its arguments, so these must say all that it depends on: texts, numbers and
frozen data, never a model or answers.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, wraps
from typing import cast

import htpy as h
from markupsafe import Markup

from widgets.core.drawing.html import html

PARTS = 600
"""How many drawings of one part are kept; a page needs some fifty of the largest kind at once."""


def kept[**P](draw: Callable[P, h.Node]) -> Callable[P, Markup]:
    """`draw` as HTML that is drawn once for the same arguments."""

    @lru_cache(maxsize=PARTS, typed=True)
    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Markup:
        return html(draw(*args, **kwargs))

    return cast("Callable[P, Markup]", drawn)


def joined(parts: Iterable[Markup]) -> Markup:
    """Parts that are drawn already, one after the other."""
    return Markup("".join(parts))
