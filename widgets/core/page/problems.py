"""A problem with what the browser keeps, as the page shows it, with what puts it right."""

import htpy as h


class Offer(str):
    """A sentence about the kept answers that comes with a command."""

    __slots__ = ("command", "label")

    command: str
    """Name of the command that puts it right."""
    label: str
    """What the button says."""

    def __new__(cls, words: str, command: str, label: str) -> "Offer":
        """The sentence `words` with its command."""
        made = super().__new__(cls, words)
        made.command, made.label = command, label
        return made


def problem(words: str) -> h.Element:
    """One problem; an offer is a note with its button, anything else a mistake."""
    if not isinstance(words, Offer):
        return h.div(".kam-error", role="alert")[h.p[words]]
    return h.div(".kam-note", role="status")[
        h.p[str(words)],
        h.p[h.button(".md-button", type="button", data_kam_do=words.command)[words.label]],
    ]
