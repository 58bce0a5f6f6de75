"""Open: shows the answers in a share link beside the reader's own, which stay as they are."""

import htpy as h

from widgets.core import share
from widgets.core.desk import Beside, Desk, Reply
from widgets.core.migrate_records import move
from widgets.core.model import Model


def run(desk: Desk) -> Reply:
    """Opens the link in the text that was given, or says in one sentence why it cannot."""
    place, text = desk.place, desk.text("text")
    try:
        link = share.read(text, place.model, place.structures())
    except share.ShareError as error:
        return _again(str(error), text)
    records = move(link.records(place.model), place.model).records
    if not records:
        return _again("The link: it carries no answer; ask for the link again.", text)
    return Reply(
        steps=(Beside(records, _source(link, place.model)),),
        close=True,
        announce="The answers in the link are shown. Your own are as you left them.",
    )


def _source(link: share.Link, model: Model) -> str:
    if link.version == model.version:
        return "a link"
    return f"a link to version {link.version} of the model"


def _again(why: str, text: str) -> Reply:
    """The sentence, and a field for another try."""
    shown = text.encode(errors="replace").decode()[: share.MOST_LINK]
    return Reply(
        title="This link cannot be opened",
        panel=(
            h.p(".kam-error", role="alert")[why],
            h.p["Nothing was changed: your own answers are as you left them."],
            h.label(".kam-written")[
                h.span["The link, or the message that it came in"],
                h.textarea(name="text", rows="4", maxlength=str(share.MOST_TEXT))[shown],
            ],
            h.p[h.button(".md-button", type="button", data_kam_do="open")["Open it"]],
        ),
        announce=why,
    )
