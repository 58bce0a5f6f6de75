"""Byte-compiles what travels to the browser without what only people and type checkers read.

Gone are docstrings, asserts, annotations and columns. The lines stay, which a traceback
names.
"""

import ast
import re
from collections.abc import Mapping
from importlib.util import source_hash
from types import CodeType

from build_tools.runtime.archive import compile_all, pack_pyc

_READ = re.compile(r"[\w.]+|.*\b(ClassVar|InitVar)\b.*")
"""Annotations in a class that stay: `fields` tells a plain name, and the others make no field."""


def compile_lean(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Compile every `.py` of {path: bytes} to a lean `.pyc`; other files stay as they are."""
    return compile_all(sources, _lean_pyc)


def _lean_pyc(path: str, source: bytes) -> bytes:
    return pack_pyc(lean_code(path, ast.parse(source)), source_hash(source))


def lean_code(name: str, tree: ast.Module) -> CodeType:
    """The code of `tree`, which is changed; `name` becomes the file name in tracebacks."""
    for node in ast.walk(unannotated(tree)):
        if isinstance(node, ast.expr | ast.stmt):  # steps of one place share an entry of the lines
            node.col_offset = node.end_col_offset = -1
            if not isinstance(node, ast.Attribute):  # its call is placed where it ends
                node.end_lineno = node.lineno
    return compile(tree, name, "exec", dont_inherit=True, optimize=2)


def unannotated(tree: ast.Module) -> ast.Module:
    """`tree`, changed: without annotations; in a class, None stands for most."""
    _Unannotated().visit(tree)
    return tree


class _Unannotated(ast.NodeTransformer):
    def visit_arg(self, node: ast.arg) -> ast.arg:
        node.annotation = None
        return node

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        node.returns = None
        return self.generic_visit(node)

    visit_FunctionDef = visit_AsyncFunctionDef = _function  # noqa: N815 - as `ast` calls them

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if not _READ.fullmatch(ast.unparse(node.annotation)):
            node.annotation = ast.copy_location(ast.Constant(None), node.annotation)
        return self.generic_visit(node)
