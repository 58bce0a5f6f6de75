"""What a command has the page do: keep a text, give a file, copy, show other answers, print.

The page does each step in turn and decides nothing.
"""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Put:
    """Keep `text` under `key`."""

    key: str
    text: str

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["put", self.key, self.text]


@dataclass(frozen=True, slots=True)
class Drop:
    """Keep nothing under `key` any more."""

    key: str

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["drop", self.key]


@dataclass(frozen=True, slots=True)
class Aside:
    """Do `step`, of which nothing on the page tells: the page is not drawn anew after it."""

    step: Put | Drop

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["aside", self.step.key, self.step.text if isinstance(self.step, Put) else None]


@dataclass(frozen=True, slots=True)
class Forget:
    """Keep nothing any more of what another path of the site keeps of the same model."""

    path: str

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["forget", self.path]


@dataclass(frozen=True, slots=True)
class File:
    """Give the reader a file."""

    name: str
    media_type: str
    content: bytes

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["file", self.name, self.media_type, base64.b64encode(self.content).decode()]


@dataclass(frozen=True, slots=True)
class Copy:
    """Put a text on the clipboard, with `html` for programs that take it.

    Without `html` the page takes the text from the field that it shows for this.
    """

    plain_text: str
    html: str = ""
    """Must be inert: every text of the reader's escaped."""

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["copy", self.plain_text, self.html]


@dataclass(frozen=True, slots=True)
class Picture:
    """Give the reader an SVG as a PNG; the SVG must name its width and height."""

    name: str
    svg: str

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["picture", self.name, self.svg]


@dataclass(frozen=True, slots=True)
class Beside:
    """Show `records` read-only beside the reader's own answers; None: back to these."""

    records: Mapping[str, str] | None
    source: str = ""
    """Where they come from, as a reader would say it: "a link", "the file x.json"."""

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        if self.records is None:
            return ["beside", None]
        return ["beside", {"records": dict(self.records), "source": self.source}]


@dataclass(frozen=True, slots=True)
class Switch:
    """Show another of the reader's own assessments."""

    assessment: str

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["switch", self.assessment]


@dataclass(frozen=True, slots=True)
class Print:
    """Open the browser's print dialogue."""

    def plain(self) -> list[Any]:
        """The step as the page reads it."""
        return ["print"]


type Step = Put | Drop | Aside | Forget | File | Copy | Picture | Beside | Switch | Print
