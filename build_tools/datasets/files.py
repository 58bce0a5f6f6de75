"""All that is there to reuse, by its lasting address in the site."""

from collections.abc import Mapping
from pathlib import Path

from build_tools.datasets import evidence_tables, model_tables
from build_tools.datasets.citation import FILE, bibtex
from build_tools.datasets.table import Dataset
from build_tools.guide.guide import Guide

FOLDER = "data"
SCHEMA = "table.schema.json"
"""The form of every table as JSON."""


def datasets(guide: Guide, glossary: str) -> list[Dataset]:
    """Every table; `glossary` is the page of terms as its author wrote it."""
    version = guide.model.version
    return [
        model_tables.practices(guide),
        model_tables.factors(guide),
        evidence_tables.facts(guide.evidence, version),
        evidence_tables.sources(guide.evidence, version),
        model_tables.glossary(glossary, version),
    ]


def files(
    guide: Guide, glossary: str, published: Mapping[str, bytes], checkout: Path
) -> dict[str, bytes]:
    """The bytes of each file by its address; `published` are the model and the structures.

    Raises `CitationError` where the file that says how to cite the guide says too little.
    """
    found = dict(published)
    for path in (checkout / "docs" / "model" / "schema").glob("*.schema.json"):
        found[path.name] = path.read_bytes()
    for table in datasets(guide, glossary):
        found[f"{table.name}.json"] = table.as_json()
        found[f"{table.name}.csv"] = table.as_csv()
    found["kam-field-guide.bib"] = bibtex(checkout).encode()
    found[FILE] = (checkout / FILE).read_bytes()
    return {f"{FOLDER}/{name}": content for name, content in sorted(found.items())}
