"""The sources that an export names: those that its recommendations cite."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from widgets.core.exporting.subject import Subject

_LINK = re.compile(r'<a href="root:/(evidence/sources/[^"#]*)#(e[0-9]+)">(.*?)</a>')


@dataclass(frozen=True, slots=True)
class Source:
    """A source that the advice shown here cites."""

    name: str
    page: str
    """Its page, from the root of the site."""
    facts: tuple[str, ...]
    """Ids of the facts that are cited."""


def sources(subject: Subject) -> list[Source]:
    """What the recommendations cite, by name; the model in a browser holds no other facts."""
    cited: dict[tuple[str, str], dict[str, None]] = {}
    for name, page, fact in _citations(subject):
        cited.setdefault((name, page), {})[fact] = None
    return [Source(*which, tuple(sorted(facts))) for which, facts in sorted(cited.items())]


def _citations(subject: Subject) -> Iterator[tuple[str, str, str]]:
    for item in subject.parts.advised:
        for page, fact, name in _LINK.findall(item.advice.why + item.advice.do_not):
            yield unescape(name), page, fact.upper()
