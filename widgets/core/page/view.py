"""What every widget gives: a form that is drawn once, and named regions that follow the answers.

The build and the browser call the same `view`; the page draws all of it, the worker returns only
the regions that changed.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import htpy as h
from markupsafe import Markup

from widgets.core.answers.file import Answers
from widgets.core.model.maturity import Html, Model

if TYPE_CHECKING:
    from widgets.core.model.structures import Structures

OWN, SEALED, OTHER = "own", "sealed", "other"
"""What a frame is known to be: of the same site; of the same site and forbidding files; in a page
of another site, which does not tell what it forbids and whose storage may be a place apart."""

ROOT = "root:/"
"""Stands for the root of the site in links whose page is not known yet."""


def bare(address: str) -> str:
    """A page's address as one passes it on: no query, no fragment, no name and password."""
    page = re.split("[?#]", address, maxsplit=1)[0]
    return re.sub("^([a-z]+://)[^/]*@", r"\1", page)


@dataclass(frozen=True, slots=True)
class Visit:
    """What a widget may know of the reader's visit; while the site is built, nothing."""

    now: str = ""
    """The reader's clock, such as 2026-11-22T03:00:00.000Z; it may be wrong."""
    assessment: str = "default"
    """Id of the assessment that is shown."""
    stored: Mapping[str, str] = field(default_factory=dict)
    """What the browser keeps, by key; for a view, without answers and without what restore
    points hold."""
    times: Mapping[str, str] = field(default_factory=dict)
    """When each field was last changed, by its name, in the form of `now`."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What was typed where that is not as a file would have it, by field; it may say nothing."""
    beside: str = ""
    """Where the answers shown come from if they are not the reader's own, such as "a link"."""
    address: str = ""
    """The page's address, as `bare` gives it."""
    frame: str = ""
    """What shows the page: empty for a tab of its own, else `OWN`, `SEALED` or `OTHER`."""
    elsewhere: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What other paths keep of the same model, by path and key; for a view, without texts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a widget is drawn."""

    model: Model
    root: str
    """What to put before a page's address: a relative or absolute path that ends in "/"."""
    options: Mapping[str, str]
    """Options of the fence, already checked against the widget's `OPTIONS`."""
    visit: Visit = Visit()

    def link(self, page: str, *children: h.Node) -> h.Element:
        """A link to a page of the site, named by its address from the root."""
        return h.a(href=self.root + page)[children]

    def structures(self) -> "Structures":
        """The published structures, read when they are first asked for."""
        from widgets.core.model.structures import published  # noqa: PLC0415 - most never need them

        return published()

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
    """The result in a few words, said once it has changed; empty: nothing to say."""
    save: Saved
    """The answers as a file."""
    progress: tuple[int, int] = (0, 0)
    """How many questions are answered, of how many; of none: there is nothing to count."""
    asides: Mapping[str, str] = field(default_factory=dict)
    """What to say after a change that answers no question, by how the field's name begins."""


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


def foot(*, blank: bool = True) -> h.Element:
    """Where the page confirms a change to what stands above; `blank`: one choice of several."""
    return h.div(".kam-foot", data_kam_foot=True)[
        blank and h.button(".kam-blank", type="button", data_kam_do="blank")["Make blank"]
    ]


def left_off(answered: str, blank: str = "") -> h.Node:
    """What paper lacks: once something is `answered`, and while the form is `blank`."""
    return (
        h.p(".kam-left-off.kam-note", data_kam_when="answered")["Left off this paper: ", answered],
        bool(blank)
        and h.p(".kam-left-off.kam-note", data_kam_when="blank")["Left off this paper: ", blank],
    )


def state_line() -> h.Element:
    """Where the page says how it stands with Python and with saving; a script takes it over."""
    return h.div(".kam-state")[
        h.span(".kam-chip", data_kam_chip=True, hidden=True),
        h.p(".kam-receipt", hidden=True)[
            h.span, " ", h.button(".kam-undo", type="button", data_kam_do="undo")["Undo"]
        ],
        h.div(".kam-engine", data_kam_engine=True)[
            h.p(".kam-without")[
                "If no result appears when you answer, this page's scripts cannot run here: open "
                "it in a tab of its own, or in a current browser."
            ]
        ],
    ]


COMMANDS = (
    ("export.share", "Share"),
    ("export.show", "Export"),
    ("borrowed.bring-in", "Import"),
    ("borrowed.compare", "Compare"),
    ("assessments.show", "My assessments"),
    ("export.print-report", "Print a report"),
    ("assessments.start-again", "Start again"),
)
"""What a reader may do with a result, in the order of the bar: command and label."""


def actions(name: str) -> h.Element:
    """The bar of what a reader may do with a result of the widget `name`."""
    buttons = [
        h.button(".md-button", type="button", data_kam_do=command)[label]
        for command, label in COMMANDS
    ]
    return h.div(".kam-actions", role="group", aria_label="Keep and pass on")[
        buttons, h.button(".md-button", type="button", data_kam_do="copy")["Copy as text"]
    ]
