"""Links the first use of each term of the field, on every page, to its entry in the glossary."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from build_tools.text.readability import word_list

PAGE = "glossary.md"

UNLINKED = ("evidence/sources/", "index.md")
"""Pages that quote titles, which are not ours to link, and the home page, which has its doors."""

_ENTRY = re.compile(r"^### .*\{\s*#([\w-]+)\s*\}\s*$", re.MULTILINE)
_KEPT = re.compile(
    r"(\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|\[[=@][\w-]+\]|`[^`]*`|<!--.*?-->|<[^>]+>|\{[^}]*\}|"
    r"https?://\S+)"
)
"""Links, citations, code, tags and attributes: nothing in them is linked."""
_BLOCK = re.compile(r"\s*(?:#|\||>|<|!!!|\?\?\?|\*\*[^*]+\*\*$)")
"""Lines that are no running text: headings, tables, quotations, HTML."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term: what to look for, and the entry that explains it."""

    forms: tuple[str, ...]
    """Its forms in small letters: a page that holds none of them need not be searched."""
    pattern: re.Pattern[str]
    entry: str


@cache
def terms() -> tuple[Term, ...]:
    """The terms of `words/linked.txt`; a term without capitals is found in any case."""
    found = []
    for line in word_list("linked"):
        forms, _, entry = line.partition(" = ")
        longest = sorted((form.strip() for form in forms.split(" | ")), key=len, reverse=True)
        words = "|".join(map(re.escape, longest))
        flags = re.IGNORECASE if forms.islower() else re.NOFLAG
        pattern = re.compile(rf"(?<![\w/-])({words})(?![\w/-])", flags)
        found.append(Term(tuple(map(str.lower, longest)), pattern, entry.strip()))
    return tuple(found)


def entries(pages: Mapping[str, str]) -> set[str]:
    """Ids of the entries of the glossary among `pages`; none where it is not there."""
    return set(_ENTRY.findall(pages.get(PAGE, "")))


def link(markdown: str, address: str, known: set[str]) -> str:
    """`markdown` of the page at `address` with each term's first use linked.

    Terms that `known` has no entry for, and those that the page links by itself, are left alone;
    so are pages in the folders `UNLINKED`.
    """
    if address == PAGE or address.startswith(UNLINKED):
        return markdown
    glossary = posixpath.relpath(PAGE, posixpath.dirname(address) or ".")
    lines = markdown.split("\n")
    running = {number: _KEPT.split(lines[number]) for number in _running(markdown)}
    small = markdown.lower()
    wanted = [term for term in terms() if any(form in small for form in term.forms)]
    for term in wanted:
        if term.entry in known and f"{PAGE}#{term.entry}" not in markdown:
            _link_first(running.values(), term, f"{glossary}#{term.entry}")
    for number, parts in running.items():
        lines[number] = "".join(parts)
    return "\n".join(lines)


def _running(markdown: str) -> list[int]:
    """Numbers of the lines that are running text."""
    found, fence = [], ""
    for number, line in enumerate(markdown.split("\n")):
        mark = re.match(r"\s*(`{3,}|~{3,})", line)
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and not _BLOCK.match(line):
            found.append(number)
    return found


def _link_first(lines: Iterable[list[str]], term: Term, target: str) -> None:
    """Links the first use in `lines`, each in parts of which every second one is left alone."""
    for parts in lines:
        for place in range(0, len(parts), 2):
            linked = term.pattern.sub(rf"[\1]({target})", parts[place], count=1)
            if linked != parts[place]:
                parts[place : place + 1] = _KEPT.split(linked)
                return


def mistakes(pages: Mapping[str, str]) -> list[str]:
    """What is wrong between the list of linked terms and the glossary."""
    known = entries(pages)
    return [
        f"build_tools/words/linked.txt: links to the entry “{term.entry}”, which docs/{PAGE} lacks"
        for term in terms()
        if term.entry not in known
    ]
