"""What turns words and data into the site; nothing here runs in the reader's browser."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The checkout."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something that the author of a file must mend, or who runs the build; in parts.

    Each part but the last is words without a full stop.
    """

    file: str = ""
    """Empty where it lies in none."""
    where: str = ""
    """The id of the thing, and the key in it."""
    found: str = ""
    """What is."""
    must: str = ""
    """What must be."""
    do: str = ""
    """What to do; the last part, which may quote what another program said."""
    line: int | None = None

    @property
    def words(self) -> str:
        """What is said of the place."""
        return "; ".join(filter(None, (self.found, self.must, self.do)))

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(filter(None, (place, self.where, self.words)))


class BuildError(Exception):
    """What stops the build or one of its commands: one mistake or several, a line each.

    Each part of the build has a kind of its own; who runs the build catches this one.
    """

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(*mistakes)
        self.mistakes = mistakes

    def __str__(self) -> str:
        return "\n".join(map(str, self.mistakes))
