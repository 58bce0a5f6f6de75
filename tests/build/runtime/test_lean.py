"""Lean byte code does what the full code does, and its tracebacks name the same lines."""

import ast
import dataclasses
import marshal
from collections.abc import Callable, Iterator
from dataclasses import FrozenInstanceError, fields
from types import CodeType
from typing import Any

import pytest

from build_tools import ROOT
from build_tools.runtime import lean, reach
from widgets import prepared

CLASSES = """
from dataclasses import dataclass, field
from typing import ClassVar
import dataclasses as d

@dataclass(frozen=True, slots=True)
class Pair:
    one: str
    others: dict[str, list[int]] = field(default_factory=dict)
    most: int | None = 3
    kind: ClassVar[str] = "pair"

@dataclass(order=True)
class Weighed:
    weight: float
    _: d.KW_ONLY
    name: "str | None" = None
"""


def each_code(code: CodeType) -> Iterator[CodeType]:
    """A code object, and all that are within it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from each_code(constant)


def lines(code: CodeType) -> list[tuple[str, list[int | None]]]:
    """The line of each step of every function."""
    return [(one.co_qualname, [at[0] for at in one.co_positions()]) for one in each_code(code)]


def test_every_step_of_ours_keeps_its_line() -> None:
    """What is not annotated is told in fewer bytes, but with the same lines."""
    plain_bytes, lean_bytes = 0, 0
    for path in sorted((ROOT / "widgets").rglob("*.py")):
        text = path.read_bytes()
        plain = compile(lean.unannotated(ast.parse(text)), "", "exec", 0, True, 2)
        code = lean.lean_code("", ast.parse(text))
        assert lines(plain) == lines(code), path
        plain_bytes += sum(len(one.co_linetable) for one in each_code(plain))
        lean_bytes += sum(len(one.co_linetable) for one in each_code(code))

    assert lean_bytes < plain_bytes / 2


def made(code: CodeType) -> dict[str, Any]:
    """What a module of that code has in it."""
    names: dict[str, Any] = {"__name__": __name__}
    exec(code, names)  # noqa: S102 - the text above
    return names


def test_functions_are_not_annotated() -> None:
    """Neither what they take nor what they give is worked out, whatever kind they are."""
    text = """
def plain(one: Missing, /, two: Missing = 2, *rest: Missing, three: Missing, **more: Missing):
    left: Missing = one
    return left, two, three

async def later(one: Missing) -> Missing:
    return one

class Holder:
    def method(self, one: Missing) -> Missing:
        return [given for given in (lambda: [one])()]
"""
    names = made(lean.lean_code("", ast.parse(text)))

    assert names["plain"](1, three=3) == (1, 2, 3)
    assert names["Holder"]().method(4) == [4]
    for function in (names["plain"], names["later"], names["Holder"].method):
        assert function.__annotations__ == {}


def ways(names: dict[str, Any]) -> list[Any]:
    """What the classes of the text above can do."""
    pair, weighed = names["Pair"], names["Weighed"]
    one = pair("a")
    said: list[Any] = [repr(one), one == pair("a", {}), one == pair("b"), one.others, pair.kind]
    said += [repr(weighed(2, name="x")), weighed(1) < weighed(2), weighed.__match_args__]
    said += [[f.name for f in fields(of)] for of in (pair, weighed)]
    for wrong in (
        lambda: hash(one),
        pair,
        lambda: pair("a", far=1),
        lambda: weighed(1, "x"),
    ):
        with pytest.raises(TypeError) as caught:
            wrong()
        said.append(str(caught.value))
    with pytest.raises(FrozenInstanceError) as refused:
        one.one = "b"
    said.append(str(refused.value))
    return [*said, hash(pair("a", ()))]


def test_a_class_is_made_from_its_annotations() -> None:
    """Its fields are the same: plain names are told, and what makes no field makes none."""
    full, bare = made(compile(CLASSES, "", "exec")), made(lean.lean_code("", ast.parse(CLASSES)))

    assert ways(full) == ways(bare)
    assert [f.type for f in fields(bare["Pair"])] == [str, None, None]


def test_prepared_methods_do_what_compiled_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    """A class whose methods the build compiled is used as any, and none is compiled again."""
    texts: list[str] = []

    def noted(text: str, *names: dict[str, Any]) -> None:
        texts.append(text)
        exec(text, *names)  # noqa: S102 - as `dataclasses` would

    monkeypatch.setitem(vars(dataclasses), "exec", noted)
    expected = ways(made(compile(CLASSES, "", "exec")))
    packed = reach.compile_texts(texts)
    monkeypatch.setattr(prepared, "get_data", lambda *_: packed)
    monkeypatch.setitem(vars(dataclasses), "exec", None)
    prepared.install()
    monkeypatch.setattr(prepared, "key", known_only(packed, prepared.key))

    assert ways(made(compile(CLASSES, "", "exec"))) == expected
    assert len(texts) == 2


def known_only(packed: bytes, key: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """`key`, which raises for a text that would be compiled anew."""
    known = marshal.loads(packed)  # noqa: S302 - made a moment ago

    def found(text: str) -> bytes:
        assert key(text) in known, text
        return key(text)

    return found
