"""In place of Pyodide's own: runs a text of Python and finds a name, for its script and our worker.

Pyodide's reads the text with `ast` and `tokenize`, for prompts and for code that waits.
"""

import _ast
from typing import Any


def eval_code(
    source: str,
    globals: dict[str, Any] | None = None,
    locals: dict[str, Any] | None = None,
    **_: object,
) -> Any:
    """Runs a text; what its last line comes to, where that is an expression."""
    variables = {} if globals is None else globals
    tree: Any = compile(source, "<exec>", "exec", _ast.PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], _ast.Expr) else None
    exec(compile(tree, "<exec>", "exec"), variables, locals)  # noqa: S102 - the worker's own text
    if last is None:
        return None
    asked = compile(_ast.Expression(last.value), "<exec>", "eval")
    return eval(asked, variables, locals)  # noqa: S307 - the same


def pyimport_impl(path: str) -> Any:
    """A module, or what one holds: `path` is either's full name."""
    module, *name = path.rsplit(".", 1)
    found = __import__(module, fromlist=name)
    return getattr(found, name[0]) if name else found
