"""Each stands in for a real module of the library, and does alike what is asked of it."""

import inspect
import runpy
import traceback
import zipfile
from typing import Protocol

import pytest

from build_tools import ROOT, stand_ins
from build_tools.runtime.node import find_npm

HOME = ROOT / "build_tools" / "stand_ins"


def names(path):
    """What a stand-in defines, by name."""
    return runpy.run_path(str(HOME / path))


def test_each_has_a_real_one():
    """Under its path in Pyodide's library; a stand-in for nothing would never be taken."""
    with zipfile.ZipFile(find_npm(ROOT).folder / "python_stdlib.zip") as library:
        assert set(stand_ins.stand_ins()) <= set(library.namelist())


def test_those_of_the_standard_library_give_way():
    """The worker knows them by a name; those of Pyodide hold the border, and stay."""
    marked = {
        path for path, source in stand_ins.stand_ins().items() if b"STANDS_IN = True" in source
    }

    assert marked == {path for path in stand_ins.stand_ins() if "pyodide" not in path}


class Base:
    """With an annotation and a method."""

    first: int

    def method(self):
        """Nothing."""

    async def waits(self):
        """Nothing either."""


class Child(Base):
    """Without annotations of its own."""


def test_classes_are_read_as_the_library_reads_them():
    """Annotations are a class's own; what is looked up is found and not asked for."""
    ours, one = names("inspect.py"), Child()
    one.own = 1
    for of in (Base, Child):
        assert inspect.get_annotations(of) == ours["get_annotations"](of)
    for name in ("method", "own", "waits"):
        assert inspect.getattr_static(one, name) == ours["getattr_static"](one, name)
    with pytest.raises(AttributeError, match="absent"):
        ours["getattr_static"](one, "absent")
    for function in (one.method, Base.waits, len):
        assert inspect.iscoroutinefunction(function) == ours["iscoroutinefunction"](function)


def test_a_class_without_docstring_goes_without_signature():
    """`dataclasses` takes this error for an answer."""
    with pytest.raises(ValueError):  # noqa: PT011 - it says nothing
        names("inspect.py")["signature"](Base)


def test_an_error_is_told_with_its_cause():
    """The calls of each, and what it says, as the last line of the library's."""
    try:
        try:
            {}["inner"]
        except KeyError as inner:
            raise ValueError("outer") from inner
    except ValueError as error:
        told = "".join(names("traceback.py")["TracebackException"].from_exception(error).format())
        last = traceback.format_exception_only(error)[-1]

    assert told.endswith(last)
    assert told.index("KeyError: 'inner'") < told.index("Then:") < told.index("ValueError: outer")
    assert f'File "{__file__}", line ' in told
    assert "in test_an_error_is_told_with_its_cause\n" in told


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 1", 2),
        ("a = 3; a", 3),
        ("a = 3", None),
        ("import json\njson.dumps([])", "[]"),
        ("", None),
    ],
)
def test_a_text_comes_to_its_last_expression(source, value):
    """As Pyodide's own does, and as the worker's two texts ask."""
    assert value == names("_pyodide/_base.py")["eval_code"](source, {})


def test_a_module_or_what_it_holds_is_found():
    """By its full name."""
    find = names("_pyodide/_base.py")["pyimport_impl"]

    assert find("json").__name__ == "json"
    assert find("typing.Protocol") is Protocol


def test_nothing_that_waits_is_given():
    """An import error has the whole library brought, where the real one is."""
    with pytest.raises(ImportError) as caught:
        names("asyncio/__init__.py")["get_event_loop"]()
    assert caught.value.name == "asyncio"
