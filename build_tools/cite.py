"""Citations: `[=E015]` names a fact, `[@source-id]` a work, `[=judgement]` says that it is ours.

A citation becomes a short link to the work's page, which says who found it, how, and how much of
the work we read; on pages a card says the same beside it.
"""

import re
from collections.abc import Callable
from html import escape

from build_tools.guide import Evidence, Fact, Source
from widgets.core.view import ROOT

CITATION = re.compile(r"\[([@=])([A-Za-z0-9][A-Za-z0-9-]*)\]")

JUDGEMENT = "judgement"
"""What `[=judgement]` names: no source, but our own view."""

_CODE = re.compile(r"(^ *(`{3,}|~{3,}).*?^ *\2 *$|`+[^`\n]+`+)", re.MULTILINE | re.DOTALL)
"""Code blocks and code spans, in which nothing is a citation."""


def cite(text: str, evidence: Evidence, card: bool = True) -> str:
    """`text` with every citation replaced by its link, and a card where `card` asks for it.

    Raises `KeyError` for a fact or source that does not exist; checks come first.
    """

    def replace(match: re.Match[str]) -> str:
        return _citation(match[1], match[2], evidence, card)

    return outside_code(text, lambda part: CITATION.sub(replace, part))


def outside_code(text: str, change: Callable[[str], str]) -> str:
    """`text` with `change` applied to all that is not code."""
    parts, start = [], 0
    for code in _CODE.finditer(text):
        parts += [change(text[start : code.start()]), code[0]]
        start = code.end()
    return "".join([*parts, change(text[start:])])


def source_page(source: str) -> str:
    """Address of a source's page from the root of the site."""
    return f"evidence/sources/{source}/"


def _citation(mark: str, id: str, evidence: Evidence, card: bool) -> str:
    if id == JUDGEMENT:
        return _link("method/evidence/#our-judgement", "our judgement", "", " kam-cite--judgement")
    if mark == "@":
        source = evidence.source[id]
        return _link(source_page(id), source.short, _card(source, evidence) if card else "")
    fact = evidence.fact[id]
    source = evidence.source[fact.sources[0]]
    target = f"{source_page(source.id)}#{fact.id.lower()}"
    return _link(target, named(fact, evidence), _card(source, evidence, fact) if card else "")


def named(fact: Fact, evidence: Evidence) -> str:
    """How a sentence names the work behind a fact, such as "X 1999, cited by Y 2014"."""
    short = evidence.source[fact.sources[0]].short
    if fact.cited_by:
        return f"{short}, cited by {evidence.source[fact.cited_by].short}"
    return short


def _link(page: str, text: str, card: str, kind: str = "") -> str:
    link = f'<a href="{ROOT}{escape(page)}">{escape(text)}</a>'
    return f'<span class="kam-cite{kind}">{link}{card}</span>'


def _card(source: Source, evidence: Evidence, fact: Fact | None = None) -> str:
    grade = f"Grade {source.grade}: {evidence.grades.get(source.grade, '')}"
    read = evidence.basis[fact.basis].label if fact else f"read: {source.read}"
    lines = [source.authors, f"“{source.title}”", source.venue, grade, f"We read: {read}"]
    words = "".join(f"<span>{escape(line)}</span>" for line in lines if line)
    return f'<span class="kam-cite__card" role="note">{words}</span>'
