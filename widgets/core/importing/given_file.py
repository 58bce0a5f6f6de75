"""A file that a reader chose or dropped, as the page hands it over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from widgets.core.files.refusals import FILE, Refusal, RefusedError
from widgets.core.words.english import tidy

LARGEST = 5_000_000
"""Bytes of a file that is read at all; a full assessment with long notes has some 100,000."""

LONGEST = 60
"""Characters of a name that are shown."""


@dataclass(frozen=True, slots=True)
class GivenFile:
    """One file."""

    name: str
    """As it is shown: in one line, and short."""
    content: bytes

    @property
    def source(self) -> str:
        """What a sentence calls it."""
        return f"the file “{self.name}”"


def given_file(handed: Mapping[str, Any]) -> GivenFile:
    """The file behind {"name", "size", "bytes"}; raises `RefusedError` where it is too large.

    "bytes" has a letter for each byte, whose code ends with that byte.
    """
    name, letters = str(handed.get("name", "")), handed.get("bytes")
    if not isinstance(letters, str):
        raise too_large(int(handed.get("size") or 0))
    code = letters.encode("utf-16", "surrogatepass")  # after a mark of two: low byte, high byte
    return GivenFile(shown(name), code[2::2])


def too_large(size: int) -> RefusedError:
    """What to say of a file with `size` bytes, more than `LARGEST`."""
    most = f"a file of answers has less than {LARGEST / 1e6:.0f} MB, and a larger one is not read"
    return RefusedError(Refusal(FILE, f"it has {size / 1e6:,.0f} MB", most))


def shown(name: str) -> str:
    """A name on one line, and short."""
    return tidy(name, LONGEST)
