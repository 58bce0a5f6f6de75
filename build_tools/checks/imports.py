"""Which part may know which: the import rule of the project, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

RULE = (
    "widgets.core knows nothing of the rest; a widget knows widgets.core only; widgets.worker "
    "knows both; widgets know nothing of build_tools; only build_tools.hooks knows MkDocs; what "
    "comes on demand is imported inside a function"
)

_BROWSER_ONLY = ("js", "pyodide", "_pyodide")
_BROWSER_PACKAGES = ("widgets", "htpy", "markupsafe")
_ON_DEMAND = ("segno", "xlsxwriter")


def check(checkout: Path) -> list[str]:
    """A sentence for every import that breaks `RULE`."""
    return [
        f"{path.relative_to(checkout)}:{line}: imports {name}; {why}"
        for folder in ("widgets", "build_tools")
        for path in sorted((checkout / folder).rglob("*.py"))
        for line, name, late in imports(path)
        if (why := _against(_module(path, checkout), name, late))
    ]


def imports(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Line and full name of everything that a file imports; true where a function does it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef)]
    late = {inner for function in functions for inner in ast.walk(function)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, node in late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, "." * node.level + (node.module or ""), node in late


def _module(path: Path, checkout: Path) -> str:
    parts = path.relative_to(checkout).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def _against(module: str, name: str, late: bool) -> str:
    """Why `module` may not import `name`; empty if it may."""
    top = name.partition(".")[0]
    if name.startswith("."):
        return "write the whole name, so that a reader sees which part it is"
    if top in _BROWSER_ONLY and module != "widgets.worker":
        return "only widgets.worker may know the browser"
    if module.startswith("widgets"):
        return _against_widget(module, name, top, late)
    if top == "mkdocs" and module != "build_tools.hooks":
        return "only build_tools.hooks may know MkDocs"
    if name.startswith("build_tools.hooks"):
        return "nothing may build on the hooks"
    return ""


def _against_widget(module: str, name: str, top: str, late: bool) -> str:
    import sys

    if top in _ON_DEMAND and module.startswith("widgets.core"):
        return "" if late else f"{top} comes on demand; import it inside the function that needs it"
    if top not in (*_BROWSER_PACKAGES, *_BROWSER_ONLY) and top not in sys.stdlib_module_names:
        return "the browser has only the standard library, htpy and markupsafe"
    if top != "widgets":
        return ""
    own = ".".join(module.split(".")[:2])
    if name == own or name.startswith(("widgets.core", f"{own}.")):
        return ""
    if module == "widgets.worker":
        return ""
    return "widgets know widgets.core and themselves, never each other or the worker"
