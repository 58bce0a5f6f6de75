"""Reads YAML 1.2 core and remembers where each value stands.

YAML 1.1, which most libraries still read, turns `No` into false and `12:30` into 750; the core
schema of 1.2 knows only `true`, `false`, `null` and plain numbers.  Two mistakes that YAML itself
lets pass are reported here: a key that stands twice, and a text cut short by ` #`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from build_tools import Mistake


class _CoreLoader(yaml.CSafeLoader):
    """The core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema)."""


_CoreLoader.yaml_implicit_resolvers = {}

for _tag, _pattern, _first in (
    ("bool", r"true|false", "tf"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", r"null|~|", "n~"),
):
    _CoreLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_pattern})$"), [*_first, ""]
    )

_CONVERT: Mapping[str, Callable[[str], Any]] = {
    "tag:yaml.org,2002:bool": lambda text: text == "true",
    "tag:yaml.org,2002:int": int,
    "tag:yaml.org,2002:float": float,
    "tag:yaml.org,2002:null": lambda _: None,
}

type Path_ = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a value."""


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its values, and the line on which each stands."""

    file: str
    value: Any
    lines: Mapping[Path_, int]
    mistakes: tuple[Mistake, ...]


def where(value: Any, path: Path_) -> str:
    """The id of the innermost thing on the way through `value` along `path`, and the keys below."""
    named, below = "", list[str]()
    for step in (*path, None):
        if isinstance(value, Mapping) and isinstance(value.get("id"), str):
            named, below = value["id"], []
        if step is None:
            break
        below.append(str(step))
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            value = None
    return ": ".join(part for part in (named, ".".join(below)) if part)


@dataclass(slots=True)
class _Reading:
    file: str
    source: list[str]
    lines: dict[Path_, int] = field(default_factory=dict)
    found: list[tuple[Path_, Mistake]] = field(default_factory=list)
    """Path, what is wrong, and line."""

    def value(self, node: Node, path: Path_) -> Any:
        self.lines[path] = node.start_mark.line + 1
        if isinstance(node, MappingNode):
            return self._mapping(node, path)
        if isinstance(node, SequenceNode):
            return [self.value(item, (*path, n)) for n, item in enumerate(node.value)]
        assert isinstance(node, ScalarNode)
        return self._scalar(node, path)

    def _mapping(self, node: MappingNode, path: Path_) -> dict[Any, Any]:
        values: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, ScalarNode):
                found = "a list or mapping used as a key"
                self._mistake(path, key_node, found, "a key must be one word")
                continue
            key = self._scalar(key_node, path)
            if key in values:
                self._mistake(path, key_node, f"“{key}” stands twice", do="keep one of the two")
            values[key] = self.value(value_node, (*path, key))
        return values

    def _scalar(self, node: ScalarNode, path: Path_) -> Any:
        if not node.style and node.tag == "tag:yaml.org,2002:str":
            self._check_cut(node, path)
        return _CONVERT.get(node.tag, str)(node.value)

    def _check_cut(self, node: ScalarNode, path: Path_) -> None:
        """An unquoted text ends at ` #`; what follows is lost without a word."""
        rest = self.source[node.end_mark.line][node.end_mark.column :]
        if re.match(r"\s+#", rest):
            self._mistake(
                path,
                node,
                f"the text is cut at “{rest.strip()[:30]}”: an unquoted “ #” starts a comment",
                do="put the text in quotes, or the comment on a line of its own",
            )

    def _mistake(self, path: Path_, node: Node, found: str, must: str = "", do: str = "") -> None:
        mistake = Mistake(self.file, "", found, must, do, node.start_mark.line + 1)
        self.found.append((path, mistake))

    def document(self, value: Any) -> Document:
        """What was read; mistakes name the things that they stand in."""
        wrong = (replace(mistake, where=where(value, path)) for path, mistake in self.found)
        return Document(self.file, value, self.lines, tuple(wrong))


def read(path: Path, file: str) -> Document:
    """The document at `path`, named `file` in messages; a file that is no YAML has no value."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        return Document(
            file,
            None,
            {},
            (Mistake(file, "", f"byte {error.start} is not UTF-8", do="save the file as UTF-8"),),
        )
    reading = _Reading(file, [*text.split("\n"), ""])
    try:
        node = yaml.compose(text, Loader=_CoreLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return Document(
            file,
            None,
            {},
            (
                Mistake(
                    file,
                    "",
                    f"not YAML: {error.problem or error.context}",
                    do="quote the text if it holds “: ”",
                    line=mark.line + 1 if mark else None,
                ),
            ),
        )
    except yaml.YAMLError as error:
        return Document(file, None, {}, (Mistake(file, "", f"not YAML: {error}"),))
    if node is None:
        return Document(
            file, None, {}, (Mistake(file, "", "the file is empty", do="fill it in or remove it"),)
        )
    return reading.document(reading.value(node, ()))
