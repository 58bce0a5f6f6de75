"""Open: shows the answers in a share link beside the reader's own, which stay as they are."""

import htpy as h

from widgets.core.files.refusals import RefusedError
from widgets.core.importing.incoming import Incoming, incoming
from widgets.core.keeping.steps import Beside
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.sharing import share_link


def run(desk: Desk) -> Reply:
    """Opens the link in the text that was given, or says in one sentence why it cannot."""
    text = desk.text("text")
    try:
        found = incoming(text, desk.place)
    except RefusedError as refused:
        return _again(str(refused), text)
    return Reply(
        steps=(Beside(found.records, _source(found, desk.place.model.version)),),
        close=True,
        announce="The answers in the link are shown.",
    )


def _source(found: Incoming, version: str) -> str:
    if found.link in ("", version):
        return "a link" if found.link else "a text"
    return f"a link to version {found.link} of the model"


def _again(why: str, text: str) -> Reply:
    """The sentence, and a field for another try."""
    shown = text.encode(errors="replace").decode()[: share_link.MOST_LINK]
    return Reply(
        title="This link cannot be opened",
        panel=(
            h.p(".kam-error", role="alert")[h.bdi[why]],
            h.p["Nothing was changed: your own answers are as you left them."],
            h.label(".kam-written")[
                h.span["The link, or the message that it came in"],
                h.textarea(name="text", rows="4", maxlength=str(share_link.MOST_TEXT))[shown],
            ],
            h.p[button("borrowed.open-link", "Open it")],
        ),
        announce=why,
        steps=(Beside(None),),  # the page was told to wait for it
    )
