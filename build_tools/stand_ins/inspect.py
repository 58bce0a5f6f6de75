"""In place of the library's: what `dataclasses`, `typing` and `warnings` ask of it."""

from collections.abc import Callable
from typing import Any, NoReturn

STANDS_IN = True

_COROUTINE = 0x80
"""The flag of a function's code that the library calls CO_COROUTINE."""


def get_annotations(of: type) -> dict[str, Any]:
    """Those that a class has itself."""
    return dict(vars(of).get("__annotations__", {}))


def signature(_: type) -> NoReturn:
    """Has a class without docstring described by its name alone: nobody reads more there."""
    raise ValueError


def getattr_static(of: object, name: str) -> Any:
    """What an object or its class has under a name, looked at and not asked for."""
    for place in (getattr(of, "__dict__", {}), *map(vars, type(of).__mro__)):
        if name in place:
            return place[name]
    raise AttributeError(name)


def iscoroutinefunction(function: Callable[..., Any]) -> bool:
    """Whether a function is written `async def`."""
    code = getattr(function, "__code__", None)
    return bool(code and code.co_flags & _COROUTINE)
