"""Finds a widget by its name and draws it: whole for a page, region by region for the worker."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

import htpy as h
from markupsafe import Markup

from widgets.core.answers.states import Answers
from widgets.core.drawing.html import html
from widgets.core.page.controls import button
from widgets.core.page.notices import ITSELF
from widgets.core.page.view import Place, View, region
from widgets.core.words.failures import SAID, SENTENCES
from widgets.core.words.quotes import curly

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""A widget's name; its folder has the same name with underscores."""


class WidgetError(LookupError):
    """A widget or an option that does not exist; the message says which there are."""

    def __init__(self, *, found: str = "", must: str = "") -> None:
        super().__init__("; ".join(filter(None, (found, must))))


class UnknownWidgetError(WidgetError, ModuleNotFoundError):
    """A widget that does not exist, or that has not come to this worker yet."""


@cache
def widget(name: str) -> ModuleType:
    """The module of the widget `name`, from `widgets/<name>/widget.py`."""
    module = f"widgets.{name.replace('-', '_')}"
    if not NAME.fullmatch(name) or find_spec(module) is None:
        raise UnknownWidgetError(found=f"there is no widget “{name}”")
    return import_module(f"{module}.widget")


def check_options(name: str, options: Mapping[str, str]) -> None:
    """Raises `WidgetError` for an option that the widget `name` does not take."""
    known = widget(name).OPTIONS
    for option, value in options.items():
        if option not in known:
            takes = f"it takes {', '.join(known)}" if known else "it takes none"
            raise WidgetError(found=f"the widget “{name}” has no option “{option}”", must=takes)
        if known[option] and value not in known[option]:
            raise WidgetError(
                found=f"the widget “{name}”: {option} is “{value}”",
                must=f"it must be one of {', '.join(known[option])}",
            )


def whole(name: str, place: Place) -> Markup:
    """The widget with nothing answered, as the page draws it."""
    drawn: View = widget(name).view(place, Answers())
    page = html(drawn.form())
    model = place.model
    return html(
        h.kam_widget(
            ".kam-widget",
            id=_id(name, place.options),
            data_kam_widget=name,
            data_kam_options=json.dumps(dict(place.options)),
            data_kam_failures=_failures(),
            data_kam_tool=widget(name).TOOL,
            data_kam_model=f"{model.id} {model.version}",
        )[
            h.p(".kam-status.kam-hidden", role="status", aria_live="polite"),
            _without_scripts(widget(name).TOOL, 'type="radio"' in page),
            _shut(),
            widget(name).TOOL and (_opening('type="radio"' in page), region("beside", None)),
            page,
            widget(name).TOOL and (_desk(), h.div(data_kam_region="report")),
        ]
    )


def _without_scripts(tool: bool, asks: bool) -> h.Node:
    """What a reader without scripts is told of a tool, and of whatever asks questions."""
    off = "Scripts are off here, in this browser or in the frame around this page."
    form = (
        "You can still read and print this form and tick it on paper. With scripts on, the page "
        "scores every answer at once, in your browser, and keeps it there."
    )
    why = form if asks else "This tool needs them: it works in your browser alone."
    return (tool or asks) and h.noscript[h.p(".kam-noscript")[f"{off} {why}"]]


def _id(name: str, options: Mapping[str, str]) -> str:
    """What tells a widget from its neighbours: its name and options; the first needs no name."""
    first = next(iter(widget(name).OPTIONS), "")
    parts = [part for key, value in options.items() for part in (key, value)[key == first :]]
    return "-".join([name, *parts]).replace(" ", "-")


@cache
def _failures() -> str:
    return json.dumps({name: curly(words) for name, words in {**SENTENCES, **SAID}.items()})


def _shut() -> h.Element:
    """What the page says at once in a frame that keeps its scripts out; a style sheet shows it."""
    return h.p(".kam-shut", data_search_exclude=True)[
        "The frame that shows this page keeps its tools out: your answers are neither scored nor "
        "kept here. ",
        h.a(href="", target="_blank", rel="noopener")["Open the page in a tab of its own"],
        "; if no tab opens, copy its address there.",
    ]


def _opening(asks: bool) -> h.Element:
    """What stands in place of the tool until a link's answers are shown; a style sheet shows it.

    `asks`: whether the page has questions to answer.
    """
    return h.div(".kam-opening", data_search_exclude=True)[
        h.p(".kam-opening__now")["Opening the shared result…"],
        h.div(".kam-opening__late")[
            h.p["If it does not come, reload the page: the link stays in its address."],
            h.a(".md-button", href="", target="_self")[
                ITSELF if asks else "Open the page without it"
            ],
        ],
    ]


def _desk() -> h.Element:
    """The dialog in which commands show their panels."""
    return h.dialog(".kam-desk", aria_labelledby="kam-desk-title")[
        h.div(".kam-desk__head")[
            h.h2(id="kam-desk-title", data_kam_region="desk-title"),
            button("close", "×", look=".kam-desk__close", says="Close"),
        ],
        h.form(autocomplete="off", data_kam_region="desk"),
        h.p(".kam-note", role="status", data_kam_region="desk-said"),
        h.div(".kam-copied", hidden=True, tabindex="0", aria_label="Copied text"),
    ]
