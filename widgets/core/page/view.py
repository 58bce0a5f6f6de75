"""What every widget gives: a form that is drawn once, and named regions that follow the answers.

The build and the browser call the same `view`; the page draws all of it, the worker returns only
the regions that changed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import htpy as h

from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.keeping.steps import Step
from widgets.core.keeping.visit import Visit
from widgets.core.model.maturity import Model
from widgets.core.page import controls

if TYPE_CHECKING:
    from widgets.core.structures.structures import Structures

ROOT = "root:/"
"""Stands for the root of the site in links whose page is not known yet."""


COPY = "copy"
"""The region of a result as text, once it is asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a widget is drawn."""

    model: Model
    root: str
    """What to put before a page's address: a relative or absolute path that ends in "/"."""
    options: Mapping[str, str]
    """Options of the fence, already checked against the widget's `OPTIONS`."""
    visit: Visit = field(default_factory=Visit)

    def link(self, page: str, *children: h.Node) -> h.Element:
        """A link to a page of the site, named by its address from the root."""
        return h.a(href=self.root + page)[children]

    def structures(self) -> "Structures":
        """The published structures, read when they are first asked for."""
        from widgets.core.structures.structures_json import published  # noqa: PLC0415 - most never need them

        return published()


@dataclass(frozen=True, slots=True)
class View:
    """A widget for given answers."""

    form: Callable[[], h.Node]
    """Draws the part that never changes, around `regions`; called by the page only."""
    regions: Mapping[str, h.Node]
    """Parts that depend on the answers, by name, in the order of the page."""
    announce: str
    """The result in a few words, said once it has changed; empty: nothing to say."""
    file: str
    """What the file of the answers is called."""
    text: Callable[[], str] | None = None
    """Makes the result as text to mail, for a page with a place for it."""
    progress: tuple[int, int] = (0, 0)
    """How many questions are answered, of how many; of none: there is nothing to count."""
    asides: Callable[[], Mapping[str, str]] = dict
    """What to say after a change that answers no question, by how the field's name begins."""
    later: Sequence[str] = ()
    """Regions out of sight of whoever answers: an answer may bring them after the others."""
    steps: Sequence[Step] = ()
    """What the page is to keep of its own accord, in silence."""


type ViewOf = Callable[[Place, Answers, Sequence[Problem]], View]
"""A widget's `view(place, answers, problems)`."""


def region(name: str, node: h.Node) -> h.Element:
    """A named region as the page draws it."""
    return h.div(".kam-region", data_kam_region=name)[node]


def foot(*after: h.Node, blank: bool = True) -> h.Element:
    """Where the page confirms a change to what stands above; `blank`: one choice of several.

    Its button makes a group blank; while it is blank again, the same button gives it back what it
    had.  What comes `after` stays with what is confirmed, in sight.
    """
    labels = h.fragment[h.span["Make blank"], h.span["Put it back"]]
    both = controls.button("blank", labels, look=".kam-blank")
    return h.div(".kam-foot", data_kam_foot=True)[blank and both, after]


def left_off(answered: str, blank: str = "") -> h.Node:
    """What paper lacks: once something is `answered`, and while the form is `blank`."""
    return (
        h.p(".kam-left-off.kam-note", data_kam_when="answered")["Left off this paper: ", answered],
        bool(blank)
        and h.p(".kam-left-off.kam-note", data_kam_when="blank")["Left off this paper: ", blank],
    )
