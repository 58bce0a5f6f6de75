"""The figures of an example: each a number, or a sum of those before it; texts quote them.

A text quotes with `{name}` or, as Python formats numbers, `{name:,}`.
"""

import ast
import re
from collections.abc import Callable, Mapping

from build_tools import BuildError, Mistake

type Number = int | float

QUOTED = re.compile(r"\{([^{}]*)\}")
"""A figure in a text."""

_NAME = re.compile(r"[a-z][a-z0-9_]*")

_DOES: Mapping[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


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
    return set(_NAME.findall(given)) - {"round"} if isinstance(given, str) else set()


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
    try:
        return _value(ast.parse(text, mode="eval").body, known)
    except SyntaxError as error:
        raise FigureError(found=f"“{text}” is no sum of figures") from error
    except ZeroDivisionError as error:
        raise FigureError(found=f"“{text}” divides by nothing") from error


def _value(node: ast.expr, known: Mapping[str, Number]) -> Number:
    match node:
        case ast.Constant(int() | float() as value) if not isinstance(value, bool):
            return value
        case ast.Name(name) if name in known:
            return known[name]
        case ast.Name(name):
            raise FigureError(found=f"no figure before it is called “{name}”")
        case ast.BinOp(left, does, right) if type(does) in _DOES:
            return _DOES[type(does)](_value(left, known), _value(right, known))
        case ast.UnaryOp(ast.USub(), of):
            return -_value(of, known)
        case ast.Call(ast.Name("round"), [of]):
            return round(_value(of, known))
    raise FigureError(found="a sum has numbers, names, + - * /, brackets and round() alone")
