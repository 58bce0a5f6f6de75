"""The facts and the sources as tables; what must not be printed is in none."""

from build_tools.datasets.table import Dataset, plain
from build_tools.guide.evidence import Evidence, Fact, Source

_FACTS = {
    "id": "Lasting id; never reused.",
    "theme": "The chapter of facts it stands in.",
    "kind": "What it is: finding, story, opinion, model, description or inference.",
    "text": "What the work says, in our words.",
    "sources": "Ids of the works, as in sources.",
    "basis": "How much of the work was read for it.",
    "locator": "Where in the work it stands.",
    "follows_from": "For an inference of ours: the facts it was drawn from.",
    "earlier_ids": "Ids of facts that said the same and became this one.",
    "overlaps": "Facts that share content or source: no support of their own.",
}
_SOURCES = {
    "id": "Lasting id; never reused.",
    "grade": "A to E: how much weight it bears.",
    "kind": "What sort of work it is.",
    "title": "Its title.",
    "authors": "Who wrote it, where that is shown.",
    "year": "Of publication.",
    "venue": "Journal, publisher or site.",
    "doi": "Digital object identifier.",
    "url": "Address.",
    "read": "How much of it we read.",
    "note": "What to know about it.",
}


def facts(evidence: Evidence, version: str) -> Dataset:
    """What the works say, a fact a row."""
    rows = [_fact(fact) for fact in evidence.facts if fact.printable]
    return Dataset("facts", "Facts behind the guide", version, _FACTS, rows)


def _fact(fact: Fact) -> dict[str, str | tuple[str, ...]]:
    return {
        "id": fact.id,
        "theme": fact.theme,
        "kind": fact.kind,
        "text": plain(fact.text),
        "sources": fact.sources,
        "basis": fact.basis,
        "locator": fact.locator,
        "follows_from": fact.follows_from,
        "earlier_ids": fact.aliases,
        "overlaps": fact.overlaps,
    }


def sources(evidence: Evidence, version: str) -> Dataset:
    """The works behind the guide, a work a row."""
    rows = [_source(source) for source in evidence.sources]
    return Dataset("sources", "Sources behind the guide", version, _SOURCES, rows)


def _source(source: Source) -> dict[str, str | int | None]:
    return {name: getattr(source, name) for name in _SOURCES}
