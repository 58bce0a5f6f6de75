"""The dialog *Embed*: drawn once for all pages, which fetch it when a reader asks for it."""

import json

import htpy as h

from build_tools.embedding.permissions import ALLOW, SANDBOX
from build_tools.embedding.snippet import FRAME, LISTENER

FILE = "assets/theme/embed.json"
"""Where it is published; the name holds a hash as well."""

PAGE = "about/embed-in-a-wiki/"
"""The page that says more."""


def published() -> bytes:
    """What the script of the dialog needs: the HTML, and the texts with blanks that it fills in.

    In `{root}` of the HTML it puts the address of the site.
    """
    told = {"html": str(_dialog()), "frame": FRAME, "listener": LISTENER}
    return json.dumps(told, ensure_ascii=False).encode()


def _dialog() -> h.Element:
    return h.dialog("#kam-embed.kam-desk", aria_labelledby="kam-embed-title")[
        h.div(".kam-desk__head")[
            h.h2(id="kam-embed-title")["Embed in another page"],
            h.button(".kam-desk__close", type="button", name="close", aria_label="Close")["×"],
        ],
        h.p["A frame for a wiki or a site that takes HTML. Choose, copy, paste."],
        h.form(autocomplete="off")[_choices(), _given()],
        _permissions(),
        h.p[
            "Your wiki forbids frames? ",
            h.span(hidden=True, data_kam_figure=True)[
                "Take this figure as ", h.a(target="_blank")["a picture with its words"], ". "
            ],
            h.a(href=f"{{root}}{PAGE}", target="_blank")["Embed in a wiki"],
            " says what else there is, wiki by wiki.",
        ],
    ]


def _choices() -> h.Node:
    themes = (("", "The reader’s own"), ("light", "Light"), ("dark", "Dark"))
    return (
        _field("What to show", h.select(name="part")),
        h.div(".kam-desk__row")[
            _field(
                "Colours",
                h.select(name="theme")[[h.option(value=value)[words] for value, words in themes]],
            ),
            _field("Width", h.input(name="width", value="100%", size="8")),
            _field("Height in pixels", h.input(name="height", inputmode="numeric", size="8")),
        ],
        h.label(".kam-tick")[
            h.input(type="checkbox", name="grows"),
            "Let the frame grow with what it shows. This adds a script, which many wikis remove.",
        ],
    )


def _given() -> h.Node:
    return (
        _field("HTML to paste", h.textarea(".kam-copy", name="snippet", readonly=True, rows="6")),
        h.p(".kam-desk__row")[
            h.button(".md-button.md-button--primary", type="button", name="copy")["Copy the HTML"],
            h.span(".kam-said", role="status"),
        ],
        h.div(hidden=True)[
            _field("Address for a site that knows oEmbed", h.input(name="oembed", readonly=True)),
        ],
    )


def _field(label: str, control: h.Element | h.VoidElement) -> h.Element:
    return h.label(".kam-written")[h.span[label], control]


def _permissions() -> h.Element:
    return h.details[
        h.summary["What the frame must allow, and what fails without it"],
        h.ul[
            [
                h.li[h.code[one.word], f" lets the page {one.for_what}. Without it, {one.without}."]
                for one in (*SANDBOX, ALLOW)
            ],
        ],
    ]
