"""Share: a link that carries the answers, what is in it and what is not, and its QR code.

On a page that was opened as a file it is the end of a link, as text to send.
"""

from io import BytesIO

import htpy as h
from markupsafe import Markup

from widgets.core.exporting.subject import given
from widgets.core.keeping.steps import Picture
from widgets.core.page.controls import PRIMARY, button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import text_to_copy
from widgets.core.sharing import share_link
from widgets.core.sharing.link_contents import carried, rounded

TITLE = "QR code of a share link"
PICTURE = "kam-link.png"

NEVER = (
    "Never in it: names, notes, evidence, owners, dates, the plan, accounts, what you typed for a "
    "board, and the reasons why a practice does not apply. To pass these on, export a file."
)
READ = (
    "Whoever has the link can read these answers, and a link cannot be taken back. What stands "
    "after its # is not sent to a server when somebody opens it; but the mail or the chat that "
    "carries the link holds it whole."
)


def run(desk: Desk) -> Reply:
    """Shows the link; with "code", its QR code too; with "picture", saves that as a PNG."""
    answers, wish = desk.answers, desk.text("value")
    if not carried(answers, desk.place.model):
        return Reply(
            title="Share",
            panel=h.p["There is nothing to share yet: answer one question first."],
        )
    fragment = share_link.fragment(answers, desk.place.model, desk.place.structures())
    if desk.place.visit.address.startswith("file:"):
        return Reply(title="Share", panel=_as_text(desk, fragment))
    link = desk.place.visit.address + fragment
    if wish == "picture":
        return given(desk.place.visit, Picture(PICTURE, picture(link)))
    framed = bool(desk.place.visit.frame)
    panel = (framed and _way_out(link), _panel(desk, link, fragment, wish == "code"))
    return Reply(title="Share", panel=panel)


def _way_out(link: str) -> h.Node:
    """Out of a frame, with the answers."""
    return (
        h.p[
            h.a(PRIMARY, href=link, target="_blank", rel="noopener")[
                "Open these answers in a tab of their own"
            ]
        ],
        h.p[
            "If no tab opens, the frame around this page forbids that too: copy the link below. "
            "Notes, owners and the plan travel in a file only: Export, JSON."
        ],
    )


def _as_text(desk: Desk, fragment: str) -> h.Node:
    """Out of a file on a disc, whose address leads nobody anywhere: what a link would end on."""
    said = "; ".join(carried(desk.answers, desk.place.model))
    return (
        h.p[
            "This page is a file, so a link to it would open nowhere else. Send this text instead. "
            "In it: ",
            said,
            ".",
        ],
        h.p[
            "Whoever has this file or the guide opens it under “Open a file or a link”, or adds it "
            "on the page Your team. No names, notes or reasons; whoever has the text can read the "
            "answers."
        ],
        h.p(".kam-desk__row")[button("copy", "Copy the text", look=PRIMARY)],
        text_to_copy(
            f"The answers as text ({len(fragment)} characters)", "kam-share-link", fragment, rows=4
        ),
        h.details[
            h.summary["What is never in it"],
            h.p[NEVER, (f" {words}" for words in rounded(desk.answers))],
        ],
    )


def _panel(desk: Desk, link: str, fragment: str, with_code: bool) -> h.Node:
    answers, passes = desk.answers, desk.place.visit.passes
    said = "; ".join(carried(answers, desk.place.model))
    return (
        h.p["Opens this result, read-only. In it: ", said, "."],
        h.p["No names, notes or reasons. Whoever has the link can read the answers."],
        h.p(".kam-desk__row")[
            passes and button("pass", "Send it…", look=PRIMARY),
            button("copy", "Copy the link", look=".md-button" if passes else PRIMARY),
        ],
        text_to_copy(
            f"The link ({len(fragment)} characters after the page's address)",
            "kam-share-link",
            link,
            rows=4,
        ),
        h.details[
            h.summary["What is never in it, and who can read it"],
            h.p[NEVER, (f" {words}" for words in rounded(answers))],
            h.p[READ],
        ],
        not with_code and h.p[button("export.share", "Show a QR code (loads 3 MB once)", "code")],
        with_code
        and h.figure(".kam-code")[
            Markup(code(link)),
            h.figcaption["Opens the same link on a phone that reads it."],
            button("export.share", "Save the QR code as a picture", "picture"),
        ],
    )


def code(link: str) -> str:
    """The QR code of `link` as an SVG for a page; black on white in every colour scheme."""
    return _drawn(link).replace("<svg ", '<svg role="img" ', 1)


def picture(link: str) -> str:
    """The QR code of `link` as an SVG that stands alone, with a size."""
    return _drawn(link, scale=8, omitsize=False, svgns=True)


def _drawn(link: str, scale: int = 1, omitsize: bool = True, svgns: bool = False) -> str:
    import segno  # noqa: PLC0415 - comes with the library, when it is asked for

    out = BytesIO()
    segno.make(link, error="m", micro=False).save(
        out,
        kind="svg",
        scale=scale,
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgns=svgns,
        omitsize=omitsize,
        nl=False,
        svgclass=None,
        lineclass=None,
        title=TITLE,
        desc="It opens the link that stands beside it.",
    )
    return out.getvalue().decode()
