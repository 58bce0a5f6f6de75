"""What a frame must be allowed, by the words of HTML, and what fails without each."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Permission:
    """One word of an attribute of `<iframe>`."""

    word: str
    for_what: str
    """What it lets the page do."""
    without: str
    """What fails where it is missing, and what the reader then sees."""


SANDBOX: Sequence[Permission] = (
    Permission(
        "allow-scripts",
        "run the tool",
        "the whole page comes, with its menus, and says that scripts are off",
    ),
    Permission(
        "allow-same-origin",
        "load its parts and keep answers",
        "the tool says that the frame keeps it out, with a link to a tab of its own",
    ),
    Permission(
        "allow-downloads",
        "save files",
        "no file comes; the page says what it can see, and offers the answers as text to copy",
    ),
    Permission("allow-modals", "print", "nothing prints, and the page says so"),
    Permission("allow-popups", "open links in a tab of their own", "such links do nothing"),
    Permission(
        "allow-popups-to-escape-sandbox",
        "let what opens there work as usual",
        "that tab is under the same rules as the frame, so some sites fail in it",
    ),
)
"""The attribute `sandbox`: what it does not name, it forbids."""

ALLOW = Permission(
    "clipboard-write", "copy at a press", "the text is selected instead, to copy by keyboard"
)
"""The attribute `allow`."""
