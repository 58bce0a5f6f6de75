"""What turns words and data into the site; nothing here runs in the reader's browser."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The checkout."""


class BuildError(Exception):
    """What stops the build or one of its commands; the message says what is wrong and what to do.

    Each part of the build has a kind of its own; who runs the build catches this one.
    """
