"""In place of Pyodide's own: a call into JavaScript takes what it is given; no types are read."""

from typing import Any, NoReturn

from _pyodide_core import JsFuncSignature, js2py_default_call_result, py2js_default


class BindClass:
    """What a signature of a class would rest on."""


class Default:
    """The ordinary way over the border."""


def _anything(*_: Any, **__: Any) -> None:
    pass


def _unread(*_: Any) -> NoReturn:
    raise ImportError(name="_pyodide.jsbind")


no_default = object()
func_to_sig = get_attr_sig = bind_class_sig = _unread
_ARGUMENTS = (False, 0, (), (), py2js_default, (), (), (), py2js_default)
default_signature = JsFuncSignature(_anything, *_ARGUMENTS, js2py_default_call_result)
