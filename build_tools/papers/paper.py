"""A paper to take along, as its file tells it: filled as an example, and empty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from build_tools.guide.evidence import Markdown

type State = Literal["example", "empty"]

STATES: Sequence[State] = ("example", "empty")

STAGES: Mapping[str, str] = {
    "begin": "To begin",
    "account": "For an account",
    "meeting": "For meetings",
    "last": "To outlast a change",
}
"""When papers are wanted, by the word in their files; in the order of the list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a paper; one that opens a second sheet turns the page."""

    text: str
    turns: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph, a point of a list, or a quiet note on how to fill in what follows."""

    text: str
    kind: Literal["paragraph", "point", "note"] = "paragraph"


@dataclass(frozen=True, slots=True)
class Label:
    """A cell that stands in the example and in the form: what belongs beside it, and a hint."""

    text: str
    hint: str = ""


type Cell = Label | str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, under a head unless they are labels with something beside each."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    """Share of each column, in hundredths; they add up to 100."""
    lines: tuple[int, ...]
    """Fewest lines of each row, so that a pen has room where a cell is empty."""
    sums: tuple[int, ...] = ()
    """Places of the rows that add up others."""
    figures: tuple[int, ...] = ()
    """Places of the columns of numbers."""


type Block = Heading | Words | Table
"""What a paper is made of, whatever it is drawn for."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A page on which the need for a paper comes up."""

    page: str
    """Its address as a file under `docs/`."""
    why: str
    """What the paper does for a reader of that page, in one sentence."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with all that its page says of it."""

    id: str
    order: int
    stage: str
    title: str
    description: str
    gives: str
    """What it does, in one sentence."""
    readers: str
    """For whom: the end of a sentence that begins with “For”."""
    who: str
    """Who fills it in, and with whom."""
    when: tuple[Markdown, ...]
    first_step: Markdown
    rests_on: tuple[Markdown, ...]
    asks: str
    """The practice whose question tests it."""
    read: str
    """Address of the page to read next, as a file under `docs/`."""
    words: tuple[str, ...]
    sheets: int
    """Sheets of A4 that it takes at most, in either state."""
    needed_on: tuple[Needed, ...]
    example: tuple[Block, ...]
    empty: tuple[Block, ...]

    def blocks(self, state: State) -> tuple[Block, ...]:
        """What it is made of in this state."""
        return self.example if state == "example" else self.empty

    def file(self, state: State) -> str:
        """Address of its Word file in the site."""
        return f"papers/{self.id}/{self.id}{'-example' if state == 'example' else ''}.docx"
