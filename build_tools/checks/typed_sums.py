"""Finds sums that a page works out by hand: their figures belong in `docs/model/sums.yaml`.

A figure that stands on two pages is mended on one; a figure with a name is mended once.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from build_tools.guide.sums import MARK, Sums
from build_tools.text.markdown import outside_code
from build_tools.text.page_reading import GUIDE

_NUMBER = r"\d[\d,.]*(?<=\d)"
_BY_HAND = re.compile(
    rf"{_NUMBER}[^|\n.]{{0,30}}?[×÷]|[×÷][^|\n.]{{0,12}}?{_NUMBER}"
    rf"|[\d\])%][^|\n.]{{0,20}} = {_NUMBER}"
)
"""A number beside × or ÷, or typed after the sign of a result."""
_TOTAL = re.compile(rf"^\|[ *]*(?:Total|Together|In all|Sum)\b.*?{_NUMBER}")
"""The last row of a sum, with its result typed."""
_TYPED = re.compile(rf"(?<![\w.,/–-]){_NUMBER}(?![\w%/–-])")
_LEAST = 2
"""Signs of a result by which it is known; a result of one digit may be any number."""


def on_pages(docs: Path, sums: Sums) -> Iterator[str]:
    """A sentence for each sum done by hand on a page written in `docs`."""
    for path in sorted(docs.rglob("*.md")):
        yield from mistakes(path.relative_to(docs).as_posix(), path.read_text("utf-8"), sums)


def mistakes(file: str, text: str, sums: Sums) -> Iterator[str]:
    """A sentence for each sum done by hand on the page `file`, whose Markdown is `text`."""
    if not file.startswith(GUIDE):
        return
    results = {
        sums[id].shown: id
        for id in MARK.findall(text)
        if id in sums and sums[id].sum and len(sums[id].shown) >= _LEAST
    }
    for line, words in enumerate(_plain(text).splitlines(), 1):
        if found := _BY_HAND.search(words) or _TOTAL.search(MARK.sub("", words)):
            yield (
                f"docs/{file}:{line}: “{found[0]}” is worked out by hand; "
                "name its figures in docs/model/sums.yaml, and show them as [+name]"
            )
        for typed in _TYPED.findall(words):
            if typed in results:
                yield (
                    f"docs/{file}:{line}: “{typed}” is typed; this page works it out: "
                    f"write [+{results[typed]}]"
                )


def _plain(text: str) -> str:
    """`text` without code and comments, its lines kept."""
    without = re.sub(r"<!--.*?-->", lambda m: "\n" * m[0].count("\n"), text, flags=re.DOTALL)
    kept: list[str] = []

    def keep(part: str) -> str:
        kept.append(part)
        return part

    whole = outside_code(without, keep)
    return whole if len(kept) == 1 else _blanked(whole, kept)


def _blanked(whole: str, kept: list[str]) -> str:
    """`whole` with empty lines for what is not among the parts `kept`, in their order."""
    found, at = "", 0
    for part in kept:
        start = whole.index(part, at)
        found += "\n" * whole[at:start].count("\n") + part
        at = start + len(part)
    return found
