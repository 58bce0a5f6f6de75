"""Citations: `[=E015]` names a fact, `[@source-id]` a work, `[=judgement]` says that it is ours.

A citation becomes a short link to the work's page, which says who found it, how, and how much of
the work we read; on pages a card says the same beside it.  Our own judgement becomes a mark that
`build_tools.guide.ours` gathers, once a page is whole.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from build_tools.guide.evidence import Evidence, Fact
from build_tools.guide.ours import MARK
from build_tools.text.markdown import JUDGEMENT, inline_html, outside_code
from build_tools.text.wording import KINDS, READ, plain
from build_tools.text.wording import prose as on_one_line
from widgets.core.model.lasting import OURS
from widgets.core.model.maturity import Citation, Prose
from widgets.core.model.maturity_json import CITATION, mark, prose
from widgets.core.page.citations import source
from widgets.core.page.view import ROOT
from widgets.core.words.english import upper_first

_RUN = re.compile(rf"[ ]*{CITATION.pattern}(?:[ ]*{CITATION.pattern})*")
"""Citations side by side, with the space before them."""

_STOPPED = re.compile(rf"(?<=[a-z0-9)%”’*])\.(?P<run>{_RUN.pattern})(?=\s|$)")
"""Citations behind the stop of the sentence that they belong to."""

_WHAT_IS = re.compile(r"\b(is|are) ?(\[=judgement\])")
"""A sentence that says "our judgement" by the mark alone."""

_SAYS_SO = re.compile(r"\bour judgement\b[^.?!]*$", re.IGNORECASE)
"""A sentence that already says what `[=judgement]` would say after it."""

_PARAGRAPH = re.compile(r"(\n[ ]*\n|\n(?=[ ]*(?:[-*+]|\d+\.|\|)[ ])|(?<=\|)\n)")
"""What parts paragraphs, list items and rows of a table."""


def cite(text: str, evidence: Evidence, card: bool = True) -> str:
    """`text` with every citation replaced by its link, and a card where `card` asks for it.

    Citations side by side that read the same become one; in a paragraph a card stands once.
    Raises `KeyError` for a fact or source that does not exist; checks come first.
    """
    if not CITATION.search(text):
        return text
    return outside_code(
        text,
        lambda part: "".join(
            _paragraph(paragraph, evidence, card) for paragraph in _PARAGRAPH.split(part)
        ),
    )


def cited(text: str, evidence: Evidence) -> Prose:
    """`text`, a paragraph, as the model publishes it; what stands side by side as in `cite`.

    Raises `KeyError` as `cite` does.
    """
    found: dict[str, Citation] = {}

    def run(match: re.Match[str]) -> str:
        distinct = _unsaid(match, evidence)
        found.update((citation.id, citation) for citation in distinct)
        return _spaced(match, [mark(citation.id, citation.kind) for citation in distinct])

    return prose(
        inline_html(outside_code(text, lambda part: _RUN.sub(run, _in_sentence(part)))), found
    )


def source_page(source: str) -> str:
    """Address of a source's page from the root of the site."""
    return f"evidence/sources/{source}/"


def named(fact: Fact, evidence: Evidence) -> str:
    """How a sentence names the work behind a fact, such as "X 1999, cited by Y 2014".

    An opinion and an inference of ours say so: "X 1999, opinion".
    """
    return evidence.kind[fact.kind].mark.format(work=_work(fact, evidence))


def _work(fact: Fact, evidence: Evidence) -> str:
    short = evidence.source[fact.sources[0]].short
    if fact.cited_by == fact.sources[0]:
        return f"as cited by {short}"
    if fact.cited_by:
        return f"{short}, cited by {evidence.source[fact.cited_by].short}"
    return short


def _paragraph(text: str, evidence: Evidence, card: bool) -> str:
    if not CITATION.search(text):  # most have none, and looking for sentences takes its time
        return text
    shown: set[str] = set()

    def run(match: re.Match[str]) -> str:
        cited = _unsaid(match, evidence)
        works = [citation for citation in cited if citation is not OURS]
        links = [""] * len(works)
        for at, citation in reversed(list(enumerate(works))):
            note = _card(citation, evidence)
            fresh = Markup(note) if card and note not in shown else None
            drawn = source(_in_markdown(citation), ROOT, at, len(works), fresh)
            links[at] = on_one_line(str(drawn))
            shown.add(note)
        return _spaced(match, links) + (MARK if OURS in cited else "")

    return _RUN.sub(run, _in_sentence(text))


def _in_sentence(text: str) -> str:
    """`text` with each citation before the stop of its sentence, where a bracket stands.

    What "is `[=judgement]`" is called our judgement in words, for the mark goes.
    """
    said = _WHAT_IS.sub(r"\1 our judgement \2", text)
    return _STOPPED.sub(lambda found: f"{found['run']}.", said)


def _unsaid(match: re.Match[str], evidence: Evidence) -> list[Citation]:
    """What a run cites, without our judgement where the sentence before it says that itself."""
    found = _distinct(match[0], evidence)
    said = _SAYS_SO.search(match.string[: match.start()])
    return [citation for citation in found if not (said and citation is OURS)]


def _spaced(match: re.Match[str], marks: Sequence[str]) -> str:
    """The marks side by side after the space that stood before them; no space without a mark."""
    space = match[0][: len(match[0]) - len(match[0].lstrip(" "))]
    return space + " ".join(marks) if marks else ""


def _distinct(run: str, evidence: Evidence) -> list[Citation]:
    """What the marks in `run` cite; of those that read the same the first, in place of the last."""
    found = [_citation(sign, id, evidence) for sign, id in CITATION.findall(run)]
    by_text = {citation.text: citation for citation in reversed(found)}
    return list(reversed(by_text.values()))


def _citation(sign: str, id: str, evidence: Evidence) -> Citation:
    if id == JUDGEMENT:
        return OURS
    if sign == "@":
        source = evidence.source[id]
        return Citation(id, "work", on_one_line(source.short), source_page(id))
    fact = evidence.fact[id]
    page = f"{source_page(fact.sources[0])}#{fact.id.lower()}"
    return Citation(fact.id, "fact", on_one_line(named(fact, evidence)), page)


def _in_markdown(citation: Citation) -> Citation:
    """`citation` with a name in which nothing is Markdown."""
    return replace(citation, text=Markup(plain(citation.text)))


def _card(citation: Citation, evidence: Evidence) -> str:
    fact = evidence.fact[citation.id] if citation.kind == "fact" else None
    said = (f"{upper_first(evidence.kind[fact.kind].label)}.",) if fact else ()
    work = evidence.source[fact.sources[0] if fact else citation.id]
    grade = f"Grade {work.grade}: {evidence.grades.get(work.grade, '')}"
    read = evidence.basis[fact.basis].label if fact else READ[work.read]
    who = work.authors or work.venue or "No author named"
    year = f" ({work.year})" if work.year and str(work.year) not in who else ""
    where = work.venue if work.authors else ""
    return _note(
        f"<b>{plain(who + year)}</b>",
        f"{plain(work.title.rstrip('.'))}.{' ' + plain(where) + '.' if where else ''}",
        f"{plain(KINDS.get(work.kind, work.kind))}. {plain(grade)}",
        *map(plain, said),
        f"We read: {plain(read)}.",
    )


def _note(*lines: str) -> str:
    words = "".join(f"<span>{line}</span>" for line in lines)
    return f'<span class="kam-cite__card" role="note" data-search-exclude>{words}</span>'
