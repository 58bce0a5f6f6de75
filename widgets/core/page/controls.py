"""Controls that stand in a result: outside the form, and yet a part of it.

A region is drawn anew after each answer, so these carry their value; the page keeps what a reader
is typing.
"""

from collections.abc import Iterable

import htpy as h

from widgets.core.drawing.html import kept
from widgets.core.model.ladders import Ladder

FORM = "kam-assessment-form"
"""Id of the form that controls in a result belong to."""

PRIMARY = ".md-button.md-button--primary"
"""The look of the button that a panel is there for."""


@kept
def tick(name: str, on: bool, text: str) -> h.Node:
    """A box to tick."""
    return h.label(".kam-tick")[
        h.input(id=name, form=FORM, type="checkbox", name=name, value="yes", checked=on), text
    ]


@kept
def line(name: str, value: str, label: str, kind: str = "text", doubt: str = "") -> h.Node:
    """A line to fill in; a `kind` of "month" shows its form where the browser has no picker.

    `doubt` says at the line why what stands in it is not understood.
    """
    hint = "March 2027" if kind == "month" else " "
    told = {"aria_describedby": f"{name}-doubt", "aria_invalid": "true"} if doubt else {}
    return h.label(".kam-written")[
        h.span[label],
        h.input(id=name, form=FORM, type=kind, name=name, value=value, placeholder=hint, **told),
        doubt and h.span(".kam-written__doubt", id=f"{name}-doubt")[doubt],
    ]


def choice(name: str, value: str, mark: str, text: str, label: str = "") -> h.Element:
    """One answer that may be chosen: a native radio button, its `label` in bold, its text."""
    kind = ".kam-choice.kam-choice--unknown" if mark == "?" else ".kam-choice"
    return h.label(kind)[
        h.input(type="radio", name=name, value=value),
        h.span(".kam-choice__rung", aria_hidden="true")[mark],
        h.span(".kam-choice__text")[label and (h.strong[f"{label}."], " "), text],
    ]


def mark(id: str, named: str) -> h.Element:
    """What offers a link to the part `id` of a tool, without any answer; as at every heading."""
    told = f"Copy a link to {named}"
    return h.a(".headerlink", href=f"#{id}", title=told, aria_label=told, data_kam_named=named)["¶"]


def button(
    command: str,
    label: h.Node,
    value: str = "",
    kind: str = "button",
    *,
    look: str = ".md-button",
    id: str = "",
    says: str = "",
) -> h.Element:
    """A button for a command; kind "submit" is also worked by Enter in a field.

    `id` keeps it apart from its neighbours where a panel is drawn anew; `says` is its name for
    those who do not see what stands around it.
    """
    return h.button(
        look,
        id=id or None,
        type=kind,
        data_kam_do=command,
        data_kam_value=value or None,
        aria_label=says or None,
    )[label]


type MenuItem = tuple[str, str]
"""A command and its label."""


def menu(
    id: str, label: str, items: Iterable[MenuItem], apart: Iterable[MenuItem] = ()
) -> h.Element:
    """A button that opens a list of commands; those `apart` stand below a line.

    The browser closes it by itself: at a choice, at Escape, and at a press outside.
    """
    return h.div(".kam-menu")[
        h.button(".md-button", type="button", popovertarget=id)[label],
        h.div(".kam-menu__list", id=id, popover="auto", role="group", aria_label=label)[
            [_item(id, command, label) for command, label in items],
            [_item(id, command, label, ".kam-menu__apart") for command, label in apart],
        ],
    ]


def _item(menu: str, command: str, label: str, look: str = "") -> h.Element:
    return h.button(
        f".kam-menu__item{look}",
        type="button",
        data_kam_do=command,
        popovertarget=menu,
        popovertargetaction="hide",
    )[label]


def rungs(name: str, ladder: Ladder) -> list[h.Element]:
    """The five rungs of a ladder, each an answer to the question `name`."""
    return [
        choice(name, str(rung), str(rung), found.text, found.label)
        for rung, found in enumerate(ladder)
    ]
