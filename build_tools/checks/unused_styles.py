"""Finds rules of our style sheets that nothing can match: a class or an id that no source says.

A class is said whole, or put together by Python or a template: `kam-drawing__` before a bracket,
and the rest elsewhere.  So a state that only a widget draws counts as well as a page.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

from build_tools.site.hashed_names import material
from build_tools.site.styles import absent

_SOURCES = (
    ("widgets", "*.py"),
    ("build_tools", "*.py"),
    ("build_tools", "*.jinja"),
    ("build_tools", "*.html"),
    ("build_tools", "*.js"),
    ("docs", "*.md"),
    ("docs", "*.yaml"),
    ("docs", "*.js"),
)
_WORD = re.compile(r"[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?")
_NAME = re.compile(r"[.#]([A-Za-z][\w-]*)")
_BY_MARKDOWN = {"admonition-title"}
"""What Python-Markdown writes, and no source of ours says."""
_SHEETS = "docs/assets/stylesheets"


def check(checkout: Path) -> list[str]:
    """A mistake for each class or id in a selector of ours that nothing in `checkout` says."""
    said = _Said("\n".join(_texts(checkout)))
    found = []
    for path in sorted((checkout / _SHEETS).glob("*.css")):
        rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"))
        for line, name in sorted({(line, name) for line, name in names(rules)}):
            if absent(name) or not said.has(name):
                place = f"{_SHEETS}/{path.name}:{line}"
                found.append(f"{place}: no page, widget or script has “{name}”; take the rule out")
    return found


def names(nodes: Iterable[Node]) -> Iterator[tuple[int, str]]:
    """Line and name of each class and id in the selectors of rules, also of those within rules."""
    for node in nodes:
        if isinstance(node, QualifiedRule):
            for name in _NAME.findall(tinycss2.serialize(node.prelude)):
                yield node.source_line, name
        if isinstance(node, QualifiedRule | AtRule) and node.content:
            yield from names(tinycss2.parse_blocks_contents(node.content))


class _Said:
    """The words of all sources, and what they put together."""

    def __init__(self, text: str) -> None:
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        slugs = ("-".join(_WORD.findall(heading.lower())) for heading in headings)
        self._words = {*_BY_MARKDOWN, *_WORD.findall(text), *slugs}
        self._begun = set(re.findall(r"([A-Za-z][\w-]*[_-])\{", text))

    def has(self, name: str) -> bool:
        """Whether a source says it, or how it begins and each part of the rest."""
        rests = [name.removeprefix(begun) for begun in self._begun if name.startswith(begun)]
        return name in self._words or any(
            self._words.issuperset(re.split("--|__", rest)) for rest in rests
        )


def _texts(checkout: Path) -> Iterator[str]:
    """What may put a class into a page: our sources, the theme's templates and its script."""
    for folder, pattern in _SOURCES:
        for path in (checkout / folder).rglob(pattern):
            yield path.read_text(encoding="utf-8")
    for pattern in ("*.html", "bundle.*.min.js"):
        for path in material().rglob(pattern):
            yield path.read_text(encoding="utf-8")
