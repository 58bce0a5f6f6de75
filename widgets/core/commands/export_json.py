"""Export as JSON: the one file format, lossless, which every guide with this model reads."""

from widgets.core import shelf
from widgets.core.answers import as_json
from widgets.core.desk import Desk, Reply
from widgets.core.exports.saved import saved
from widgets.core.exports.subject import of
from widgets.core.view import json_text


def run(desk: Desk) -> Reply:
    """Saves the answers, and notes when, so that the page need not ask for it again."""
    visit = desk.place.visit
    text = json_text(as_json(desk.answers, desk.place.model))
    content = text.encode(errors="backslashreplace")  # a lone surrogate, as JSON writes it
    own = not visit.beside and bool(visit.now)
    more = [shelf.about(visit.stored, visit.assessment, exported=visit.now)] if own else []
    return saved(of(desk), "json", "application/json", content, *more)
