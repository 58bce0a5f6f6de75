"""Sums as authors write them, worked out exactly: numbers, names, + - * / and brackets.

What reads them names its quantities and says what is wrong in its own words.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

_DOES: Mapping[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: lambda one, two: one + two,
    ast.Sub: lambda one, two: one - two,
    ast.Mult: lambda one, two: one * two,
    ast.Div: lambda one, two: one / two,
}

type Calls = Mapping[str, Callable[..., Fraction | int]]
"""What else a sum may do, by name."""


@dataclass(frozen=True, slots=True)
class Refusals:
    """What is said of a sum that cannot be worked out."""

    unreadable: str
    unknown: Callable[[str], str]
    """Of a name in it."""
    by_nothing: str
    foreign: str
    """Of a part that is no sum, such as a text or a call that does not exist."""


class UnworkableError(Exception):
    """A sum that cannot be worked out; its one argument says why."""


def worth(
    text: str, known: Callable[[str], Fraction | None], calls: Calls, says: Refusals
) -> Fraction:
    """What the sum `text` comes to; `known` gives the amount behind a name, or none.

    Raises `UnworkableError`.
    """

    def of(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(int() | float() as number) if not isinstance(number, bool):
                return Fraction(str(number))
            case ast.Name(name):
                if (amount := known(name)) is None:
                    raise UnworkableError(says.unknown(name))
                return amount
            case ast.BinOp(left, does, right) if type(does) in _DOES:
                one, two = of(left), of(right)
                if isinstance(does, ast.Div) and not two:
                    raise UnworkableError(says.by_nothing)
                return _DOES[type(does)](one, two)
            case ast.Call(ast.Name(name), args, keywords=[]) if name in calls and args:
                return Fraction(calls[name](*map(of, args)))
        raise UnworkableError(says.foreign)

    try:
        return of(ast.parse(text, mode="eval").body)
    except SyntaxError as error:
        raise UnworkableError(says.unreadable) from error
    except TypeError as error:  # a call with more in its brackets than it takes
        raise UnworkableError(says.foreign) from error
