"""Finds sentences that say more than what they cite: hedges dropped, dates and frequencies added.

Three rules, each a list of words in `build_tools/words/`:

- what a fact softens ("can", "often"), the sentence that cites it or its neighbour softens too;
- the outsourced-HR case has no dates, so none is told of it that its fact does not tell;
- how many firms do a thing, or how often, needs a fact that says so: our judgement cannot count.

What is right as it stands is spared by a line of `words/spared.txt`, with the reason.  That an
opinion is one stands in the citation's own mark: see `build_tools.guide.cite.named`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from markdown_it.token import Token

from build_tools.guide.evidence import Evidence, Fact
from build_tools.text.markdown import CITATION
from build_tools.text.page_reading import closed, plain
from build_tools.text.readability import phrases, sentences, word_list

CASE = "hr-case"
"""Theme of the facts that tell the outsourced-HR case."""

_NO_CLAIMS = (
    "evidence/facts/",
    "evidence/sources/",
    "evidence/coverage",
    "decisions/",
    "contributing/",
    "about/",
)
"""Pages that print what the sources say, or speak of the project."""
_OWN_WORK = ("method/", "examples/", "assessment", "quick-scan", "compare", "choose", "team")
"""Pages that speak of our own tools and of invented firms: what they count is ours."""

_CLAUSE = re.compile(
    r"[.;:](?:\s|$)|[()]|\s–\s|, (?=(?:and|but|because|yet|although|should|may|might|so) )"
)
_ASKED = "how"
"""The word behind which "many" and "often" ask, and say nothing."""
_SHARED = 2
"""How many words of weight a clause of a fact shares with a sentence that rests on it, at least."""
_WEIGHT = re.compile(r"\b[a-z][a-z-]{4}")
"""The beginning of a word of weight; names and short words have none."""


@dataclass(frozen=True, slots=True)
class Hardened:
    """A sentence that says more than what it cites."""

    rule: str
    """hedge, dated or frequency."""
    sentence: str
    because: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Spared:
    """A sentence that a rule finds and that is right as it stands."""

    rule: str
    words: str
    """Words of the sentence that tell it from others."""
    because: str

    def fits(self, found: Hardened) -> bool:
        """Whether it spares what was found."""
        return self.rule == found.rule and self.words in found.sentence


def check(pages: Iterable[tuple[str, Sequence[Token], int]], evidence: Evidence) -> Iterator[str]:
    """A mistake for each sentence that says too much, and for each line that spares nothing.

    `pages`: file, tokens and lines of front matter of each page; a sentence that stands on several
    is told once.
    """
    told: set[tuple[str, str]] = set()
    used: set[Spared] = set()
    for file, tokens, skipped in pages:
        for found in on_page(file, tokens, evidence):
            spared = [one for one in spares() if one.fits(found)]
            used.update(spared)
            if not spared and (found.rule, found.sentence) not in told:
                told.add((found.rule, found.sentence))
                yield f"docs/{file}:{found.line + skipped}: {found.because}: “{found.sentence}”"
    for one in spares():
        if one not in used:
            yield f"build_tools/words/spared.txt: “{one.words}” spares nothing; take it out"


@cache
def spares() -> tuple[Spared, ...]:
    """The lines of `words/spared.txt`: rule, words and reason."""
    return tuple(Spared(*line.split(" | ")) for line in word_list("spared"))


def on_page(file: str, tokens: Iterable[Token], evidence: Evidence) -> Iterator[Hardened]:
    """What is wrong on one page, whose cells stand together as rows."""
    rows: dict[int, list[str]] = {}
    for token in tokens:
        if token.type == "inline":
            rows.setdefault((token.map or [0])[0] + 1, []).append(token.content)
    for line, texts in rows.items() if not file.startswith(_NO_CLAIMS) else ():
        for found in hardened(parts(texts), evidence):
            if found.rule != "frequency" or not file.startswith(_OWN_WORK):
                yield replace(found, line=line)


def hardened(parts: Sequence[str], evidence: Evidence) -> Iterator[Hardened]:
    """What is wrong in one paragraph or row, whose sentences and cells are `parts`."""
    for at, part in enumerate(parts):
        near = " ".join(parts[max(0, at - 1) : at + 2])
        for rule, because in _problems(part, near, evidence):
            yield Hardened(rule, " ".join(plain(part).split()), because)


def parts(texts: Iterable[str]) -> list[str]:
    """The sentences of a paragraph, or of the cells of a row, each with the citations after it."""
    return [part for text in texts for part in sentences(closed(text))]


def _problems(part: str, near: str, evidence: Evidence) -> Iterator[tuple[str, str]]:
    facts, said, around = _facts(part, evidence), plain(part), plain(near)
    if any(said.strip(" .") in fact.text for fact in evidence.facts):
        return
    soft = _has("softeners", around) or _has("softened", around)
    for fact in () if soft else facts:
        if hedge := _dropped(fact, said):
            yield "hedge", f"{fact.id} says “{hedge}”, and nothing here does"
    told = [fact for fact in facts if fact.theme == CASE or _from_case(fact, evidence)]
    if told and (word := _added("datings", said, told)):
        yield "dated", f"“{word}” dates the case, and {told[0].id} does not"
    word = _has("frequencies", said)
    if word and not _has("own_reading", around) and not _counted(near, evidence):
        rests = ", ".join(fact.id for fact in facts) or "no fact"
        yield "frequency", f"“{word}” says how many or how often, and rests on {rests}"


def _facts(text: str, evidence: Evidence) -> list[Fact]:
    ids = (id for sign, id in CITATION.findall(text) if sign == "=")
    return [evidence.fact[id] for id in ids if id in evidence.fact]


def _dropped(fact: Fact, sentence: str) -> str:
    """The first hedge in the clause of the fact that the sentence repeats; empty where none is."""
    said = _weights(sentence)
    clause = max(_CLAUSE.split(fact.text), key=lambda clause: len(said & _weights(clause)))
    return _has("softeners", clause) if len(said & _weights(clause)) >= _SHARED else ""


def _from_case(fact: Fact, evidence: Evidence) -> bool:
    return any(evidence.fact[id].theme == CASE for id in fact.follows_from)


def _added(name: str, sentence: str, facts: Iterable[Fact]) -> str:
    """The first word of a list that stands in the sentence and in none of the facts."""
    told = " ".join(fact.text for fact in facts)
    for found in phrases(name, _ASKED).findall(sentence):
        if not re.search(rf"\b{re.escape(found)}\b", told, re.IGNORECASE):
            return str(found)
    return ""


def _counted(near: str, evidence: Evidence) -> bool:
    """Whether a fact cited here or beside counts, or says how often; a whole work may."""
    works = any(sign == "@" for sign, _ in CITATION.findall(near))
    return works or any(
        re.search(r"\d|%", fact.text)
        or any(_has(name, fact.text) for name in ("frequencies", "softeners", "countings"))
        for fact in _facts(near, evidence)
    )


def _has(name: str, text: str) -> str:
    found = phrases(name, _ASKED).search(text)
    return found[0] if found else ""


def _weights(text: str) -> set[str]:
    """The words of weight in `text`, each by its beginning."""
    return set(_WEIGHT.findall(text))
