"""Practices, failure factors and terms as tables: the model for whoever has no use for JSON."""

import re
from collections.abc import Iterator

from build_tools.datasets.table import Dataset, Value, cited, plain
from build_tools.guide.guide import Factor, Guide

_PRACTICES = {
    "id": "Lasting id; never reused.",
    "dimension": "Id of its dimension.",
    "dimension_name": "Name of its dimension.",
    "statement": "What is asked.",
    **{f"rung_{rung}": f"What is there at level {rung}." for rung in range(5)},
    "why": "Why it matters.",
    "ask": "Who knows the answer.",
    "evidence_hint": "What would prove it.",
    "failure_factors": "Ids of the failure factors that it guards against.",
}
_FACTORS = {
    "id": "Lasting id; never reused.",
    "name": "What it is called.",
    "how_it_looks": "What people see.",
    "why_it_happens": "What is known or thought of the cause.",
    "early_signs": "What to watch for.",
    "remedy": "What to do.",
    "do_not": "What makes it worse.",
    "who_must_act": "Whose turn it is.",
    "facts": "Ids of the facts behind it.",
    "practices": "Ids of the practices that guard against it.",
}
_TERMS = {
    "id": "Its anchor on the glossary page.",
    "term": "The term.",
    "meaning": "What it means here.",
    "facts": "Ids of facts and sources behind the definition; none: it is ours.",
}
_ENTRY = re.compile(
    r"^### (.+?)\s*\{\s*#([\w-]+)\s*\}\s*\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL
)


def practices(guide: Guide) -> Dataset:
    """What the assessment asks, a practice a row, with its ladder."""
    rows = list(_practices(guide))
    return Dataset("practices", "The practices", guide.model.version, _PRACTICES, rows)


def _practices(guide: Guide) -> Iterator[dict[str, Value]]:
    for dimension in guide.model.dimensions:
        for practice in dimension.practices:
            yield {
                "id": practice.id,
                "dimension": dimension.id,
                "dimension_name": dimension.name,
                "statement": practice.statement,
                **{f"rung_{at}": rung.text for at, rung in enumerate(practice.ladder)},
                "why": practice.why,
                "ask": practice.ask,
                "evidence_hint": practice.evidence_hint,
                "failure_factors": practice.guards,
            }


def factors(guide: Guide) -> Dataset:
    """Why programmes fail, a failure factor a row."""
    rows = [_factor(factor) for factor in guide.factors]
    return Dataset("failure-factors", "The failure factors", guide.model.version, _FACTORS, rows)


def _factor(factor: Factor) -> dict[str, Value]:
    texts = (factor.how_it_looks, factor.why_it_happens, factor.do_not)
    return {
        "id": factor.id,
        "name": factor.name,
        "how_it_looks": plain(factor.how_it_looks),
        "why_it_happens": plain(factor.why_it_happens),
        "early_signs": [plain(text) for text in factor.early_signs],
        "remedy": [plain(text) for text in factor.remedy],
        "do_not": plain(factor.do_not),
        "who_must_act": factor.who_must_act,
        "facts": list(dict.fromkeys([*factor.facts, *cited(*texts)])),
        "practices": factor.practices,
    }


def glossary(page: str, version: str) -> Dataset:
    """The terms of the glossary's `page`, Markdown as its author wrote it."""
    rows = [
        {"id": id, "term": plain(term), "meaning": plain(text), "facts": cited(text)}
        for term, id, text in _ENTRY.findall(page)
    ]
    return Dataset("glossary", "The terms of the field", version, _TERMS, rows)
