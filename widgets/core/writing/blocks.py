"""What a written report is made of, whatever it is written in: headings, lists, tables, a picture.

Plain data.  Every string is text, never markup: whoever writes it out escapes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to a page of the guide; plain words where the address is empty."""

    text: str
    address: str


type Piece = str | Strong | Link
type Line = Sequence[Piece]
"""A run of text; a newline in a piece is a line break."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list, with what hangs on it."""

    line: Line
    under: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: Sequence[Item]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row names the row."""

    heads: Sequence[str]
    rows: Sequence[Sequence[Line]]


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading within a section."""

    line: Line


@dataclass(frozen=True, slots=True)
class Figure:
    """The chart of the dimensions, as an image; `alt` says what it shows."""

    svg: str
    alt: str


type Block = Paragraph | Listing | Table | Subheading | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report with its heading."""

    id: str
    title: str
    blocks: Sequence[Block]
