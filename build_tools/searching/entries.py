"""What the search index holds of a page: its promise, and the sections of what is for reading.

A hit on a page shows its kind and its promise; what else its first lines say is found and not
shown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from build_tools.searching.page_text import Passage, sections
from build_tools.searching.places import depth, kind, weight
from build_tools.text.readability import word_list

STOPS = frozenset(word_list("small"))
"""Words that say nothing in a question."""

UNNAMED = frozenset(("next", "where-it-is-used", "read-on"))
"""Sections that lead on from a page, by the id of their heading: they tell of other pages."""

SHOWN = ("location", "title", "text")
"""What every entry has."""

FIRST = 3
"""Lines of a page that the index only names: its title, its promise, and a work as it is cited."""

type Entry = dict[str, Any]
"""What the index says of one place: `location`, `title`, `text` and what else it has."""

_WORD = re.compile(r"[^\W_][\w'’&%]*")


def entries(place: str, meta: Mapping[str, Any], html: str) -> list[Entry]:
    """What the index holds of the page at `place` with the front matter `meta`: it comes first.

    `html` is its content. Empty for a page that asks to be left out, `search: {exclude: true}`.
    """
    if (meta.get("search") or {}).get("exclude"):
        return []
    read = [section for section in sections(html) if section.id not in UNNAMED]
    top, rest = _split(read)
    title = str(meta.get("title") or (top[-1].title if top else ""))
    promise = " ".join(str(meta.get("description") or _first_block(top)).split())
    deep = depth(place)
    hidden = _lines(read if deep == "folded" else top)[: FIRST if deep == "named" else None]
    page: Entry = {
        "location": place,
        "title": f'{_safe(title)} <i data-kind="{kind(place)}"></i>',
        "text": f"<p>{_safe(promise)}</p>",
        "more": _new_words(hidden, f"{title} {promise}"),
        "words": " ".join(meta.get("words") or ()),
    }
    found = [page, *(_entry(place, section) for section in rest if deep == "whole")]
    return [_lean(entry | {"boost": weight(place)}) for entry in found]


def _lean(entry: Entry) -> Entry:
    """Without what the theme's script takes for granted; it breaks where one of `SHOWN` lacks."""
    return {name: value for name, value in entry.items() if name in SHOWN or value not in ("", 1)}


def _split(read: Sequence[Passage]) -> tuple[Sequence[Passage], Sequence[Passage]]:
    """What stands above the second heading of a page, and its other sections."""
    headed = [n for n, section in enumerate(read) if section.title]
    cut = headed[1] if len(headed) > 1 else len(read)
    return read[:cut], read[cut:]


def _first_block(top: Sequence[Passage]) -> str:
    blocks = [block for section in top for block in section.blocks]
    return re.split(r"(?<=[.?!]) ", blocks[0])[0] if blocks else ""


def _lines(read: Iterable[Passage]) -> list[str]:
    return [line for section in read for line in (section.title, *section.blocks)]


def _entry(place: str, section: Passage) -> Entry:
    text = "".join(f"<p>{_safe(block)}</p>" for block in section.blocks)
    return {"location": f"{place}#{section.id}", "title": _safe(section.title), "text": text}


def _safe(text: str) -> str:
    return escape(text, quote=False)


def _new_words(lines: Iterable[str], known: str) -> str:
    """The words of `lines`, each once, but for those of `known` and those that say nothing."""
    seen = STOPS | set(_words(known))
    return " ".join(dict.fromkeys(w for line in lines for w in _words(line) if w not in seen))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
