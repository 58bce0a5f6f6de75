"""The index that the theme's search reads, written beside the pages.

Its settings are ours too: what counts, and where one word parts from the next.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from build_tools.searching.entries import STOPS, Entry

FIELDS: Mapping[str, float] = {"title": 1_000, "words": 2_000, "text": 1, "more": 1}
"""How much a match counts by where it stands: `words` are those of the front matter, `more` is
what is found and not shown."""

SEPARATOR = r"[\s\-‑–—·,.:;!?()\[\]{}\"'“”‘’′″/+…]+|\b(?:" + (
    "|".join(f"[{stop[0].upper()}{stop[0]}]{stop[1:]}" for stop in sorted(STOPS)) + r")\b"
)
"""Where the theme's script parts one word from the next, in pages and in what is typed."""


def index(pages: Iterable[Sequence[Entry]]) -> dict[str, Any]:
    """The whole index of a site, as the theme's script takes it."""
    fields = {name: {"boost": boost} for name, boost in FIELDS.items()}
    config = {
        "lang": ["en"],
        "separator": SEPARATOR,
        "pipeline": ["stopWordFilter"],
        "fields": fields,
    }
    return {"config": config, "docs": [entry for page in pages for entry in page]}


def write(site: Path, pages: Mapping[str, Sequence[Entry]]) -> None:
    """Writes the index of a built site, of the `pages` by address that still stand in it."""
    standing = [pages[place] for place in sorted(pages) if (site / place / "index.html").is_file()]
    path = site / "search" / "search_index.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(index(standing), ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
