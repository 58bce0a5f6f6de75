"""How a sentence says what it rests on: sources in brackets, our own judgement by one sign.

The build draws pages with the same pieces, so a tool and its page look alike.
"""

from collections.abc import Sequence

import htpy as h
from markupsafe import Markup

from widgets.core.model.lasting import OURS
from widgets.core.model.maturity import Citation, Prose
from widgets.core.page.view import ROOT

_TIED = "\N{NO-BREAK SPACE}"
"""Before the ring, in its sign, which is not broken: before a drawn thing a space alone lets go."""


def prose(text: Prose, root: str) -> h.Node:
    """An author's paragraph, its links made to start from `root`, as `Place` has it.

    However often it says that it is our judgement, the sign stands once, at its end.
    """
    told: list[str | list[Citation]] = []
    for part in text:
        if isinstance(part, str):
            _say(told, part)
        elif part.kind == "judgement":
            _close(told)
        else:
            _name(told, part)
    return (
        [
            Markup(part.replace(ROOT, root)) if isinstance(part, str) else _run(part, root)
            for part in told
        ],
        any(part == OURS for part in text) and ours(root),
    )


def ours(root: str, card: h.Node = None) -> h.Element:
    """The sign of our own judgement: a ring to the eye, words to all else; `card` opens at it.

    It is tied to the word before it.
    """
    link = h.a(href=root + OURS.page)[h.span(".kam-cite__words")[OURS.text]]
    return h.span(".kam-cite.kam-cite--judgement", tabindex=None if card is None else "-1")[
        _TIED, link, card
    ]


def source(citation: Citation, root: str, at: int, of: int, card: h.Node = None) -> h.Element:
    """A work as a sentence names it, the one `at` its place `of` as many in one bracket."""
    return h.span(".kam-cite", tabindex=None if card is None else "-1")[
        "" if at else "(",
        h.a(href=root + citation.page)[citation.text],
        card,
        ";" if at + 1 < of else ")",
    ]


def _run(cited: Sequence[Citation], root: str) -> h.Node:
    return [(" " if at else "", source(one, root, at, len(cited))) for at, one in enumerate(cited)]


def _say(told: list[str | list[Citation]], text: str) -> None:
    if told and isinstance(told[-1], str):
        told[-1] += text
    else:
        told.append(text)


def _close(told: list[str | list[Citation]]) -> None:
    """Takes away the space before a sign that goes."""
    if told and isinstance(told[-1], str):
        told[-1] = told[-1].rstrip(" ")


def _name(told: list[str | list[Citation]], cited: Citation) -> None:
    """Puts a work into the bracket that is open, or opens one."""
    before = (
        told[-2] if len(told) > 1 and isinstance(told[-1], str) and not told[-1].strip() else None
    )
    if isinstance(before, list):
        before.append(cited)
        told.pop()
    else:
        told.append([cited])
