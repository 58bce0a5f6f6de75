"""Citations: `[=E015]` names a fact, `[@source-id]` a work, `[=judgement]` says that it is ours.

A citation becomes a short link to the work's page, which says who found it, how, and how much of
the work we read; on pages a card says the same beside it.
"""

import re
from dataclasses import dataclass
from html import escape

from build_tools.guide.evidence import Evidence, Fact, Source
from build_tools.text.citations import CITATION, JUDGEMENT, outside_code
from build_tools.text.wording import KINDS, READ, plain
from widgets.core.page.view import ROOT

_RUN = re.compile(rf"{CITATION.pattern}(?:[ ]*{CITATION.pattern})*")
"""Citations side by side."""

_PARAGRAPH = re.compile(r"(\n[ ]*\n|\n(?=[ ]*(?:[-*+]|\d+\.|\|)[ ])|(?<=\|)\n)")
"""What parts paragraphs, list items and rows of a table."""


@dataclass(frozen=True, slots=True)
class _Citation:
    """A citation as a reader meets it."""

    page: str
    text: str
    card: str
    kind: str = ""

    def html(self, card: bool) -> str:
        link = f'<a href="{ROOT}{escape(self.page)}">{self.text}</a>'
        if not card:
            return f'<span class="kam-cite{self.kind}">{link}</span>'
        # A tap gives the span the focus and so opens the card; a tap on the link then follows it.
        return f'<span class="kam-cite{self.kind}" tabindex="-1">{link}{self.card}</span>'


def cite(text: str, evidence: Evidence, card: bool = True) -> str:
    """`text` with every citation replaced by its link, and a card where `card` asks for it.

    Citations side by side that read the same become one; in a paragraph a card stands once.
    Raises `KeyError` for a fact or source that does not exist; checks come first.
    """
    return outside_code(
        text,
        lambda part: "".join(
            _paragraph(paragraph, evidence, card) for paragraph in _PARAGRAPH.split(part)
        ),
    )


def source_page(source: str) -> str:
    """Address of a source's page from the root of the site."""
    return f"evidence/sources/{source}/"


def named(fact: Fact, evidence: Evidence) -> str:
    """How a sentence names the work behind a fact, such as "X 1999, cited by Y 2014"."""
    short = evidence.source[fact.sources[0]].short
    if fact.cited_by == fact.sources[0]:
        return f"as cited by {short}"
    if fact.cited_by:
        return f"{short}, cited by {evidence.source[fact.cited_by].short}"
    return short


def _paragraph(text: str, evidence: Evidence, card: bool) -> str:
    shown: set[str] = set()

    def run(match: re.Match[str]) -> str:
        found = [_citation(mark, id, evidence) for mark, id in CITATION.findall(match[0])]
        links = []
        for citation in {citation.text: citation for citation in reversed(found)}.values():
            links.append(citation.html(card and citation.card not in shown))
            shown.add(citation.card)
        return " ".join(reversed(links))

    return _RUN.sub(run, text)


def _citation(mark: str, id: str, evidence: Evidence) -> _Citation:
    if id == JUDGEMENT:
        return _JUDGEMENT
    fact = evidence.fact[id] if mark == "=" else None
    source = evidence.source[fact.sources[0] if fact else id]
    words = named(fact, evidence) if fact else source.short
    page = source_page(source.id) + (f"#{fact.id.lower()}" if fact else "")
    return _Citation(page, plain(words), _card(source, evidence, fact))


def _card(source: Source, evidence: Evidence, fact: Fact | None) -> str:
    grade = f"Grade {source.grade}: {evidence.grades.get(source.grade, '')}"
    read = evidence.basis[fact.basis].label if fact else READ[source.read]
    who = source.authors or source.venue or "No author named"
    year = f" ({source.year})" if source.year and str(source.year) not in who else ""
    where = source.venue if source.authors else ""
    return _note(
        f"<b>{plain(who + year)}</b>",
        f"{plain(source.title.rstrip('.'))}.{' ' + plain(where) + '.' if where else ''}",
        f"{plain(KINDS.get(source.kind, source.kind))}. {plain(grade)}",
        f"We read: {plain(read)}.",
    )


def _note(*lines: str) -> str:
    words = "".join(f"<span>{line}</span>" for line in lines)
    return f'<span class="kam-cite__card" role="note" data-search-exclude>{words}</span>'


_JUDGEMENT = _Citation(
    "method/evidence/#our-judgement",
    "our judgement",
    _note("<b>Our judgement</b>", "No source settles this; we decided, and say so."),
    " kam-cite--judgement",
)
