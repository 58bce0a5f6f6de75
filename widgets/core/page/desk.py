"""Commands: what a reader does besides answering, such as sharing, exporting, restoring.

A command is a module of `widgets.core.commands` with `run(desk) -> Reply`.  It sees what the
browser keeps and answers with what to show and what to do; the page does that and decides nothing.
Two need no module, for every view can answer them: `view.file` and `view.text`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

import htpy as h
from markupsafe import Markup

from widgets.core.answers.file import as_json, json_text
from widgets.core.answers.problems import Problem
from widgets.core.answers.states import Answers
from widgets.core.keeping.steps import Copy, File, Step
from widgets.core.page.frame import widget
from widgets.core.page.view import COPY, Place, View

NAME = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*")
"""A command's address, such as `team.add-own`: folder and module, with hyphens for underscores."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command may know."""

    place: Place
    widget: str
    """Name of the widget on whose page the reader is."""
    answers: Answers
    """The answers that are shown."""
    problems: tuple[Problem, ...]
    given: Mapping[str, Any]
    """What the reader filled in: {name: value}; "value" is that of the button or field itself;
    "file" is {"name", "size", "bytes": a letter for each, or null if it is too large}."""
    records: Mapping[str, str] = field(default_factory=dict)
    """The answers that are shown, as the browser keeps them."""

    def text(self, name: str) -> str:
        """What was filled in as `name`, without space around it; empty if nothing was."""
        value = self.given.get(name, "")
        return value.strip() if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a command answers."""

    panel: h.Node | None = None
    """What the dialog shows; None leaves it as it is."""
    title: str = ""
    """The heading of the dialog; goes with `panel`."""
    announce: str = ""
    """One sentence for assistive technology, also shown as the dialog's last line."""
    steps: tuple[Step, ...] = ()
    """Done in this order."""
    close: bool = False
    """Whether the dialog closes."""
    regions: Mapping[str, h.Node] = field(default_factory=dict)
    """Other regions of the widget to draw anew."""


def run(name: str, desk: Desk) -> Reply:
    """Carries out the command `name`; raises `ModuleNotFoundError` if there is none."""
    if name in _OF_VIEW:
        return _OF_VIEW[name](desk)
    if not NAME.fullmatch(name):
        raise ModuleNotFoundError(f"there is no command “{name}”")
    reply: Reply = import_module(f"widgets.core.commands.{name.replace('-', '_')}").run(desk)
    return reply


def _file(desk: Desk) -> Reply:
    """The answers that are shown, as a file."""
    text = json_text(as_json(desk.answers, desk.place.model))
    content = text.encode(errors="backslashreplace")  # a lone surrogate, as JSON writes it
    return Reply(steps=(File(_view(desk).file, "application/json", content),))


def _text(desk: Desk) -> Reply:
    """The result as text to mail, where the page can take it from."""
    make = _view(desk).text
    text = make() if make else ""
    field = h.textarea(
        ".kam-copy", readonly=True, hidden=True, rows="12", aria_label="Your result as text"
    )[Markup("\n"), text]
    return Reply(steps=(Copy(text),), regions={COPY: field})


def _view(desk: Desk) -> View:
    view: View = widget(desk.widget).view(desk.place, desk.answers, desk.problems)
    return view


_OF_VIEW: Mapping[str, Callable[[Desk], Reply]] = {"view.file": _file, "view.text": _text}
