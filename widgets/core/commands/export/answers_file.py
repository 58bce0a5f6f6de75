"""Export as JSON: the one file format, lossless, which every guide with this model reads.

In a frame, where a file may never arrive, the text itself is shown to be copied.
"""

from dataclasses import replace

import htpy as h

from widgets.core.answers.file import as_json, json_text
from widgets.core.exporting.subject import saved, subject_of
from widgets.core.keeping import shelf
from widgets.core.page.controls import button
from widgets.core.page.desk import Desk, Reply
from widgets.core.panels.fields import text_to_copy


def run(desk: Desk) -> Reply:
    """Saves the answers, and notes when, so that the page need not ask for it again."""
    visit = desk.place.visit
    text = json_text(as_json(desk.answers, desk.place.model))
    content = text.encode(errors="backslashreplace")  # a lone surrogate, as JSON writes it
    own = not visit.beside and not visit.frame and bool(visit.now)
    more = [shelf.about(visit.stored, visit.assessment, exported=visit.now)] if own else []
    reply = saved(subject_of(desk), "json", "application/json", content, *more)
    if not visit.frame:
        return reply
    return replace(reply, title="Your answers as text", panel=_text(text))


def _text(text: str) -> h.Node:
    return (
        text_to_copy(
            "If no file comes, copy this text and paste it under “Open a file or a link” in a "
            "tab of your own",
            "kam-json-text",
            text,
        ),
        h.p[button("copy", "Copy the text")],
    )
