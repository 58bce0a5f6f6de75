"""Makes the search find what a manager looks for: words that a page lacks, and pages by weight.

A page names such words in its front matter, `words: [SAM, strategic]`: single ones, for a phrase
would find the page by each of its words.  Pure but for `patch`.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from build_tools.text.markdown import FRONT

WEIGHTS: Mapping[str, float] = {
    "start": 4,
    "why-it-fails": 4,
    "implement": 4,
    "structures": 4,
    "people": 4,
    "glossary": 2,
    "practices": 0.4,
    "contributing": 0.1,
    "decisions": 0.1,
}
"""How much a match counts, by the folder of the page; 1 where nothing stands.

The titles of practices are whole sentences and would else come first for nearly every word."""

BEHIND: Mapping[str, float] = {
    "evidence/facts": 0.2,
    "evidence/sources": 0.1,
    "structures/table": 0.2,
    "about/notices": 0.1,
}
"""How much a match counts, by the first two parts of the address; it comes before `WEIGHTS`."""

WORDS_BOOST = 2_000
"""How much a word of the front matter counts; a title counts 1,000 and running text 1."""

_WORDS = re.compile(r"^words: \[(.*)\]$", re.MULTILINE)


def words(markdown: str) -> tuple[str, ...]:
    """The words that the front matter of a page adds; none where it has no such line."""
    front = FRONT.match(markdown)
    line = _WORDS.search(front[1]) if front else None
    return tuple(word.strip() for word in line[1].split(",")) if line else ()


def location(address: str) -> str:
    """Where the index has the page of a file: `people/index.md` is at `people/`, home at ``."""
    return f"{address.removesuffix('.md')}/".removesuffix("index/")


def weight(place: str) -> float:
    """How much a match at `place` in the index counts."""
    parts = place.partition("#")[0].split("/")
    return BEHIND.get("/".join(parts[:2]), WEIGHTS.get(parts[0], 1))


def add(index: Mapping[str, Any], added: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The search index with weights, and with the words `added` to pages by their address."""
    here = {location(address): {"words": " ".join(w)} for address, w in added.items() if w}
    docs = [
        {**doc, "boost": weight(place), **here.get(place, {})}
        for doc in index["docs"]
        for place in [doc["location"]]
    ]
    config = index["config"]
    fields = {**config["fields"], "words": {"boost": WORDS_BOOST}}
    return {**index, "config": {**config, "fields": fields}, "docs": docs}


def patch(site: Path, added: Mapping[str, tuple[str, ...]]) -> None:
    """Writes the index of a built site anew with `add`."""
    path = site / "search" / "search_index.json"
    index = add(json.loads(path.read_bytes()), added)
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
