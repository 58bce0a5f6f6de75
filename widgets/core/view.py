"""What every widget gives: a form that is drawn once, and named regions that follow the answers.

The build and the browser call the same `view`; the page draws all of it, the worker returns only
the regions that changed.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import htpy as h
from markupsafe import Markup

from widgets.core.answers import Answers
from widgets.core.model import Html, Model

ROOT = "root:/"
"""Stands for the root of the site in links whose page is not known yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a widget is drawn."""

    model: Model
    root: str
    """What to put before a page's address: a relative or absolute path that ends in "/"."""
    options: Mapping[str, str]
    """Options of the fence, already checked against the widget's `OPTIONS`."""

    def link(self, page: str, *children: h.Node) -> h.Element:
        """A link to a page of the site, named by its address from the root."""
        return h.a(href=self.root + page)[children]

    def prose(self, text: Html) -> Markup:
        """An author's prose, with its links made to start from here."""
        return Markup(text.replace(ROOT, self.root))


@dataclass(frozen=True, slots=True)
class Saved:
    """A file that the reader may download."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class View:
    """A widget for given answers."""

    form: Callable[[], h.Node]
    """Draws the part that never changes, around `regions`; called by the page only."""
    regions: Mapping[str, h.Node]
    """Parts that depend on the answers, by name, in the order of the page."""
    announce: str
    """One sentence for assistive technology after a change; empty: nothing to say."""
    save: Saved
    """The answers as a file."""


type ViewOf = Callable[[Place, Answers, Sequence[str]], View]
"""A widget's `view(place, answers, problems)`."""


def html(node: h.Node) -> Markup:
    """`node` as HTML text."""
    return Markup(str(h.fragment[node]))


def region(name: str, node: h.Node) -> h.Element:
    """A named region as the page draws it."""
    return h.div(".kam-region", data_kam_region=name)[node]


def json_text(data: Mapping[str, Any]) -> str:
    """`data` as the text of a file that a person may read."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def choice(name: str, value: str, mark: str, text: str) -> h.Element:
    """One answer that may be chosen: a native radio button with its label."""
    kind = ".kam-choice.kam-choice--unknown" if mark == "?" else ".kam-choice"
    return h.label(kind)[
        h.input(type="radio", name=name, value=value),
        h.span(".kam-choice__rung", aria_hidden="true")[mark],
        h.span(".kam-choice__text")[text],
    ]


def state_line() -> h.Element:
    """Where the page says how it stands with Python and with saving; a script takes it over."""
    return h.div(".kam-state")[
        h.span(".kam-chip", data_kam_chip=True, hidden=True),
        h.div(".kam-engine", data_kam_engine=True)[
            h.p(".kam-without")[
                "If no result appears when you answer, this page's scripts cannot run here, as in "
                "some frames: open it in a tab of its own."
            ]
        ],
    ]


def actions(name: str) -> h.Element:
    """What a reader may do with a result, and the offer to take a new start back."""
    buttons = (("copy", "Copy my result"), ("print", "Print"), ("again", "Start again"))
    return h.div(".kam-actions")[
        [h.button(".md-button", type="button", data_kam_do=do)[text] for do, text in buttons],
        h.div(".kam-restore", data_kam_restore=True, hidden=True)[
            "Your earlier answers are kept. ",
            h.button(".md-button", type="button", data_kam_do="restore")["Put them back"],
        ],
    ]
