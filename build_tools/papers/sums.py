"""The figures of an example: each a number, or a sum of those before it; texts quote them.

A text quotes with `{name}` or, as Python formats numbers, `{name:,}`.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from build_tools import BuildError, Mistake
from build_tools.text.arithmetic import Calls, Refusals, UnworkableError, worth

type Number = int | float

QUOTED = re.compile(r"\{([^{}]*)\}")
"""A figure in a text."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")


def _rounded(amount: Fraction) -> int:
    return round(amount)


_CALLS: Calls = {"round": _rounded}


class FigureError(BuildError):
    """A sum or a quotation that cannot be worked out."""

    def __init__(self, found: str) -> None:
        super().__init__(Mistake(found=str(found)))
        self.found = found
        """What is, in a few words."""


def worked(given: Mapping[str, Number | str], known: Mapping[str, Number]) -> Mapping[str, Number]:
    """`given` with every sum worked out, each from `known` and from what stands before it.

    Raises `FigureError` that names the figure.
    """
    found = dict(known)
    for name, value in given.items():
        if not _NAME.fullmatch(name):
            raise FigureError(found=f"“{name}” is no name of a figure: small letters, digits and _")
        if name in found:
            raise FigureError(found=f"“{name}” is worked out twice")
        try:
            found[name] = value if not isinstance(value, str) else _sum(value, found)
        except FigureError as error:
            raise FigureError(found=f"“{name}”: {error.found}") from error
    return found


def quoted(text: str) -> set[str]:
    """The names of the figures that `text` quotes."""
    return {part.partition(":")[0] for part in QUOTED.findall(text)}


def summed(given: Number | str) -> set[str]:
    """The names in a sum; none where `given` is a number."""
    return set(_NAME.findall(given)) - _CALLS.keys() if isinstance(given, str) else set()


def filled(text: str, figures: Mapping[str, Number]) -> str:
    """`text` with the figures that it quotes, a true minus before those below nothing.

    Raises `FigureError` for one that is not there, or a form that numbers do not take.
    """

    def figure(match: re.Match[str]) -> str:
        name, _, form = match[1].partition(":")
        if name not in figures:
            raise FigureError(found=f"no figure is called “{name}”")
        try:
            return format(figures[name], form).replace("-", "−")
        except ValueError as error:
            raise FigureError(found=f"“{match[0]}” is no form of a number") from error

    return QUOTED.sub(figure, text)


def _sum(text: str, known: Mapping[str, Number]) -> Number:
    def named(name: str) -> Fraction | None:
        return Fraction(str(known[name])) if name in known else None

    says = Refusals(
        unreadable=f"“{text}” is no sum of figures",
        unknown=lambda name: f"no figure before it is called “{name}”",
        by_nothing=f"“{text}” divides by nothing",
        foreign="a sum has numbers, names, + - * /, brackets and round() alone",
    )
    try:
        amount = worth(text, named, _CALLS, says)
    except UnworkableError as error:
        raise FigureError(found=str(error)) from error
    return amount.numerator if amount.is_integer() else float(amount)
