"""Which pages use which source, read from the citations in their Markdown."""

from collections.abc import Iterator, Mapping

from build_tools.guide.evidence import Evidence
from build_tools.text.markdown import CITATION, outside_code, title

type Page = tuple[str, str]
"""Address and title."""


def by_source(pages: Mapping[str, str], evidence: Evidence) -> dict[str, tuple[Page, ...]]:
    """The pages that cite each source, or a fact that rests on it, in the order of `pages`."""
    found: dict[str, dict[str, str]] = {}
    for address, markdown in pages.items():
        for source in _cited(markdown, evidence):
            found.setdefault(source, {})[address] = title(markdown)
    return {source: tuple(used.items()) for source, used in found.items()}


def _cited(markdown: str, evidence: Evidence) -> Iterator[str]:
    marks: list[tuple[str, str]] = []

    def gather(part: str) -> str:
        marks.extend(CITATION.findall(part))
        return part

    outside_code(markdown, gather)
    for mark, id in marks:
        if mark == "@":
            yield id
        elif fact := evidence.fact.get(id):
            yield from fact.sources
            if fact.cited_by:
                yield fact.cited_by
