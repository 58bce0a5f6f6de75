"""What a manager types, and which pages come first for it: weights, depths and kinds.

Only data, and what looks it up by the address of a page.
"""

from collections.abc import Mapping
from typing import Literal

WEIGHTS: Mapping[str, float] = {
    "start": 4,
    "why-it-fails": 4,
    "implement": 4,
    "structures": 4,
    "people": 4,
    "papers": 2,
    "quick-scan": 4,
    "assessment": 4,
    "choose": 4,
    "team": 4,
    "compare": 4,
    "glossary": 2,
    "dimensions": 2,
    "contributing": 0.1,
    "decisions": 0.1,
}
"""How much a match counts, by the folder of the page; 1 where nothing stands."""

BEHIND: Mapping[str, float] = {
    "evidence/facts": 0.2,
    "evidence/sources": 0.1,
    "structures/table": 0.2,
    "about/notices": 0.1,
    "why-it-fails/warning-signs": 1,  # whole sentences as headings, which hold many words
}
"""How much a match counts, by the first two parts of the address; it comes before `WEIGHTS`."""

KINDS: Mapping[str, str] = {
    "quick-scan": "Tool",
    "assessment": "Tool",
    "choose": "Tool",
    "team": "Tool",
    "compare": "Tool",
    "examples": "Example",
    "practices": "Practice",
    "papers": "Paper",
    "dimensions": "Dimension",
    "structures": "Structure",
    "evidence": "Evidence",
    "evidence/facts": "Source",
    "evidence/sources": "Source",
    "method": "Method",
    "contributing": "Project",
    "decisions": "Project",
}
"""What kind of page a hit is, by the first part of its address or by two; else a guide's."""

type Depth = Literal["whole", "folded", "named"]
"""How much of a page the index holds: each section and its text; one entry with all words of the
page; or its title, its promise and its first lines alone."""

DEPTHS: Mapping[str, Depth] = {
    "practices": "folded",
    "papers": "folded",
    "examples": "folded",
    "method": "folded",
    "evidence/facts": "folded",
    "evidence/sources": "named",
    "structures/table": "named",
    "contributing": "named",
    "decisions": "named",
    "about/notices": "named",
}
"""How deep a page is read, by the first part of its address or by two; else the whole of it."""


def weight(place: str) -> float:
    """How much a match at `place`, an address in the index, counts."""
    return _of(place, BEHIND) or _of(place, WEIGHTS) or 1


def kind(place: str) -> str:
    """What a hit at `place` is called."""
    return _of(place, KINDS) or "Guide"


def depth(place: str) -> Depth:
    """How much of the page at `place` the index holds; the list of a folder is a page as others."""
    return _of(place, DEPTHS) or "whole"


def _of[T](place: str, values: Mapping[str, T]) -> T | None:
    first, second, *_ = (*place.partition("#")[0].split("/"), "", "")
    return values.get(f"{first}/{second}", values.get(first))
