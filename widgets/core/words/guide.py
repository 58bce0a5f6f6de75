"""What this guide is called, on every page and in whatever leaves it, and whose edition it is.

The one source of these words: an organisation's `overlay/` writes this file anew in its own build,
and touches no other for its name.
"""

NAME = "The KAM Field Guide"
"""As it stands on pages, in exports and on pictures."""

SHORT = "KAM Guide"
"""Where there is room for two words: below the icon of an app."""

ORIGINAL = "The KAM Field Guide"
"""What all editions are made from; the licence of its text asks that they name it."""

ORGANISATION = ""
"""Whose overlay this edition has; empty for the original."""

OVERLAY = ""
"""The same with the version of the overlay, such as "Norrland Pumps 1.0.0"."""


def sheet_foot() -> str:
    """What stands at the foot of a paper that may be changed and passed on."""
    return f"{_whole()} · CC BY 4.0 · change it as you like"


def edition() -> str:
    """The name, and where an overlay changed it, from what and whose: for whoever reads exports."""
    return f"{NAME} ({ORIGINAL} with the overlay of {OVERLAY})" if OVERLAY else NAME


def _whole() -> str:
    return NAME if NAME == ORIGINAL else f"{NAME}, from {ORIGINAL}"
