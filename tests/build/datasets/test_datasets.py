"""The data to reuse: what the files hold, which schemas they fit, and where they are listed."""

import csv
import json
import re
from io import StringIO

import pytest
from jsonschema import Draft202012Validator

from build_tools import ROOT
from build_tools.datasets.citation import CitationError, bibtex
from build_tools.datasets.files import files
from build_tools.datasets.table import Dataset, cited, plain
from build_tools.site.publish import published
from widgets.core.writing.safe_text import cell

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8")
PAGE = (ROOT / "docs" / "about" / "data.md").read_text("utf-8")


@pytest.fixture(scope="module")
def shipped():
    """The bytes of each file by its address."""
    from tests.support.ours import our_guide

    return files(our_guide(), GLOSSARY, published(our_guide()), ROOT)


@pytest.fixture(scope="module")
def tables(shipped):
    """Each table as read from its JSON file, by its name."""
    names = [address for address in shipped if address.replace(".json", ".csv") in shipped]
    return {
        name.removeprefix("data/").removesuffix(".json"): json.loads(shipped[name])
        for name in names
        if name.endswith(".json")
    }


def test_every_table_fits_the_schema(shipped, tables):
    """And each row has every column, and no other."""
    schema = Draft202012Validator(json.loads(shipped["data/table.schema.json"]))

    assert {"practices", "failure-factors", "facts", "sources", "glossary"} == tables.keys()
    for table in tables.values():
        assert [] == [error.message for error in schema.iter_errors(table)]
        assert {tuple(table["columns"])} == {tuple(row) for row in table["rows"]}
        assert len(table["rows"]) == len({row["id"] for row in table["rows"]})


def test_the_model_fits_its_schema(shipped):
    """The one that lies beside it."""
    schema = Draft202012Validator(json.loads(shipped["data/model.schema.json"]))

    assert [] == [
        error.message for error in schema.iter_errors(json.loads(shipped["data/model.json"]))
    ]


def test_csv_holds_what_json_holds(shipped, tables):
    """Row by row, with lists parted by semicolons, and nothing that a spreadsheet would run."""
    for name, table in tables.items():
        text = shipped[f"data/{name}.csv"].decode("utf-8-sig")
        read = list(csv.DictReader(StringIO(text, newline="")))
        expected = [{key: _shown(value) for key, value in row.items()} for row in table["rows"]]

        marked = [{k: cell(v) for k, v in row.items()} for row in expected]
        assert marked == read
        assert [] == [v for row in read for v in row.values() if re.match(r"\s*[=+@-]", v)]


def _shown(value):
    return "" if value is None else "; ".join(value) if isinstance(value, list) else str(value)


def test_all_is_there_and_the_untraced_is_not(guide, tables):
    """As many rows as the guide has things; a fact that must not be printed is in no file."""
    printable = [fact.id for fact in guide.evidence.facts if fact.printable]

    assert printable == [row["id"] for row in tables["facts"]["rows"]]
    assert len(printable) < len(guide.evidence.facts)
    assert list(guide.model.practice) == [row["id"] for row in tables["practices"]["rows"]]
    assert len(guide.evidence.sources) == len(tables["sources"]["rows"])
    assert GLOSSARY.count("\n### ") == len(tables["glossary"]["rows"])


def test_what_a_row_names_is_there(tables):
    """Ids of other tables, so that they can be joined."""
    ids = {name: {row["id"] for row in table["rows"]} for name, table in tables.items()}
    for table, column, other in (
        ("facts", "sources", "sources"),
        ("failure-factors", "facts", "facts"),
        ("failure-factors", "practices", "practices"),
        ("practices", "failure_factors", "failure-factors"),
    ):
        named = {id for row in tables[table]["rows"] for id in row[column]}
        assert set() == named - ids[other], f"{table}.{column}"


def test_a_text_loses_its_marks_and_keeps_its_citations_apart():
    """Links and emphasis are for pages; what is cited stands in a column of its own."""
    text = "**Loyalty** has [two sides](people/loyalty.md) [=E095][@a-b], we think [=judgement]."

    assert "Loyalty has two sides, we think." == plain(text)
    assert ["E095", "a-b"] == cited(text, text)


def test_a_formula_is_neutralised():
    """A cell that a spreadsheet would run gets the apostrophe of our other exports."""
    table = Dataset("x", "X", "1.0.0", {"id": "", "text": ""}, [{"id": "a", "text": "=1+1"}])

    assert '"\'=1+1"' in table.as_csv().decode("utf-8-sig")


def test_the_page_lists_every_file_and_no_other(shipped):
    """Each with a link."""
    assert set(shipped) == set(re.findall(r"\]\(\.\./(data/[^)]+)\)", PAGE))


def test_the_page_shows_how_to_cite(shipped):
    """Word for word what the file says, and the version is that of the project."""
    version = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text("utf-8"), re.M)

    assert shipped["data/kam-field-guide.bib"].decode() in PAGE
    assert f"version = {{{version[1]}}}" in PAGE


def test_a_citation_file_that_says_too_little_is_named(tmp_path):
    """Where, what is missing, and what to do."""
    (tmp_path / "CITATION.cff").write_text("title: X\nversion: 1.0.0\n")
    with pytest.raises(CitationError) as refused:
        bibtex(tmp_path)

    assert "CITATION.cff: authors: is missing; write it" in str(refused.value)
