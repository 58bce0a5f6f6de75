"""No rule has a second copy: a function that stands twice is found, whatever its names are."""

import ast
import pickle
from collections import defaultdict

from tests.support.sources import nodes

LEAST = 150
"""Letters of a tree from which two of a kind are no accident: a line that calls two things."""


class Nameless(ast.NodeTransformer):
    """Gives what a function names itself the same names in every function."""

    def __init__(self, function):
        self.names = {}
        for node in ast.walk(function):
            if isinstance(node, ast.arg):
                self.names.setdefault(node.arg, f"v{len(self.names)}")
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                self.names.setdefault(node.id, f"v{len(self.names)}")

    def visit_Name(self, node):
        """A name inside, or one from outside as it is."""
        node.id = self.names.get(node.id, node.id)
        return node

    def visit_arg(self, node):
        """A parameter, without its type."""
        node.arg, node.annotation = self.names[node.arg], None
        return node


def nameless(function: ast.FunctionDef) -> str:
    """What a function does, without its name, its types, its words and the names inside it."""
    bare = pickle.loads(pickle.dumps(function))  # noqa: S301 - our own, and faster than deepcopy
    bare.name, bare.returns, bare.decorator_list = "", None, []
    if ast.get_docstring(bare):
        bare.body = bare.body[1:]
    return ast.dump(Nameless(bare).visit(bare))


def copies(trees):
    """The places of functions that do the same."""
    places = defaultdict(list)
    for file, node in trees:
        if isinstance(node, ast.FunctionDef) and len(does := nameless(node)) > LEAST:
            places[does].append(f"{file}: {node.name}")
    return [found for found in places.values() if len(found) > 1]


def test_no_function_stands_twice():
    """In our own code, rooms and widgets alike."""
    ours = ((f"{p}/{file}", node) for p in ("widgets", "build_tools") for file, node in nodes(p))
    assert [] == copies(ours)


def test_a_copy_is_found_under_other_names():
    """Names, types and words do not hide it; another number does make another function."""
    one = "def a(x: int) -> int:\n  '''Doc.'''\n  y = [len(z) for z in x if z]\n  return max(y) + 1"
    two = "def b(p):\n  q = [len(r) for r in p if r]\n  return max(q) + {}"
    trees = [("one", one), ("two", two.format(1)), ("three", two.format(2))]
    walked = [(name, ast.parse(text).body[0]) for name, text in trees]

    assert [["one: a", "two: b"]] == copies(walked)
