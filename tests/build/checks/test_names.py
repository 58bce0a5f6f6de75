"""Names and sizes: a class has a name of its own, a module is no crumb and no pile."""

import ast
from collections import defaultdict

import pytest

from build_tools import ROOT
from build_tools.rooms import BUILD, CORE

LEAST, MOST = 30, 300
"""Lines of a module; a widget, a command, a stand-in and an `__init__` may be shorter."""

SHORT = {"__init__.py", "widget.py"}
SHORT_ROOMS = {"commands", "stand_ins"}


def modules(folder):
    """Every module of ours below a folder of the checkout."""
    return sorted((ROOT / folder).rglob("*.py"))


def classes(path):
    """The public classes and types that a module defines."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
        if isinstance(node, ast.TypeAlias) and not node.name.id.startswith("_"):
            yield node.name.id


def test_no_class_has_the_name_of_another():
    """One word for one idea: who reads a name knows which class is meant."""
    found = defaultdict(list)
    for path in modules("widgets"):
        for name in classes(path):
            found[name].append(str(path.relative_to(ROOT)))

    assert {} == {name: where for name, where in found.items() if len(where) > 1}


@pytest.mark.parametrize("folder", ["widgets", "build_tools", "tests"])
def test_no_module_is_too_long(folder):
    """What has more lines has more than one subject."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(folder)
    }

    assert {} == {name: length for name, length in lengths.items() if length > MOST}


@pytest.mark.parametrize("folder", ["widgets", "build_tools"])
def test_no_module_is_a_crumb(folder):
    """What has fewer lines belongs to a neighbour."""
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(folder)
        if path.name not in SHORT and not SHORT_ROOMS & {*path.parts}
    }

    assert {} == {name: length for name, length in lengths.items() if length < LEAST}


@pytest.mark.parametrize(("folder", "rooms"), [("core", CORE), ("build", BUILD)])
def test_folders_of_tests_are_rooms(folder, rooms):
    """A test stands where its room stands, and in no folder of a room that is gone."""
    found = {path.parent.name for path in (ROOT / "tests" / folder).glob("*/test_*.py")}

    assert {room.name for room in rooms} == found
