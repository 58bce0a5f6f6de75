"""HTML as text."""

import htpy as h
from markupsafe import Markup


def html(node: h.Node) -> Markup:
    """`node` as HTML text."""
    return Markup(str(h.fragment[node]))
