"""In place of the library's: the text of an error, without lines of a source that is not there."""

from collections.abc import Iterator
from types import TracebackType
from typing import Self

STANDS_IN = True


class TracebackException:
    """An exception and the ways to it, as Pyodide asks for them."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    @classmethod
    def from_exception(cls, error: BaseException, **_: object) -> Self:
        """What is known of `error`, and of what it came from."""
        return cls(error)

    def format(self, **_: object) -> Iterator[str]:
        """Its lines, each with its end; the first cause first."""
        if cause := self.error.__cause__ or self.error.__context__:
            yield from type(self)(cause).format()
            yield "\nThen:\n\n"
        yield "Traceback (most recent call last):\n"
        yield from _calls(self.error.__traceback__)
        yield f"{type(self.error).__qualname__}: {self.error}\n"


def _calls(at: TracebackType | None) -> Iterator[str]:
    while at:
        code = at.tb_frame.f_code
        yield f'  File "{code.co_filename}", line {at.tb_lineno}, in {code.co_qualname}\n'
        at = at.tb_next
